/**
 * « Pourquoi ce montant ? »: population → taille → barème → prorata or réalisation, each step with its
 * value and its source, ending on what is missing. Built on demand, never while computing.
 */
import type { Absence, Mark } from "../kernel/certainty";
import type { Cents } from "../kernel/money";
import { ACHIEVEMENT_SCALE, daysIncluding } from "./arithmetic";
import { type Article, articleOf, ARTICLES } from "./articles";
import { LINE_NAMES, PART_NAMES } from "./codes";
import type { Envelope } from "./envelope";
import { formulaOf } from "./formula";
import { RULINGS } from "./rules";
import type { EnvelopeLine } from "./line";
import { tierBounds } from "./size";
import { dayWords, moneyWords, percentWords } from "./words";

/** What a step measures; `fraction` holds a numerator and a denominator, shown as days or as a rate. */
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
    | "ventilation"
    | "du";
  readonly label: string;
  readonly value: StepValue;
  /** One French phrase under the value. */
  readonly detail: string;
  readonly source: string | null;
  readonly mark: Mark | null;
}

export interface Explanation {
  /** « Accès aux soins, part fixe ». */
  readonly title: string;
  readonly formula: string;
  readonly steps: readonly Step[];
  readonly article: Article;
  /** The text giving the contract precedence, when its amount replaced the schedule's. */
  readonly contractArticle: Article | null;
  /** What to enter for the due to be computed; null when nothing is missing. */
  readonly missing: string | null;
}

/** Explains one line of an envelope. Pure; throws nothing. */
export function explainLine(line: EnvelopeLine, context: Envelope): Explanation {
  const { short } = LINE_NAMES[line.line];
  return {
    title: line.part === "unknown" ? short : `${short}, part ${PART_NAMES[line.part]}`,
    formula: formulaOf(line, context.input.contractYear),
    steps: [...sizeSteps(context), ...amountSteps(line, context), ...dueSteps(line, context)],
    article: articleOf(line),
    contractArticle: line.contractCents === null ? null : ARTICLES.contract,
    missing: missingOf(line),
  };
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

function amountSteps(line: EnvelopeLine, { schedule, sizeTier }: Envelope): Step[] {
  const what =
    line.part === "unknown"
      ? "non ventilé"
      : `${LINE_NAMES[line.line].inline}, part ${PART_NAMES[line.part]}`;
  const fromSchedule: Step = {
    key: "bareme",
    label: "Barème",
    value:
      line.scheduleCents === null
        ? { unit: "absence", value: "a_confirmer" }
        : { unit: "cents", value: line.scheduleCents },
    detail: `${schedule.label}, ${what}, taille ${sizeTier}`,
    source: line.contractCents === null ? line.source : scheduleSource(line, schedule, sizeTier),
    mark: line.contractCents === null ? line.mark : scheduleMark(line, schedule, sizeTier),
  };
  if (line.contractCents === null) return [fromSchedule];
  const difference =
    line.differenceCents === null ? "" : `, écart au barème ${moneyWords(line.differenceCents)}`;
  return [
    fromSchedule,
    {
      key: "contrat",
      label: "Contrat",
      value: { unit: "cents", value: line.contractCents },
      detail: `montant du contrat, qui l’emporte${difference}`,
      source: line.source,
      mark: line.mark,
    },
  ];
}

function scheduleEntry(line: EnvelopeLine, schedule: Envelope["schedule"], tier: Envelope["sizeTier"]) {
  return schedule.grid[tier].find((entry) => entry.line === line.line && entry.part === line.part);
}

function scheduleSource(...args: Parameters<typeof scheduleEntry>): string | null {
  return scheduleEntry(...args)?.source ?? null;
}

function scheduleMark(...args: Parameters<typeof scheduleEntry>): Mark | null {
  return scheduleEntry(...args)?.mark ?? null;
}

function dueSteps(line: EnvelopeLine, { input }: Envelope): Step[] {
  const { absence } = RULINGS[line.reason];
  const article = articleOf(line);
  const step = (key: Step["key"], label: string, value: StepValue, detail: string): Step => ({
    key,
    label,
    value: absence === null ? value : { unit: "absence", value: absence },
    detail,
    source: article.convention === null ? article.source : `${article.source} ; ${article.convention}`,
    mark: null,
  });
  const { numerator, denominator } = line.fraction ?? { numerator: 1, denominator: 1 };
  const yearDays = daysIncluding(input.contractYear.start, input.contractYear.end);
  if (line.line === "non_ventile") {
    const detail = line.fraction
      ? "gagné par les missions, sur leur maximum"
      : formulaOf(line, input.contractYear);
    return [step("ventilation", "Ventilation", { unit: "cents_of", numerator, denominator }, detail)];
  }
  if (line.reason === "crisis_not_recognised" || line.reason === "crisis_unknown") {
    return [step("crise", "Crise", { unit: "cents", value: 0 }, "reconnaissance d’une crise par l’ARS")];
  }
  if (line.part === "variable") {
    const rate = {
      unit: "rate",
      numerator: line.fraction ? numerator : 0,
      denominator: line.fraction ? denominator : ACHIEVEMENT_SCALE,
    } as const;
    const detail = line.fraction
      ? `atteint à ${percentWords(numerator, denominator)}`
      : formulaOf(line, input.contractYear);
    return [step("realisation", "Réalisation", rate, detail)];
  }
  const days = line.reason === "not_started" ? 0 : line.fraction ? numerator : yearDays;
  const detail =
    line.startedOn === null
      ? formulaOf(line, input.contractYear)
      : `démarrage le ${dayWords(line.startedOn)}`;
  return [step("prorata", "Prorata", { unit: "days", numerator: days, denominator: yearDays }, detail)];
}

function missingOf({ reason }: EnvelopeLine): string | null {
  switch (reason) {
    case "start_unknown":
      return "la date de démarrage de la mission";
    case "achievement_unknown":
      return "les résultats de l’année";
    case "crisis_unknown":
      return "la reconnaissance, ou non, d’une crise par l’ARS";
    case "missions_unknown":
      return "ce que gagne chaque mission";
    case "created_later":
      return "la date à laquelle le contrat a intégré la mission";
    case "no_amount":
      return "le montant inscrit au contrat";
    case "past_term":
      return "le renouvellement du contrat";
    default:
      return null;
  }
}
