import "server-only";
import { getDb } from "../db/client";
import { authOf } from "./better-auth";
import { viewerOfAccount, type AccountViewer } from "./grant";
import { trustedOrigin } from "./origin";
import { ANONYMOUS, type Viewer } from "./viewer";

/** Without use for this long, a session ends. */
export const IDLE_MS = 8 * 3600_000;
/** Use is written down this often at most: a page costs no write. */
const NOTED_MS = 5 * 60_000;

/** A person signed in. */
export interface SignedIn {
  readonly viewer: AccountViewer;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
}

/** Who is signed in by the request's cookie, or null. */
export async function signedInBy(headers: Headers, now: Date): Promise<SignedIn | null> {
  if (!headers.has("cookie")) return null;
  const database = await getDb();
  const auth = await authOf(database, trustedOrigin(headers));
  const found = await auth.api.getSession({ headers: new Headers(headers), query: { disableRefresh: true } });
  if (found === null) return null;
  const { session, user } = found;
  const idle = now.getTime() - session.updatedAt.getTime();
  if (idle > IDLE_MS) {
    await database.prisma.authSession.deleteMany({ where: { id: session.id } });
    return null;
  }
  const viewer = await viewerOfAccount(database, user.id);
  if (viewer === null) return null;
  if (idle > NOTED_MS) {
    await database.prisma.authSession.updateMany({ where: { id: session.id }, data: { updatedAt: now } });
  }
  return { viewer, sessionId: session.id, name: user.name, email: user.email };
}

/** Who asks: the account of the request's session with its scopes, else an anonymous visitor. */
export async function viewerOf(headers: Headers, now = new Date()): Promise<Viewer> {
  return (await signedInBy(headers, now))?.viewer ?? ANONYMOUS;
}
