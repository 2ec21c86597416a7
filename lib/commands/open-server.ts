import "server-only";
import { IDLE_MS } from "../auth/session";
import { getDb, StartupFault } from "../db/client";
import { forgetExpired } from "../db/repositories/account-life";
import { openRuntime, type Runtime } from "../db/runtime";
import { firstAdministratorPath } from "./accounts/first-administrator";

export interface OpenedServer extends Runtime {
  /** The path of the link that makes the first administrator; null where there is one. */
  readonly firstAccountPath: string | null;
}

/** Opens the database, then makes the link that a product without an administrator needs. */
export async function openServer(): Promise<OpenedServer> {
  requirePublicUrl();
  const runtime = await openRuntime();
  const database = await getDb();
  const now = new Date();
  await forgetExpired(database.prisma, now, IDLE_MS);
  return { ...runtime, firstAccountPath: await firstAdministratorPath(database, now) };
}

function requirePublicUrl(): void {
  const stated = process.env.PUBLIC_URL?.trim();
  if (!stated || (URL.canParse(stated) && /^https?:$/.test(new URL(stated).protocol))) return;
  throw new StartupFault(
    "public_url_invalid",
    `PUBLIC_URL=${stated} n’est pas une adresse. Exemple\u00a0: https://maillage.exemple.fr`,
  );
}
