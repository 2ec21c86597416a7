/** The steps of an explanation: one value each, with its French phrase, its source and its mark. */
import type { Absence, Mark } from "../kernel/certainty";
import type { Cents } from "../kernel/money";
import { articleOf } from "./articles";
import { LINE_NAMES, PART_NAMES } from "./codes";
import { type ContractYear, wholeYearDays } from "./contract-years";
import type { Envelope } from "./envelope";
import { formulaOf } from "./formula";
import { indicatorWords } from "./indicator-words";
import type { EnvelopeLine } from "./line";
import { RULINGS } from "./rules";
import { tierBounds } from "./size";
import { dayWords, moneyWords, percentWords } from "./words";

/** What a step measures, in its unit; fractions stay a numerator and a denominator until shown. */
export type StepValue =
  | { readonly unit: "inhabitants"; readonly value: number }
  | { readonly unit: "tier"; readonly value: number }
  | { readonly unit: "cents"; readonly value: Cents }
  | { readonly unit: "days" | "rate" | "cents_of"; readonly numerator: number; readonly denominator: number }
  | { readonly unit: "absence"; readonly value: Absence };

export interface Step {
  readonly key:
    | "population"
    | "taille"
    | "bareme"
    | "contrat"
    | "crise"
    | "prorata"
    | "realisation"
    | "indicateur"
    | "ventilation"
    | "du";
  readonly label: string;
  readonly value: StepValue;
  /** One French phrase under the value. */
  readonly detail: string;
  readonly source: string | null;
  readonly mark: Mark | null;
}

/** From the population to the due, in the order in which they are read. */
export function stepsOf(line: EnvelopeLine, context: Envelope): Step[] {
  return [
    ...sizeSteps(context),
    scheduleStep(line, context),
    ...contractSteps(line),
    ...indicatorSteps(line),
    dueStep(line, context),
  ];
}

function sizeSteps({ input, schedule, sizeTier, sizeTierStated }: Envelope): Step[] {
  const { label, note } = tierBounds(sizeTier, schedule.sizes);
  const { population, populationSource = null } = input;
  return [
    {
      key: "population",
      label: "Population",
      value:
        population === null
          ? { unit: "absence", value: "non_communique" }
          : { unit: "inhabitants", value: population },
      detail: population === null ? "population non communiquée" : "habitants",
      source: populationSource,
      mark: null,
    },
    {
      key: "taille",
      label: "Taille",
      value: { unit: "tier", value: sizeTier },
      detail: sizeTierStated ? `${label} ; taille donnée par la source` : label,
      source: population === 80_000 && note ? note : schedule.source.title,
      mark: null,
    },
  ];
}

function scheduleStep({ line, part, scheduleCents }: EnvelopeLine, { schedule, sizeTier }: Envelope): Step {
  const entry = schedule.grid[sizeTier].find((one) => one.line === line && one.part === part);
  const what = part === "unknown" ? "non ventilé" : `${LINE_NAMES[line].inline}, volet ${PART_NAMES[part]}`;
  return {
    key: "bareme",
    label: "Barème",
    value:
      scheduleCents === null
        ? { unit: "absence", value: "a_confirmer" }
        : { unit: "cents", value: scheduleCents },
    detail: `${schedule.label}, ${what}, taille ${sizeTier}`,
    source: entry?.source ?? null,
    mark: entry?.mark ?? null,
  };
}

function contractSteps({ contractCents, differenceCents, source, mark }: EnvelopeLine): Step[] {
  if (contractCents === null) return [];
  const difference = differenceCents === null ? "" : `, écart au barème ${moneyWords(differenceCents)}`;
  return [
    {
      key: "contrat",
      label: "Contrat",
      value: { unit: "cents", value: contractCents },
      detail: `montant du contrat, qui l’emporte${difference}`,
      source,
      mark,
    },
  ];
}

/** One step per indicator: its value, the step it reaches, what it earns. */
function indicatorSteps({ indicators, reason }: EnvelopeLine): Step[] {
  if (!indicators || reason === "not_started" || RULINGS[reason].absence === "sans_objet") return [];
  return indicators.map((outcome) => ({
    key: "indicateur",
    label: "Indicateur",
    value:
      outcome.earnedCents === null
        ? { unit: "absence", value: "non_communique" }
        : { unit: "cents", value: outcome.earnedCents },
    detail: indicatorWords(outcome),
    source: null,
    mark: null,
  }));
}

/** The last step: what the rule applies to the amount, or the absence it ends on. */
function dueStep(line: EnvelopeLine, { input }: Envelope): Step {
  const article = articleOf(line);
  const { absence } = RULINGS[line.reason];
  const { key, label, value, detail } = applied(line, input.contractYear);
  return {
    key,
    label,
    value: absence === null ? value : { unit: "absence", value: absence },
    detail: detail ?? formulaOf(line, input.contractYear),
    source: article.convention === null ? article.source : `${article.source} ; ${article.convention}`,
    mark: null,
  };
}

type Applied = Pick<Step, "key" | "label" | "value"> & { readonly detail: string | null };

function applied(line: EnvelopeLine, year: ContractYear): Applied {
  const { reason, fraction, startedOn, part } = line;
  const whole: StepValue = { unit: "cents", value: typeof line.due === "number" ? line.due : 0 };
  if (line.line === "fonctionnement" && reason !== "shortened") {
    return { key: "du", label: "Dû", value: whole, detail: null };
  }
  if (line.line === "non_ventile") {
    const value: StepValue = fraction ? { unit: "cents_of", ...fraction } : whole;
    const detail = fraction ? "gagné par les missions, sur leur maximum" : null;
    return { key: "ventilation", label: "Ventilation", value, detail };
  }
  if (reason === "crisis_not_recognised" || reason === "crisis_unknown") {
    return { key: "crise", label: "Crise", value: whole, detail: "reconnaissance d’une crise par l’ARS" };
  }
  if (part === "variable") {
    const value: StepValue = fraction ? { unit: "rate", ...fraction } : whole;
    const detail = fraction ? `atteint à ${percentWords(fraction.numerator, fraction.denominator)}` : null;
    return { key: "realisation", label: "Réalisation", value, detail };
  }
  const denominator = wholeYearDays(year);
  if (reason === "shortened" && fraction) {
    return { key: "prorata", label: "Prorata", value: { unit: "days", ...fraction }, detail: null };
  }
  const numerator = reason === "not_started" ? 0 : (fraction?.numerator ?? denominator);
  const detail = startedOn === null ? null : `démarrage le ${dayWords(startedOn)}`;
  return { key: "prorata", label: "Prorata", value: { unit: "days", numerator, denominator }, detail };
}
