import { hashPassword, verifyPassword } from "better-auth/crypto";
import { tokenAttempt, signInAttempt, type TooMany } from "../../auth/limits";
import { hashOf, isToken } from "../../auth/token";
import { isPasswordOpen } from "../../auth/ways-in";
import { getDb, type Database } from "../../db/client";
import {
  addScopes,
  findAccountByEmail,
  insertAccount,
  insertGrant,
  listAdministrators,
  passwordHashOf,
} from "../../db/repositories/accounts";
import { appendAudit } from "../../db/repositories/audit";
import {
  claimInvitation,
  findOpenInvitation,
  SYSTEM,
  type Invitation,
} from "../../db/repositories/invitations";
import type { Tx } from "../../db/repositories/rows";
import { err, ok } from "../../kernel/result";
import { newAccountSchema } from "../../schemas/accounts";
import { statedGrant } from "./invite";
import { faultsOf, refused, type Outcome } from "./outcome";

/** Who follows a link: nobody yet. */
export interface Bearer {
  readonly token: string;
  /** The caller's address, for limits. */
  readonly caller: string;
  readonly now: Date;
}

export const DEAD_LINK =
  "Ce lien n’est plus valable\u00a0: il a déjà servi, a expiré ou a été remplacé. Demandez-en un autre à la personne qui vous a invité.";
export const PASSWORD_CLOSED =
  "La connexion par mot de passe n’est pas ouverte ici\u00a0: passez par votre fournisseur d’identité.";
export const tooManyWords = ({ until }: TooMany, now: Date): string => {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return `Trop d’essais. Réessayez dans ${minutes} minute${minutes > 1 ? "s" : ""}\u00a0; rien d’autre n’est bloqué.`;
};

/**
 * Makes the account of an invitation, with the password that its person chose. Account, rights, invitation
 * and journal change together, once: of two acceptances at a time one is told that the link has served.
 */
export async function acceptInvitation(bearer: Bearer, input: unknown): Promise<Outcome<{ email: string }>> {
  if (!isPasswordOpen()) return refused("form", PASSWORD_CLOSED);
  const database = await getDb();
  const found = await openInvitation(database, bearer);
  if (!found.ok) return found;
  const invitation = found.value;
  const parsed = newAccountSchema(invitation.email === "" ? null : invitation.email).safeParse(input);
  if (!parsed.success) return err(faultsOf(parsed.error));
  const { name, email, password } = parsed.data;
  const passwordHash = await hashPassword(password);
  return database.keep((tx) =>
    settle(tx, invitation, bearer.now, async () => {
      if (await findAccountByEmail(tx, email)) {
        return refused("email", "Un compte existe déjà avec cette adresse\u00a0: connectez-vous.");
      }
      const id = crypto.randomUUID();
      await insertAccount(tx, { id, name, email, key: { passwordHash } }, bearer.now);
      await insertGrant(tx, id, invitation.grant, invitation.invitedBy);
      return ok({ id, email });
    }),
  );
}

/** Adds the scope of an invitation to the account that its address already has, on its password. */
export async function joinInvitation(bearer: Bearer, password: string): Promise<Outcome<{ email: string }>> {
  if (!isPasswordOpen()) return refused("form", PASSWORD_CLOSED);
  const database = await getDb();
  const found = await openInvitation(database, bearer);
  if (!found.ok) return found;
  const invitation = found.value;
  const account = await findAccountByEmail(database.prisma, invitation.email);
  if (account === null || account.revoked || account.role !== invitation.grant.role) {
    return refused("form", DEAD_LINK);
  }
  const attempt = await signInAttempt(database, bearer.caller, account.email, bearer.now);
  if (attempt.refused) return refused("form", tooManyWords(attempt.refused, bearer.now));
  const hash = await passwordHashOf(database.prisma, account.id);
  if (hash === null || !(await verifyPassword({ hash, password }))) {
    return refused("password", "Ce mot de passe n’est pas celui de votre compte.");
  }
  await attempt.succeeded();
  return database.keep((tx) =>
    settle(tx, invitation, bearer.now, async () => {
      await addScopes(tx, account.id, invitation.grant);
      return ok({ id: account.id, email: account.email });
    }),
  );
}

/** The invitation that a link opens; following links is counted by caller. */
export async function openInvitation(
  database: Database,
  { token, caller, now }: Bearer,
): Promise<Outcome<Invitation>> {
  const attempt = await tokenAttempt(database, caller, now);
  if (attempt.refused) return refused("form", tooManyWords(attempt.refused, now));
  const invitation = isToken(token) ? await findOpenInvitation(database.prisma, hashOf(token), now) : null;
  if (invitation === null) return refused("form", DEAD_LINK);
  await attempt.succeeded();
  return ok(invitation);
}

interface Holder {
  readonly id: string;
  readonly email: string;
}

/** Runs `give`, then claims the invitation and says it in the journal; throws nothing away half done. */
export async function settle(
  tx: Tx,
  invitation: Invitation,
  now: Date,
  give: () => Promise<Outcome<Holder>>,
): Promise<Outcome<{ email: string }>> {
  // The server's own link makes the first administrator: once there is one, it is dead.
  if (invitation.invitedBy === SYSTEM && (await listAdministrators(tx)).length > 0) {
    return refused("form", DEAD_LINK);
  }
  // Writers wait for one another: what is open here stays open until this transaction ends.
  const claimable = await tx.invitation.count({
    where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
  });
  if (claimable !== 1) return refused("form", DEAD_LINK);
  const given = await give();
  if (!given.ok) return given;
  const { id, email } = given.value;
  await claimInvitation(tx, invitation.id, id, now);
  await appendAudit(tx, {
    actor: id,
    action: "accept_invitation",
    subject: `account:${id}`,
    before: null,
    after: { ...statedGrant(invitation.grant), invitation: invitation.id },
  });
  return ok({ email });
}
