import { integer, money, percent } from "@/lib/format/fr";
import { ABSENCE, MARK } from "@/lib/format/labels";
import type { Mark } from "@/lib/kernel/certainty";

/** A row of the analyst's table as its JSON file has it, and the same as the page and the other files say it. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export const absentAsNull = (value: Value): Value =>
  typeof value === "string" && value in ABSENCE ? null : value;
export const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const isAbsent = (value: Value): value is keyof typeof ABSENCE =>
  typeof value === "string" && value in ABSENCE;
export const wordOf = (value: string, words: Readonly<Record<string, string>> | undefined): string =>
  isAbsent(value) ? ABSENCE[value] : (words?.[value] ?? value);

export function inFrench(
  kind: string,
  value: Value,
  words: Readonly<Record<string, string>> | undefined,
): string {
  if (value === null) return "";
  if (isAbsent(value)) return ABSENCE[value];
  if (kind === "code") return `="${String(value)}"`;
  if (kind === "cents") return (Number(value) / 100).toFixed(2).replace(".", ",");
  if (typeof value === "boolean") return value ? "oui" : "non";
  return typeof value === "string" ? wordOf(value, words) : String(value).replace(".", ",");
}

/** The cells of each row of the body and of the foot, as a reader reads them. */
export function cellsOf(markup: string): string[][] {
  const body = markup.slice(markup.indexOf("<tbody>"));
  return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
      cell
        .replace(/<[^>]+>/g, "")
        .replaceAll("&#x27;", "'")
        .replaceAll("&amp;", "&"),
    ),
  );
}

export function titlesOf(row: Row, columns: readonly { readonly name: string }[], grouped: number): string[] {
  if (row.level === "total") return ["Total", ...Array<string>(grouped - 1).fill("")];
  const names = columns.map(({ name }) => name).filter((name) => /_name$/.test(name));
  return names.map((name) => wordOf(String(row[name]), undefined));
}

/** What the page shows of a row of the file. */
export function figuresOf(row: Row): string[] {
  const amount = (name: string, marked: boolean): string => {
    const value = row[name] ?? null;
    if (isAbsent(value)) return ABSENCE[value];
    const mark = row[`${name}_mark`] as Mark;
    const least = row[`${name}_is_minimum`] ? "au moins " : "";
    const said = marked ? ` ${mark}, ${MARK[mark].name}\u00a0: ${MARK[mark].meaning}` : "";
    return `${least}${money(Number(value))}${said}`;
  };
  const share = (name: string): string => {
    const value = row[name] ?? null;
    return isAbsent(value) ? ABSENCE[value] : (percent({ numerator: Number(value), denominator: 1 }) ?? "");
  };
  const people = row.population ?? null;
  return [
    integer(Number(row.cpts_count)),
    isAbsent(people)
      ? ABSENCE[people]
      : `${Number(row.population_unknown) > 0 ? "au moins " : ""}${integer(Number(people))}`,
    share("coverage"),
    amount("contracted", true),
    amount("due", true),
    amount("to_confirm", false),
    amount("paid", false),
    amount("spent", false),
    share("consumption"),
    share("achievement"),
  ];
}
