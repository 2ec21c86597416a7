import type { Mission, PartyKind, Profession } from "../record/cpts";
import type { Section } from "../record/sections";
import type { Requirement } from "./requirements";
import type { Subject } from "./subject";

/** `missing`: nothing says it; `odd`: two things said do not go together; `late`: a deadline is past. */
export type Severity = "missing" | "odd" | "late";

/** What exactly a rule is about, where it names something. */
export type About =
  | { readonly kind: "mission"; readonly mission: Mission }
  | { readonly kind: "commune"; readonly code: string }
  | { readonly kind: "party"; readonly party: PartyKind }
  | { readonly kind: "profession"; readonly profession: Profession };

export interface Rule {
  readonly id: string;
  readonly section: Section;
  readonly severity: Severity;
  /** In a few words, for a list: « Territoire non renseigné ». */
  readonly title: string;
  /** Why it matters. */
  readonly reason: string;
  /** How to mend it, in its section. */
  readonly mend: string;
  /** What the record must have for the question to arise. All of them. */
  readonly requires: readonly Requirement[];
  /** Null where all is well; else what it is about, which may be nothing in particular. */
  readonly trips: (subject: Subject) => readonly About[] | null;
}

/** For rules that name nothing: whether they trip. */
export const when =
  (isBroken: (subject: Subject) => boolean): Rule["trips"] =>
  (subject) =>
    isBroken(subject) ? [] : null;

/** For rules that name what they found: they trip where there is some. */
export const naming =
  (find: (subject: Subject) => readonly About[]): Rule["trips"] =>
  (subject) => {
    const found = find(subject);
    return found.length === 0 ? null : found;
  };
