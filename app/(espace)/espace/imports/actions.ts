"use server";

import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Forbidden } from "@/lib/auth/can";
import { confirmImport, undoImportOf } from "@/lib/commands/imports/confirm";
import { mapImport } from "@/lib/commands/imports/send";
import type { Outcome } from "@/lib/commands/outcome";

const PAGE = "/espace/imports";

/** Writes what the report that was read says; its page shows how far it is. */
export async function confirmImportAction(id: string, seen: string): Promise<void> {
  const viewer = await signedInViewer(`${PAGE}/${id}`);
  // The work goes on once its page is shown.
  await done(id, confirmImport({ viewer, today: await today() }, id, seen));
}

/** Makes the report again with the columns chosen. */
export async function mapImportAction(id: string, form: FormData): Promise<void> {
  const viewer = await signedInViewer(`${PAGE}/${id}`);
  const mapping: Record<string, number | null> = {};
  for (const [name, value] of form) {
    if (!name.startsWith("c_") || typeof value !== "string") continue;
    mapping[name.slice(2)] = /^\d{1,3}$/.test(value) ? Number(value) : null;
  }
  await done(id, mapImport({ viewer, today: await today() }, id, mapping));
}

/** Puts back all that the file wrote. */
export async function undoImportAction(id: string): Promise<void> {
  const viewer = await signedInViewer(`${PAGE}/${id}`);
  await done(id, undoImportOf({ viewer, today: await today() }, id));
}

async function done(id: string, work: Promise<Outcome<unknown>>): Promise<never> {
  const outcome = await work.catch((error: unknown) => {
    if (error instanceof Forbidden) return null;
    throw error;
  });
  if (outcome?.ok) redirect(`${PAGE}/${id}`);
  // What stands in the way, the page of the file says.
  redirect(outcome?.error.kind === "refused" ? `${PAGE}/${id}?refus=etat` : `${PAGE}?refus=parti`);
}
