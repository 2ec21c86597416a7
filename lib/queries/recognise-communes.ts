import { can } from "../auth/can";
import { listFormerCodes } from "../db/repositories/communes";
import { scopeOf } from "../db/repositories/kept";
import { readPaste, type CommuneDirectory, type NamedCommune, type PasteReport } from "../territory/paste";
import { searchName } from "../territory/search-name";
import type { Ask } from "./ask";
import { openWorld, type Reference, type World } from "./world";

/** What a pasted list says; null where the CPTS does not exist or is out of the viewer's reach. */
export async function recogniseCommunes(
  ask: Pick<Ask, "viewer">,
  slug: string,
  { text, near }: { readonly text: string; readonly near: readonly string[] },
): Promise<PasteReport | null> {
  const world = await openWorld(ask.viewer);
  const scope = await scopeOf(world.db.prisma, slug);
  if (!scope || !can(ask.viewer, "read", "record", scope)) return null;
  return readPaste(text, await directoryOf(world), new Set(near));
}

const DIRECTORIES = new WeakMap<Reference["commune"], Promise<CommuneDirectory>>();

/** Every commune by what one may write of it; kept beside the reference, which only an upgrade changes. */
export function directoryOf(world: World): Promise<CommuneDirectory> {
  const known = DIRECTORIES.get(world.commune);
  if (known) return known;
  const reading = readDirectory(world);
  DIRECTORIES.set(world.commune, reading);
  reading.catch(() => DIRECTORIES.delete(world.commune));
  return reading;
}

async function readDirectory({ db, commune }: World): Promise<CommuneDirectory> {
  const byName = new Map<string, NamedCommune[]>();
  const byCode = new Map<string, NamedCommune>();
  for (const { code, name, departmentCode } of commune.values()) {
    const one = { code, name, departmentCode };
    byCode.set(code, one);
    append(byName, searchName(name), one);
  }
  const successors = new Map<string, NamedCommune[]>();
  for (const { code, communeCode } of await listFormerCodes(db.prisma)) {
    const one = byCode.get(communeCode);
    if (one) append(successors, code, one);
  }
  return {
    byCode: (code) => byCode.get(code),
    successorsOf: (code) => successors.get(code) ?? [],
    named: (name) => byName.get(name) ?? [],
  };
}

function append(into: Map<string, NamedCommune[]>, key: string, one: NamedCommune): void {
  const known = into.get(key);
  if (known) known.push(one);
  else into.set(key, [one]);
}
