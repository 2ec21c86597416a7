"use server";

import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { faultsOf } from "@/components/dossier/faults";
import type { PaymentState } from "@/components/money/payment-state";
import { addPayment, changePayment, removePayment } from "@/lib/commands/payments";
import type { PaymentTerms } from "@/lib/record/money";
import { textOf, typedIn } from "@/lib/schemas/form";
import { afterRemoval, faultsOfError, refusedWith } from "../kept-things";

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

const GONE =
  "Ce versement a été retiré entre-temps. Ce que vous avez tapé est toujours là\u00a0: enregistrez-le comme nouveau versement, ou quittez la page.";

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
    if (!outcome.ok)
      return refusedWith<PaymentTerms, PaymentState>(
        outcome.error,
        same,
        (issues) => faultsOf(issues, NAMES),
        GONE,
      );
    if (!outcome.value.kept) return { ...same, alike: outcome.value.alike };
  } catch (error) {
    return { ...same, faults: faultsOfError(error) };
  }
  redirect(`${list}?fait=${id === null ? "ajout" : "modification"}`);
}

/** Takes a payment away, as the page showed it. */
export async function removePaymentAction(slug: string, id: string, version: number): Promise<void> {
  const list = listOf(slug);
  const viewer = await signedInViewer(`${list}/${id}`);
  const removal = removePayment({ viewer, today: await today() }, slug, id, version);
  await afterRemoval(removal, list, id, { changed: "modifie", gone: "retire" });
}

const listOf = (slug: string): string => `/espace/cpts/${encodeURIComponent(slug)}/paiements`;

function contentOf(form: FormData) {
  const fields = ["payer", "line", "direction", "year", "paidOn", "amount", "reference", "note"] as const;
  return {
    ...Object.fromEntries(fields.map((name) => [name, textOf(form, name)])),
    distinctFrom: form.get("distinct") === "1" ? form.getAll("seen") : [],
  };
}
