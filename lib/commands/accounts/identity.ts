import {
  IDENTITY_PAGE,
  identityAuth,
  providerSignOut,
  type Identity,
  type IdentityRefusal,
} from "../../auth/identity";
import { tokenAttempt, type TooMany } from "../../auth/limits";
import { callerOf, localPath, trustedOrigin } from "../../auth/origin";
import { hashOf, isToken } from "../../auth/token";
import { IDENTITY_PROVIDER } from "../../auth/ways-in";
import { getDb, type Database } from "../../db/client";
import { addScopes, findAccountByEmail, insertAccount, insertGrant } from "../../db/repositories/accounts";
import { findOpenInvitation, type Invitation } from "../../db/repositories/invitations";
import type { Tx } from "../../db/repositories/rows";
import { ok } from "../../kernel/result";
import { emailSchema, nameSchema } from "../../schemas/accounts";
import { settle } from "./accept";
import { refused } from "./outcome";

export interface Departure {
  /** The provider's page, with the cookies that its answer must find again. */
  readonly url: string;
  readonly headers: Headers;
}

/**
 * Leaves for the identity provider; null where none is set, or where the public address is not settled.
 * From an invitation's page the identity comes back to accept it.
 */
export async function leaveForProvider(
  headers: Headers,
  now: Date,
  asked: { readonly returnTo: unknown; readonly invitation: string | null },
): Promise<Departure | TooMany | null> {
  const origin = trustedOrigin(headers);
  if (origin === null) return null;
  const database = await getDb();
  const auth = await authOf(database, origin);
  if (auth === null) return null;
  const attempt = await tokenAttempt(database, callerOf(headers), now);
  if (attempt.refused) return attempt.refused;
  const { invitation } = asked;
  const { headers: answered, response } = await auth.api.signInSocial({
    body: {
      provider: IDENTITY_PROVIDER,
      callbackURL: localPath(asked.returnTo) ?? "/espace",
      errorCallbackURL: IDENTITY_PAGE,
      disableRedirect: true,
      // Kept beside the flow while it lasts: the hash, as everywhere, not the secret.
      additionalData: invitation !== null && isToken(invitation) ? { invitation: hashOf(invitation) } : {},
    },
    headers: new Headers(headers),
    returnHeaders: true,
  });
  return response.url === undefined ? null : { url: response.url, headers: answered };
}

/** The provider's answer: the session of the account linked to the identity, or the page that says why not. */
export async function returnFromProvider(request: Request): Promise<Response | null> {
  const origin = trustedOrigin(request.headers);
  const auth = origin === null ? null : await authOf(await getDb(), origin);
  return auth === null ? null : auth.handler(request);
}

/**
 * Ends at the provider too the session that an identity opened here. @returns the provider's page to go
 * through; null where no identity is signed in, or where the provider offers none.
 */
export async function leaveIdentity(origin: string | null, accountId: string): Promise<string | null> {
  const database = await getDb();
  const auth = origin === null ? null : await authOf(database, origin);
  if (auth === null) return null;
  const kept = { userId: accountId, providerId: IDENTITY_PROVIDER, idToken: { not: null } };
  const identity = await database.prisma.authAccount.findFirst({ where: kept });
  if (identity?.idToken == null) return null;
  await database.prisma.authAccount.updateMany({ where: kept, data: { idToken: null } });
  return providerSignOut(auth, identity.idToken);
}

async function authOf(database: Database, origin: string) {
  return identityAuth(database, origin, (invitation, identity) =>
    acceptWithIdentity(database, invitation, identity, new Date()),
  );
}

/**
 * An identity accepts an invitation made to its address: it is linked to the account of that address, made
 * where there was none, with the rights of the invitation and no others.
 */
export async function acceptWithIdentity(
  database: Database,
  invitationHash: string,
  identity: Identity,
  now: Date,
): Promise<IdentityRefusal | null> {
  const invitation = await findOpenInvitation(database.prisma, invitationHash, now);
  if (invitation === null) return "lien";
  const email = emailSchema.safeParse(identity.email ?? "");
  if (!identity.verified || !email.success) return "non-verifiee";
  // The first administrator's link names no address: whoever reads the console may use it.
  if (invitation.email !== "" && invitation.email !== email.data) return "adresse";
  let refusal: IdentityRefusal | null = "lien";
  await database.keep((tx) =>
    settle(tx, invitation, now, async () => {
      const id = await linkedAccount(tx, invitation, identity, email.data, now);
      if (id === null) {
        refusal = "autre-compte";
        return refused("form", refusal);
      }
      refusal = null;
      return ok({ id, email: email.data });
    }),
  );
  return refusal;
}

/** The account that takes the invitation, linked to the identity; null where either belongs to another. */
async function linkedAccount(
  tx: Tx,
  { grant, invitedBy }: Invitation,
  { subject, name }: Identity,
  email: string,
  now: Date,
): Promise<string | null> {
  const key = { providerId: IDENTITY_PROVIDER, accountId: subject };
  const linked = await tx.authAccount.findUnique({ where: { providerId_accountId: key } });
  const account = await findAccountByEmail(tx, email);
  if (account === null) {
    if (linked !== null) return null;
    const id = crypto.randomUUID();
    const safeName = nameSchema.safeParse(name);
    await insertAccount(
      tx,
      {
        id,
        name: safeName.success ? safeName.data : email,
        email,
        key: { provider: key.providerId, subject },
      },
      now,
    );
    await insertGrant(tx, id, grant, invitedBy);
    return id;
  }
  if (account.revoked || account.role !== grant.role) return null;
  if (linked !== null && linked.userId !== account.id) return null;
  if (linked === null) {
    await tx.authAccount.create({ data: { id: crypto.randomUUID(), userId: account.id, ...key } });
  }
  await addScopes(tx, account.id, grant);
  return account.id;
}
