import { DEAD_LINK, openInvitation, type Bearer } from "../../commands/accounts/accept";
import { getDb } from "../../db/client";
import { findAccountByEmail, type Grant } from "../../db/repositories/accounts";
import { cptsCalled } from "../../format/cpts";
import { SYSTEM } from "../../db/repositories/invitations";
import type { Tx } from "../../db/repositories/rows";
import { err, ok, type Result } from "../../kernel/result";
import type { AccountRole, Organisation } from "../../auth/viewer";

/** An invitation as the person invited reads it. The link itself is the right to. */
export interface InvitationView {
  /** Null for the first administrator, who types it. */
  readonly email: string | null;
  readonly role: AccountRole;
  readonly organisation: Organisation;
  /** CPTS, departments and regions, by name. */
  readonly scope: readonly string[];
  /** Who invites; null for the server itself. */
  readonly invitedBy: string | null;
  readonly expiresAt: Date;
  /** The address has an account already: the invitation widens its scope. */
  readonly joins: boolean;
}

/** What a link opens, or why it opens nothing, in French. */
export async function invitationBehind(
  bearer: Bearer,
  first: boolean,
): Promise<Result<InvitationView, string>> {
  const database = await getDb();
  const found = await openInvitation(database, bearer);
  if (!found.ok) return err(found.error[0]?.message ?? DEAD_LINK);
  const { email, grant, invitedBy, expiresAt } = found.value;
  // Each kind of link has its own page: the other one knows nothing of it.
  if ((invitedBy === SYSTEM) !== first) return err(DEAD_LINK);
  const { prisma } = database;
  const inviter = await prisma.authUser.findUnique({ where: { id: invitedBy }, select: { name: true } });
  return ok({
    email: email === "" ? null : email,
    role: grant.role,
    organisation: grant.organisation,
    scope: await scopeNames(prisma, grant),
    invitedBy: inviter?.name ?? null,
    expiresAt,
    joins: email !== "" && (await findAccountByEmail(prisma, email)) !== null,
  });
}

/** « CPTS Sud Allier », « Allier (03) », « région Auvergne-Rhône-Alpes »: the scopes of a grant by name. */
export async function scopeNames(tx: Tx, grant: Pick<Grant, "cpts" | "departments" | "regions">) {
  const [cpts, departments, regions] = [
    await tx.cpts.findMany({ where: { id: { in: [...grant.cpts] } }, orderBy: { name: "asc" } }),
    await tx.department.findMany({
      where: { code: { in: [...grant.departments] } },
      orderBy: { code: "asc" },
    }),
    await tx.region.findMany({ where: { code: { in: [...grant.regions] } }, orderBy: { name: "asc" } }),
  ];
  return [
    ...cpts.map(({ name }) => cptsCalled(name)),
    ...regions.map(({ name }) => `région ${name}`),
    ...departments.map(({ code, name }) => `${name} (${code})`),
  ];
}
