import { searchName, searchTerms } from "../territory/search-name";

/** A name as two are compared: abbreviations spelt, no accents, « cedex » left aside. */
export function communeName(name: string): string {
  const bare = name.replace(/\bcedex\b.*$/i, "");
  return searchTerms(bare).at(-1) ?? "";
}

/** The same without its article, before it or after: « Le Havre », « Havre (Le) », « Havre » are one. */
export function looseName(name: string): string {
  const spelt = communeName(name);
  const bare = spelt.replace(/^(le|la|les|l) (?=\S)/, "").replace(/(?<=\S) (le|la|les|l)$/, "");
  return (
    bare
      .replace(/\b(sur|sous|lez|les|en|de|du|des|d|la|le|l)\b/g, " ")
      .replace(/ +/g, " ")
      .trim() || spelt
  );
}

const CITIES = [
  { commune: "75056", city: "Paris", first: 75_101, count: 20 },
  { commune: "69123", city: "Lyon", first: 69_381, count: 9 },
  { commune: "13055", city: "Marseille", first: 13_201, count: 16 },
] as const;

const PART = /^(paris|lyon|marseille) (\d{1,2})(?: ?(?:er|e|eme|ieme|nd))?(?: (?:arr|arrondissement|ardt))?$/;

/** An arrondissement by its code or its name; null for what is none. */
export function partOf(text: string): { readonly commune: string; readonly label: string } | null {
  const isCode = /^\d{5}$/.test(text);
  const said = isCode ? null : PART.exec(searchName(text));
  for (const { commune, city, first, count } of CITIES) {
    const isSaid = said?.[1] === city.toLowerCase();
    const number = isCode ? Number(text) - first + 1 : isSaid ? Number(said?.[2]) : 0;
    if (number >= 1 && number <= count) {
      return { commune, label: `${city} ${number}${number === 1 ? "er" : "e"} arrondissement` };
    }
  }
  return null;
}

/** « Riom (63300) » is a name and a code, INSEE or postal. */
export function splitCode(text: string): { readonly name: string; readonly code: string | null } {
  const match = /^(.*?)\s*[([-]\s*(\d{5}|2[ABab]\d{3})\s*[)\]]?$/.exec(text.trim());
  return match
    ? { name: match[1] ?? "", code: (match[2] ?? "").toUpperCase() }
    : { name: text.trim(), code: null };
}
