import type { PerimeterKind, CptsExtent } from "../../coverage";
import { alphabetical } from "../../format/fr";
import type { IsoDay } from "../../kernel/date";
import type { CptsRecord, StatedFigure } from "../../record/cpts";
import { latestFigure } from "../cpts-figures";
import type { PayableSize } from "../cpts-size";
import { cptsStanding } from "../cpts-standing";
import { vintagesOf, type Vintages } from "../vintages";
import type { World } from "../world";
import type { FinanceYear } from "./finance-page";
import { yearSizes } from "../year-size";

export interface CommuneMoved {
  readonly code: string;
  readonly name: string;
  readonly on: IsoDay;
}

/** The territory as the year leaves it: at its end, or today while it runs. */
export interface TerritoryOfYear {
  readonly asOf: IsoDay;
  readonly perimeter: PerimeterKind;
  /** Null when the perimeter is unknown, which is not zero. */
  readonly extent: CptsExtent | null;
  readonly communes: readonly { readonly code: string; readonly name: string }[];
  readonly vintages: Vintages;
  /** Inhabitants as a source states them on the first day of the year; null where none does. */
  readonly stated: StatedFigure | null;
  /** What the year's tier was taken from; null where nothing but an estimate says it. */
  readonly size: PayableSize | null;
  /** Days of the year on which the territory changed; empty for one that did not. */
  readonly entered: readonly CommuneMoved[];
  readonly left: readonly CommuneMoved[];
  readonly citations: readonly string[];
}

export function territoryOfYear(
  world: World,
  record: CptsRecord,
  { start, end }: FinanceYear,
  today: IsoDay,
): TerritoryOfYear {
  const asOf = [end.latest, today].sort()[0] ?? today;
  // As the engine takes it: known on the first day of the year, else as it is known today.
  const first = start.earliest <= today ? start.earliest : today;
  const standing = cptsStanding(world, record.slug, asOf);
  const before = heldOn(record, first);
  const after = heldOn(record, asOf);
  const moved = (code: string, on: IsoDay): CommuneMoved => ({ code, name: nameOf(world, code), on });
  const stated = latestFigure(record.figures, "population", first);
  const figures = record.figures.filter(
    ({ measure, asOf: day }) =>
      (measure === "population" || measure === "size_tier") && day.earliest <= first,
  );
  return {
    asOf,
    perimeter: standing.perimeter,
    extent: standing.whole,
    communes: [...after.keys()]
      .map((code) => ({ code, name: nameOf(world, code) }))
      .sort((a, b) => alphabetical(a.name, b.name)),
    vintages: vintagesOf(standing.departments[0]),
    stated,
    size: yearSizes(world, record, today)({ start }),
    entered: [...after].filter(([code]) => !before.has(code)).map(([code, { from }]) => moved(code, from)),
    left: [...before].flatMap(([code, { to }]) => (after.has(code) || to === null ? [] : [moved(code, to)])),
    citations: [...figures.map(({ citation }) => citation), ...citationsOf(after)],
  };
}

type Held = ReadonlyMap<string, CptsRecord["memberships"][number]>;

function heldOn({ memberships }: CptsRecord, day: IsoDay): Held {
  return new Map(
    memberships
      .filter(({ from, to }) => from <= day && (to === null || to > day))
      .map((membership) => [membership.commune, membership]),
  );
}

const citationsOf = (held: Held): string[] => [
  ...new Set([...held.values()].map(({ citation }) => citation)),
];

const nameOf = (world: World, code: string): string => world.commune.get(code)?.name ?? code;
