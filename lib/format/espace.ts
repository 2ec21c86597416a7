/** The words of what waits in the private part. */
import type { Span } from "../kernel/date";
import type { Mission } from "../record/cpts";
import type { About, Severity } from "../quality";
import { list, NBSP, when } from "./fr";
import { MISSION, PARTY, PROFESSION } from "./labels";

export const SEVERITY: Readonly<Record<Severity, string>> = {
  late: "En retard",
  missing: "Manque",
  odd: "À vérifier",
};

interface Dated {
  readonly kind: "mission_start" | "mission_deployed" | "anniversary" | "term";
  readonly mission?: Mission;
  readonly year?: number;
  readonly on: Span;
}

/** « Démarrage de la mission Prévention », « Terme du contrat ». */
export function deadlineWords({ kind, mission, year }: Dated): string {
  const name = mission ? `«${NBSP}${MISSION[mission].short}${NBSP}»` : "";
  switch (kind) {
    case "mission_start":
      return `Démarrage attendu de la mission ${name}`;
    case "mission_deployed":
      return `Déploiement complet attendu de la mission ${name}`;
    case "anniversary":
      return `Fin de l’année ${year ?? ""} du contrat${NBSP}: solde de l’année`;
    case "term":
      return "Terme du contrat";
  }
}

/** Several of one day in one sentence: missions of a kind are told together. */
export function deadlinesWords(deadlines: readonly Dated[]): string {
  const told = deadlines.flatMap((deadline, index) => {
    const same = deadlines.filter(({ kind, mission }) => kind === deadline.kind && mission !== undefined);
    if (same.length < 2) return [deadlineWords(deadline)];
    if (deadlines.findIndex(({ kind }) => kind === deadline.kind) !== index) return [];
    const names = list(same.map(({ mission }) => (mission ? MISSION[mission].short : "")));
    return [
      deadline.kind === "mission_start"
        ? `Démarrage attendu des missions ${names}`
        : `Déploiement complet attendu des missions ${names}`,
    ];
  });
  return told
    .map((words, i) => (i === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1)))
    .join(`${NBSP}; `);
}

export const deadlineDay = ({ on }: Pick<Dated, "on">): string => when(on);

/** What a finding names: « Accès aux soins », « Vichy », « ARS ». */
export function aboutWords(about: About, communes: Readonly<Record<string, string>>): string {
  switch (about.kind) {
    case "mission":
      return MISSION[about.mission].short;
    case "party":
      return PARTY[about.party];
    case "profession":
      return PROFESSION[about.profession][1];
    case "commune":
      return communes[about.code] ?? about.code;
  }
}
