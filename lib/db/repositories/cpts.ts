import type { Prisma } from "@/generated/prisma/client";
import type { Contract, CptsRecord, FundingFact, PerimeterMembership } from "../../record/cpts";
import { WHOLE_RECORD, eventOf, figureOf, fundingOf, membershipOf, recordOf } from "./cpts-rows";
import { type Tx, spanOf, stampOf } from "./rows";
import { type Evidence, findEvidence } from "./sources";

export type RecordOrigin = "public_documents" | "entered";

/** What lists and coverage need of each CPTS. */
export interface CptsSummary extends Pick<
  CptsRecord,
  "slug" | "name" | "departments" | "events" | "memberships" | "figures"
> {
  readonly contracts: readonly Pick<Contract, "signed" | "termMonths">[];
}

/** A summary as it was read; `stamp`: what the record was at. */
export interface FoundSummary extends CptsSummary {
  readonly id: string;
  readonly stamp: string;
}

/** A whole record, with what a command checks before it writes and what each figure stands on. */
export interface FoundCpts extends Evidence {
  readonly id: string;
  readonly version: number;
  readonly origin: RecordOrigin;
  readonly record: CptsRecord;
}

/**
 * The CPTS attached to a department: whose territory ever held one of its communes, or that a source
 * attaches to it; or those of these ids; all of them when neither is told. Whole territories, other departments
 * included. By slug.
 */
export async function listCpts(
  tx: Tx,
  { department, ids }: { readonly department?: string; readonly ids?: readonly string[] } = {},
): Promise<FoundSummary[]> {
  const attached: Prisma.CptsWhereInput =
    department === undefined
      ? {}
      : {
          OR: [
            { departments: { some: { departmentCode: department } } },
            { memberships: { some: { commune: { departmentCode: department } } } },
          ],
        };
  const { departments, events, memberships, figures, contracts } = WHOLE_RECORD;
  const rows = await tx.cpts.findMany({
    where: { ...attached, ...(ids === undefined ? {} : { id: { in: [...ids] } }) },
    orderBy: { slug: "asc" },
    include: { departments, events, memberships, figures, contracts: { orderBy: contracts.orderBy } },
  });
  return rows.map((row) => ({
    id: row.id,
    stamp: stampOf(row),
    slug: row.slug,
    name: row.name,
    departments: row.departments.map((link) => ({
      code: link.departmentCode,
      rank: link.rank,
      citation: link.citationId,
    })),
    events: row.events.map(eventOf),
    memberships: row.memberships.map(membershipOf),
    figures: row.figures.map(figureOf),
    contracts: row.contracts.map(({ signedEarliest, signedLatest, termMonths }) => ({
      signed: spanOf(signedEarliest, signedLatest),
      termMonths,
    })),
  }));
}

/** The record of this slug with every citation it points to, or null. */
export async function findCpts(tx: Tx, slug: string): Promise<FoundCpts | null> {
  const row = await tx.cpts.findUnique({ where: { slug }, include: WHOLE_RECORD });
  if (row === null) return null;
  const record = recordOf(row);
  const evidence = await findEvidence(tx, citationsOf(record));
  return { id: row.id, version: row.version, origin: row.origin, record, ...evidence };
}

/** Every membership, past and present, of one commune, with the CPTS that holds it; by slug, then day. */
export async function listMemberships(
  tx: Tx,
  commune: string,
): Promise<(PerimeterMembership & { readonly slug: string })[]> {
  const rows = await tx.perimeterMembership.findMany({
    where: { communeCode: commune },
    include: { cpts: { select: { slug: true } } },
    orderBy: [{ cpts: { slug: "asc" } }, { from: "asc" }],
  });
  return rows.map((row) => ({ slug: row.cpts.slug, ...membershipOf(row) }));
}

/** Money that a source states for a department without naming the CPTS; of all departments when none is told. */
export async function listDepartmentFunding(
  tx: Tx,
  department?: string,
): Promise<(FundingFact & { readonly department: string })[]> {
  const rows = await tx.fundingFact.findMany({
    where: { departmentCode: department ?? { not: null } },
    orderBy: [{ departmentCode: "asc" }, ...WHOLE_RECORD.facts.orderBy],
  });
  return rows.flatMap((row) =>
    row.departmentCode === null ? [] : [{ department: row.departmentCode, ...fundingOf(row) }],
  );
}

/** Money as sources state it, of every CPTS and of the departments that a source names alone; by CPTS, then department. */
export async function listFunding(
  tx: Tx,
): Promise<(FundingFact & { readonly slug: string | null; readonly department: string | null })[]> {
  const rows = await tx.fundingFact.findMany({
    include: { cpts: { select: { slug: true } } },
    orderBy: [{ cpts: { slug: "asc" } }, { departmentCode: "asc" }, ...WHOLE_RECORD.facts.orderBy],
  });
  return rows.map(({ cpts, departmentCode, ...row }) => ({
    slug: cpts?.slug ?? null,
    department: departmentCode,
    ...fundingOf({ ...row, departmentCode }),
  }));
}

function citationsOf(record: CptsRecord): string[] {
  const cited = [
    ...record.departments,
    ...record.figures,
    ...record.events,
    ...record.memberships,
    ...record.professionals,
    ...record.partners,
    ...record.missions,
    ...record.missions.flatMap((mission) => mission.objectives),
    ...record.contracts,
    ...record.contracts.flatMap((contract) => [...contract.amounts, ...contract.indicators]),
    ...record.funding,
  ];
  return cited.map(({ citation }) => citation);
}
