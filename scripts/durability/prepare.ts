import { randomBytes, randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { hashPassword } from "better-auth/crypto";
import { optionsOf } from "@/lib/auth/better-auth";
import { closeDb, getDb } from "@/lib/db/client";
import { insertAccount, insertGrant } from "@/lib/db/repositories/accounts";

/** Every CPTS of these departments is saved at once. */
const DEPARTMENTS = ["63", "26", "07", "03", "42"];
const EMAIL = "agent@exemple.fr";

/** Fills a new database, and signs in an agent who may save every record of it. */
export async function prepare(port: number): Promise<{ cookie: string; slugs: string[] }> {
  const database = await getDb();
  const password = randomBytes(24).toString("base64url");
  const id = randomUUID();
  const key = { passwordHash: await hashPassword(password) };
  await database.write(async (tx) => {
    await insertAccount(tx, { id, name: "Agent des essais", email: EMAIL, key }, new Date());
    const scopes = { departments: DEPARTMENTS, regions: [], cpts: [] };
    await insertGrant(tx, id, { role: "agent", organisation: "ars", ...scopes }, "system");
  });
  const auth = betterAuth(await optionsOf(database, `http://127.0.0.1:${port}`));
  const response = await auth.api.signInEmail({ body: { email: EMAIL, password }, asResponse: true });
  const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  if (!cookie.includes("=")) throw new Error("the agent of the test could not sign in");
  const rows = await database.prisma.cpts.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
  await closeDb();
  return { cookie, slugs: rows.map(({ slug }) => slug) };
}
