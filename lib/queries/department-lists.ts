import type { CommuneCoverage } from "../coverage";
import type { Sort } from "../schemas/address";
import type {
  CommuneLineColumn,
  DepartmentAddress,
  DepartmentCptsColumn,
} from "../schemas/department-address";
import type { DepartmentCptsRow, DepartmentPage } from "./department-page";

/** A commune of the department with what its table shows of it. */
export interface CommuneLine extends CommuneCoverage {
  readonly name: string;
  readonly epciName: string | null;
}

const STAGE_ORDER = { signed: 0, validated: 1, intent: 2, none: 3 } as const;

/** The communes that the address asks for, in its order: all, or those in no known perimeter. */
export function communeLines(
  { coverage, communes }: DepartmentPage,
  { view, communesBy: { by, descending } }: Pick<DepartmentAddress, "view" | "communesBy">,
): CommuneLine[] {
  const rowOf = new Map(communes.map((commune) => [commune.code, commune]));
  const lines = coverage.byCommune.map((commune): CommuneLine => {
    const row = rowOf.get(commune.code);
    return { ...commune, name: row?.name ?? commune.code, epciName: row?.epciName ?? null };
  });
  return lines
    .filter(({ stage }) => view !== "hors-perimetre" || stage === "none")
    .sort((a, b) => compare(a, b, by) * (descending ? -1 : 1) || a.code.localeCompare(b.code));
}

function compare(a: CommuneLine, b: CommuneLine, by: CommuneLineColumn): number {
  switch (by) {
    case "nom":
      return a.name.localeCompare(b.name, "fr");
    case "code":
      return a.code.localeCompare(b.code);
    case "epci":
      return (a.epciName ?? "").localeCompare(b.epciName ?? "", "fr");
    case "habitants":
      return a.population - b.population;
    case "etape":
      return STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage];
  }
}

/** Orders the CPTS as the address asks; what is unknown comes last either way. */
export function sortedCpts(
  rows: readonly DepartmentCptsRow[],
  { by, descending }: Sort<DepartmentCptsColumn>,
): DepartmentCptsRow[] {
  const value = (row: DepartmentCptsRow): number | string | null => {
    switch (by) {
      case "nom":
        return row.name;
      case "signature":
        return row.state.since?.latest ?? null;
      case "communes":
        return row.here?.communes ?? null;
      case "habitants":
        return row.here?.population.min ?? null;
      case "maximum":
        return row.maximum?.cents ?? null;
    }
  };
  return [...rows].sort((a, b) => {
    const [va, vb] = [value(a), value(b)];
    if (va === null || vb === null)
      return Number(va === null) - Number(vb === null) || a.name.localeCompare(b.name, "fr");
    const order =
      typeof va === "string" && typeof vb === "string"
        ? va.localeCompare(vb, "fr")
        : Number(va > vb) - Number(va < vb);
    return (descending ? -order : order) || a.name.localeCompare(b.name, "fr");
  });
}
