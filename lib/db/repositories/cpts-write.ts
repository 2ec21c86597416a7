import { randomUUID } from "node:crypto";
import type { Contract, CptsRecord, FundingFact, MissionEngagement } from "../../record/cpts";
import type { RecordOrigin } from "./cpts";
import { type Tx, bigintOrNull, dateOf, dateOrNull, shareColumns } from "./rows";

/** Adds a record, version 1. @returns its id. */
export async function insertCpts(tx: Tx, record: CptsRecord, origin: RecordOrigin): Promise<string> {
  const { id } = await tx.cpts.create({
    data: { slug: record.slug, name: record.name, summary: record.summary, origin },
  });
  await insertContent(tx, id, record);
  await insertMemberships(tx, id, record);
  return id;
}

/**
 * Puts `record` in place of all that the CPTS held, outlines included (whoever changes a territory computes
 * them again). The version is not touched: that is the caller's rule.
 */
export async function replaceCpts(tx: Tx, id: string, record: CptsRecord): Promise<void> {
  await replaceBesideTerritory(tx, id, record);
  await tx.perimeterMembership.deleteMany({ where: { cptsId: id } });
  await tx.perimeterOutline.deleteMany({ where: { cptsId: id } });
  await insertMemberships(tx, id, record);
}

/** As {@link replaceCpts}, for a record whose territory is the one it holds: memberships and outlines stay. */
export async function replaceBesideTerritory(tx: Tx, id: string, record: CptsRecord): Promise<void> {
  const own = { where: { cptsId: id } };
  await tx.cptsDepartment.deleteMany(own);
  await tx.statedFigure.deleteMany(own);
  await tx.lifecycleEvent.deleteMany(own);
  await tx.professionalCount.deleteMany(own);
  await tx.partnerStructure.deleteMany(own);
  await tx.missionEngagement.deleteMany(own);
  await tx.contract.deleteMany(own);
  await tx.fundingFact.deleteMany(own);
  const { slug, name, summary } = record;
  await tx.cpts.update({ where: { id }, data: { slug, name, summary, updatedAt: new Date() } });
  await insertContent(tx, id, record);
}

/** Money that a source states for a department, in place of what came from public documents before. */
export async function replaceDepartmentFunding(
  tx: Tx,
  facts: readonly (FundingFact & { readonly department: string })[],
): Promise<void> {
  await tx.fundingFact.deleteMany({
    where: { departmentCode: { not: null }, citation: { source: { kind: { not: "declaration" } } } },
  });
  await tx.fundingFact.createMany({
    data: facts.map(({ department, ...fact }) => ({ departmentCode: department, ...fundingColumns(fact) })),
  });
}

async function insertContent(tx: Tx, cptsId: string, record: CptsRecord): Promise<void> {
  await tx.cptsDepartment.createMany({
    data: record.departments.map(({ code, rank, citation }) => ({
      cptsId,
      departmentCode: code,
      rank,
      citationId: citation,
    })),
  });
  await tx.statedFigure.createMany({ data: record.figures.map((figure) => ({ cptsId, ...dated(figure) })) });
  await tx.lifecycleEvent.createMany({
    data: record.events.map(({ kind, when, note, citation }) => ({
      cptsId,
      kind,
      earliest: dateOf(when.earliest),
      latest: dateOf(when.latest),
      note,
      citationId: citation,
    })),
  });
  await tx.professionalCount.createMany({
    data: record.professionals.map((count) => ({ cptsId, ...dated(count) })),
  });
  await tx.partnerStructure.createMany({
    data: record.partners.map((partner) => ({ cptsId, ...dated(partner) })),
  });
  for (const mission of record.missions) await insertMission(tx, cptsId, mission);
  for (const contract of record.contracts) await insertContract(tx, cptsId, contract);
  await tx.fundingFact.createMany({
    data: record.funding.map((fact) => ({ cptsId, ...fundingColumns(fact) })),
  });
}

async function insertMemberships(tx: Tx, cptsId: string, record: CptsRecord): Promise<void> {
  await tx.perimeterMembership.createMany({
    data: record.memberships.map(({ commune, from, to, share, basis, note, citation }) => ({
      cptsId,
      communeCode: commune,
      from: dateOf(from),
      to: dateOrNull(to),
      ...shareColumns(share),
      basis,
      note,
      citationId: citation,
    })),
  });
}

async function insertMission(tx: Tx, cptsId: string, mission: MissionEngagement): Promise<void> {
  const { id } = await tx.missionEngagement.create({
    data: {
      cptsId,
      mission: mission.mission,
      startedOn: dateOrNull(mission.startedOn),
      endedOn: dateOrNull(mission.endedOn),
      citationId: mission.citation,
    },
  });
  await tx.missionObjective.createMany({
    data: mission.objectives.map(({ text, citation }, index) => ({
      engagementId: id,
      rank: index + 1,
      text,
      citationId: citation,
    })),
  });
}

async function insertContract(tx: Tx, cptsId: string, contract: Contract): Promise<void> {
  const { signed, endedOn, citation, parties, amounts, indicators, termMonths, scheduleId } = contract;
  const { id } = await tx.contract.create({
    data: {
      cptsId,
      signedEarliest: dateOf(signed.earliest),
      signedLatest: dateOf(signed.latest),
      termMonths,
      endedOn: dateOrNull(endedOn),
      scheduleId,
      citationId: citation,
    },
  });
  await tx.contractParty.createMany({
    data: parties.map(({ kind, name }, index) => ({ contractId: id, rank: index + 1, kind, name })),
  });
  await tx.contractAmount.createMany({
    data: amounts.map(({ line, part, year, amountCents, citation: cited }) => ({
      contractId: id,
      line,
      part,
      year,
      amount: BigInt(amountCents),
      citationId: cited,
    })),
  });
  await insertIndicators(tx, id, indicators);
}

async function insertIndicators(
  tx: Tx,
  contractId: string,
  indicators: Contract["indicators"],
): Promise<void> {
  const rows = indicators.map((one, index) => ({ ...one, id: randomUUID(), rank: index + 1 }));
  await tx.indicator.createMany({
    data: rows.map(
      ({ id, rank, mission, label, kind, unit, baseline, direction, fromYear, toYear, citation }) => ({
        id,
        contractId,
        rank,
        mission,
        label,
        kind,
        unit,
        baseline,
        direction,
        fromYear,
        toYear,
        citationId: citation,
      }),
    ),
  });
  await tx.indicatorStep.createMany({
    data: rows.flatMap(({ id, steps }) =>
      steps.map(({ threshold, amountCents }, index) => ({
        indicatorId: id,
        rank: index + 1,
        threshold,
        amount: BigInt(amountCents),
      })),
    ),
  });
}

function fundingColumns(fact: FundingFact) {
  const { amountCents, amountToCents, ...rest } = fact;
  return { ...dated(rest), amount: bigintOrNull(amountCents), amountTo: bigintOrNull(amountToCents) };
}

/** The columns of a stated fact: its span as two days, its citation by id. */
function dated<T extends { asOf: FundingFact["asOf"]; citation: string }>({ asOf, citation, ...rest }: T) {
  return {
    ...rest,
    asOfEarliest: dateOf(asOf.earliest),
    asOfLatest: dateOf(asOf.latest),
    citationId: citation,
  };
}
