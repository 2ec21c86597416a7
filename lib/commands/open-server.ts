import "server-only";
import { getDb } from "../db/client";
import { openRuntime, type Runtime } from "../db/runtime";
import { firstAdministratorPath } from "./accounts/first-administrator";

export interface OpenedServer extends Runtime {
  /** The path of the link that makes the first administrator; null where there is one. */
  readonly firstAccountPath: string | null;
}

/** Opens the database, then makes the link that a product without an administrator needs. */
export async function openServer(): Promise<OpenedServer> {
  const runtime = await openRuntime();
  return { ...runtime, firstAccountPath: await firstAdministratorPath(await getDb(), new Date()) };
}
