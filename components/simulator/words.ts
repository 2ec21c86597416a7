import { day, decimal, list, NBSP } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import type { Envelope, EnvelopeLine, PaymentOfYear } from "@/lib/funding";
import { startOf, WHOLE, type Hundredths, type MissionState } from "@/lib/schemas/simulator/state";
import { LINE_LABEL } from "../cpts/line-words";

export function ratePercent(rate: Hundredths): string {
  return `${decimal((100 * rate) / WHOLE, 2)}${NBSP}%`;
}

/** Why a line earns what it earns, in the few words of a table; `explainLine` says the whole. */
export function reasonWords({ line, reason, fraction }: EnvelopeLine, { input }: Envelope): string {
  switch (reason) {
    case "full":
      if (line === "fonctionnement")
        return input.contractYear.index === 1 ? "entier, à la signature" : "entier";
      return line === "non_ventile" ? "les missions gagnent leur maximum" : "année entière";
    case "prorated":
      return fraction ? `${fraction.numerator} jours sur ${fraction.denominator}` : "";
    case "achieved":
      return fraction
        ? `atteint à ${decimal((100 * fraction.numerator) / fraction.denominator, 2)}${NBSP}%`
        : "";
    case "apportioned":
      return "au prorata de ce que gagnent les missions";
    case "not_started":
      return "pas encore démarrée";
    case "crisis_not_recognised":
      return "aucune crise reconnue";
    case "options_not_engaged":
      return "si les deux options sont retenues";
    case "not_engaged":
      return "non retenue";
    default:
      return "";
  }
}

/** « Avances de l’année 2 », « Démarrage : accès aux soins », « Solde de l’année 1, volet variable compris ». */
export function paymentWords({ year, settles, instalments }: PaymentOfYear, opening: string): string {
  if (settles) {
    const variable = instalments.some(({ kind }) => kind === "variable");
    return `Solde de l’année ${year}${variable ? ", volet variable compris" : ""}`;
  }
  const [first] = instalments;
  if (year > 1 && first?.dueOn === opening) return `Avances de l’année ${year}`;
  const lines = list(instalments.map(({ line }) => LINE_LABEL[line]));
  return instalments.some(({ kind }) => kind === "signature")
    ? `Signature\u00a0: ${lines}`
    : `Démarrage\u00a0: ${lines}`;
}

/** « Accès aux soins : démarre le 01/04/2027, résultats 80 % ». */
export function missionWords(mission: MissionState, signedOn: string): string {
  const { rate, rates, start } = mission;
  const others = Object.entries(rates).map(([year, own]) => `${ratePercent(own ?? 0)} en année ${year}`);
  const starts = start === null ? "à la signature" : `le ${day(startOf(start, signedOn))}`;
  const results = `résultats atteints à ${ratePercent(rate)}${others.length > 0 ? `, ${list(others)}` : ""}`;
  return `${MISSION[mission.mission].short}\u00a0: démarrage ${starts}, ${results}`;
}

export function crisisWords(years: readonly number[]): string {
  if (years.length === 0) return "aucune";
  return years.length === 1 ? `en année ${years[0]}` : `en années ${list(years.map(String))}`;
}
