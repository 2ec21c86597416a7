import { can } from "../auth/can";
import { GEO_VINTAGE } from "../db/contours";
import type { CommuneRow } from "../db/repositories/communes";
import { scopeOf } from "../db/repositories/kept";
import { alphabetical } from "../format/fr";
import { claimOf, type Claim } from "../territory/claims";
import type { Ask } from "./ask";
import { perDepartment, type EpciHere } from "./epcis";
import { openWorld, type World } from "./world";

export interface EditorCommune {
  readonly code: string;
  readonly name: string;
  /** Municipal population (INSEE), inhabitants. */
  readonly population: number;
  readonly department: string;
  /** Null for the few communes of no EPCI. */
  readonly epci: string | null;
}

/** All that the editor knows of a department besides its contours. */
export interface EditorDepartment {
  readonly code: string;
  readonly name: string;
  /** Immutable. */
  readonly geometryHref: string;
  /** In alphabetical order. */
  readonly communes: readonly EditorCommune[];
  readonly epcis: readonly EpciHere[];
  /** What other CPTS hold, held or will hold there, by commune. */
  readonly claims: Readonly<Record<string, readonly Claim[]>>;
}

/** Null where the CPTS or the department does not exist, or is out of the viewer's reach. */
export async function territoryDepartment(
  ask: Pick<Ask, "viewer">,
  slug: string,
  code: string,
): Promise<EditorDepartment | null> {
  const world = await openWorld(ask.viewer);
  const department = world.departmentOf.get(code);
  const scope = await scopeOf(world.db.prisma, slug);
  if (!department || !scope || !can(ask.viewer, "read", "record", scope)) return null;
  const communes = (world.communesOf.get(code) ?? [])
    .map((commune) => shown(commune))
    .sort((a, b) => alphabetical(a.name, b.name));
  const here = new Set(communes.flatMap(({ epci }) => epci ?? []));
  return {
    code,
    name: department.name,
    geometryHref: `/geo/${GEO_VINTAGE}/departements/${code}.json`,
    communes,
    epcis: perDepartment(world, here, code),
    claims: Object.fromEntries(claimsIn(world, slug, code)),
  };
}

/** A commune of the reference; null where none has this code. */
export function editorCommune({ commune }: Pick<World, "commune">, code: string): EditorCommune | null {
  const found = commune.get(code);
  return found ? shown(found) : null;
}

/** The code and name of a commune's EPCI, where it has one. */
export function epciOf({ commune }: Pick<World, "commune">, code: string): [code: string, name: string][] {
  const { epciCode = null, epciName = null } = commune.get(code) ?? {};
  return epciCode === null || epciName === null ? [] : [[epciCode, epciName]];
}

function shown({ code, name, population, departmentCode, epciCode }: CommuneRow): EditorCommune {
  return { code, name, population, department: departmentCode, epci: epciCode };
}

function claimsIn(world: World, slug: string, department: string): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const cpts of world.cpts) {
    if (cpts.slug === slug) continue;
    for (const membership of cpts.memberships) {
      const { commune } = membership;
      if (world.commune.get(commune)?.departmentCode !== department) continue;
      const claim = claimOf(cpts, membership);
      if (claim) claims.set(commune, [...(claims.get(commune) ?? []), claim]);
    }
  }
  return claims;
}
