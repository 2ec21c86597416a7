import { authorise, type Viewer } from "../auth/can";
import { indexCpts, type CptsIndex } from "../coverage";
import { getDb, type Database } from "../db/client";
import { listCommunes, type CommuneRow } from "../db/repositories/communes";
import { listCpts, type CptsSummary, type FoundSummary } from "../db/repositories/cpts";
import { listDepartments, listRegions, type Department, type Region } from "../db/repositories/territories";
import { atRevision, readFrom } from "./cache";
import { oneInProcess } from "./process-memory";
import { stillOrRead, versionsOf } from "./versions";

/** The reference: what only an upgrade changes. Read once per database that the process opens. */
export interface Reference {
  /** By code; populations are sums of their communes. */
  readonly regions: readonly Region[];
  readonly departments: readonly Department[];
  readonly departmentOf: ReadonlyMap<string, Department>;
  /** The communes of a department, by code. */
  readonly communesOf: ReadonlyMap<string, readonly CommuneRow[]>;
  readonly commune: ReadonlyMap<string, CommuneRow>;
}

/** What every read model begins with: the reference and, as of one revision, all the CPTS. */
export interface World extends Reference {
  readonly db: Database;
  readonly revision: number;
  /** By slug. */
  readonly cpts: readonly CptsSummary[];
  readonly cptsBySlug: ReadonlyMap<string, CptsSummary>;
  /** Their memberships by commune; ids are slugs. */
  readonly index: CptsIndex;
}

const REFERENCES = oneInProcess("references", () => new WeakMap<Database, Promise<Reference>>());

type Known = Pick<World, "cpts" | "cptsBySlug" | "index">;

/** What the process last read of each database, by id, and what was made of it. */
interface Memory {
  found: ReadonlyMap<string, FoundSummary>;
  last: Known | null;
}

const MEMORIES = oneInProcess("worlds", () => new WeakMap<Database, Memory>());

/** Authorises the reader, then gives the world at the present revision. Throws Forbidden. */
export async function openWorld(viewer: Viewer): Promise<World> {
  authorise(viewer, "read", "public_record");
  const db = await getDb();
  readFrom(db);
  const revision = await db.revision();
  return atRevision(revision, "world", async () => {
    const [reference, known] = await Promise.all([referenceOf(db), presentCpts(db, revision)]);
    return { ...reference, db, revision, ...known };
  });
}

/**
 * The CPTS at a revision. Those whose record did not change are the very objects they were, and where none did
 * (a payment, a meeting) so is all that is made of them: what is computed of either may be kept beside it.
 */
async function presentCpts(db: Database, revision: number): Promise<Known> {
  const memory: Memory = MEMORIES.get(db) ?? { found: new Map(), last: null };
  MEMORIES.set(db, memory);
  const versions = await versionsOf({ db, revision });
  const found = await stillOrRead(memory.found, versions, (ids) => listCpts(db.prisma, { ids }));
  memory.found = found;
  const cpts = [...found.values()];
  const { last } = memory;
  const isSame = last?.cpts.length === cpts.length && last.cpts.every((one, i) => one === cpts[i]);
  return (memory.last = isSame ? last : knownCpts(cpts));
}

/**
 * The same world if one CPTS were as `record` says: what a proposal would make of it. Nothing computed on it
 * is kept under the revision, which is that of the real one.
 */
export function worldWith(world: World, record: CptsSummary): World {
  const others = world.cpts.filter(({ slug }) => slug !== record.slug);
  const cpts = [...others, record].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return { ...world, ...knownCpts(cpts) };
}

/** The same reference with this one CPTS alone: to judge it as `record` says, at the cost of one. */
export function worldOf(world: World, record: CptsSummary): World {
  return { ...world, ...knownCpts([record]) };
}

function knownCpts(cpts: readonly CptsSummary[]): Known {
  const index = indexCpts(
    cpts.map(({ slug, events, memberships, contracts }) => ({
      id: slug,
      events,
      memberships,
      // The last contract's own term, where its annex departs from five years.
      termMonths: contracts.at(-1)?.termMonths,
    })),
  );
  return { cpts, cptsBySlug: new Map(cpts.map((one) => [one.slug, one])), index };
}

/** The slugs of the CPTS that sources attach to these departments, known perimeter or not. */
export function listedIn(world: World, departments: ReadonlySet<string>): string[] {
  return world.cpts
    .filter((cpts) => cpts.departments.some(({ code }) => departments.has(code)))
    .map(({ slug }) => slug);
}

function referenceOf(db: Database): Promise<Reference> {
  const known = REFERENCES.get(db);
  if (known) return known;
  const reading = readReference(db);
  REFERENCES.set(db, reading);
  reading.catch(() => REFERENCES.delete(db));
  return reading;
}

async function readReference({ prisma }: Database): Promise<Reference> {
  const [regions, departments, communes] = await Promise.all([
    listRegions(prisma),
    listDepartments(prisma),
    listCommunes(prisma),
  ]);
  const communesOf = new Map<string, CommuneRow[]>(departments.map(({ code }) => [code, []]));
  for (const commune of communes) communesOf.get(commune.departmentCode)?.push(commune);
  return {
    regions,
    departments,
    departmentOf: new Map(departments.map((department) => [department.code, department])),
    communesOf,
    commune: new Map(communes.map((commune) => [commune.code, commune])),
  };
}
