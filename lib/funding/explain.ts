/**
 * « Pourquoi ce montant ? »: population → taille → barème → prorata or réalisation, each step with its
 * value and its source, ending on what is missing. Built on demand, never while computing.
 */
import { type Article, articleOf, ARTICLES } from "./articles";
import { LINE_NAMES, PART_NAMES } from "./codes";
import type { Envelope } from "./envelope";
import { formulaOf } from "./formula";
import type { EnvelopeLine } from "./line";
import { type Step, stepsOf } from "./steps";

export interface Explanation {
  /** « Accès aux soins, volet fixe ». */
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
    title: line.part === "unknown" ? short : `${short}, volet ${PART_NAMES[line.part]}`,
    formula: formulaOf(line, context.input.contractYear),
    steps: stepsOf(line, context),
    article: articleOf(line),
    contractArticle: line.contractCents === null ? null : ARTICLES.contract,
    missing: missingOf(line),
  };
}

function missingOf({ reason }: EnvelopeLine): string | null {
  switch (reason) {
    case "start_unknown":
      return "la date de démarrage de la mission";
    case "achievement_unknown":
      return "les résultats de l’année";
    case "indicators_unknown":
      return "la valeur de chaque indicateur";
    case "indicators_mismatch":
      return "des indicateurs qui totalisent l’enveloppe de la ligne";
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
