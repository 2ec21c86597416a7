"use server";

import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { faultsOf } from "@/components/dossier/faults";
import { SPENDING_CELLS, type SpendingSaid, type SpendingState } from "@/components/money/spending-state";
import { Forbidden } from "@/lib/auth/can";
import type { Refusal } from "@/lib/commands/outcome";
import { saveSpending } from "@/lib/commands/spending";
import { LINE_LABEL, SPENDING_NATURE } from "@/lib/format/labels-money";
import type { YearRef } from "@/lib/record/money";
import { textOf, typedIn, type Fault } from "@/lib/schemas/form";
import type { FieldIssue } from "@/lib/schemas/sections";
import { cellName } from "@/lib/schemas/spending-cells";
import { yearRefText } from "@/lib/schemas/year-ref";

/** Keeps the spending of one contract year. */
export async function spendingAction(
  slug: string,
  year: YearRef,
  state: SpendingState,
  form: FormData,
): Promise<SpendingState> {
  const page = `/espace/cpts/${encodeURIComponent(slug)}/depenses?annee=${yearRefText(year)}`;
  const viewer = await signedInViewer(page);
  const same: SpendingState = {
    answer: state.answer + 1,
    faults: [],
    typed: typedIn(form),
    theirs: state.theirs,
  };
  try {
    const outcome = await saveSpending({ viewer, today: await today() }, slug, year, {
      content: contentOf(form),
      version: Number(textOf(form, "version")),
    });
    if (!outcome.ok) return refusedWith(outcome.error, same);
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
    return { ...same, faults: [{ field: "form", message: "Votre compte ne permet pas d’écrire ici." }] };
  }
  redirect(`${page}&fait=enregistrement`);
}

function refusedWith(refusal: Refusal, same: SpendingState): SpendingState {
  switch (refusal.kind) {
    case "invalid":
      return { ...same, theirs: null, faults: refusal.issues.flatMap(faultOfIssue) };
    case "conflict":
      return {
        ...same,
        // Written by saveSpending from the sheet as it stands.
        theirs: { ...refusal.theirs, content: refusal.theirs.content as SpendingSaid },
      };
    case "not_found":
      return {
        ...same,
        theirs: null,
        faults: [
          {
            field: "form",
            message:
              "Cette année de contrat n’existe plus dans la fiche. Ce que vous avez tapé est toujours là\u00a0: notez-le avant de quitter la page.",
          },
        ],
      };
    case "refused":
      return { ...same, faults: [{ field: "form", message: refusal.why }] };
  }
}

/** « Parcours pluriprofessionnels, prestations, budget : « abc » n’est pas un montant… ». */
function faultOfIssue(issue: FieldIssue): readonly Fault[] {
  const [list, index, key] = issue.path;
  const cell = list === "entries" ? SPENDING_CELLS[Number(index)] : undefined;
  if (!cell) return faultsOf([issue], { comment: "Le commentaire" });
  const isSpent = key === "spentCents";
  const name = `${LINE_LABEL[cell.line]}, ${SPENDING_NATURE[cell.nature].toLowerCase()}, ${isSpent ? "dépensé" : "budget"}\u00a0:`;
  const field = cellName(isSpent ? "spent" : "budget", cell.line, cell.nature);
  return faultsOf([issue], { entries: name }, () => field);
}

/** Every cell in one order: an issue's index then says which. */
function contentOf(form: FormData) {
  return {
    complete: form.get("complete") === "1",
    comment: textOf(form, "comment"),
    entries: SPENDING_CELLS.map(({ line, nature }) => ({
      line,
      nature,
      budgetCents: textOf(form, cellName("budget", line, nature)),
      spentCents: textOf(form, cellName("spent", line, nature)),
    })),
  };
}
