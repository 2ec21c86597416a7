import { MISSION } from "@/lib/format/labels";
import type { Mission } from "@/lib/record/cpts";
import type { Fault } from "@/lib/schemas/form";
import { resultField } from "@/lib/schemas/results";
import type { FieldIssue } from "@/lib/schemas/sections";
import { faultsOf } from "../dossier/faults";

const NAMES: Readonly<Record<string, string>> = {
  crisisRecognised: "La réponse sur la crise",
  comment: "Le commentaire sur l’année",
  settledOn: "Le jour du dialogue de gestion",
  meetingId: "La réunion",
  unknown: "La case des valeurs qui ne seront pas connues",
  sums: "Les indicateurs",
  achievement: "Le taux d’atteinte",
  value: "La valeur",
  documentId: "Le document",
  link: "Le lien",
  shown: "Le commentaire",
};

/** As the form's fields are called, where the schema's are called otherwise. */
const FIELD: Readonly<Record<string, string>> = {
  crisisRecognised: "crisis",
  meetingId: "meeting",
  achievement: "rate",
  documentId: "document",
};

/** What a command found wrong with results, each with its field and, in words, its mission and indicator. */
export function resultFaults(
  issues: readonly FieldIssue[],
  missions: readonly { readonly mission: string }[],
): Fault[] {
  return issues.flatMap(({ path, message }) => {
    const place = placeOf(path, missions);
    const name = NAMES[place.name];
    const where = place.mission === null ? "" : ` (${placeWords(place.mission, place.indicator)})`;
    const said = name === undefined ? message : `${name}${where} ${message}`;
    return faultsOf([{ path: [place.field], message: said }], {});
  });
}

function placeOf(
  [first, index, field, rank, part]: FieldIssue["path"],
  missions: readonly { mission: string }[],
) {
  const mission = first === "missions" ? (missions[Number(index)]?.mission ?? null) : null;
  if (mission === null) {
    const name = String(first ?? "form");
    return { name, mission, indicator: null, field: FIELD[name] ?? name };
  }
  const inIndicator = field === "indicators" && rank !== undefined;
  const name = String((inIndicator ? part : field) ?? "");
  const indicator = inIndicator ? Number(rank) : null;
  return {
    // The comment that shows a result, not that on the year.
    name: name === "comment" ? "shown" : name,
    mission,
    indicator,
    field: resultField(FIELD[name] ?? name, mission, indicator ?? undefined),
  };
}

function placeWords(mission: string, indicator: number | null): string {
  const name = mission in MISSION ? MISSION[mission as Mission].short : mission;
  return indicator === null ? name : `${name}, indicateur ${indicator + 1}`;
}
