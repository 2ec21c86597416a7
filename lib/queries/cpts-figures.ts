import type { CptsExtent } from "../coverage";
import { sizeTier, type SizeTier } from "../funding";
import type { Qualifier } from "../kernel/certainty";
import type { IsoDay, Span } from "../kernel/date";
import type { CptsRecord, PartnerKind, Profession, StatedFigure, StatedMeasure } from "../record/cpts";
import { RULES, type Notes } from "./cpts-notes";

/** A figure as published, with the number of its source on the page. */
export interface Published {
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly asOf: Span;
  readonly ref: number;
}

/** A published figure beside the one computed here. Null is « non communiqué » on its side. */
export interface Beside {
  readonly measure: "population" | "communes" | "size_tier" | "professionals";
  readonly published: Published | null;
  readonly computed: number | null;
  /** The largest it may be, when parts of communes are of unknown share. */
  readonly computedMost: number | null;
  readonly computedRef: number | null;
  /** Computed less published; null when either is missing, or where a difference means nothing. */
  readonly difference: number | null;
}

export interface Headcount {
  readonly profession: Profession;
  readonly count: number;
  readonly qualifier: Qualifier;
  readonly ref: number;
}

export interface PeopleView {
  readonly professionals: Published | null;
  readonly members: Published | null;
  /** Most numerous first. */
  readonly headcounts: readonly Headcount[];
  /** Sum of the headcounts; null without any. */
  readonly sum: number | null;
  readonly scope: "members" | "territory" | null;
  readonly asOf: Span | null;
  readonly partners: readonly {
    readonly kind: PartnerKind;
    readonly name: string | null;
    readonly count: number | null;
    readonly beds: number | null;
    readonly ref: number;
  }[];
}

/** The last figure stated by that day: what was published later does not change what was known. */
export function latestFigure(
  figures: readonly StatedFigure[],
  measure: StatedMeasure,
  asOf: IsoDay,
): StatedFigure | null {
  return figures
    .filter((figure) => figure.measure === measure && figure.asOf.earliest <= asOf)
    .reduce<StatedFigure | null>(
      (last, figure) => (last && last.asOf.latest >= figure.asOf.latest ? last : figure),
      null,
    );
}

export function published(
  record: CptsRecord,
  measure: StatedMeasure,
  asOf: IsoDay,
  notes: Notes,
): Published | null {
  const figure = latestFigure(record.figures, measure, asOf);
  if (!figure) return null;
  const { value, qualifier, citation } = figure;
  return { value, qualifier, asOf: figure.asOf, ref: notes.ref(citation) };
}

export function peopleOf(record: CptsRecord, asOf: IsoDay, notes: Notes): PeopleView {
  const known = record.professionals.filter((count) => count.asOf.earliest <= asOf);
  const latest = known.reduce<string>(
    (day, count) => (count.asOf.latest > day ? count.asOf.latest : day),
    "",
  );
  const counts = known.filter((count) => count.asOf.latest === latest);
  const headcounts = counts
    .map(({ profession, count, qualifier, citation }): Headcount => ({
      profession,
      count,
      qualifier,
      ref: notes.ref(citation),
    }))
    .sort((a, b) => b.count - a.count);
  return {
    professionals: published(record, "professionals", asOf, notes),
    members: published(record, "members", asOf, notes),
    headcounts,
    sum: headcounts.length === 0 ? null : headcounts.reduce((sum, { count }) => sum + count, 0),
    scope: counts[0]?.scope ?? null,
    asOf: counts[0]?.asOf ?? null,
    partners: record.partners.map(({ kind, name, count, beds, citation }) => ({
      kind,
      name,
      count,
      beds,
      ref: notes.ref(citation),
    })),
  };
}

/**
 * Population, communes, tier and professionals, published and computed.
 *
 * The computed tier is that of the perimeter's inhabitants where there is one, else of the published
 * population: it checks the one stated, and pays nothing.
 */
export function besides(
  record: CptsRecord,
  extent: CptsExtent | null,
  people: PeopleView,
  asOf: IsoDay,
  notes: Notes,
): Beside[] {
  const stated = {
    population: published(record, "population", asOf, notes),
    communes: published(record, "communes", asOf, notes),
    tier: published(record, "size_tier", asOf, notes),
  };
  const inhabitants = extent?.population.min ?? null;
  const most = extent && extent.population.max > extent.population.min ? extent.population.max : null;
  const counted = people.scope === "members" ? people.members : people.professionals;
  return [
    beside("population", stated.population, inhabitants, extent && notes.ref(RULES.population), most),
    beside("communes", stated.communes, extent?.communes ?? null, extent && notes.ref(RULES.communes)),
    {
      ...beside("size_tier", stated.tier, tierOf(stated.population, inhabitants), null),
      computedRef: stated.population ? stated.population.ref : extent && notes.ref(RULES.population),
    },
    beside("professionals", counted, people.sum, people.headcounts[0]?.ref ?? null),
  ];
}

function beside(
  measure: Beside["measure"],
  stated: Published | null,
  computed: number | null,
  computedRef: number | null,
  computedMost: number | null = null,
): Beside {
  const difference = stated && computed !== null ? computed - stated.value : null;
  return { measure, published: stated, computed, computedMost, computedRef, difference };
}

function tierOf(population: Published | null, inhabitants: number | null): SizeTier | null {
  const basis = population?.value ?? inhabitants;
  return basis === null ? null : sizeTier(basis);
}
