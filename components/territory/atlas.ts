import { alphabetical } from "@/lib/format/fr";
import type { EditorCommune } from "@/lib/queries/territory-department";
import { bordersOf, type Borders } from "@/lib/territory/borders";
import { claimsFrom, type Claim } from "@/lib/territory/claims";
import type { LoadedDepartment } from "./use-departments";

/** What is known of the communes of all the departments drawn. */
export interface Atlas {
  readonly communes: ReadonlyMap<string, EditorCommune>;
  readonly epcis: ReadonlyMap<string, Epci>;
  /** Departments whose communes are all known. */
  readonly departments: ReadonlyMap<string, LoadedDepartment>;
  /** Null until contours are there. */
  readonly borders: Borders | null;
  claimsOf(code: string): readonly Claim[];
}

export interface Epci {
  readonly code: string;
  readonly name: string;
  /** Its communes in the departments drawn, in alphabetical order. */
  readonly communes: readonly string[];
  /** Whether all of its communes in the departments drawn are known yet. */
  readonly complete: boolean;
  /** Its communes in departments that are not drawn. */
  readonly elsewhere: readonly {
    readonly department: string;
    readonly name: string;
    readonly communes: number;
  }[];
}

/** For the communes of no EPCI (a few islands). */
export const NO_EPCI = "none";

interface First {
  readonly communes: readonly EditorCommune[];
  /** Names of their EPCI, by code. */
  readonly epciNames: Readonly<Record<string, string>>;
}

export function atlasOf(first: First, loaded: readonly LoadedDepartment[]): Atlas {
  const departments = new Map(loaded.map((one) => [one.code, one]));
  const communes = new Map(first.communes.map((one) => [one.code, one]));
  const claims = new Map<string, readonly Claim[]>();
  const epcis = new Map<string, Epci & { communes: string[] }>();
  for (const department of loaded) {
    for (const { code, name, elsewhere } of department.epcis) {
      const missing = elsewhere.filter((one) => !departments.has(one.department));
      if (!epcis.has(code)) epcis.set(code, { code, name, communes: [], complete: true, elsewhere: missing });
    }
    for (const commune of department.communes) communes.set(commune.code, commune);
    for (const [code, held] of Object.entries(department.claims)) claims.set(code, held);
  }
  for (const { code, epci } of communes.values()) {
    const key = epci ?? NO_EPCI;
    const name = epci === null ? "Sans intercommunalité" : (first.epciNames[epci] ?? epci);
    const known = epcis.get(key) ?? { code: key, name, communes: [], complete: epci === null, elsewhere: [] };
    known.communes.push(code);
    epcis.set(key, known);
  }
  const byName = (a: string, b: string) =>
    alphabetical(communes.get(a)?.name ?? a, communes.get(b)?.name ?? b);
  for (const epci of epcis.values()) epci.communes.sort(byName);
  const topologies = loaded.flatMap(({ topology }) => (topology ? [topology] : []));
  return {
    communes,
    epcis,
    departments,
    borders: topologies.length > 0 ? bordersOf(topologies) : null,
    claimsOf: (code) => claims.get(code) ?? [],
  };
}

/** The other CPTS that hold a commune from a day on: their names, and whether all of it is only estimated. */
export function holdersOf(
  atlas: Pick<Atlas, "claimsOf">,
  code: string,
  from: string | null,
): { readonly by: string; readonly names: readonly string[]; readonly estimated: boolean } | null {
  const claims = claimsFrom(atlas.claimsOf(code), from);
  if (claims.length === 0) return null;
  const names = [...new Set(claims.map(({ name }) => name))];
  return { by: names.join(" "), names, estimated: claims.every(({ basis }) => basis === "estimated") };
}
