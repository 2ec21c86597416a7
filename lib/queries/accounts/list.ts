import { can, Forbidden, type Viewer } from "../../auth/can";
import type { AccountRole, Organisation } from "../../auth/viewer";
import { isPasswordOpen } from "../../auth/ways-in";
import { GRANTED } from "../../commands/accounts/invite";
import { getDb } from "../../db/client";
import { scopesOf, type Grant } from "../../db/repositories/accounts";
import { listPendingInvitations } from "../../db/repositories/invitations";
import { isMailConfigured } from "../../mail/send";
import type { AccountsAddress } from "../../schemas/accounts-address";
import { searchName } from "../../territory/search-name";
import { openWorld, type World } from "../world";
import { mayInvite } from "./invitation-choices";

export interface AccountLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly organisation: Organisation;
  /** CPTS, regions and departments by name. */
  readonly scope: readonly string[];
  readonly since: Date;
  readonly revoked: boolean;
  readonly own: boolean;
  /** All its scope is within the viewer's reach: the rights may be taken back and given again. */
  readonly revocable: boolean;
  /** No mail is configured: a link may be made, to be handed over. */
  readonly resettable: boolean;
}

export interface InvitationLine {
  readonly id: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly organisation: Organisation;
  readonly scope: readonly string[];
  readonly expiresAt: Date;
  readonly expired: boolean;
}

export interface AccountList {
  readonly accounts: readonly AccountLine[];
  readonly invitations: readonly InvitationLine[];
  /** Accounts within reach, whatever the filters. */
  readonly total: number;
  readonly roles: readonly AccountRole[];
}

/**
 * The accounts and pending invitations within the viewer's reach: everybody for administrators; for agents,
 * whoever keeps a CPTS of their departments.
 */
export async function accountList(viewer: Viewer, address: AccountsAddress, now: Date): Promise<AccountList> {
  if (!mayInvite(viewer)) throw new Forbidden(`${viewer.role} may not read accounts`);
  const world = await openWorld(viewer);
  const { prisma } = await getDb();
  const links = await prisma.cptsDepartment.findMany({ select: { cptsId: true, departmentCode: true } });
  const departmentsOf = new Map<string, string[]>();
  for (const { cptsId, departmentCode } of links) {
    departmentsOf.set(cptsId, [...(departmentsOf.get(cptsId) ?? []), departmentCode]);
  }
  const reaches = (grant: Grant, action: "read" | "invite" | "revoke", all: boolean) => {
    const resource = GRANTED[grant.role];
    if (grant.role !== "coordinator") return can(viewer, action, resource);
    const within = (cptsId: string) =>
      can(viewer, action, resource, { cptsId, departments: departmentsOf.get(cptsId) ?? [] });
    return all ? grant.cpts.every(within) : grant.cpts.some(within) || can(viewer, action, resource);
  };
  const names = await namesOf(world);
  const rows = await prisma.authUser.findMany({
    where: { closedAt: null, grant: { isNot: null } },
    include: { grant: { include: { scopes: true } }, accounts: { select: { providerId: true } } },
    orderBy: { name: "asc" },
  });
  const linkable = isPasswordOpen() && !isMailConfigured();
  const reached = rows.flatMap(({ id, name, email, createdAt, grant: row, accounts }): AccountLine[] => {
    if (row === null) return [];
    const { role, organisation, revokedAt } = row;
    const grant = { role, organisation, ...scopesOf(row.scopes) };
    if (!reaches(grant, "read", false)) return [];
    const own = id === viewer.accountId;
    const hasPassword = accounts.some(({ providerId }) => providerId === "credential");
    return [
      {
        id,
        name,
        email,
        role,
        organisation,
        scope: scopeWords(grant, names),
        since: createdAt,
        revoked: revokedAt !== null,
        own,
        revocable: !own && reaches(grant, "revoke", true),
        resettable: linkable && !own && hasPassword && revokedAt === null && reaches(grant, "invite", true),
      },
    ];
  });
  const pending = (await listPendingInvitations(prisma)).filter(({ grant }) => reaches(grant, "read", true));
  return {
    accounts: reached.filter((line) => isAsked(line, address)),
    invitations: pending.map(({ id, email, grant, expiresAt }) => ({
      id,
      email,
      role: grant.role,
      organisation: grant.organisation,
      scope: scopeWords(grant, names),
      expiresAt,
      expired: expiresAt <= now,
    })),
    total: reached.length,
    roles: [...new Set(reached.map(({ role }) => role))].sort(),
  };
}

function isAsked(line: AccountLine, { text, role, state }: AccountsAddress): boolean {
  if (role !== "tous" && line.role !== role) return false;
  if (state === "ouverts" && line.revoked) return false;
  if (state === "retires" && !line.revoked) return false;
  const wanted = searchName(text ?? "");
  const words = ` ${searchName([line.name, line.email, ...line.scope].join(" "))}`;
  return wanted === "" || words.includes(` ${wanted}`);
}

interface Names {
  readonly cpts: ReadonlyMap<string, string>;
  readonly world: World;
}

async function namesOf(world: World): Promise<Names> {
  const rows = await world.db.prisma.cpts.findMany({ select: { id: true, name: true } });
  return { cpts: new Map(rows.map(({ id, name }) => [id, name])), world };
}

function scopeWords({ cpts, regions, departments }: Grant, { cpts: known, world }: Names): string[] {
  const region = (code: string) => world.regions.find((one) => one.code === code)?.name ?? code;
  return [
    ...cpts.map((id) => known.get(id) ?? "CPTS retirée"),
    ...regions.map((code) => `région ${region(code)}`),
    ...departments.map((code) => `${world.departmentOf.get(code)?.name ?? ""} (${code})`),
  ];
}
