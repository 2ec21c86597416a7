import "server-only";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { LRUCache } from "lru-cache";
import type { Database } from "../db/database";
import { findGrant } from "../db/repositories/accounts";
import { secretOf } from "./secret";
import { isPasswordOpen } from "./ways-in";

/** A session ends a week after sign-in whatever happens, and after eight hours without use (lib/auth/session.ts). */
export const SESSION_SECONDS = 7 * 24 * 3600;
/** Beyond it a password is refused, rather than hashed at length. */
export const LONGEST_PASSWORD = 128;
const CALLER_HEADER = "x-maillage-caller";
/** Where a request does not name a trusted origin: nothing that leads outside is made then. */
const NO_ORIGIN = "http://localhost";
/** Few origins reach one server; a forged `Host` must not fill the memory. */
const MOST_ORIGINS = 8;

type Auth = Awaited<ReturnType<typeof create>>;
const INSTANCES = new WeakMap<Database, LRUCache<string, Promise<Auth>>>();

/**
 * better-auth on the product's database: passwords, sessions, identities. Nobody signs up through it: accounts
 * come from invitations (lib/commands/accounts), and its own HTTP interface is not exposed.
 *
 * @param origin the public address, which decides whether cookies are secure; null where unknown.
 */
export function authOf(database: Database, origin: string | null): Promise<Auth> {
  let known = INSTANCES.get(database);
  if (!known) INSTANCES.set(database, (known = new LRUCache({ max: MOST_ORIGINS })));
  const base = origin ?? NO_ORIGIN;
  const instance = known.get(base);
  if (instance) return instance;
  const made = create(database, base);
  known.set(base, made);
  made.catch(() => known.delete(base));
  return made;
}

async function create(database: Database, origin: string) {
  return betterAuth({ ...(await optionsOf(database, origin)), plugins: [nextCookies()] });
}

export async function optionsOf(database: Database, origin: string) {
  return {
    baseURL: origin,
    secret: await secretOf(database),
    telemetry: { enabled: false },
    logger: { level: "error" },
    database: prismaAdapter(database.prisma, { provider: "postgresql", transaction: true }),
    user: { modelName: "authUser" },
    account: {
      modelName: "authAccount",
      // An address proves nothing: an identity joins an account through an invitation alone.
      accountLinking: { enabled: false },
    },
    verification: { modelName: "authVerification" },
    session: {
      modelName: "authSession",
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    emailAndPassword: {
      enabled: isPasswordOpen(),
      disableSignUp: true,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    // Counted by lib/auth/limits.ts, by caller and by account: calls do not come through its router.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "maillage",
      useSecureCookies: origin.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [CALLER_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          // No session without rights: a closed account, or rights taken back, sign in to nothing.
          before: async ({ userId }) => (await findGrant(database.prisma, userId)) !== null,
        },
      },
    },
  } satisfies BetterAuthOptions;
}
