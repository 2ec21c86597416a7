import { DIRECTIONS, isMission, MISSIONS, type Direction, type Mission } from "../../funding";
import { stepFaultOf } from "../indicator-steps";
import { decimalTyped, typedCents } from "../typed-amount";
import type { Asked } from "./asked";
import { rateField } from "./fields";
import {
  BASES,
  MOST_INDICATORS,
  MOST_LABEL,
  MOST_STEPS,
  MOST_UNIT,
  type Basis,
  type MissionIndicators,
  type StateIndicator,
  type StateStep,
} from "./indicators";
import { FIELD, JOINED } from "./names";
import { CONTRACT_YEARS } from "./state";

/** An indicator as typed, sound or not: the form is drawn from it, so that nothing typed is lost. */
export interface IndicatorDraft {
  readonly label: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly steps: readonly StepDraft[];
  /** Every year's, then that of each contract year. */
  readonly values: readonly string[];
  /** Its value in scenario B. */
  readonly b: string;
}

export interface StepDraft {
  readonly threshold: string;
  readonly amount: string;
}

export type IndicatorDrafts = Readonly<Partial<Record<Mission, readonly IndicatorDraft[]>>>;

/** What `resultats.<mission>` says of a rate, which is also what it leaves out. */
export const RATE = "taux";

/** As addresses say a direction. */
export const DIRECTION_CODE: Readonly<Record<Direction, string>> = { rising: "hausse", falling: "baisse" };

const BLANK_STEP: StepDraft = { threshold: "", amount: "" };
const VALUES = CONTRACT_YEARS.length + 1;
const BLANK: IndicatorDraft = {
  label: "",
  unit: "",
  direction: "rising",
  steps: [BLANK_STEP, BLANK_STEP],
  values: Array.from({ length: VALUES }, () => ""),
  b: "",
};

/** How a mission's results are given; null: by a rate. */
export function basisAsked(ask: Asked, mission: Mission): Basis | null {
  const name = FIELD.basis(mission);
  const text = ask.text(name);
  if (isBasis(text)) return text;
  if (text !== "" && text !== RATE) {
    ask.refuse(name, text, `n’est pas connu ; valeurs possibles : ${[RATE, ...BASES].join(", ")}`);
  }
  return null;
}

const isBasis = (text: string): text is Basis => BASES.some((one) => one === text);

/** The indicators as typed, with what a button of the form asked to add or to take away. */
export function draftsAsked(ask: Asked): IndicatorDrafts {
  const drafts: Partial<Record<Mission, readonly IndicatorDraft[]>> = {};
  const added = target(ask.text(FIELD.add));
  const removed = target(ask.text(FIELD.remove));
  for (const mission of MISSIONS) {
    let own = draftsOf(ask, mission);
    if (removed?.mission === mission) own = own.filter((_, i) => i + 1 !== removed.index);
    if (added?.mission === mission) own = withMore(own, added.index);
    if (own.length === 0 && isBasis(ask.text(FIELD.basis(mission)))) own = [BLANK];
    if (own.length > 0) drafts[mission] = own;
  }
  return drafts;
}

interface Target {
  readonly mission: Mission;
  /** From 1; null: the mission itself. */
  readonly index: number | null;
}

function target(text: string): Target | null {
  const [mission = "", index] = text.split(".");
  return isMission(mission) ? { mission, index: index === undefined ? null : Number(index) } : null;
}

/** One more indicator, or one more step of the indicator `index`; as they are where there is no more room. */
function withMore(drafts: readonly IndicatorDraft[], index: number | null): readonly IndicatorDraft[] {
  if (index === null) return drafts.length < MOST_INDICATORS ? [...drafts, BLANK] : drafts;
  return drafts.map((one, i) =>
    i + 1 === index && one.steps.length < MOST_STEPS ? { ...one, steps: [...one.steps, BLANK_STEP] } : one,
  );
}

function draftsOf(ask: Asked, mission: Mission): readonly IndicatorDraft[] {
  const drafts: IndicatorDraft[] = [];
  for (let index = 1; index <= MOST_INDICATORS; index += 1) {
    const names = [FIELD.label, FIELD.steps, FIELD.values].map((name) => name(mission, index));
    if (names.some((name) => ask.has(name))) drafts.push(draftAt(ask, mission, index));
  }
  const beyond = FIELD.label(mission, MOST_INDICATORS + 1);
  if (ask.has(beyond) || ask.has(FIELD.steps(mission, MOST_INDICATORS + 1))) {
    const reason = `ne compte pas : ${MOST_INDICATORS} indicateurs par mission au plus`;
    ask.refuse(beyond, ask.text(beyond) || `indicateur ${MOST_INDICATORS + 1}`, reason);
  }
  return drafts;
}

