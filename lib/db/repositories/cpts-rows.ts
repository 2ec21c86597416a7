import type { Prisma } from "@/generated/prisma/client";
import type {
  Contract,
  ContractIndicator,
  CptsRecord,
  DatedEvent,
  FundingFact,
  MissionEngagement,
  PartnerStructure,
  PerimeterMembership,
  ProfessionalCount,
  StatedFigure,
} from "../../record/cpts";
import { centsOrNull, dayOf, dayOrNull, integerOf, shareOf, spanOf } from "./rows";

/** All of a CPTS, each list in an order that does not depend on how it was stored. */
export const WHOLE_RECORD = {
  departments: { orderBy: { rank: "asc" } },
  figures: { orderBy: [{ measure: "asc" }, { asOfEarliest: "asc" }, { citationId: "asc" }] },
  events: { orderBy: [{ earliest: "asc" }, { latest: "asc" }, { kind: "asc" }] },
  memberships: { orderBy: [{ communeCode: "asc" }, { from: "asc" }] },
  counts: { orderBy: [{ scope: "asc" }, { profession: "asc" }, { asOfEarliest: "asc" }] },
  partners: { orderBy: [{ kind: "asc" }, { name: "asc" }, { asOfEarliest: "asc" }, { citationId: "asc" }] },
  missions: { orderBy: { mission: "asc" }, include: { objectives: { orderBy: { rank: "asc" } } } },
  contracts: {
    orderBy: [{ signedEarliest: "asc" }, { signedLatest: "asc" }],
    include: {
      parties: { orderBy: { rank: "asc" } },
      amounts: { orderBy: [{ year: { sort: "asc", nulls: "first" } }, { line: "asc" }, { part: "asc" }] },
      indicators: { orderBy: { rank: "asc" }, include: { steps: { orderBy: { rank: "asc" } } } },
    },
  },
  facts: { orderBy: [{ asOfEarliest: "asc" }, { payer: "asc" }, { purpose: "asc" }, { citationId: "asc" }] },
} as const satisfies Prisma.CptsInclude;

export type CptsRow = Prisma.CptsGetPayload<{ include: typeof WHOLE_RECORD }>;
type Row<List extends keyof CptsRow> = CptsRow[List] extends readonly (infer Item)[] ? Item : never;

export function recordOf(row: CptsRow): CptsRecord {
  return {
    slug: row.slug,
    name: row.name,
    summary: row.summary,
    departments: row.departments.map((link) => ({
      code: link.departmentCode,
      rank: link.rank,
      citation: link.citationId,
    })),
    figures: row.figures.map(figureOf),
    events: row.events.map(eventOf),
    memberships: row.memberships.map(membershipOf),
    professionals: row.counts.map(professionalsOf),
    partners: row.partners.map(partnerOf),
    missions: row.missions.map(missionOf),
    contracts: row.contracts.map(contractOf),
    funding: row.facts.map(fundingOf),
  };
}

export function figureOf(row: Row<"figures">): StatedFigure {
  return {
    measure: row.measure,
    value: row.value,
    qualifier: row.qualifier,
    asOf: spanOf(row.asOfEarliest, row.asOfLatest),
    citation: row.citationId,
  };
}

export function eventOf(row: Row<"events">): DatedEvent {
  return {
    kind: row.kind,
    when: spanOf(row.earliest, row.latest),
    note: row.note,
    citation: row.citationId,
  };
}

export function membershipOf(row: Row<"memberships">): PerimeterMembership {
  return {
    commune: row.communeCode,
    from: dayOf(row.from),
    to: dayOrNull(row.to),
    share: shareOf(row),
    basis: row.basis,
    ...(row.note === null ? {} : { note: row.note }),
    citation: row.citationId,
  };
}

function professionalsOf(row: Row<"counts">): ProfessionalCount {
  return {
    profession: row.profession,
    scope: row.scope,
    count: row.count,
    qualifier: row.qualifier,
    asOf: spanOf(row.asOfEarliest, row.asOfLatest),
    citation: row.citationId,
  };
}

function partnerOf(row: Row<"partners">): PartnerStructure {
  return {
    kind: row.kind,
    name: row.name,
    count: row.count,
    beds: row.beds,
    asOf: spanOf(row.asOfEarliest, row.asOfLatest),
    citation: row.citationId,
  };
}

function missionOf(row: Row<"missions">): MissionEngagement {
  return {
    mission: row.mission,
    startedOn: dayOrNull(row.startedOn),
    endedOn: dayOrNull(row.endedOn),
    citation: row.citationId,
    objectives: row.objectives.map(({ text, citationId }) => ({ text, citation: citationId })),
  };
}

function contractOf(row: Row<"contracts">): Contract {
  return {
    signed: spanOf(row.signedEarliest, row.signedLatest),
    termMonths: row.termMonths,
    endedOn: dayOrNull(row.endedOn),
    scheduleId: row.scheduleId,
    citation: row.citationId,
    parties: row.parties.map(({ kind, name }) => ({ kind, name })),
    amounts: row.amounts.map(({ line, part, year, amount, citationId }) => ({
      line,
      part,
      year,
      amountCents: integerOf(amount),
      citation: citationId,
    })),
    indicators: row.indicators.map(indicatorOf),
  };
}

/** Six decimals and nine figures before them: a threshold as typed fits a double, and comes back the same. */
function indicatorOf(row: Row<"contracts">["indicators"][number]): ContractIndicator {
  const { mission, label, kind, unit, baseline, direction, fromYear, toYear, citationId } = row;
  return {
    mission,
    label,
    kind,
    unit,
    baseline: baseline === null ? null : baseline.toNumber(),
    direction,
    steps: row.steps.map(({ threshold, amount }) => ({
      threshold: threshold.toNumber(),
      amountCents: integerOf(amount),
    })),
    fromYear,
    toYear,
    citation: citationId,
  };
}

export function fundingOf(row: Row<"facts">): FundingFact {
  return {
    payer: row.payer,
    purpose: row.purpose,
    status: row.status,
    period: row.period,
    amountCents: centsOrNull(row.amount),
    amountToCents: centsOrNull(row.amountTo),
    asOf: spanOf(row.asOfEarliest, row.asOfLatest),
    note: row.note,
    citation: row.citationId,
  };
}
