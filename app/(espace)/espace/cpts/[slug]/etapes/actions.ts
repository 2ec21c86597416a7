"use server";

import { notFound, redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { faultsOf } from "@/components/dossier/faults";
import { Forbidden } from "@/lib/auth/can";
import { recordStep } from "@/lib/commands/record-step";
import { textOf, typedIn, type Fault, type FormState } from "@/lib/schemas/form";

const NAMES = { kind: "L’étape", earliest: "Le jour", latest: "Le dernier jour possible", note: "La note" };

export async function stepAction(slug: string, state: FormState, form: FormData): Promise<FormState> {
  const page = `/espace/cpts/${encodeURIComponent(slug)}/etapes`;
  const viewer = await signedInViewer(page);
  const back = (faults: readonly Fault[]) => ({ answer: state.answer + 1, faults, typed: typedIn(form) });
  const input = {
    kind: textOf(form, "kind"),
    earliest: textOf(form, "earliest"),
    latest: textOf(form, "latest"),
    note: textOf(form, "note"),
  };
  const outcome = await recordStep({ viewer, today: await today() }, slug, input).catch((error: unknown) => {
    if (error instanceof Forbidden) return null;
    throw error;
  });
  if (outcome === null)
    return back([{ field: "form", message: "Votre compte ne permet pas d’enregistrer une étape ici." }]);
  if (outcome.ok) redirect(`${page}?fait=etape`);
  switch (outcome.error.kind) {
    case "invalid":
      return back(faultsOf(outcome.error.issues, NAMES));
    case "refused":
      return back([{ field: "form", message: outcome.error.why }]);
    default:
      notFound();
  }
}
