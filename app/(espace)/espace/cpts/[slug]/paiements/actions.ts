"use server";

import { notFound, redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { faultsOf } from "@/components/dossier/faults";
import type { PaymentState } from "@/components/money/payment-state";
import { Forbidden } from "@/lib/auth/can";
import type { Refusal } from "@/lib/commands/outcome";
import { addPayment, changePayment, removePayment } from "@/lib/commands/payments";
import type { PaymentTerms } from "@/lib/record/money";
import { textOf, typedIn } from "@/lib/schemas/form";

const NAMES = {
  payer: "Le payeur",
  line: "La ligne",
  direction: "Le sens",
  year: "L’année du contrat",
  paidOn: "Le jour",
  amount: "Le montant",
  reference: "La référence",
  note: "La note",
};

/** Adds a payment (`id` null) or changes it. */
export async function paymentAction(
  slug: string,
  id: string | null,
  state: PaymentState,
  form: FormData,
): Promise<PaymentState> {
  const list = listOf(slug);
  const viewer = await signedInViewer(id === null ? `${list}/nouveau` : `${list}/${id}`);
  const same: PaymentState = {
    answer: state.answer + 1,
    faults: [],
    typed: typedIn(form),
    theirs: state.theirs,
    isGone: form.get("anew") === "1",
    alike: [],
  };
  const actor = { viewer, today: await today() };
  try {
    const outcome =
      id === null || same.isGone
        ? await addPayment(actor, slug, contentOf(form))
        : await changePayment(actor, slug, id, {
            content: contentOf(form),
            version: Number(textOf(form, "version")),
          });
    if (!outcome.ok) return refusedWith(outcome.error, same);
    if (!outcome.value.kept) return { ...same, alike: outcome.value.alike };
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
    return { ...same, faults: [{ field: "form", message: "Votre compte ne permet pas d’écrire ici." }] };
  }
  redirect(`${list}?fait=${id === null ? "ajout" : "modification"}`);
}

/** Takes a payment away, as the page showed it. */
export async function removePaymentAction(slug: string, id: string, version: number): Promise<void> {
  const list = listOf(slug);
  const viewer = await signedInViewer(`${list}/${id}`);
  const outcome = await removePayment({ viewer, today: await today() }, slug, id, version).catch(
    (error: unknown) => {
      if (error instanceof Forbidden) return null;
      throw error;
    },
  );
  if (outcome === null) notFound();
  if (outcome.ok) redirect(`${list}?fait=retrait`);
  redirect(outcome.error.kind === "conflict" ? `${list}/${id}?refus=modifie` : `${list}?refus=retire`);
}

const listOf = (slug: string): string => `/espace/cpts/${encodeURIComponent(slug)}/paiements`;

function refusedWith(refusal: Refusal, same: PaymentState): PaymentState {
  switch (refusal.kind) {
    case "invalid":
      return { ...same, theirs: null, faults: faultsOf(refusal.issues, NAMES) };
    case "conflict":
      return {
        ...same,
        // Written by changePayment from the payment as it stands.
        theirs: { ...refusal.theirs, content: refusal.theirs.content as PaymentTerms },
      };
    case "not_found":
      return {
        ...same,
        theirs: null,
        isGone: true,
        faults: [
          {
            field: "form",
            message:
              "Ce versement a été retiré entre-temps. Ce que vous avez tapé est toujours là\u00a0: enregistrez-le comme nouveau versement, ou quittez la page.",
          },
        ],
      };
    case "refused":
      return { ...same, faults: [{ field: "form", message: refusal.why }] };
  }
}

function contentOf(form: FormData) {
  const fields = ["payer", "line", "direction", "year", "paidOn", "amount", "reference", "note"] as const;
  return {
    ...Object.fromEntries(fields.map((name) => [name, textOf(form, name)])),
    distinctFrom: form.get("distinct") === "1" ? form.getAll("seen") : [],
  };
}
