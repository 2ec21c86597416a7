"use server";

import { notFound, redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Forbidden } from "@/lib/auth/can";
import {
  confirmPaymentFile,
  removePaymentBatch,
  sendPaymentFile,
  type Confirmation,
  type ImportRefusal,
} from "@/lib/commands/payment-files";
import type { FormState } from "@/lib/schemas/form";

const PAGE = "/espace/paiements/importer";

/** Keeps the file for its report; it records no payment. */
export async function sendPaymentsAction(state: FormState, form: FormData): Promise<FormState> {
  const viewer = await signedInViewer(PAGE);
  const refusal = (message: string): FormState => ({
    answer: state.answer + 1,
    faults: [{ field: "file", message }],
    typed: {},
  });
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) {
    return refusal("Choisissez le fichier à lire.");
  }
  const sent = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const outcome = await allowed(sendPaymentFile({ viewer, today: await today() }, sent, new Date()));
  if (outcome === null) return refusal("Votre compte ne permet pas d’enregistrer de versements.");
  if (outcome.ok) redirect(`${PAGE}/${outcome.value.id}`);
  const { error } = outcome;
  return refusal(
    error.kind === "invalid" ? (error.issues[0]?.message ?? "") : "Ce fichier n’a pas pu être lu.",
  );
}

const REFUSAL: Readonly<Record<ImportRefusal, string>> = {
  changed: "rapport",
  refused_rows: "refusees",
  nothing: "rien",
};

/** Records what the report that was read says. */
export async function confirmPaymentsAction(
  id: string,
  back: string,
  seen: Omit<Confirmation, "leavesOut">,
  form: FormData,
): Promise<void> {
  const viewer = await signedInViewer(`${PAGE}/${id}`);
  const confirmation = { ...seen, leavesOut: form.get("leaveOut") === "1" };
  const outcome = await allowed(confirmPaymentFile({ viewer, today: await today() }, id, confirmation));
  if (outcome === null || !outcome.ok) redirect(`${PAGE}?refus=parti`);
  const { value } = outcome;
  if (value.imported) redirect(`${PAGE}?fait=${value.batchId}`);
  redirect(`${PAGE}/${id}?${back}${back === "" ? "" : "&"}refus=${REFUSAL[value.why]}`);
}

/** Takes away what a file added. */
export async function removePaymentsAction(id: string): Promise<void> {
  const viewer = await signedInViewer(PAGE);
  const outcome = await allowed(removePaymentBatch({ viewer, today: await today() }, id));
  if (outcome === null) notFound();
  if (outcome.ok) redirect(`${PAGE}?retrait=fait`);
  redirect(`${PAGE}?refus=${outcome.error.kind === "refused" ? "modifie" : "retire"}`);
}

/** Null where the account may not. */
async function allowed<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof Forbidden) return null;
    throw error;
  });
}
