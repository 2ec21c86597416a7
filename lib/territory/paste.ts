import { searchTerms } from "./search-name";

export interface NamedCommune {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
}

/** The communes of France by what one may write of them. */
export interface CommuneDirectory {
  byCode(code: string): NamedCommune | undefined;
  /** The communes of today that once had this code or absorbed it: several after a split. */
  successorsOf(code: string): readonly NamedCommune[];
  /** Those whose name as the search compares it is exactly this one. */
  named(name: string): readonly NamedCommune[];
}

export interface Recognised extends NamedCommune {
  readonly typed: string;
}

/** What became of each thing pasted, each once, in the order of the text. */
export interface PasteReport {
  readonly recognised: readonly Recognised[];
  /** Former codes, with the commune that took their place. */
  readonly replaced: readonly Recognised[];
  readonly duplicates: readonly Recognised[];
  /** A name that several communes bear, a code that several communes share out: somebody must say which. */
  readonly ambiguous: readonly { readonly typed: string; readonly options: readonly NamedCommune[] }[];
  readonly unknown: readonly string[];
}

/** Far more than the largest department's list, with names, takes. */
export const MOST_PASTED_CHARACTERS = 60_000;
/** Communes shown for one ambiguous name. */
const MOST_OPTIONS = 12;
const LONGEST_NAME = 9;

const CODE = /^(\d{5}|2[AB]\d{3})$/;
/** What a spreadsheet leaves of « 01004 ». */
const CODE_WITHOUT_ZERO = /^\d{4}$/;

/**
 * Reads a list of INSEE codes or names, mixed as one likes, one a line or separated by spaces, commas,
 * semicolons, tabs or bars. On one line, a code beside its own name counts once.
 *
 * @param near departments where an ambiguous name is looked for first.
 */
export function readPaste(
  text: string,
  directory: CommuneDirectory,
  near: ReadonlySet<string> = new Set(),
): PasteReport {
  const report = {
    recognised: [] as Recognised[],
    replaced: [] as Recognised[],
    duplicates: [] as Recognised[],
    ambiguous: [] as { typed: string; options: readonly NamedCommune[] }[],
    unknown: [] as string[],
  };
  const taken = new Set<string>();
  const asked = new Set<string>();
  for (const line of text.split(/[\r\n]+/)) {
    let previous: string | null = null;
    for (const item of line.split(/[,;\t|]+/).flatMap((part) => itemsOf(part, directory))) {
      const { typed, found } = item;
      const options = preferred(found, near);
      const [only] = options;
      if (only === undefined || options.length > 1) {
        if (!asked.has(typed)) {
          if (only === undefined) report.unknown.push(typed);
          else report.ambiguous.push({ typed, options: options.slice(0, MOST_OPTIONS) });
        }
        asked.add(typed);
        previous = null;
        continue;
      }
      const one = { typed, ...only };
      // « 63300 ; Riom » says one commune twice on one line: that is no duplicate.
      if (only.code === previous) continue;
      if (taken.has(only.code)) report.duplicates.push(one);
      else (item.former ? report.replaced : report.recognised).push(one);
      taken.add(only.code);
      previous = only.code;
    }
  }
  return report;
}

interface Item {
  readonly typed: string;
  readonly found: readonly NamedCommune[];
  readonly former: boolean;
}

/** What a stretch without separators says: one name, or codes and names one after another. */
function itemsOf(part: string, directory: CommuneDirectory): Item[] {
  const words = part
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== "")
    .map(wordOf);
  const items: Item[] = [];
  let lost: string[] = [];
  const giveUp = () => {
    if (lost.length > 0) items.push({ typed: lost.join(" "), found: [], former: false });
    lost = [];
  };
  for (let i = 0; i < words.length;) {
    const { typed } = words[i] ?? NOTHING;
    const code = codeIn(typed, directory);
    const [item, length] = code ? [code, 1] : nameAt(words, i, directory);
    if (item === null) lost.push(typed);
    else {
      giveUp();
      items.push(item);
    }
    i += length;
  }
  giveUp();
  return items;
}

interface Word {
  readonly typed: string;
  /** As names are compared, and as INSEE spells what is abbreviated. */
  readonly plain: string;
  readonly spelt: string;
}

const NOTHING: Word = { typed: "", plain: "", spelt: "" };

function wordOf(typed: string): Word {
  const [plain = "", spelt = plain] = searchTerms(typed);
  return { typed, plain, spelt };
}

/** Without the quotes and brackets around it. */
const bare = (word: string): string => word.replace(/^["'«»()[\]]+|["'«»()[\].:]+$/g, "");

function codeIn(word: string, directory: CommuneDirectory): Item | null {
  const written = word.toUpperCase();
  const code = CODE_WITHOUT_ZERO.test(written) ? `0${written}` : written;
  if (!CODE.test(code)) return null;
  const current = directory.byCode(code);
  if (current) return { typed: word, found: [current], former: false };
  return { typed: word, found: directory.successorsOf(code), former: true };
}

/** The longest name that begins at a word. */
function nameAt(
  words: readonly Word[],
  start: number,
  directory: CommuneDirectory,
): [Item | null, length: number] {
  for (let length = Math.min(LONGEST_NAME, words.length - start); length > 0; length -= 1) {
    const taken = words.slice(start, start + length);
    const name = taken.map(({ plain }) => plain).join(" ");
    for (const term of [name, taken.map(({ spelt }) => spelt).join(" "), withoutArticle(name)]) {
      const found = directory.named(term);
      if (found.length > 0) {
        return [{ typed: taken.map(({ typed }) => typed).join(" "), found, former: false }, length];
      }
    }
  }
  return [null, 1];
}

/** « Ancizes-Comps (Les) » is how old lists sort « Les Ancizes-Comps ». */
function withoutArticle(name: string): string {
  const match = /^(.+) (le|la|les|l)$/.exec(name);
  return match ? `${match[2]} ${match[1]}` : name;
}

function preferred(found: readonly NamedCommune[], near: ReadonlySet<string>): readonly NamedCommune[] {
  const here = found.filter(({ departmentCode }) => near.has(departmentCode));
  if (here.length === 1) return here;
  return here.length > 1 ? here : found;
}
