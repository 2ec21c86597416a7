"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { currentViewer } from "@/app/viewer";
import { acceptProposal, returnProposal, withdrawProposal } from "@/lib/commands/decisions";
import { textOf, type FormState } from "@/lib/schemas/form";
import { answered, faultsOf, SIGNED_OUT, versionOf } from "../form-state";

export async function decideAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const viewer = await currentViewer();
  if (viewer.accountId === null) return answered(state, form, [{ field: "form", message: SIGNED_OUT }]);
  const actor = { viewer, today: await today() };
  const comment = textOf(form, "comment");
  const done = await faultsOf(
    () =>
      form.get("decision") === "accept"
        ? acceptProposal(actor, id, { recordVersion: versionOf(form.get("recordVersion")), comment })
        : returnProposal(actor, id, comment),
    "Le commentaire",
  );
  if ("value" in done) redirect(`/espace/propositions/${id}?fait=decision`);
  // The page shows again what is compared, as it is now.
  refresh();
  return answered(state, form, done.faults);
}

export async function withdrawAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const viewer = await currentViewer();
  if (viewer.accountId === null) return answered(state, form, [{ field: "form", message: SIGNED_OUT }]);
  const done = await faultsOf(async () => withdrawProposal({ viewer, today: await today() }, id), "");
  if ("value" in done) redirect(`/espace/propositions/${id}?fait=retrait`);
  refresh();
  return answered(state, form, done.faults);
}
