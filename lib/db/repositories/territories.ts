import { type Tx, integerOf } from "./rows";

export interface Region {
  readonly code: string;
  readonly name: string;
  /** Municipal population (INSEE), inhabitants. */
  readonly population: number;
}

export interface Department extends Region {
  readonly regionCode: string;
  readonly regionName: string;
}

interface DepartmentRow extends Omit<Department, "population"> {
  readonly population: bigint;
}

/** The regions, by code. */
export async function listRegions(tx: Tx): Promise<Region[]> {
  const rows = await tx.$queryRaw<(Omit<Region, "population"> & { population: bigint })[]>`
    SELECT r.code, r.name, sum(c.population)::bigint AS population
    FROM region r
    JOIN department d ON d.region_code = r.code
    JOIN commune c ON c.department_code = d.code
    GROUP BY r.code ORDER BY r.code`;
  return rows.map((row) => ({ ...row, population: integerOf(row.population) }));
}

/** The departments, by code. */
export async function listDepartments(tx: Tx): Promise<Department[]> {
  const rows = await tx.$queryRaw<DepartmentRow[]>`
    SELECT d.code, d.name, d.region_code AS "regionCode", r.name AS "regionName",
      sum(c.population)::bigint AS population
    FROM department d
    JOIN region r ON r.code = d.region_code
    JOIN commune c ON c.department_code = d.code
    GROUP BY d.code, r.name ORDER BY d.code`;
  return rows.map((row) => ({ ...row, population: integerOf(row.population) }));
}
