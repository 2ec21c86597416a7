import { count, day, decimal, list, NBSP } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import {
  measureWords,
  MISSIONS,
  scheduleById,
  type Envelope,
  type EnvelopeLine,
  type PaymentOfYear,
} from "@/lib/funding";
import {
  indicatorLabel,
  type MissionIndicators,
  type StateIndicator,
} from "@/lib/schemas/simulator/indicators";
import {
  startOf,
  WHOLE,
  type Hundredths,
  type MissionChange,
  type MissionState,
  type SimulatorState,
} from "@/lib/schemas/simulator/state";
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
    case "indicators":
      return fraction
        ? `indicateurs, atteints à ${decimal((100 * fraction.numerator) / fraction.denominator, 2)}${NBSP}%`
        : "";
    case "indicators_mismatch":
      return "les indicateurs ne totalisent pas le volet";
    case "indicators_unknown":
      return "valeur d’un indicateur non communiquée";
    case "achievement_unknown":
      return "indicateurs à saisir";
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

/** « Accès aux soins : démarrage le 01/04/2027, résultats atteints à 80 % ». */
export function missionWords(mission: MissionState, signedOn: string): string {
  const { start } = mission;
  const starts = start === null ? "à la signature" : `le ${day(startOf(start, signedOn))}`;
  return `${MISSION[mission.mission].short}\u00a0: démarrage ${starts}, ${resultWords(mission)}`;
}

function resultWords({ rate, rates, indicators }: MissionState): string {
  if (indicators) {
    if (indicators.list.length === 0) return "résultats par indicateurs, à saisir";
    return `${count(indicators.list.length, "indicateur")}\u00a0: ${indicators.list.map(measuredWords).join("\u00a0; ")}`;
  }
  const others = Object.entries(rates).map(([year, own]) => `${ratePercent(own ?? 0)} en année ${year}`);
  return `résultats atteints à ${ratePercent(rate)}${others.length > 0 ? `, ${list(others)}` : ""}`;
}

/** « Patients suivis (150 patients et 220 patients en année 2) ». */
function measuredWords(one: StateIndicator, index: number): string {
  const { value, values, unit } = one;
  const every = value === null ? "valeur non communiquée" : typeset(measureWords(value, unit));
  const others = Object.entries(values).map(
    ([year, own]) => `${typeset(measureWords(own ?? 0, unit))} en année ${year}`,
  );
  return `${indicatorLabel(one, index)} (${list([every, ...others])})`;
}

export function crisisWords(years: readonly number[]): string {
  if (years.length === 0) return "aucune";
  return years.length === 1 ? `en année ${years[0]}` : `en années ${list(years.map(String))}`;
}

/** What B changes of A, in words. */
export function changeWords({ changes, missions: inA }: SimulatorState): string[] {
  const { population, schedule, signedOn, crisisYears, missions } = changes;
  return [
    population === undefined ? null : count(population, "habitant"),
    signedOn === undefined ? null : `signature le ${day(signedOn)}`,
    schedule === undefined
      ? null
      : schedule === null
        ? "barème en vigueur chaque année"
        : `barème ${scheduleById(schedule)?.label ?? schedule}`,
    crisisYears === undefined ? null : `crise reconnue\u00a0: ${crisisWords(crisisYears)}`,
    ...MISSIONS.map((mission) => {
      const change = missions[mission];
      if (!change) return null;
      const said = [
        change.engaged === undefined ? null : change.engaged ? "retenue" : "non retenue",
        change.start === undefined
          ? null
          : `démarrage en ${change.start.slice(5)}/${change.start.slice(0, 4)}`,
        change.rate === undefined ? null : `résultats à ${ratePercent(change.rate)}`,
        ...valueWords(change, inA.find((one) => one.mission === mission)?.indicators),
      ].filter((one) => one !== null);
      return `${MISSION[mission].short}, ${said.join(", ")}`;
    }),
  ].filter((one) => one !== null);
}

/** « « Dossiers » à 210 dossiers »: the indicators whose value B changes. */
function valueWords({ values = {} }: MissionChange, indicators: MissionIndicators | undefined): string[] {
  return Object.entries(values).flatMap(([place, value]) => {
    const one = indicators?.list[Number(place) - 1];
    if (!one) return [];
    const label = indicatorLabel(one, Number(place) - 1);
    return `«${NBSP}${label}${NBSP}» à ${typeset(measureWords(value, one.unit))}`;
  });
}
