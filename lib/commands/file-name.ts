const MOST_NAME = 160;

/** The name of a file as its sender's machine calls it: nothing that turns the direction of a text, no path. */
export function plainName(name: string, otherwise: string): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    "",
  );
  return [...plain.trim()].slice(0, MOST_NAME).join("") || otherwise;
}
