/**
 * A name as the search compares it: lower case, no accents, ligatures spelt out, and a single space for
 * whatever is neither letter nor digit. « Saint-Éloy-les-Mines » gives « saint eloy les mines », « L'Haÿ » « l hay ».
 */
export function searchName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  sts: "saints",
  stes: "saintes",
};

/**
 * What to look for when someone types `text`: the name as typed and, where words are abbreviated (« st »,
 * « ste »), as INSEE spells it. Both, because « st » may also be the beginning of « Strasbourg ».
 * Empty when nothing in the text can be compared.
 */
export function searchTerms(text: string): string[] {
  const typed = searchName(text);
  if (typed === "") return [];
  const spelt = typed
    .split(" ")
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(" ");
  return spelt === typed ? [typed] : [typed, spelt];
}
