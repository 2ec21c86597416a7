import { hashPassword } from "better-auth/crypto";
import { isPasswordOpen } from "../../auth/ways-in";
import { resetAttempt, tokenAttempt } from "../../auth/limits";
import { hashOf, isToken, newToken } from "../../auth/token";
import { getDb, type Database } from "../../db/client";
import { endSessions, findReset, putReset, takeReset } from "../../db/repositories/account-life";
import { findAccountByEmail, findGrant, passwordHashOf, putPassword } from "../../db/repositories/accounts";
import { appendAudit } from "../../db/repositories/audit";
import { err, ok } from "../../kernel/result";
import { emailSchema } from "../../schemas/accounts";
import { passwordFault } from "../../schemas/password";
import { tooManyWords, type Bearer } from "./accept";
import { deliverReset, type ResetLink } from "./deliver";
import { firstOutside, requireInviter } from "./invite";
import { refused, type Act, type Outcome } from "./outcome";

const HOUR_MS = 3600_000;
export const DEAD_RESET =
  "Ce lien n’est plus valable\u00a0: il a déjà servi, date de plus d’une heure ou a été remplacé. Demandez-en un autre.";

/**
 * Checks what was asked; the answer is the same for any address. What follows, {@link mailReset}, is done
 * once the answer has left, so that its time says nothing either.
 */
export async function askReset(
  { caller, now }: Omit<Bearer, "token">,
  typed: unknown,
): Promise<Outcome<{ email: string }>> {
  const parsed = emailSchema.safeParse(typed);
  if (!parsed.success) return err([{ field: "email", message: parsed.error.issues[0]?.message ?? "" }]);
  const attempt = await resetAttempt(await getDb(), caller, parsed.data, now);
  if (attempt.refused) return refused("form", tooManyWords(attempt.refused, now));
  return ok({ email: parsed.data });
}

/** Mails a link to the account of this address, if there is one with a password and rights. */
export async function mailReset(email: string, origin: string | null, now: Date): Promise<void> {
  const database = await getDb();
  const account = await findAccountByEmail(database.prisma, email);
  if (account === null || account.revoked || !isPasswordOpen()) return;
  if ((await passwordHashOf(database.prisma, account.id)) === null) return;
  await deliverReset(await makeLink(database, account, account.id, now), origin);
}

/** A link to hand over where no mail is configured, by whoever may invite that account. Null out of reach. */
export async function makeResetLink({ viewer, now }: Act, accountId: string): Promise<ResetLink | null> {
  requireInviter(viewer, "coordinator");
  const database = await getDb();
  const grant = await findGrant(database.prisma, accountId);
  if (grant === null || !isPasswordOpen()) return null;
  if ((await firstOutside(database.prisma, viewer, "invite", grant)) !== undefined) return null;
  const { email } = await database.prisma.authUser.findUniqueOrThrow({ where: { id: accountId } });
  return makeLink(database, { id: accountId, email }, viewer.accountId ?? "", now);
}

async function makeLink(
  database: Database,
  account: { readonly id: string; readonly email: string },
  actor: string,
  now: Date,
): Promise<ResetLink> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + HOUR_MS);
  await database.keep(async (tx) => {
    await putReset(tx, account.id, hashOf(token), expiresAt);
    await appendAudit(tx, {
      actor,
      action: "make_reset_link",
      subject: `account:${account.id}`,
      before: null,
      after: { expiresAt: expiresAt.toISOString() },
    });
  });
  return { email: account.email, path: `/mot-de-passe/${token}`, expiresAt };
}

/** Whose link it is, or why it opens nothing. */
export async function openReset(
  bearer: Bearer,
): Promise<Outcome<{ id: string; name: string; email: string }>> {
  const database = await getDb();
  const attempt = await tokenAttempt(database, bearer.caller, bearer.now);
  if (attempt.refused) return refused("form", tooManyWords(attempt.refused, bearer.now));
  if (!isToken(bearer.token)) return refused("form", DEAD_RESET);
  const account = await findReset(database.prisma, hashOf(bearer.token), bearer.now);
  if (account === null) return refused("form", DEAD_RESET);
  await attempt.succeeded();
  return ok(account);
}

/** Sets another password by a link, once; every session of the account ends. */
export async function resetPassword(bearer: Bearer, password: string): Promise<Outcome<{ email: string }>> {
  const opened = await openReset(bearer);
  if (!opened.ok) return opened;
  const account = opened.value;
  const fault = passwordFault(password, account);
  if (fault !== null) return refused("password", fault);
  const hash = await hashPassword(password);
  return (await getDb()).keep(async (tx): Promise<Outcome<{ email: string }>> => {
    if (!(await takeReset(tx, hashOf(bearer.token)))) return refused("form", DEAD_RESET);
    await putPassword(tx, account.id, hash);
    const sessions = await endSessions(tx, account.id, null);
    await appendAudit(tx, {
      actor: account.id,
      action: "reset_password",
      subject: `account:${account.id}`,
      before: { sessions },
      after: null,
    });
    return ok({ email: account.email });
  });
}
