import { count, day as written, integer, list } from "@/lib/format/fr";
import type { TerritoryFigures } from "@/lib/coverage";
import type { DraftContent } from "@/lib/schemas/sections";
import { territoryIn, type Change } from "@/lib/territory/edit";
import type { SectionWords } from "../forms/section";

type NameOf = (code: string) => string;

/** The figures in one sentence, for the live region. */
export function figuresSaid({ communes, population, tier }: TerritoryFigures): string {
  const inhabitants =
    population.max > population.min
      ? `de ${integer(population.min)} à ${integer(population.max)} habitants`
      : `${integer(population.min)} habitants`;
  return `${count(communes, "commune")}, ${inhabitants}${tier ? `, taille ${tier.tier}` : ""}.`;
}

/** What was just done: « Maringues ajoutée. » */
export function changeSaid(change: Change, nameOf: NameOf): string {
  switch (change.kind) {
    case "added":
    case "removed": {
      const done = change.kind === "added" ? "ajoutée" : "retirée";
      const { codes } = change;
      return codes.length === 1
        ? `${nameOf(codes[0] ?? "")} ${done}.`
        : `${integer(codes.length)} communes ${done}s.`;
    }
    case "noted":
      return `Explication notée pour ${nameOf(change.code)}.`;
    case "shared":
      return `Part de commune changée pour ${nameOf(change.code)}.`;
    case "dated":
      return "Date d’effet changée.";
    case "undone":
      return `Annulé\u00a0: ${undone(change.what, nameOf)}`;
  }
}

function undone(change: Change, nameOf: NameOf): string {
  if (change.kind === "added") return `ajout de ${namesOf(change.codes, nameOf)}.`;
  if (change.kind === "removed") return `retrait de ${namesOf(change.codes, nameOf)}.`;
  if (change.kind === "dated") return "date d’effet.";
  if (change.kind === "noted") return `explication de ${nameOf(change.code)}.`;
  if (change.kind === "shared") return `part de ${nameOf(change.code)}.`;
  return "";
}

const SHOWN = 4;

/** « Riom, Volvic et 3 autres communes ». */
export function namesOf(codes: readonly string[], nameOf: NameOf): string {
  const names = codes.slice(0, SHOWN).map(nameOf);
  const rest = codes.length - names.length;
  if (rest <= 0) return list(names);
  return list([...names, rest === 1 ? "1 autre commune" : `${integer(rest)} autres communes`]);
}

/** « brouillon, effet au 01/01/2027 ». */
export function factsSaid(isDraft: boolean, day: string | null): string {
  const what = isDraft ? "brouillon" : "tel que dans la fiche";
  return day === null ? what : `${what}, effet au ${written(day)}`;
}

/** How faults and conflicts name what the territory's form holds. */
export function sectionWords(values: DraftContent, nameOf: NameOf): SectionWords {
  const items = Array.isArray(values.communes) ? values.communes : [];
  return {
    label: ([field, index, part]) => {
      if (field === "from") return "La date d’effet";
      if (typeof index !== "number") return "La liste des communes";
      const item = items[index];
      const code = typeof item === "object" && item !== null && !Array.isArray(item) ? item.code : null;
      const name = typeof code === "string" ? nameOf(code) : `la commune ${index + 1}`;
      return part === "note" ? `L’explication pour ${name}` : part === "share" ? `La part de ${name}` : name;
    },
    words: ([field], value) => {
      if (field === "from")
        return typeof value === "string" && value !== "" ? written(value) : "non indiquée";
      const held = [...territoryIn({ communes: value }).communes.keys()];
      return held.length === 0
        ? "aucune commune"
        : `${count(held.length, "commune")}\u00a0: ${list(held.map(nameOf))}`;
    },
  };
}
