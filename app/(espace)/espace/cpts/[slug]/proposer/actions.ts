"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { currentViewer } from "@/app/viewer";
import { submitProposal } from "@/lib/commands/submissions";
import { BINDING_SECTIONS } from "@/lib/record/sections";
import { textOf, type FormState } from "@/lib/schemas/form";
import { answered, faultsOf, SIGNED_OUT, versionOf } from "../../../propositions/form-state";

export async function proposeAction(slug: string, state: FormState, form: FormData): Promise<FormState> {
  const viewer = await currentViewer();
  if (viewer.accountId === null) return answered(state, form, [{ field: "form", message: SIGNED_OUT }]);
  const drafts = Object.fromEntries(
    BINDING_SECTIONS.filter((section) => form.has(section)).map((section) => [
      section,
      versionOf(form.get(section)),
    ]),
  );
  const input = {
    recordVersion: versionOf(form.get("recordVersion")),
    drafts,
    message: textOf(form, "message"),
  };
  const done = await faultsOf(
    async () => submitProposal({ viewer, today: await today() }, slug, input),
    "Le message",
  );
  if ("value" in done) redirect(`/espace/propositions/${done.value.id}?fait=envoi`);
  // The page shows again what would be proposed, as it is now.
  refresh();
  return answered(state, form, done.faults);
}
