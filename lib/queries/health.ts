import { getDb } from "../db/client";
import type { Health } from "../schemas/api/answers";

/** Asks the database one thing, so that « ok » means that it answers. Throws when it does not. */
export async function health(): Promise<Health> {
  const db = await getDb();
  await db.query("SELECT 1");
  return { status: "ok", database: db.kind, revision: await db.revision() };
}
