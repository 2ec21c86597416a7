import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { findDraft } from "../db/repositories/drafts";
import { findKept } from "../db/repositories/kept";
import { ok } from "../kernel/result";
import { readSection } from "../record/sections";
import { formValues } from "../schemas/sections";
import { changeSections } from "./change-section";
import { checkSection } from "./check-section";
import { isLocked, WAITING_LOCKS } from "./drafts";
import { invalid, notFound, refused, type Actor, type Outcome } from "./outcome";
import { behind } from "./words";

/** A step as its form holds it; the contract section's schema reads it. */
export interface StepInput {
  readonly kind: unknown;
  readonly earliest: unknown;
  readonly latest: unknown;
  readonly note: unknown;
}

export const BEING_TYPED =
  "La rubrique «\u00a0Étapes et contrat\u00a0» est en cours de saisie. Ajoutez l’étape dans cette rubrique, ou abandonnez d’abord son brouillon\u00a0: rien de ce qui y est tapé n’est perdu d’ici là.";

/**
 * Adds a step to those of the contract section, as an agent who amends that section: to what it holds at
 * that moment, so that nothing else of it is touched. Issues are named by field. Throws Forbidden.
 */
export async function recordStep(actor: Actor, slug: string, input: StepInput): Promise<Outcome<null>> {
  const { write } = await getDb();
  return write(async (tx) => {
    const found = await findKept(tx, slug);
    if (!found) return notFound();
    const scope = { cptsId: found.id, departments: found.departments };
    authorise(actor.viewer, "amend", "record", scope);
    if (await isLocked(tx, found.id, "contract")) return refused(WAITING_LOCKS);
    if (await findDraft(tx, found.id, "contract")) return refused(BEING_TYPED);

    const form = formValues("contract", readSection(found.kept, "contract"));
    const steps = Array.isArray(form.steps) ? form.steps : [];
    const context = { cptsId: found.id, kept: found.kept, today: actor.today, world: null };
    const checked = await checkSection(tx, context, "contract", { ...form, steps: [...steps, input] });
    if ("issues" in checked) {
      return invalid(
        checked.issues.map(({ path, message }) =>
          path[0] === "steps" && path[1] === steps.length
            ? { path: path.slice(2), message }
            : {
                path: [],
                message: `La rubrique «\u00a0Étapes et contrat\u00a0» est à corriger d’abord\u00a0: ${message}`,
              },
        ),
      );
    }
    const reason = { action: "section.amended", by: behind(actor.viewer) } as const;
    const version = await changeSections(tx, actor, found, { contract: checked.content }, reason);
    // Read and written in one transaction, behind the lock of the revision.
    if (version === null) throw new Error(`${slug} changed within a transaction`);
    return ok(null);
  });
}
