import "server-only";
import { IDLE_MS } from "../auth/session";
import { getDb, StartupFault } from "../db/client";
import { forgetExpired } from "../db/repositories/account-life";
import { forgetUnconfirmed } from "../db/repositories/import-files";
import { openRuntime, type Runtime } from "../db/runtime";
import { parisDay } from "../kernel/today";
import { firstAdministratorPath } from "./accounts/first-administrator";

export interface OpenedServer extends Runtime {
  /** The path of the link that makes the first administrator; null where there is one. */
  readonly firstAccountPath: string | null;
  /** Once the server answers: computes in the background what the first summary of a process or of a day needs. */
  prepare(): Promise<void>;
}

/** Opens the database, then makes the link that a product without an administrator needs. */
export async function openServer(): Promise<OpenedServer> {
  requirePublicUrl();
  const runtime = await openRuntime();
  const database = await getDb();
  const now = new Date();
  await forgetExpired(database.prisma, now, IDLE_MS);
  await forgetUnconfirmed(database.prisma, now);
  let endPreparing = (): void => undefined;
  return {
    ...runtime,
    close: () => {
      endPreparing();
      return runtime.close();
    },
    firstAccountPath: await firstAdministratorPath(database, now),
    prepare: async () => {
      // Read only now: what summaries are made with is no part of what the first answer waits for.
      const { keepSummariesReady } = await import("../queries/analysis/prepare");
      endPreparing = keepSummariesReady((at) => parisDay(at, process.env.MAILLAGE_TODAY));
    },
  };
}

function requirePublicUrl(): void {
  const stated = process.env.PUBLIC_URL?.trim();
  if (!stated || (URL.canParse(stated) && /^https?:$/.test(new URL(stated).protocol))) return;
  throw new StartupFault(
    "public_url_invalid",
    `PUBLIC_URL=${stated} n’est pas une adresse. Exemple\u00a0: https://maillage.exemple.fr`,
  );
}