function draftAt(ask: Asked, mission: Mission, index: number): IndicatorDraft {
  const items = ask.items(FIELD.steps(mission, index), JOINED);
  if (items.length > 2 * MOST_STEPS) {
    const reason = `dépasse ${MOST_STEPS} paliers : les suivants ne comptent pas`;
    ask.refuse(FIELD.steps(mission, index), `${Math.ceil(items.length / 2)} paliers`, reason);
  }
  const steps = Array.from({ length: Math.min(MOST_STEPS, Math.ceil(items.length / 2)) }, (_, i) => ({
    threshold: items[2 * i] ?? "",
    amount: items[2 * i + 1] ?? "",
  }));
  const values = ask.items(FIELD.values(mission, index), JOINED);
  const direction = ask.text(FIELD.direction(mission, index));
  return {
    label: ask.text(FIELD.label(mission, index)),
    unit: ask.text(FIELD.unit(mission, index)),
    direction: DIRECTIONS.find((one) => DIRECTION_CODE[one] === direction) ?? "rising",
    steps: steps.length > 0 ? steps : [BLANK_STEP],
    values: Array.from({ length: VALUES }, (_, i) => values[i] ?? ""),
    b: ask.text(FIELD.b(FIELD.values(mission, index))),
  };
}

export interface ReadIndicators {
  readonly indicators: MissionIndicators;
  /** Values of scenario B, by the place of their indicator in the list, from 1. */
  readonly valuesOfB: Readonly<Record<number, number>>;
}

/** What the drafts of a mission say. An indicator without a step does not count yet; what is senseless is refused. */
export function readDrafts(
  ask: Asked,
  mission: Mission,
  basis: Basis,
  drafts: readonly IndicatorDraft[],
): ReadIndicators {
  const list: StateIndicator[] = [];
  const valuesOfB: Record<number, number> = {};
  drafts.forEach((draft, i) => {
    const read = readDraft(ask, mission, i + 1, basis, draft);
    if (!read) return;
    list.push(read);
    const name = FIELD.b(FIELD.values(mission, i + 1));
    const b = number(ask, name, draft.b);
    if (b !== null) valuesOfB[list.length] = b;
  });
  return { indicators: { basis, list }, valuesOfB };
}

function readDraft(
  ask: Asked,
  mission: Mission,
  index: number,
  basis: Basis,
  draft: IndicatorDraft,
): StateIndicator | null {
  const before = ask.ignored.length;
  const label = short(ask, FIELD.label(mission, index), draft.label, MOST_LABEL);
  const unit = short(ask, FIELD.unit(mission, index), draft.unit, MOST_UNIT);
  const steps = readSteps(ask, FIELD.steps(mission, index), basis, draft);
  const [value = null, ...yearly] = draft.values.map((text) =>
    number(ask, FIELD.values(mission, index), text),
  );
  if (ask.ignored.length > before || steps.length === 0) return null;
  const values: Record<number, number> = {};
  CONTRACT_YEARS.forEach((year, i) => {
    const own = yearly[i] ?? null;
    if (own !== null && own !== value) values[year] = own;
  });
  return { label, unit, direction: draft.direction, steps, value, values };
}

function readSteps(
  ask: Asked,
  name: string,
  basis: Basis,
  { steps, direction }: IndicatorDraft,
): StateStep[] {
  const read: StateStep[] = [];
  const rows = steps
    .map((step, i) => ({ ...step, at: `palier ${i + 1}` }))
    .filter(({ threshold, amount }) => threshold !== "" || amount !== "");
  for (const { threshold: typed, amount: sum, at } of rows) {
    if (sum === "") ask.refuse(name, typed, `n’a pas de montant (${at}) : ajoutez-le, ou effacez la valeur`);
    else if (typed === "") ask.refuse(name, sum, `n’a pas de valeur à atteindre (${at}) : ajoutez-la`);
    else {
      const threshold = decimalTyped(typed);
      const amount = basis === "euros" ? typedCents(sum) : rateField.safeParse(sum).data;
      if (threshold === null) ask.refuse(name, typed, `n’est pas un nombre (${at}), par exemple 80 ou 12,5`);
      else if (amount === undefined || amount === null) ask.refuse(name, sum, `${AMOUNT[basis]} (${at})`);
      else read.push({ threshold, amount });
    }
  }
  if (read.length < rows.length || read.length === 0) return [];
  const fault = stepFaultOf(
    read.map(({ threshold, amount }) => ({ threshold, amountCents: amount })),
    direction,
  );
  if (!fault) return read;
  const row = rows[fault.step ?? 0];
  ask.refuse(
    name,
    (fault.on === "amount" ? row?.amount : row?.threshold) ?? "",
    `(${row?.at}) ${fault.message}`,
  );
  return [];
}

const AMOUNT: Readonly<Record<Basis, string>> = {
  euros: "n’est pas un montant en euros, par exemple 12 000",
  parts: "n’est pas une part de 0 à 100 %, par exemple 40",
};

function number(ask: Asked, name: string, text: string): number | null {
  if (text === "") return null;
  const value = decimalTyped(text);
  if (value === null) ask.refuse(name, text, "n’est pas un nombre, par exemple 82 ou 12,5");
  return value;
}

function short(ask: Asked, name: string, text: string, most: number): string {
  const one = text.replace(/\s+/g, " ");
  if (one.length <= most) return one;
  ask.refuse(name, `${one.slice(0, 20)}…`, `dépasse ${most} caractères : abrégez`);
  return "";
}
