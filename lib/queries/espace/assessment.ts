import { qualityOf, type Quality } from "../../quality";
import type { IsoDay } from "../../kernel/date";
import { indicatorSums, mismatches } from "../../funding";
import type { Contract, CptsRecord, Mission } from "../../record/cpts";
import type { FoundKept } from "../../db/repositories/kept";
import { atRevision } from "../cache";
import { cptsStanding, type CptsStanding } from "../cpts-standing";
import { variableEnvelopes } from "../variable-envelopes";
import type { World } from "../world";
import { deadlinesAhead, missionStarts, type Deadline } from "./deadlines";
import { keptRecords } from "./kept-records";
import { unexplainedOverlaps } from "./overlaps";

/** Where a CPTS stands, how complete its record is, and what comes. Nothing personal. */
export interface Assessed {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
  /** Departments that it is attached to: whose agents may see it. */
  readonly departments: readonly string[];
  readonly standing: CptsStanding;
  readonly quality: Quality;
  readonly deadlines: readonly Deadline[];
}

/** Every CPTS assessed on a day, by slug: computed once per revision, whoever asks. The caller authorises. */
export function assessAll(world: World, today: IsoDay): Promise<ReadonlyMap<string, Assessed>> {
  return atRevision(world.revision, `espace ${today}`, async () => {
    const kept = await keptRecords(world);
    const standings = new Map([...kept.keys()].map((slug) => [slug, cptsStanding(world, slug, today)]));
    return new Map(
      [...kept].flatMap(([slug, found]) => {
        const standing = standings.get(slug);
        return standing ? [[slug, assess(world, found, standing, standings, today)] as const] : [];
      }),
    );
  });
}

function assess(
  world: World,
  { id, slug, version, departments, kept }: FoundKept,
  standing: CptsStanding,
  standings: ReadonlyMap<string, CptsStanding>,
  today: IsoDay,
): Assessed {
  const { record } = kept;
  const contract = contractInForce(record.contracts, today);
  const held = record.memberships.filter(({ from, to }) => from <= today && (to === null || to > today));
  const quality = qualityOf({
    kept,
    today,
    facts: {
      population: standing.whole?.population ?? null,
      overlaps: unexplainedOverlaps(world, slug, held, standings, today),
      unknownCommunes: held.map(({ commune }) => commune).filter((code) => !world.commune.has(code)),
      starts: missionStarts(contract),
      unevenIndicators: unevenIndicators(world, record, contract, today),
    },
  });
  const deadlines = deadlinesAhead(record, contract, standing.state, today);
  return { id, slug, name: record.name, version, departments, standing, quality, deadlines };
}

/** Only where there are indicators: most records have none, and all of them are assessed. */
function unevenIndicators(
  world: World,
  record: CptsRecord,
  contract: Contract | null,
  today: IsoDay,
): Mission[] {
  if (contract === null || contract.indicators.length === 0) return [];
  const own = variableEnvelopes(world, record, today)[record.contracts.indexOf(contract)];
  return mismatches(indicatorSums(contract.indicators, own?.envelopes ?? [])).map(({ mission }) => mission);
}

function contractInForce(contracts: readonly Contract[], today: IsoDay): Contract | null {
  const last = [...contracts].sort((a, b) => (a.signed.latest < b.signed.latest ? -1 : 1)).at(-1);
  return last && (last.endedOn === null || last.endedOn > today) ? last : null;
}
