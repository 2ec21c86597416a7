import { randomBytes } from "node:crypto";
import type { Database } from "../db/database";

const NAME = "sessions";
const BYTES = 48;
const SECRETS = new WeakMap<Database, Promise<string>>();

/**
 * The key that signs session cookies: `BETTER_AUTH_SECRET`, else one made once and kept in the database, so
 * that every process shares it and a restart signs nobody out.
 */
export function secretOf(database: Database): Promise<string> {
  const stated = process.env.BETTER_AUTH_SECRET;
  if (stated) return Promise.resolve(stated);
  const known = SECRETS.get(database);
  if (known) return known;
  const reading = readOrMake(database);
  SECRETS.set(database, reading);
  reading.catch(() => SECRETS.delete(database));
  return reading;
}

async function readOrMake({ prisma }: Database): Promise<string> {
  // Two processes may start together: the first to write is right for both.
  await prisma.serverSecret.createMany({
    data: [{ name: NAME, value: randomBytes(BYTES).toString("base64url") }],
    skipDuplicates: true,
  });
  return (await prisma.serverSecret.findUniqueOrThrow({ where: { name: NAME } })).value;
}
