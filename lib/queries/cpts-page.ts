import { findCpts, type FoundCpts } from "../db/repositories/cpts";
import type { IsoDay } from "../kernel/date";
import type { Contract, CptsRecord } from "../record/cpts";
import { stageAt, type StageState } from "../record/lifecycle";
import type { Ignored, Sort } from "../schemas/address";
import type { CommuneColumn, CptsAddress } from "../schemas/cpts-address";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import {
  contractAt,
  contractView,
  deadlinesRef,
  missionRows,
  presentYear,
  timelineOf,
  type ContractView,
  type MissionRow,
  type TimelineEvent,
} from "./cpts-contract";
import { yearView, type YearView } from "./cpts-envelopes";
import {
  besides,
  latestFigure,
  peopleOf,
  published,
  type Beside,
  type PeopleView,
  type Published,
} from "./cpts-figures";
import { changesAround, knownBy } from "./cpts-known";
import { cptsMap, type CptsMapModel } from "./cpts-map";
import { maximaOfSchedule, type TierMaximum } from "./cpts-maxima";
import { evidenceFor, notesOver, RULES } from "./cpts-notes";
import { moneySums, publishedMoney, type MoneySums, type PublishedMoney } from "./cpts-published";
import { cptsSaid, type CptsSaid } from "./cpts-said";
import { payableSize, type PayableSize } from "./cpts-size";
import { cptsStanding, type CptsStanding } from "./cpts-standing";
import {
  communesOf,
  membershipsAt,
  perimeterOf,
  type CommuneRow,
  type PerimeterView,
} from "./cpts-territory";
import type { Footnote } from "./footnotes";
import { vintagesOf } from "./vintages";
import { yearlyMaximum, type YearlyMaximum } from "./yearly-maximum";
import { openWorld, type World } from "./world";
import { yearSizes } from "./year-size";

/** Everything the page of a CPTS says on a day; figures carry the number of their source. */
export interface CptsPage {
  readonly slug: string;
  readonly name: string;
  readonly summary: string | null;
  readonly asOf: IsoDay;
  readonly today: IsoDay;
  /** The changes of its record before and after the day shown. */
  readonly previous: IsoDay | null;
  readonly next: IsoDay | null;
  readonly departments: readonly {
    readonly code: string;
    readonly name: string;
    readonly regionCode: string;
    readonly regionName: string;
    /** Null where only the perimeter reaches it. */
    readonly ref: number | null;
  }[];
  readonly state: StageState;
  readonly standing: Pick<CptsStanding, "perimeter" | "whole" | "byDepartment" | "size">;
  readonly size: PayableSize | null;
  readonly perimeter: PerimeterView;
  readonly stated: {
    readonly population: Published | null;
    readonly communes: Published | null;
    readonly members: Published | null;
    readonly professionals: Published | null;
  };
  readonly map: CptsMapModel | null;
  readonly besides: readonly Beside[];
  readonly money: readonly PublishedMoney[];
  readonly sums: MoneySums;
  /** What a year of the schedule in force could reach at most; null without a tier. */
  readonly maximum: YearlyMaximum | null;
  /** The published maxima of the schedule in force that day, tier by tier. */
  readonly maxima: TierMaximum | null;
  readonly contract: ContractView | null;
  readonly missions: readonly MissionRow[];
  readonly missionsOnRecord: boolean;
  readonly deadlinesRef: number;
  readonly timeline: readonly TimelineEvent[];
  readonly year: YearView | null;
  readonly people: PeopleView;
  /** What the CPTS says of itself, today. */
  readonly said: CptsSaid | null;
  readonly communes: readonly CommuneRow[];
  readonly communesBy: Sort<CommuneColumn>;
  /** Footnotes of the territory (COG) and of its population (PMUN); null where nothing is counted. */
  readonly reference: {
    readonly communes: number;
    readonly population: number;
    readonly vintage: number;
  } | null;
  readonly footnotes: readonly Footnote[];
  /** What was asked of the address and could not be given. */
  readonly ignored: readonly Ignored[];
}

/** The page of one CPTS, computed once per (revision, day, address); null when no CPTS has this slug. Throws Forbidden. */
export async function cptsPage(ask: Ask, slug: string, address: CptsAddress): Promise<CptsPage | null> {
  const world = await openWorld(ask.viewer);
  if (!world.cptsBySlug.has(slug)) return null;
  const { by, descending } = address.communesBy;
  const key = [slug, ask.asOf, ask.today, address.year, address.schedule?.slice(0, 40), by, descending];
  return atRevision(world.revision, `cpts-page ${key.join(" ")}`, async () => {
    const found = await findCpts(world.db.prisma, slug);
    if (!found) throw new RangeError(`no CPTS is called ${slug}`);
    return compute(world, ask, found, address);
  });
}

