"use server";

import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import type { CreationState } from "@/components/dossier/CreationForm";
import { faultsOf } from "@/components/dossier/faults";
import { Forbidden } from "@/lib/auth/can";
import { createCpts } from "@/lib/commands/create-cpts";
import { namesakesOf } from "@/lib/queries/creation";
import { textOf, typedIn, type Fault } from "@/lib/schemas/form";

const NAMES = {
  name: "Le nom de la CPTS",
  departments: "Le département",
  letterOn: "Le jour de la lettre d’intention",
  note: "La note",
  distinctFrom: "Le nom",
};

export async function createAction(state: CreationState, form: FormData): Promise<CreationState> {
  const viewer = await signedInViewer("/espace/cpts/nouvelle");
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const name = textOf(form, "name");
  const back = async (faults: readonly Fault[]): Promise<CreationState> => ({
    answer: state.answer + 1,
    faults,
    typed: typedIn(form),
    namesakes: await namesakesOf(viewer, name),
  });
  const [contract = "", ...others] = texts("departments");
  try {
    const outcome = await createCpts(
      { viewer, today: await today() },
      {
        name,
        // Without the first, none: whose CPAM holds the contract is not for a program to guess.
        departments: contract === "" ? [] : [contract, ...others.filter((code) => code !== "")],
        letterOn: textOf(form, "letterOn"),
        note: textOf(form, "note"),
        distinctFrom: form.get("distinct") === "1" ? texts("seen") : [],
      },
    );
    if (!outcome.ok) {
      const issues = outcome.error.kind === "invalid" ? outcome.error.issues : [];
      return await back(faultsOf(issues, NAMES));
    }
    redirect(`/espace/cpts/${outcome.value.slug}/etapes?fait=creation`);
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
    const own = viewer.departments.join(", ");
    const message = own
      ? `Aucun de ces départements n’est le vôtre\u00a0: l’un d’eux doit l’être (${own}).`
      : "Votre compte ne permet pas de créer une CPTS.";
    return {
      answer: state.answer + 1,
      faults: [{ field: own ? "departments" : "form", message }],
      typed: typedIn(form),
      namesakes: [],
    };
  }
}
