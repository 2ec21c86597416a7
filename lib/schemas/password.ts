import { searchName } from "../territory/search-name";

/**
 * What a password must be: the ANSSI's length and the entropy that the CNIL asks of a password alone
 * (délibération 2022-100 of 21 July 2022: 80 bits), estimated after what is easily guessed is taken out.
 */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;
const BITS = 80;

/** Of the most used, in French and English keyboards: each counts for one character, whatever its case. */
const COMMON = [
  "motdepasse",
  "password",
  "passw0rd",
  "azertyuiop",
  "qwertyuiop",
  "qsdfghjklm",
  "asdfghjkl",
  "wxcvbn",
  "zxcvbnm",
  "azerty",
  "qwerty",
  "bonjour",
  "bienvenue",
  "welcome",
  "letmein",
  "soleil",
  "doudou",
  "loulou",
  "chouchou",
  "jetaime",
  "iloveyou",
  "marseille",
  "football",
  "princesse",
  "princess",
  "dragon",
  "monkey",
  "sunshine",
  "secret",
  "admin",
  "administrateur",
  "coordinateur",
  "coordinatrice",
  "maillage",
  "cpts",
  "cpam",
  "ars",
  "ameli",
  "sante",
  "hopital",
].sort((a, b) => b.length - a.length);

const PERSONAL_FROM = 4;

/** What the person is called: no part of a password. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Why the password is refused and how to mend it, in French; null where it is good. */
export function passwordFault(password: string, { name, email }: Person): string | null {
  if (password === "") return "Choisissez un mot de passe.";
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    const missing = SHORTEST_PASSWORD - length;
    return `Ce mot de passe a ${length} caractère${length > 1 ? "s" : ""}\u00a0: ajoutez-en au moins ${missing}.`;
  }
  if (length > LONGEST_PASSWORD) {
    return `Ce mot de passe dépasse ${LONGEST_PASSWORD} caractères\u00a0: raccourcissez-le.`;
  }
  const plain = plainOf(password);
  const parts = [...searchName(name).split(" "), ...searchName(email.split("@")[0] ?? "").split(" ")];
  const own = parts.find((part) => part.length >= PERSONAL_FROM && plain.includes(part));
  if (own !== undefined) {
    return `Ce mot de passe contient «\u00a0${own}\u00a0», qui est dans votre nom ou votre adresse\u00a0: remplacez-le.`;
  }
  if (bitsOf(password, plain) < BITS) {
    const found = COMMON.find((word) => word.length >= PERSONAL_FROM && plain.includes(word));
    return found === undefined
      ? "Ce mot de passe se devine trop facilement\u00a0: allongez-le, ou mêlez majuscules, minuscules, chiffres et signes, sans suites (1234, abcd) ni répétitions."
      : `Ce mot de passe repose sur «\u00a0${found}\u00a0», l’un des plus courants\u00a0: ajoutez d’autres mots, ou remplacez-le.`;
  }
  return null;
}

/** Letters as they are read: « P4$$w0rd » is « password ». */
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function plainOf(password: string): string {
  return [...password.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()]
    .map((character) => LEET[character] ?? character)
    .join("");
}

/** Characters that count, times the bits of their alphabet. */
function bitsOf(password: string, plain: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\d/, 10],
    [/[^\p{L}\d]/u, 33],
  ];
  const alphabet = kinds.reduce((sum, [kind, size]) => (kind.test(password) ? sum + size : sum), 0);
  let rest = plain;
  for (const word of COMMON) rest = rest.replaceAll(word, "\u0000");
  const characters = [...rest];
  const counted = characters.filter((character, i) => !follows(characters[i - 1], character));
  const varied = Math.min(counted.length, new Set(counted).size * 2);
  return varied * Math.log2(Math.max(alphabet, 2));
}

/** The same character again, or the next or the former of a row: 1234, dcba. */
function follows(before: string | undefined, character: string): boolean {
  if (before === undefined) return false;
  return Math.abs((before.codePointAt(0) ?? 0) - (character.codePointAt(0) ?? 0)) <= 1;
}