async function compute(world: World, ask: Ask, found: FoundCpts, address: CptsAddress): Promise<CptsPage> {
  const { asOf } = ask;
  const record = knownBy(found.record, asOf);
  const evidence = await evidenceFor(world.db.prisma, found);
  const notes = notesOver(evidence);
  const standing = cptsStanding(world, record.slug, asOf);
  const size = payableSize(standing.size, record.funding);
  const contract = contractAt(record.contracts, asOf);

  // In the order of the page: sources are numbered as a reader first meets them.
  const stated = {
    population: published(record, "population", asOf, notes),
    communes: published(record, "communes", asOf, notes),
    members: published(record, "members", asOf, notes),
    professionals: published(record, "professionals", asOf, notes),
  };
  const timeline = timelineOf(record, notes);
  const money = publishedMoney(record.funding, size, notes);
  const held = membershipsAt(record, asOf);
  const people = peopleOf(record, asOf, notes);
  const perimeter = perimeterOf(
    world,
    held,
    notes,
    (id) => evidence.citations.find((one) => one.id === id)?.note,
  );
  const beside = besides(record, standing.whole, people, asOf, notes);
  const view = contract && contractView(contract, record, asOf, notes);
  const chosen = view && chooseYear(view, address);
  const year =
    contract && chosen?.year
      ? yearView(
          contract,
          record,
          chosen.year,
          address.schedule,
          yearSizes(world, record, asOf)(chosen.year),
          latestFigure(record.figures, "population", asOf),
          notes,
        )
      : null;
  return {
    slug: record.slug,
    name: record.name,
    summary: record.summary,
    asOf,
    today: ask.today,
    ...changesAround(record, asOf),
    departments: standing.departments.flatMap((code) => {
      const { name, regionCode, regionName } = world.departmentOf.get(code) ?? {};
      const link = record.departments.find((one) => one.code === code);
      const ref = link ? notes.ref(link.citation) : null;
      return name && regionCode && regionName ? [{ code, name, regionCode, regionName, ref }] : [];
    }),
    state: stateOf(record, contract, asOf),
    standing: {
      perimeter: standing.perimeter,
      whole: standing.whole,
      byDepartment: standing.byDepartment,
      size: standing.size,
    },
    size,
    perimeter,
    stated,
    map: await cptsMap(world, standing, asOf),
    besides: beside,
    money,
    sums: moneySums(money),
    maximum: yearlyMaximum(standing.size, asOf),
    maxima: maximaOfSchedule(asOf, notes),
    contract: view,
    missions: missionRows(contract, record, asOf, notes),
    missionsOnRecord: record.missions.length > 0,
    deadlinesRef: deadlinesRef(notes),
    timeline,
    year,
    people,
    said: await cptsSaid(world.db.prisma, found.id, ask),
    communes: communesOf(world, held, address.communesBy),
    communesBy: address.communesBy,
    reference: standing.whole && {
      communes: notes.ref(RULES.communes),
      population: notes.ref(RULES.population),
      vintage: vintagesOf().population,
    },
    footnotes: notes.list(),
    ignored: [...(chosen?.ignored ?? []), ...ignoredSchedule(address, year)],
  };
}

function stateOf({ events }: CptsRecord, contract: Contract | null, asOf: IsoDay): StageState {
  return stageAt(events, asOf, contract?.termMonths);
}

/** The year asked for; else the present one. */
function chooseYear(view: ContractView, { year }: CptsAddress) {
  const { years } = view;
  const asked = years.find(({ index }) => index === year);
  const ignored: Ignored[] = [];
  if (year !== null && !asked) {
    const reason = `n’est pas une année de ce contrat : de 1 à ${years.length}`;
    ignored.push({ parameter: "annee", value: String(year), reason });
  }
  return { year: asked ?? presentYear(view), ignored };
}

function ignoredSchedule({ schedule }: CptsAddress, year: YearView | null): Ignored[] {
  if (schedule === null || !year || year.schedule.id === schedule) return [];
  const choices = year.schedules.map(({ id }) => id).join(", ");
  const reason = `n’est pas un barème possible de l’année ${year.year.index} ; possibles : ${choices}`;
  return [{ parameter: "bareme", value: schedule, reason }];
}
