/** What the commands on the meetings and the payments of a CPTS share: things kept one by one, each with its version. */
import type { Prisma } from "@/generated/prisma/client";
import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { appendAudit } from "../db/repositories/audit";
import { scopeOf } from "../db/repositories/kept";
import { lastChange } from "../db/repositories/last-change";
import type { Tx } from "../db/repositories/rows";
import { err } from "../kernel/result";
import { accountOf, notFound, type Actor, type Outcome, type Refusal } from "./outcome";

interface Kept {
  readonly id: string;
  readonly version: number;
}

/** Does `work` in turn with the other writers, for whoever may write these things of the CPTS. Throws Forbidden. */
export async function onCpts<T>(
  actor: Actor,
  slug: string,
  things: "meeting" | "payments",
  work: (tx: Tx, cptsId: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { keep } = await getDb();
  return keep(async (tx) => {
    const scope = await scopeOf(tx, slug);
    if (!scope) return notFound();
    authorise(actor.viewer, "write", things, scope);
    return work(tx, scope.cptsId);
  });
}

/** Somebody else saved it since: what stands, by whom and when, as the journal says. */
export async function conflictWith(
  tx: Tx,
  slug: string,
  kind: "meeting" | "payment",
  { id, version, ...content }: Kept,
) {
  const last = await lastChange(tx, slug, kind, id);
  const names = await accountNames(tx, last ? [last.actor] : []);
  const by = last ? (names.get(last.actor) ?? null) : null;
  return err<Refusal>({ kind: "conflict", theirs: { version, content, by, at: last?.at ?? null } });
}

/** The audit entry of an act on one of them; null where it was not there before, or is no longer after. */
export function auditThing<T extends object>(
  tx: Tx,
  actor: Actor,
  slug: string,
  action: string,
  before: T | null,
  after: T | null,
): Promise<void> {
  const state = (thing: T | null) => thing && ({ ...thing } as unknown as Prisma.InputJsonObject);
  const entry = { actor: accountOf(actor), action, subject: `cpts:${slug}` };
  return appendAudit(tx, { ...entry, before: state(before), after: state(after) });
}
