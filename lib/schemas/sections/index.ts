import type { z } from "zod";
import type { Contents, Section } from "../../record/sections";
import { contractForm } from "./contract";
import { identityForm } from "./identity";
import { indicatorsForm } from "./indicators";
import { partnersForm, professionalsForm } from "./people";
import { missionsForm, projectForm } from "./project";
import { territoryForm } from "./territory";

export { draftContent, MOST_DRAFT_CHARACTERS, type DraftContent, type DraftValue } from "./draft";
export { fingerprint } from "./fingerprint";
export { formValues } from "./form-values";
export { MOST_COMMUNES } from "./territory";

/** One schema per section: what its form holds goes in, what the record holds comes out. */
export const SECTION_FORMS: { readonly [S in Section]: z.ZodType<Contents[S]> } = {
  identity: identityForm,
  territory: territoryForm,
  professionals: professionalsForm,
  partners: partnersForm,
  project: projectForm,
  missions: missionsForm,
  contract: contractForm,
  indicators: indicatorsForm,
};

/** What is wrong with one field, in French, after the field's name: « est obligatoire… ». */
export interface FieldIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The content of a section, or everything that is wrong with its form. */
export function parseSection<S extends Section>(
  section: S,
  form: unknown,
): { readonly content: Contents[S] } | { readonly issues: readonly FieldIssue[] } {
  const parsed = SECTION_FORMS[section].safeParse(form);
  return parsed.success ? { content: parsed.data } : { issues: issuesOf(parsed.error) };
}

/** What zod found wrong, field by field. */
export function issuesOf({ issues }: z.ZodError): FieldIssue[] {
  return issues.map(({ path, message }) => ({
    path: path.map((step) => (typeof step === "number" ? step : String(step))),
    message,
  }));
}
