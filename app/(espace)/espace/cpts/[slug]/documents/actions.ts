"use server";

import { notFound, redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Forbidden } from "@/lib/auth/can";
import { removeDocument } from "@/lib/commands/documents";

export async function removeDocumentAction(slug: string, id: string): Promise<void> {
  const page = `/espace/cpts/${encodeURIComponent(slug)}/documents`;
  const viewer = await signedInViewer(page);
  const outcome = await removeDocument({ viewer, today: await today() }, slug, id).catch((error: unknown) => {
    if (error instanceof Forbidden) return null;
    throw error;
  });
  if (outcome === null) notFound();
  redirect(`${page}?${outcome.ok ? "fait=retrait" : "refus=retire"}`);
}
