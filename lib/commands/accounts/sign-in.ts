import { isAPIError } from "better-auth/api";
import { authOf } from "../../auth/better-auth";
import { signInAttempt } from "../../auth/limits";
import { callerOf, trustedOrigin } from "../../auth/origin";
import { IDLE_MS, signedInBy } from "../../auth/session";
import { isPasswordOpen } from "../../auth/ways-in";
import { getDb } from "../../db/client";
import { forgetExpired } from "../../db/repositories/account-life";
import { err, ok } from "../../kernel/result";
import { signInSchema } from "../../schemas/accounts";
import { PASSWORD_CLOSED, tooManyWords } from "./accept";
import { leaveIdentity } from "./identity";
import { faultsOf, refused, type Outcome } from "./outcome";

const WRONG =
  "L’adresse ou le mot de passe ne convient pas. Vérifiez l’une et l’autre, majuscules comprises, ou réinitialisez le mot de passe.";
const NO_RIGHTS = "Votre accès a été retiré. Demandez à la personne qui vous a invité de le rétablir.";

/** What better-auth answers where the session's hook refuses. */
const NO_SESSION = "FAILED_TO_CREATE_SESSION";

/**
 * Signs in by password and sets the session's cookie. The same answer, in the same time, whether the address
 * has an account or not.
 */
export async function signIn(headers: Headers, now: Date, input: unknown): Promise<Outcome<null>> {
  if (!isPasswordOpen()) return refused("form", PASSWORD_CLOSED);
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return err(faultsOf(parsed.error));
  const { email, password } = parsed.data;
  const database = await getDb();
  const attempt = await signInAttempt(database, callerOf(headers), email, now);
  if (attempt.refused) return refused("form", tooManyWords(attempt.refused, now));
  const auth = await authOf(database, trustedOrigin(headers));
  try {
    await auth.api.signInEmail({ body: { email, password }, headers: new Headers(headers) });
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    return refused("form", error.body?.code === NO_SESSION ? NO_RIGHTS : WRONG);
  }
  await attempt.succeeded();
  await forgetExpired(database.prisma, now, IDLE_MS);
  return ok(null);
}

/**
 * Ends the session of the request and takes its cookie back. @returns the page of the identity provider that
 * ends its own session, where one opened this one; else null.
 */
export async function signOut(headers: Headers, now: Date): Promise<string | null> {
  const origin = trustedOrigin(headers);
  const person = await signedInBy(headers, now);
  const auth = await authOf(await getDb(), origin);
  await auth.api.signOut({ headers: new Headers(headers) });
  return person && leaveIdentity(origin, person.viewer.accountId);
}
