/** Writes to the embedded database of the folder given, one journal entry at a time, and says each one that is committed. */
import { databaseOver, migratePool, prismaOver } from "@/lib/db/database";
import { openEmbedded } from "@/lib/db/embedded/open";
import { appendAudit } from "@/lib/db/repositories/audit";

const [, , directory = ""] = process.argv;
const open = await openEmbedded(directory);
await migratePool(open, process.cwd());
const database = await databaseOver(open, prismaOver(open));
for (let n = 1; ; n += 1) {
  const entry = { actor: "child", action: "write", subject: `write:${n}`, before: null, after: null };
  await database.write((tx) => appendAudit(tx, entry));
  process.stdout.write(`${n}\n`);
}
