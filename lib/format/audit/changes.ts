import type { Section } from "../../record/sections";
import { count, list } from "../fr";
import { linesOf, type CommuneName, type Line } from "./lines";

/** What one thing was and is; null where there was, or is, nothing. */
export interface Change {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Several communes, which the label counts and the value names. */
  readonly isGroup?: true;
}

/** What changed in a section, thing by thing, in the order of the form. */
export function changesOf(
  section: Section,
  before: unknown,
  after: unknown,
  communeName: CommuneName,
): Change[] {
  return changesBetween(linesOf(section, before, communeName), linesOf(section, after, communeName));
}

/** What changed from some lines to others: first what stayed and says something else. */
export function changesBetween(was: readonly Line[], is: readonly Line[]): Change[] {
  const wasBy = new Map(was.map((line) => [line.key, line]));
  const isBy = new Map(is.map((line) => [line.key, line]));
  const gone = was.filter(({ key }) => !isBy.has(key));
  const come = is.filter(({ key }) => !wasBy.has(key));
  const changed = is.flatMap((line): Change[] => {
    const old = wasBy.get(line.key);
    if (!old) return [];
    if (old.identity !== line.identity) {
      const other = old.value === line.value ? "en remplace un autre" : `remplace ${old.value}`;
      return [{ label: line.label, before: old.value, after: `${line.value}, ${other}` }];
    }
    return old.value === line.value ? [] : [{ label: line.label, before: old.value, after: line.value }];
  });
  return [
    ...changed,
    ...grouped(come, "ajoutées", (label, value) => ({ label, before: null, after: value })),
    ...grouped(gone, "retirées", (label, value) => ({ label, before: value, after: null })),
  ];
}

/** Communes come and go by dozens: they are one change, not dozens. */
function grouped(
  lines: readonly Line[],
  word: string,
  change: (label: string, value: string) => Change,
): Change[] {
  const together = lines.filter(({ group }) => group !== undefined);
  const apart = lines.filter(({ group }) => group === undefined);
  const alone = apart.map(({ label, value }) => change(label, value || "oui"));
  if (together.length === 0) return alone;
  const names = together.map(({ label, value }) => (value === "entière" ? label : `${label}, ${value}`));
  return [
    ...alone,
    { ...change(`Communes ${word} (${together.length})`, list(names)), isGroup: true as const },
  ];
}

const SHORT = 40;

/** The changes in a sentence: the first two in full where they are short, how many others. */
export function inShort(changes: readonly Change[]): string {
  const said = changes.slice(0, 2).map(({ label, before, after, isGroup }) => {
    const [from, to] = [before ?? "", after ?? ""];
    if (from.length > SHORT || to.length > SHORT) return label.toLowerCase();
    const name = label.charAt(0).toLowerCase() + label.slice(1);
    if (isGroup) return `${name}\u00a0: ${to || from}`;
    if (before === null) return `${name} ${to}`;
    if (after === null) return `${name} ${from} → rien`;
    return `${name} ${from} → ${to}`;
  });
  const others = changes.length - said.length;
  return [
    ...said,
    ...(others > 0 ? [`et ${count(others, "autre changement", "autres changements")}`] : []),
  ].join(", ");
}
