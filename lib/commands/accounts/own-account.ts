import { hashPassword, verifyPassword } from "better-auth/crypto";
import { authorise, Forbidden, type Viewer } from "../../auth/can";
import { signInAttempt } from "../../auth/limits";
import { getDb, type Database } from "../../db/client";
import { emptyAccount, endSession, endSessions } from "../../db/repositories/account-life";
import { findGrant, listAdministrators, passwordHashOf, putPassword } from "../../db/repositories/accounts";
import { appendAudit } from "../../db/repositories/audit";
import { ok } from "../../kernel/result";
import { nameSchema } from "../../schemas/accounts";
import { passwordFault } from "../../schemas/password";
import { tooManyWords } from "./accept";
import { statedGrant } from "./invite";
import { refused, type Act, type Outcome } from "./outcome";

/** What a person does with their own account. `caller` is their network address, for limits. */
export interface OwnAct extends Act {
  readonly caller: string;
  readonly sessionId: string;
}

/** Ends one session. @returns false where the account has no such session. */
export async function revokeSession({ viewer }: Act, id: string): Promise<boolean> {
  const actor = ownId(viewer, "write");
  return (await getDb()).keep(async (tx) => {
    if (!(await endSession(tx, actor, id))) return false;
    await appendAudit(tx, {
      actor,
      action: "end_session",
      subject: `account:${actor}`,
      before: null,
      after: null,
    });
    return true;
  });
}

/** Ends all sessions but this one. @returns how many. */
export async function revokeOtherSessions({ viewer, sessionId }: OwnAct): Promise<number> {
  const actor = ownId(viewer, "write");
  return (await getDb()).keep(async (tx) => {
    const sessions = await endSessions(tx, actor, sessionId);
    const subject = `account:${actor}`;
    await appendAudit(tx, { actor, action: "end_sessions", subject, before: { sessions }, after: null });
    return sessions;
  });
}

/** Another name, as it is read beside what the person does. The journal does not keep it: it keeps no name. */
export async function rename(act: Act, input: unknown): Promise<Outcome<null>> {
  const actor = ownId(act.viewer, "write");
  const name = nameSchema.safeParse(input);
  if (!name.success) return refused("name", name.error.issues[0]?.message ?? "");
  return (await getDb()).keep(async (tx) => {
    await tx.authUser.update({ where: { id: actor }, data: { name: name.data } });
    const subject = `account:${actor}`;
    await appendAudit(tx, { actor, action: "change_name", subject, before: null, after: null });
    return ok(null);
  });
}

/** Another password, on the present one; the account's other sessions end. */
export async function changePassword(
  act: OwnAct,
  input: { readonly current: string; readonly password: string },
): Promise<Outcome<null>> {
  const actor = ownId(act.viewer, "write");
  const database = await getDb();
  const user = await database.prisma.authUser.findUniqueOrThrow({ where: { id: actor } });
  const checked = await checkPassword(database, act, user.email, input.current, "current");
  if (!checked.ok) return checked;
  const fault = passwordFault(input.password, user);
  if (fault !== null) return refused("password", fault);
  const hash = await hashPassword(input.password);
  return database.keep(async (tx) => {
    await putPassword(tx, actor, hash);
    const sessions = await endSessions(tx, actor, act.sessionId);
    const subject = `account:${actor}`;
    await appendAudit(tx, { actor, action: "change_password", subject, before: { sessions }, after: null });
    return ok(null);
  });
}

/**
 * Closes the account for good: name, address, sessions and ways to sign in are emptied; its id stays in the
 * journal. Confirmed by the password, or by the address where there is none. The last administrator cannot.
 */
export async function closeAccount(act: OwnAct, confirmation: string): Promise<Outcome<null>> {
  const actor = ownId(act.viewer, "write");
  const database = await getDb();
  const user = await database.prisma.authUser.findUniqueOrThrow({ where: { id: actor } });
  if ((await passwordHashOf(database.prisma, actor)) !== null) {
    const checked = await checkPassword(database, act, user.email, confirmation, "confirmation");
    if (!checked.ok) return checked;
  } else if (confirmation.trim().toLowerCase() !== user.email) {
    return refused(
      "confirmation",
      "Cette adresse n’est pas celle du compte\u00a0: tapez la vôtre pour confirmer.",
    );
  }
  return database.keep(async (tx): Promise<Outcome<null>> => {
    const administrators = await listAdministrators(tx);
    if (administrators.length === 1 && administrators[0] === actor) {
      return refused(
        "form",
        "Vous êtes le dernier administrateur\u00a0: invitez-en un autre, et fermez votre compte quand il aura accepté.",
      );
    }
    const grant = await findGrant(tx, actor);
    await emptyAccount(tx, actor, act.now);
    await appendAudit(tx, {
      actor,
      action: "close_account",
      subject: `account:${actor}`,
      before: grant && statedGrant(grant),
      after: null,
    });
    return ok(null);
  });
}

async function checkPassword(
  database: Database,
  { caller, now, viewer }: OwnAct,
  email: string,
  password: string,
  field: string,
): Promise<Outcome<null>> {
  const attempt = await signInAttempt(database, caller, email, now);
  if (attempt.refused) return refused("form", tooManyWords(attempt.refused, now));
  const hash = await passwordHashOf(database.prisma, ownId(viewer, "read"));
  if (hash === null || !(await verifyPassword({ hash, password }))) {
    return refused(field, "Ce mot de passe n’est pas celui de votre compte.");
  }
  await attempt.succeeded();
  return ok(null);
}

export function ownId(viewer: Viewer, action: "read" | "write"): string {
  const { accountId } = viewer;
  if (accountId === null) throw new Forbidden("nobody is signed in");
  authorise(viewer, action, "account", { accountId });
  return accountId;
}
