"use server";

import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { resultFaults } from "@/components/results/faults";
import { faultsOf } from "@/components/dossier/faults";
import type { ResultsState } from "@/components/results/results-state";
import { Forbidden } from "@/lib/auth/can";
import type { Refusal } from "@/lib/commands/outcome";
import { proposeResults, reopenYear, saveResults, settleResults } from "@/lib/commands/results";
import { yearSlug } from "@/lib/format/labels-results";
import type { YearRef, YearResults } from "@/lib/record/money";
import { textOf, typedIn, type FormState } from "@/lib/schemas/form";
import { resultsInForm } from "@/lib/schemas/results";

const FORBIDDEN = { field: "form", message: "Votre compte ne permet pas d’écrire ici." };
const GONE =
  "Cette année n’existe plus\u00a0: le contrat a changé entre-temps. Ce que vous avez tapé est toujours ci-dessous.";

/** Keeps, proposes or settles the results of a year, by the button pressed. */
export async function resultsAction(
  slug: string,
  ref: YearRef,
  state: ResultsState,
  form: FormData,
): Promise<ResultsState> {
  const page = pageOf(slug, ref);
  const actor = { viewer: await signedInViewer(page), today: await today() };
  const same: ResultsState = { answer: state.answer + 1, faults: [], typed: typedIn(form), theirs: null };
  const content = resultsInForm(form);
  const input = { content, version: Number(textOf(form, "version")), seen: textOf(form, "seen") };
  const act = textOf(form, "act");
  try {
    const outcome =
      act === "settle"
        ? await settleResults(actor, slug, ref, { ...input, settling: settlingIn(form) })
        : act === "propose"
          ? await proposeResults(actor, slug, ref, input)
          : await saveResults(actor, slug, ref, input);
    if (!outcome.ok) return refusedWith(outcome.error, same, content.missions);
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
    return { ...same, faults: [FORBIDDEN] };
  }
  const done = act === "settle" ? "arret" : act === "propose" ? "proposition" : "enregistrement";
  redirect(`${page}?fait=${done}`);
}

/** Opens a settled year again. */
export async function reopenAction(
  slug: string,
  ref: YearRef,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  const page = pageOf(slug, ref);
  const actor = { viewer: await signedInViewer(page), today: await today() };
  const same: FormState = { answer: state.answer + 1, faults: [], typed: typedIn(form) };
  const input = { version: Number(textOf(form, "version")), reason: textOf(form, "reason") };
  try {
    const outcome = await reopenYear(actor, slug, ref, input);
    if (!outcome.ok) return { ...same, faults: reopenFaults(outcome.error) };
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
    return { ...same, faults: [FORBIDDEN] };
  }
  redirect(`${page}?fait=reouverture`);
}

const pageOf = (slug: string, ref: YearRef): string =>
  `/espace/cpts/${encodeURIComponent(slug)}/resultats/${yearSlug(ref)}`;

const settlingIn = (form: FormData) => ({
  settledOn: textOf(form, "settledOn"),
  meetingId: textOf(form, "meeting"),
  unknown: textOf(form, "unknown"),
});

function refusedWith(
  refusal: Refusal,
  same: ResultsState,
  missions: readonly { readonly mission: string }[],
): ResultsState {
  switch (refusal.kind) {
    case "invalid":
      return { ...same, faults: resultFaults(refusal.issues, missions) };
    case "conflict":
      // Given by the command from the results as they stand.
      return {
        ...same,
        theirs: { ...refusal.theirs, content: refusal.theirs.content as YearResults | null },
      };
    case "not_found":
      return { ...same, faults: [{ field: "form", message: GONE }] };
    case "refused":
      return { ...same, faults: [{ field: "form", message: refusal.why }] };
  }
}

function reopenFaults(refusal: Refusal) {
  switch (refusal.kind) {
    case "invalid":
      return faultsOf(refusal.issues, { reason: "Le motif" });
    case "conflict":
      return [
        {
          field: "form",
          message: "Cette année a changé entre-temps\u00a0: ouvrez de nouveau la page, puis décidez.",
        },
      ];
    case "not_found":
      return [{ field: "form", message: GONE }];
    case "refused":
      return [{ field: "form", message: refusal.why }];
  }
}
