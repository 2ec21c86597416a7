import { closeDb, getDb } from "@/lib/db/client";
import { findDraft, type Draft } from "@/lib/db/repositories/drafts";
import { findKept, type FoundKept } from "@/lib/db/repositories/kept";
import { COUNTED_ON, type Sent } from "./burst";

export interface Fault {
  readonly slug: string;
  readonly what: string;
}

/**
 * Opens the database as the next start would, and looks at every record: what was acknowledged is there, what
 * is there is whole, and the journal says exactly what happened. Brings `sent` up to what was kept.
 */
export async function check(sent: Map<string, Sent>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [slug, state] of sent) {
    for (const what of await faultsOf(slug, state)) faults.push({ slug, what });
  }
  await closeDb();
  return faults;
}

async function faultsOf(slug: string, state: Sent): Promise<string[]> {
  const { prisma } = await getDb();
  const found = await findKept(prisma, slug);
  if (!found) return ["the record is gone"];
  const draft = await findDraft(prisma, found.id, "professionals");
  const numbers = [...numbersOfDraft(draft), ...numbersOfRecord(found)];
  const entries = await prisma.auditEntry.findMany({
    where: { subject: `cpts:${slug}`, actor: { not: "system" } },
    orderBy: { id: "asc" },
  });
  const saved = entries.filter(({ action }) => action === "section.amended").length;
  const declared = await prisma.source.count({ where: { id: { startsWith: `declaration:${slug}:` } } });
  const outlines = await prisma.perimeterOutline.count({ where: { cptsId: found.id } });
  const last = Math.max(0, ...numbers);

  const faults: string[] = [];
  if (last < state.acknowledged) faults.push(`save ${state.acknowledged} was acknowledged, ${last} is kept`);
  if (last > state.sent) faults.push(`save ${last} is kept, ${state.sent} was the last sent`);
  if (!isWhole(numbersOfDraft(draft)) || !isWhole(numbersOfRecord(found)))
    faults.push(`half-written: ${numbers}`);
  if (entries.length !== last) faults.push(`${last} saves, ${entries.length} entries in the journal`);
  if (found.version !== saved + 1) faults.push(`version ${found.version} after ${saved} saved sections`);
  if (declared !== saved) faults.push(`${declared} declared sources after ${saved} saved sections`);
  if (outlines > 0 !== found.kept.record.memberships.length > 0) faults.push("outlines without perimeter");
  // A save that was kept but never answered is part of what stands: the next round goes on from there.
  Object.assign(state, { acknowledged: last, sent: last, draft: draft?.version ?? 0 });
  return faults;
}

function numbersOfDraft(draft: Draft | null): number[] {
  const { counts = [] } = (draft?.content ?? {}) as { counts?: { count: number }[] };
  return counts.map(({ count }) => count);
}

function numbersOfRecord({ kept }: FoundKept): number[] {
  const counted = kept.record.professionals.filter(({ asOf }) => asOf.latest === COUNTED_ON);
  return counted.map(({ count }) => count);
}

const isWhole = (numbers: readonly number[]): boolean =>
  numbers.length === 0 || (numbers.length === 3 && new Set(numbers).size === 1);
