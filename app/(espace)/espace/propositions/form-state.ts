import { notFound } from "next/navigation";
import { Forbidden } from "@/lib/auth/can";
import type { Outcome, Refusal } from "@/lib/commands/outcome";
import { instant } from "@/lib/format/instant";
import { typedIn, type Fault, type FormState } from "@/lib/schemas/form";

export const SIGNED_OUT =
  "Votre session a expiré. Reconnectez-vous dans un autre onglet, puis renvoyez ce formulaire\u00a0: ce que vous avez écrit est encore ici.";
const FORBIDDEN = "Votre compte ne permet pas cette action sur cette CPTS. Rien n’a été changé.";

/** The form again, with what is wrong and all that was typed. */
export function answered(state: FormState, form: FormData, faults: readonly Fault[]): FormState {
  return { answer: state.answer + 1, faults, typed: typedIn(form) };
}

/** What a command refused, as faults of the form; null where it was done. What does not exist is no page. */
export async function faultsOf<T>(
  work: () => Promise<Outcome<T>>,
  label: string,
): Promise<{ readonly faults: readonly Fault[] } | { readonly value: T }> {
  try {
    const outcome = await work();
    return outcome.ok ? { value: outcome.value } : { faults: wordsOf(outcome.error, label) };
  } catch (error) {
    if (error instanceof Forbidden) return { faults: [{ field: "form", message: FORBIDDEN }] };
    throw error;
  }
}

function wordsOf(refusal: Refusal, label: string): readonly Fault[] {
  switch (refusal.kind) {
    case "not_found":
      return notFound();
    case "refused":
      return [{ field: "form", message: refusal.why }];
    case "conflict":
      return [{ field: "form", message: conflictWords(refusal.theirs) }];
    case "invalid":
      return refusal.issues.map(({ path, message }) =>
        path.length === 1
          ? { field: String(path[0]), message: `${label} ${message}` }
          : {
              field: "form",
              message: "Un brouillon proposé est à corriger\u00a0: voyez ci-dessous, rubrique par rubrique.",
            },
      );
  }
}

function conflictWords({ by, at }: { readonly by: string | null; readonly at: string | null }): string {
  const who = by !== null && at !== null ? ` par ${by}, le ${instant(new Date(at))}` : "";
  return `Un brouillon a été modifié depuis que vous avez relu la proposition${who}. Relisez ci-dessous ce qui change, mis à jour, puis proposez.`;
}

/** A version number of a hidden field; what is none never matches. */
export function versionOf(value: FormDataEntryValue | null): number {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : -1;
}
