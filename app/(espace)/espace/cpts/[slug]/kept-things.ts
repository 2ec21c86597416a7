import { notFound, redirect } from "next/navigation";
import { Forbidden } from "@/lib/auth/can";
import type { Outcome, Refusal } from "@/lib/commands/outcome";
import type { ContestedState, Fault } from "@/lib/schemas/form";
import type { FieldIssue } from "@/lib/schemas/sections";

/** What the account may not do, said in the form, what was typed kept. Any other error goes on. */
export function faultsOfError(error: unknown): readonly Fault[] {
  if (!(error instanceof Forbidden)) throw error;
  return [{ field: "form", message: "Votre compte ne permet pas d’écrire ici." }];
}

/**
 * What the form of a meeting or of a payment says of a refusal. A conflict's content is what the command itself
 * wrote, from the thing as it stands.
 *
 * @param gone what to say where it was taken away meanwhile
 */
export function refusedWith<Content, State extends ContestedState<Content>>(
  refusal: Refusal,
  same: State,
  faultsOf: (issues: readonly FieldIssue[]) => readonly Fault[],
  gone: string,
): State {
  switch (refusal.kind) {
    case "invalid":
      return { ...same, theirs: null, faults: faultsOf(refusal.issues) };
    case "conflict":
      return { ...same, theirs: { ...refusal.theirs, content: refusal.theirs.content as Content } };
    case "not_found":
      return { ...same, theirs: null, isGone: true, faults: [{ field: "form", message: gone }] };
    case "refused":
      return { ...same, faults: [{ field: "form", message: refusal.why }] };
  }
}

/** Leads to what a removal left: the list, or the thing that somebody else changed. */
export async function afterRemoval(
  removal: Promise<Outcome<null>>,
  list: string,
  id: string,
  refused: { readonly changed: string; readonly gone: string },
): Promise<never> {
  const outcome = await removal.catch((error: unknown) => {
    if (error instanceof Forbidden) return null;
    throw error;
  });
  if (outcome === null) notFound();
  if (outcome.ok) redirect(`${list}?fait=retrait`);
  redirect(
    outcome.error.kind === "conflict"
      ? `${list}/${id}?refus=${refused.changed}`
      : `${list}?refus=${refused.gone}`,
  );
}
