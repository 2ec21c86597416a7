import { SEED, type RecordSeed, type SeedCpts } from "@/prisma/seed";
import type { IsoDay } from "../../kernel/date";
import type { CptsRecord, PerimeterMembership } from "../../record/cpts";
import { StartupFault } from "../faults";
import { insertCpts, replaceCpts, replaceDepartmentFunding } from "../repositories/cpts-write";
import { replacePublished } from "../repositories/published";
import type { Tx } from "../repositories/rows";
import { upsertEvidence } from "../repositories/sources";
import type { Dataset } from "./dataset";
import { fingerprint } from "./files";

const FORM = "1";

/**
 * What the public documents state (`prisma/seed`). Loaded again when the documents' data or the reference
 * changes, since estimated perimeters are made of the communes of an EPCI.
 *
 * A record that people have touched (entered, or past version 1) is theirs: it is kept as it is and reported.
 *
 * @param reference checksum of the reference.
 */
export function publicRecordsDataset(reference: string, seed: RecordSeed = SEED): Dataset {
  return {
    name: "public_records",
    checksum: fingerprint([FORM, reference, JSON.stringify(seed)]),
    load: async (tx) => {
      await upsertEvidence(tx, seed);
      const outcome = await loadRecords(tx, seed.cpts);
      await replaceDepartmentFunding(tx, seed.departmentFunding);
      await replacePublished(tx, seed.publishedCoverage, seed.publishedFigures);
      if (outcome.kept.length > 0) {
        console.info(
          `Fiches modifiées par vos soins, conservées telles quelles : ${outcome.kept.join(", ")}`,
        );
      }
      return outcome;
    },
  };
}

/** Slugs, by what happened to them. */
interface Outcome {
  added: string[];
  replaced: string[];
  kept: string[];
  removed: string[];
  [key: string]: string[];
}

async function loadRecords(tx: Tx, records: readonly SeedCpts[]): Promise<Outcome> {
  const outcome: Outcome = { added: [], replaced: [], kept: [], removed: [] };
  const rows = await tx.cpts.findMany({ select: { id: true, slug: true, origin: true, version: true } });
  const existing = new Map(rows.map((row) => [row.slug, row]));
  for (const source of records) {
    const found = existing.get(source.slug);
    existing.delete(source.slug);
    if (found && !isUntouched(found)) {
      outcome.kept.push(source.slug);
    } else if (found) {
      await replaceCpts(tx, found.id, await recordOf(tx, source));
      outcome.replaced.push(source.slug);
    } else {
      await insertCpts(tx, await recordOf(tx, source), "public_documents");
      outcome.added.push(source.slug);
    }
  }
  const gone = [...existing.values()].filter(isUntouched);
  await tx.cpts.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  outcome.removed = gone.map(({ slug }) => slug);
  return outcome;
}

function isUntouched({ origin, version }: { origin: string; version: number }): boolean {
  return origin === "public_documents" && version === 1;
}

async function recordOf(tx: Tx, { estimatedPerimeter, ...record }: SeedCpts): Promise<CptsRecord> {
  if (estimatedPerimeter === null) return { ...record, memberships: [] };
  const from = signatureOf(record);
  const communes = await tx.commune.findMany({
    where: { epciCode: { in: [...estimatedPerimeter.epci] } },
    select: { code: true, epciCode: true },
    orderBy: { code: "asc" },
  });
  const unknown = estimatedPerimeter.epci.filter((epci) => !communes.some((c) => c.epciCode === epci));
  if (unknown.length > 0) throw refused(record.name, `aucune commune pour l’EPCI ${unknown.join(", ")}`);
  return {
    ...record,
    memberships: communes.map(({ code }): PerimeterMembership => ({
      commune: code,
      from,
      to: null,
      share: "whole",
      basis: "estimated",
      citation: estimatedPerimeter.citation,
    })),
  };
}

/** The earliest day on which the CPTS may have signed: its territory is taken to exist from then on. */
function signatureOf({ name, events }: Omit<CptsRecord, "memberships">): IsoDay {
  const days = events.filter(({ kind }) => kind === "signature").map(({ when }) => when.earliest);
  const [first] = days.sort();
  if (first === undefined) throw refused(name, "un périmètre estimé sans date de signature");
  return first;
}

function refused(name: string, reason: string): StartupFault {
  return new StartupFault(
    "data_refused",
    `La fiche « ${name} » des documents publics ne peut pas être chargée : ${reason}.\n` +
      "  La base n’a pas été modifiée. Corrigez prisma/seed (ou rétablissez-le par git checkout prisma), puis relancez.",
  );
}
