import type { Database } from "@/lib/db/database";
import type { AccountRole, Viewer } from "@/lib/auth/viewer";
import { findGrant, insertGrant } from "@/lib/db/repositories/accounts";
import type { Actor } from "@/lib/commands/outcome";

export const TODAY = "2026-11-23";

/** Somebody who acts, with an account of their own in the database. */
export async function actor(
  { prisma }: Database,
  role: AccountRole,
  name: string,
  scope: Partial<Pick<Viewer, "cpts" | "departments" | "organisation">> = {},
): Promise<Actor> {
  const accountId = `account-${name.toLowerCase()}`;
  const email = `${name.toLowerCase()}@exemple.fr`;
  await prisma.authUser.upsert({
    where: { id: accountId },
    create: { id: accountId, name, email, emailVerified: true },
    update: {},
  });
  const organisation = scope.organisation ?? (role === "coordinator" ? "cpts" : "ars");
  const { cpts = [], departments = [] } = scope;
  if ((await findGrant(prisma, accountId)) === null) {
    await insertGrant(prisma, accountId, { role, organisation, cpts, departments, regions: [] }, "system");
  }
  return { viewer: { role, accountId, organisation, cpts, departments }, today: TODAY };
}

/** The id of a CPTS of the public documents. */
export async function cptsId({ prisma }: Database, slug: string): Promise<string> {
  return (await prisma.cpts.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}
