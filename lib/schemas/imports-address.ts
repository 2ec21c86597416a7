import { pageInAddress, type Ignored, type Query } from "./address";

/** The words of the address for each outcome of a line. */
export const LINE_CHOICES = {
  creees: "created",
  changees: "changed",
  inchangees: "unchanged",
  refusees: "refused",
} as const;
export type LineChoice = keyof typeof LINE_CHOICES | "toutes";

/** What the page of a file keeps in its address. */
export interface ImportAddress {
  /** Null: those refused, where there are. */
  readonly lines: LineChoice | null;
  /** A heading: lines with a fault in its column. */
  readonly column: string | null;
  readonly page: number;
  readonly ignored: readonly Ignored[];
}

export function importInAddress(query: Query): ImportAddress {
  const page = pageInAddress(query, "page");
  const asked = query.voir;
  const known = ["toutes", ...Object.keys(LINE_CHOICES)].find((one) => one === asked) as
    LineChoice | undefined;
  const column = typeof query.colonne === "string" && query.colonne !== "" ? query.colonne : null;
  const wrong: Ignored[] =
    asked === undefined || known !== undefined
      ? []
      : [{ parameter: "voir", value: String(asked), reason: "n’est pas un choix de lignes" }];
  return {
    lines: known ?? null,
    column,
    page: page.page,
    ignored: [...wrong, ...(page.ignored ? [page.ignored] : [])],
  };
}
