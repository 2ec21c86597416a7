import { count, NBSP } from "@/lib/format/fr";
import type { DueKind } from "@/lib/funding";
import type { ContractDue } from "@/lib/queries/money/ledger";

/** What each instalment is, in a table. */
export const DUE_KIND: Readonly<Record<DueKind, string>> = {
  signature: "en entier, à la signature",
  advance: `avance de 75${NBSP}%`,
  balance: "solde",
  variable: "volet variable, avec le solde",
  repayment: "reprise des sommes non acquises",
};

export interface StandingWords {
  readonly tone: "ok" | "warn" | "late" | "quiet";
  readonly text: string;
}

/** Where an instalment stands: paid, short, late, to come. */
export function standingOf({ status, daysLate, kind, isRecorded }: ContractDue): StandingWords {
  if (!isRecorded && status !== "upcoming") return { tone: "quiet", text: "Versement non communiqué" };
  const back = kind === "repayment";
  switch (status) {
    case "paid":
      return { tone: "ok", text: `${back ? "Repris" : "Versé"}${delay(daysLate)}` };
    case "short":
      return daysLate !== null && daysLate >= 0
        ? { tone: "late", text: `${back ? "Repris" : "Versé"} en partie, ${late(daysLate)}` }
        : { tone: "warn", text: `${back ? "Repris" : "Versé"} en partie, en avance` };
    case "unpaid":
      return { tone: "late", text: `${back ? "Non repris" : "Non versé"}, ${late(daysLate ?? 0)}` };
    case "upcoming":
      return { tone: "quiet", text: "À venir" };
    case "unconfirmed":
      return { tone: "warn", text: "Versé, dû non arrêté" };
  }
}

const late = (days: number): string => (days === 0 ? "attendu ce jour" : `${count(days, "jour")} de retard`);

function delay(days: number | null): string {
  if (days === null || days === 0) return " au jour dit";
  return days > 0 ? `, ${count(days, "jour")} après` : `, ${count(-days, "jour")} avant`;
}
