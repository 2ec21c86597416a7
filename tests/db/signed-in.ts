import type { Outcome } from "@/lib/commands/accounts/outcome";
import { authOf } from "@/lib/auth/better-auth";
import { signIn } from "@/lib/commands/accounts/sign-in";
import { getDb } from "@/lib/db/client";

export const PASSWORD = "Quatre volcans sous la neige";
/** better-auth reads the clock by itself: what it signs must hold now. */
export const NOW = new Date();

const ORIGIN = "http://localhost:3000";
const from = () => new Headers({ host: "localhost:3000", "x-maillage-caller": "192.0.2.200" });

export function signInAs(email: string, password = PASSWORD): Promise<Outcome<null>> {
  return signIn(from(), NOW, { email, password });
}

/** Headers of a request by the person of this address, signed in anew. */
export async function cookieOf(email: string, password = PASSWORD): Promise<Headers> {
  const auth = await authOf(await getDb(), ORIGIN);
  const { headers } = await auth.api.signInEmail({
    body: { email, password },
    headers: from(),
    returnHeaders: true,
  });
  const asked = from();
  asked.set(
    "cookie",
    headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  );
  return asked;
}
