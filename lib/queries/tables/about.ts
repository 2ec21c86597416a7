import type { About } from "../../export";
import { ABSENCE, MARK } from "../../format/labels";
import { LICENCE, REFERENCE_CREDITS } from "../../format/credits";
import { scheduleInForce } from "../../funding";
import type { Ask } from "../ask";

type Note = About["notes"][number];

/** Where the product is reached, as far as it is known for sure: files travel away from their page. */
export type Origin = string | null;

/** Where the figures of a file stand: its day, its page, its licence, what narrows it, what it is made of. */
export function aboutOf(
  { today, asOf }: Pick<Ask, "today" | "asOf">,
  origin: Origin,
  address: string,
  notes: readonly Note[],
): About {
  return {
    madeOn: today,
    asOf,
    address: (origin ?? "") + address,
    licence: `${LICENCE.title} (${LICENCE.url})`,
    notes: [...notes, ...REFERENCE_CREDITS.map((credit) => ({ label: "Référence", text: credit }))],
  };
}

/** What narrows the rows: « aucun » is said too. */
export const filtersNote = (filters: readonly string[]): Note => ({
  label: "Filtres",
  text: filters.length === 0 ? "aucun : toutes les lignes" : filters.join(" ; "),
});

/** The letters that follow an amount. */
export const MARKS_NOTE: Note = {
  label: "Marques",
  text: (["V", "D", "H"] as const)
    .map((mark) => `${mark} ${MARK[mark].name.toLowerCase()} : ${MARK[mark].meaning}`)
    .join(" ; "),
};

/** The schedule that amounts of this day are read in. */
export function scheduleNote(asOf: string): Note {
  const schedule = scheduleInForce(asOf);
  return {
    label: "Barème",
    text: schedule ? `${schedule.label}, ${schedule.source.reference}` : `${ABSENCE.sans_objet} à cette date`,
  };
}

export const ESTIMATED_NOTE: Note = {
  label: "Périmètres estimés",
  text: "Où aucune source ne donne les communes d’une CPTS, celles de l’intercommunalité de même nom en tiennent lieu ; elles sont marquées « Estimé ».",
};
