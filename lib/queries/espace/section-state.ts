import type { Submission } from "../../db/repositories/submissions";
import type { Section } from "../../record/sections";

/** Where a section stands: as in the record, being typed, waiting for a decision, or sent back. */
export type Standing = "up_to_date" | "draft" | "proposed" | "returned";

/** `last`: the last round of the CPTS, with the sections it proposed. */
export function sectionStanding(
  section: Section,
  isTyped: boolean,
  last: { readonly status: Submission["status"]; readonly sections: readonly Section[] } | null,
): Standing {
  const isIn = last?.sections.includes(section) ?? false;
  if (isIn && last?.status === "submitted") return "proposed";
  if (!isTyped) return "up_to_date";
  return isIn && last?.status === "returned" ? "returned" : "draft";
}
