import { alphabetical } from "../format/fr";
import type { World } from "./world";

/** The names of the EPCI that these communes belong to, the one with most communes first. */
export function epciNames({ commune }: Pick<World, "commune">, codes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const name = commune.get(code)?.epciName;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

export interface EpciHere {
  readonly code: string;
  readonly name: string;
  /** Its communes in other departments. */
  readonly elsewhere: readonly {
    readonly department: string;
    readonly name: string;
    readonly communes: number;
  }[];
}

/** The EPCI of these codes, by name, with what they hold outside one department. */
export function perDepartment(
  { commune, departmentOf }: Pick<World, "commune" | "departmentOf">,
  codes: ReadonlySet<string>,
  here: string,
): EpciHere[] {
  const found = new Map<string, { name: string; elsewhere: Map<string, number> }>();
  for (const { epciCode, epciName, departmentCode } of commune.values()) {
    if (epciCode === null || epciName === null || !codes.has(epciCode)) continue;
    const epci = found.get(epciCode) ?? { name: epciName, elsewhere: new Map<string, number>() };
    found.set(epciCode, epci);
    if (departmentCode !== here) {
      epci.elsewhere.set(departmentCode, (epci.elsewhere.get(departmentCode) ?? 0) + 1);
    }
  }
  return [...found]
    .map(([code, { name, elsewhere }]) => ({
      code,
      name,
      elsewhere: [...elsewhere].map(([department, communes]) => ({
        department,
        name: departmentOf.get(department)?.name ?? department,
        communes,
      })),
    }))
    .sort((a, b) => alphabetical(a.name, b.name));
}
