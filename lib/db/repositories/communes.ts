import type { Tx } from "./rows";

export interface CommuneRow {
  readonly code: string;
  readonly name: string;
  /** Municipal population (INSEE), inhabitants. */
  readonly population: number;
  /** Null where the commune has no contour of its own. */
  readonly areaHectares: number | null;
  readonly departmentCode: string;
  readonly epciCode: string | null;
  readonly epciName: string | null;
  /** The commune whose polygon holds this one, where it has none of its own. */
  readonly contourHeldBy: string | null;
}

export interface CommuneDetail extends Omit<CommuneRow, "epciCode" | "epciName" | "departmentCode"> {
  readonly populationVintage: number;
  readonly postalCodes: readonly string[];
  readonly department: { readonly code: string; readonly name: string };
  readonly region: { readonly code: string; readonly name: string };
  readonly epci: { readonly code: string; readonly name: string; readonly kind: string } | null;
  /** Codes that it once had or absorbed, by code. */
  readonly formerCodes: readonly { readonly code: string; readonly name: string | null }[];
}

/** The communes of these departments (all of France when not told), by code. */
export async function listCommunes(tx: Tx, departments?: readonly string[]): Promise<CommuneRow[]> {
  // One statement: Prisma would read the 35,000 and their EPCI apart and join them here.
  return tx.$queryRaw<CommuneRow[]>`
    SELECT c.code, c.name, c.population, c.area_hectares AS "areaHectares",
      c.department_code AS "departmentCode", c.epci_code AS "epciCode", e.name AS "epciName",
      c.contour_held_by AS "contourHeldBy"
    FROM commune c
    LEFT JOIN epci e ON e.code = c.epci_code
    WHERE ${departments === undefined} OR c.department_code = ANY(${departments ?? []}::text[])
    ORDER BY c.code`;
}

/** The commune of today that has this code, or null. */
export async function findCommune(tx: Tx, code: string): Promise<CommuneDetail | null> {
  const row = await tx.commune.findUnique({
    where: { code },
    include: {
      department: { include: { region: true } },
      epci: true,
      formerCodes: { orderBy: { code: "asc" } },
    },
  });
  if (row === null) return null;
  const { region, ...department } = row.department;
  return {
    code: row.code,
    name: row.name,
    population: row.population,
    populationVintage: row.populationVintage,
    areaHectares: row.areaHectares,
    contourHeldBy: row.contourHeldBy,
    postalCodes: row.postalCodes,
    department: { code: department.code, name: department.name },
    region,
    epci: row.epci,
    formerCodes: row.formerCodes.map(({ code: former, name }) => ({ code: former, name })),
  };
}

/** The communes of today that once had this code or absorbed it, most populated first: several after a split. */
export async function findSuccessors(tx: Tx, formerCode: string): Promise<{ code: string; name: string }[]> {
  return tx.commune.findMany({
    where: { formerCodes: { some: { code: formerCode } } },
    select: { code: true, name: true },
    orderBy: [{ population: "desc" }, { code: "asc" }],
  });
}

/** Every former code with the communes of today that it became; the most populated first where it was split. */
export async function listFormerCodes(tx: Tx): Promise<{ code: string; communeCode: string }[]> {
  return tx.formerCommuneCode.findMany({
    select: { code: true, communeCode: true },
    orderBy: [{ code: "asc" }, { commune: { population: "desc" } }, { communeCode: "asc" }],
  });
}
