/** Which text each rule rests on, and how far: quoted beside every explained amount. */
import { DEADLINES_SOURCE } from "./deadlines";
import type { Reason } from "./rules";
import type { EnvelopeLine } from "./line";

export interface Article {
  /** What the text says (French). */
  readonly rule: string;
  /** Where it says so. */
  readonly source: string;
  /** What the text does not say and Maillage chose; null when nothing was chosen. */
  readonly convention: string | null;
}

const AGREEMENT = "Accord du 20/06/2019, art. 9.1 (JORF du 24/08/2019) ; juriblio.fr, annexe 307390210";
const SENATE = "Sénat, rapport r25-032, octobre 2025";
const METHOD = "Méthode de Maillage";

export const ARTICLES = {
  fonctionnement: {
    rule: "Versé en entier à la signature ; ensuite, à chaque anniversaire, avance de 75 % du dû, solde avec celui de l’année.",
    source: AGREEMENT,
    convention: null,
  },
  fixed: {
    rule: "Volet fixe : 75 % au démarrage de la mission, au prorata jusqu’à l’anniversaire du contrat ; puis, à chaque anniversaire, solde de l’année et 75 % de la suivante.",
    source: SENATE,
    convention:
      "Prorata en jours exacts, jour du démarrage compris, sur les jours de l’année du contrat ; arrondi au centime.",
  },
  variable: {
    rule: "Volet variable : selon l’atteinte des indicateurs fixés au contrat, jamais au-delà de l’enveloppe.",
    source: "Contrats de CPTS en vigueur ; accord du 20/06/2019 (JORF du 24/08/2019)",
    convention: "Sans prorata l’année du démarrage ; versée avec le solde de l’année.",
  },
  indicators: {
    rule: "Volet variable : chaque indicateur du contrat a un montant, tout ou rien ou par paliers ; ensemble ils font exactement l’enveloppe.",
    source: "Contrats de CPTS en vigueur ; accord du 20/06/2019 (JORF du 24/08/2019)",
    convention: "Sans prorata l’année du démarrage ou de la fin ; versé avec le solde de l’année.",
  },
  ended: {
    rule: "Rien n’est acquis après la fin du contrat ; à la résiliation, les sommes avancées et non acquises sont reprises.",
    source: "Accord du 20/06/2019 (JORF du 24/08/2019)",
    convention:
      "Acquis : fonctionnement et volets fixes en jours exacts jusqu’à la fin du contrat ou de la mission, ce jour exclu, qu’elle vienne d’une résiliation ou d’un terme en cours d’année ; volet variable selon les résultats arrêtés.",
  },
  crisis: {
    rule: "Volet variable des crises sanitaires : seulement si l’ARS reconnaît une crise dans l’année.",
    source: "Avenant 2 à l’accord (JORF du 31/03/2022)",
    convention: null,
  },
  notItemised: {
    rule: "Maximum publié, moins les lignes du barème ; aucune source ne dit à quelle mission il revient.",
    source: METHOD,
    convention:
      "Compte quand les deux missions complémentaires sont engagées ; dû dans la proportion de ce que les missions gagnent.",
  },
  term: {
    rule: "Contrat de cinq ans, renouvelable : après le terme, rien n’est dû sans renouvellement.",
    source: "Accord du 20/06/2019 (JORF du 24/08/2019)",
    convention: "Terme dépassé, renouvellement non renseigné : le dû est « à confirmer ».",
  },
  contract: {
    rule: "L’annexe du contrat fixe les montants par mission : ils l’emportent sur le barème.",
    source: METHOD,
    convention: null,
  },
  deadlines: {
    rule: "Délais de démarrage et de déploiement des missions socle, comptés de la signature.",
    source: DEADLINES_SOURCE,
    convention: null,
  },
} as const satisfies Record<string, Article>;

const CRISIS_REASONS: ReadonlySet<Reason> = new Set<Reason>(["crisis_unknown", "crisis_not_recognised"]);

const ENDED_REASONS: ReadonlySet<Reason> = new Set<Reason>(["shortened", "contract_ended", "mission_ended"]);
const INDICATOR_REASONS: ReadonlySet<Reason> = new Set<Reason>([
  "indicators",
  "indicators_unknown",
  "indicators_mismatch",
]);

/** The text a line's due rests on. */
export function articleOf({ line, part, reason }: Pick<EnvelopeLine, "line" | "part" | "reason">): Article {
  if (reason === "past_term") return ARTICLES.term;
  if (ENDED_REASONS.has(reason)) return ARTICLES.ended;
  if (line === "non_ventile") return ARTICLES.notItemised;
  if (line === "fonctionnement") return ARTICLES.fonctionnement;
  if (CRISIS_REASONS.has(reason)) return ARTICLES.crisis;
  if (INDICATOR_REASONS.has(reason)) return ARTICLES.indicators;
  return part === "variable" ? ARTICLES.variable : ARTICLES.fixed;
}
