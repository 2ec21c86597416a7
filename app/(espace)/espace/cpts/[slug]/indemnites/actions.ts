"use server";

import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { faultsOf } from "@/components/dossier/faults";
import type { IndemnitiesState } from "@/components/money/indemnities-state";
import { Forbidden } from "@/lib/auth/can";
import { saveIndemnities } from "@/lib/commands/indemnities";
import type { Cents } from "@/lib/kernel/money";
import { textOf, typedIn } from "@/lib/schemas/form";

/** Keeps what professionals received in a calendar year. */
export async function indemnitiesAction(
  slug: string,
  year: number,
  state: IndemnitiesState,
  form: FormData,
): Promise<IndemnitiesState> {
  const page = `/espace/cpts/${encodeURIComponent(slug)}/indemnites?annee=${year}`;
  const viewer = await signedInViewer(page);
  const same: IndemnitiesState = { answer: state.answer + 1, faults: [], typed: typedIn(form), theirs: null };
  const fault = (message: string) => ({ ...same, faults: [{ field: "form", message }] });
  try {
    const outcome = await saveIndemnities({ viewer, today: await today() }, slug, year, {
      pasted: textOf(form, "totals"),
      version: Number(textOf(form, "version")),
    });
    if (!outcome.ok) {
      const refusal = outcome.error;
      if (refusal.kind === "invalid")
        return { ...same, faults: faultsOf(refusal.issues, { totals: "La liste" }) };
      if (refusal.kind === "conflict") {
        // Written by saveIndemnities from the totals as they stand.
        return {
          ...same,
          theirs: { ...refusal.theirs, content: refusal.theirs.content as readonly Cents[] },
        };
      }
      return fault(
        refusal.kind === "refused" ? refusal.why : "Cette année n’est pas de celles qui se saisissent.",
      );
    }
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
    return fault("Votre compte ne permet pas d’écrire ici.");
  }
  redirect(`${page}&fait=enregistrement`);
}
