/**
 * How certain a figure may look, from its file to the screen and the export.
 *
 * - `V` verified: read in a named public source;
 * - `D` derived: forced by arithmetic from verified figures;
 * - `H` hypothesis: a working value to be confirmed, never shown as a fact.
 */
export type Mark = "V" | "D" | "H";

const ORDER: Record<Mark, number> = { V: 0, D: 1, H: 2 };

/** A sum is only as certain as its least certain part; the empty sum is certain. */
export function weakest(marks: readonly Mark[]): Mark {
  return marks.reduce<Mark>((worst, mark) => (ORDER[mark] > ORDER[worst] ? mark : worst), "V");
}

/**
 * Why a value is absent. Zero is a value, not an absence.
 *
 * - `non_communique`: it exists, no source gives it;
 * - `sans_objet`: it cannot exist here;
 * - `a_confirmer`: it depends on a rule or a date still to be verified.
 */
export type Absence = "non_communique" | "sans_objet" | "a_confirmer";

/** How a published number was stated: « près de 50 » is no 50, « plus de 45 500 » no 45 500. */
export type Qualifier = "exact" | "about" | "more_than" | "less_than" | "up_to" | "at_least";
