import { ABSENCE } from "@/lib/format/labels";
import { day, list, money } from "@/lib/format/fr";
import type { Part, Reason } from "@/lib/funding";
import type { MoneyFlag, PartReason } from "@/lib/queries/money/flags";

/** Why less is due than the contract could give, in a few words. */
const REASON: Partial<Readonly<Record<Reason, string>>> = {
  prorated: "au prorata du démarrage",
  shortened: "au prorata jusqu’à la fin",
  achieved: "selon les résultats",
  indicators: "selon les indicateurs",
  apportioned: "à proportion des missions",
  not_started: "mission pas encore démarrée",
};

/** What is missing for a due to be known. */
const MISSING: Partial<Readonly<Record<Reason, string>>> = {
  start_unknown: "démarrage de la mission non renseigné",
  achievement_unknown: "résultats non arrêtés",
  indicators_unknown: "résultats non arrêtés",
  indicators_mismatch: "indicateurs qui ne totalisent pas l’enveloppe",
  crisis_unknown: "crise reconnue ou non",
  created_later: "date d’intégration de la mission au contrat",
  no_amount: "aucun montant au barème ni au contrat",
  missions_unknown: "dépend de ce que gagnent les missions",
  past_term: "renouvellement du contrat non renseigné",
};

const PART: Readonly<Record<Part, string>> = {
  fixed: "volet fixe",
  variable: "volet variable",
  unknown: "",
};

export interface FlagWords {
  /** `ok`: an explained difference; `warn`: to look at; `late`: to act upon. */
  readonly tone: "ok" | "warn" | "late";
  readonly text: string;
}

/** One sentence for a difference and its reason. */
export function flagWords(flag: MoneyFlag): FlagWords {
  switch (flag.kind) {
    case "due_missing":
      return {
        tone: "warn",
        text: `Dû ${ABSENCE[flag.absence]}${flag.inPart ? " en partie" : ""} : ${list([
          ...new Set(flag.reasons.map(({ reason }) => MISSING[reason] ?? "voir le détail")),
        ])}`,
      };
    case "due_below":
      return { tone: "ok", text: `${money(flag.cents)} de moins que le contrat : ${reasons(flag.reasons)}` };
    case "late":
      return { tone: "late", text: `Il manque ${money(flag.cents)}, attendus le ${daysOf(flag.dues)}` };
    case "repayment_late":
      return { tone: "late", text: `${money(flag.cents)} à reprendre depuis le ${daysOf(flag.dues)}` };
    case "over":
      return {
        tone: "warn",
        text:
          flag.cents > 0
            ? `${money(flag.cents)} versés au-delà du dû`
            : `${money(-flag.cents)} repris en trop`,
      };
    case "unconfirmed":
      return { tone: "warn", text: `${money(flag.cents)} versés alors que le dû n’est pas arrêté` };
    case "spent_unknown":
      return { tone: "warn", text: "Dépenses de l’année non communiquées" };
    case "overspent":
      return { tone: "warn", text: `${money(flag.cents)} dépensés de plus que reçus, reports compris` };
    case "over_budget":
      return { tone: "warn", text: `${money(flag.cents)} au-delà du budget` };
  }
}

function reasons(parts: readonly PartReason[]): string {
  return list(parts.map(({ part, reason }) => [PART[part], REASON[reason]].filter(Boolean).join(" ")));
}

const daysOf = (dues: readonly { readonly dueOn: string }[]): string =>
  list([...new Set(dues.map(({ dueOn }) => day(dueOn)))]);

/** The same after a colon: « Prévention : il manque 692,62 € ». */
export function flagAfter(subject: string, flag: MoneyFlag): string {
  const { text } = flagWords(flag);
  return `${subject} : ${text.charAt(0).toLowerCase()}${text.slice(1)}.`;
}
