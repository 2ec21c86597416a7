import type { IsoDay } from "../kernel/date";
import type { Change } from "../record/differences";
import type { CptsRecord } from "../record/cpts";
import type { KeptRecord } from "../record/dossier";
import { stageAt, stageChangeDays, type Stage } from "../record/lifecycle";
import { applySection, type BindingSection, type Contents } from "../record/sections";
import { departmentTotals } from "./country-coverage";
import { cptsStanding, type CptsStanding } from "./cpts-standing";
import { envelopeEffect, type EnvelopeEffect } from "./proposal-envelope";
import { departmentRow, type DepartmentRow } from "./territory-rows";
import { worldWith, type World } from "./world";

export type Proposed = { readonly [S in BindingSection]?: Contents[S] };

/** What a record and the figures that depend on it would become if sections were accepted as proposed. */
export interface ProposalEffect {
  /**
   * Today and the day of effect, where it is another: that of the territory, else the first on which coverage
   * changes. Earliest first.
   */
  readonly days: readonly EffectOnDay[];
  /** The first day on which the published coverage would be other than it is; null when on none. */
  readonly changesFrom: IsoDay | null;
  readonly envelope: EnvelopeEffect;
  /** Communes held before and after of which the perimeter, estimated so far, becomes declared. */
  readonly noLongerEstimated: number;
}

export interface EffectOnDay {
  readonly asOf: IsoDay;
  readonly cpts: Change<Pick<CptsStanding, "state" | "perimeter" | "whole" | "size">>;
  /** Those that the CPTS is attached to before or after, in its order. */
  readonly departments: readonly Change<DepartmentRow>[];
}

/**
 * The effect of a proposal, by the very functions that make the public pages, over the world as it is and
 * over the world in which it is accepted. Throws a RangeError on a territory without its day, or on a commune
 * that is none.
 */
export function proposalEffect(
  world: World,
  kept: KeptRecord,
  proposed: Proposed,
  today: IsoDay,
): ProposalEffect {
  const before = kept.record;
  const after = recordAfter(world, kept, proposed);
  const next = worldWith(world, after);
  const changesFrom = coverageChangesFrom(before, after);
  const effective = proposed.territory?.from ?? changesFrom ?? today;
  const days = [...new Set([today, effective])].sort();
  return {
    days: days.map((asOf) => effectOn(world, next, before.slug, asOf)),
    changesFrom,
    envelope: envelopeEffect(
      { world, record: before },
      { world: next, record: after },
      effective > today ? effective : today,
    ),
    noLongerEstimated: noLongerEstimated(before, after),
  };
}

/** Once accepted; what is new stands on the proposal, which is no citation: nothing of it may be stored. */
function recordAfter(world: World, kept: KeptRecord, proposed: Proposed): CptsRecord {
  const departmentOf = (code: string): string => {
    const found = world.commune.get(code);
    if (!found) throw new RangeError(`no commune has the code ${code}`);
    return found.departmentCode;
  };
  const context = { citation: "proposal", departmentOf };
  let after = kept;
  const { territory, missions, contract, indicators } = proposed;
  if (territory) after = applySection(after, "territory", territory, context);
  if (missions) after = applySection(after, "missions", missions, context);
  if (contract) after = applySection(after, "contract", contract, context);
  if (indicators) after = applySection(after, "indicators", indicators, context);
  return after.record;
}

function effectOn(world: World, next: World, slug: string, asOf: IsoDay): EffectOnDay {
  const before = cptsStanding(world, slug, asOf);
  const after = cptsStanding(next, slug, asOf);
  const codes = [...new Set([...before.departments, ...after.departments])];
  return {
    asOf,
    cpts: { before, after },
    departments: codes.flatMap((code) => {
      const department = world.departmentOf.get(code);
      if (!department) return [];
      const rowIn = (one: World) => departmentRow(departmentTotals(one, department, asOf, []));
      return [{ before: rowIn(world), after: rowIn(next) }];
    }),
  };
}

/** The first day on which one CPTS holds other communes, or stands at another stage, than it did. */
export function coverageChangesFrom(before: CptsRecord, after: CptsRecord): IsoDay | null {
  const days = [before, after].flatMap(({ memberships, events }) => [
    ...memberships.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...stageChangeDays(events),
  ]);
  return [...new Set(days)].sort().find((day) => countedOn(before, day) !== countedOn(after, day)) ?? null;
}

/** All that coverage counts of a CPTS on a day, as one text to compare. */
function countedOn({ memberships, events }: CptsRecord, day: IsoDay): string {
  const { stage, uncertain } = stageAt(events, day);
  const possible: Stage = uncertain?.possibleStage ?? stage;
  if (possible === "none") return "none";
  const held = memberships
    .filter(({ from, to }) => from <= day && (to === null || day < to))
    .map(({ commune, share, basis }) =>
      typeof share === "string"
        ? `${commune} ${share} ${basis}`
        : `${commune} ${share.numerator}/${share.denominator} ${basis}`,
    );
  return [stage, possible, ...held.sort()].join("\n");
}

function noLongerEstimated(before: CptsRecord, after: CptsRecord): number {
  const open = ({ memberships }: CptsRecord, basis: "declared" | "estimated") =>
    new Set(
      memberships.filter((one) => one.to === null && one.basis === basis).map(({ commune }) => commune),
    );
  const declared = open(after, "declared");
  return [...open(before, "estimated")].filter((commune) => declared.has(commune)).length;
}
