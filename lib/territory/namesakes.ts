import { searchName } from "./search-name";

/** Words that tell no two territories apart. */
const EMPTY_WORDS = new Set(
  "cpts communaute professionnelle territoriale de du des d la le les l et en a au aux sur sante territoire pays".split(
    " ",
  ),
);
/** Letters that a misspelling may change, from names this long. */
const MISSPELT_FROM = 5;
const MISSPELT = 2;

export interface Named {
  readonly slug: string;
  readonly name: string;
}

/**
 * Those of `known` whose name is that of `name` or nearly: the same words in any order, words that hold
 * all those of the other, or one or two letters apart. The same names first.
 */
export function namesakes<T extends Named>(name: string, known: readonly T[]): T[] {
  const wanted = telling(name);
  if (wanted.length === 0) return [];
  return known
    .map((one) => ({ one, near: nearness(wanted, telling(one.name)) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near || (a.one.slug < b.one.slug ? -1 : 1))
    .map(({ one }) => one);
}

/** The beginning of the address of a CPTS: its name, « CPTS » left out. Empty where nothing can be written. */
export function slugOf(name: string): string {
  const words = searchName(name).split(" ");
  const own = words[0] === "cpts" && words.length > 1 ? words.slice(1) : words;
  return own.join("-").slice(0, MOST_SLUG).replace(/-+$/, "");
}
const MOST_SLUG = 80;

/** Addresses under /espace/cpts that are no CPTS. */
const RESERVED = new Set(["nouvelle"]);

/** `sud-allier`, then `sud-allier-03`, then `sud-allier-03-2`…: the first that nobody has. */
export function freeSlug(name: string, department: string, taken: ReadonlySet<string>): string {
  const isFree = (slug: string) => !taken.has(slug) && !RESERVED.has(slug);
  const base = slugOf(name) || "cpts";
  if (isFree(base)) return base;
  const placed = `${base}-${department.toLowerCase()}`;
  if (isFree(placed)) return placed;
  let n = 2;
  while (!isFree(`${placed}-${n}`)) n += 1;
  return `${placed}-${n}`;
}

function telling(name: string): string[] {
  const words = searchName(name).split(" ").filter(Boolean);
  const own = words.filter((word) => !EMPTY_WORDS.has(word));
  return own.length > 0 ? own : words;
}

/** 2: the same words; 1: nearly; 0: another name. */
function nearness(a: readonly string[], b: readonly string[]): number {
  if (b.length === 0) return 0;
  const [first, second] = [[...a].sort().join(" "), [...b].sort().join(" ")];
  if (first === second) return 2;
  const inside = a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
  if (inside) return 1;
  const [x, y] = [a.join(""), b.join("")];
  const long = Math.min(x.length, y.length) >= MISSPELT_FROM;
  return long && distance(x, y) <= (Math.min(x.length, y.length) < 8 ? 1 : MISSPELT) ? 1 : 0;
}

/** Letters to add, drop or change to go from one to the other; more than a misspelling is not counted further. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MISSPELT) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
