import type { AccountRole, Organisation } from "../../auth/viewer";
import type { Tx } from "./rows";

/** better-auth's own name for a password. */
const PASSWORD = "credential";

/** What an account may do, and where, as it is kept. */
export interface Grant {
  readonly role: AccountRole;
  readonly organisation: Organisation;
  /** Ids of CPTS, codes of departments and of regions. */
  readonly cpts: readonly string[];
  readonly departments: readonly string[];
  readonly regions: readonly string[];
}

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** How it signs in. */
  readonly key: { readonly passwordHash: string } | { readonly provider: string; readonly subject: string };
}

const SCOPES = { select: { cptsId: true, departmentCode: true, regionCode: true } } as const;

/** The grant of an open account, or null: unknown, closed, or rights taken back. */
export async function findGrant(tx: Tx, userId: string): Promise<Grant | null> {
  const row = await tx.accountGrant.findFirst({
    where: { userId, revokedAt: null, user: { closedAt: null } },
    include: { scopes: SCOPES },
  });
  if (row === null) return null;
  return { role: row.role, organisation: row.organisation, ...scopesOf(row.scopes) };
}

type ScopeRow = {
  readonly cptsId: string | null;
  readonly departmentCode: string | null;
  readonly regionCode: string | null;
};

export function scopesOf(rows: readonly ScopeRow[]): Pick<Grant, "cpts" | "departments" | "regions"> {
  const values = (of: (row: ScopeRow) => string | null) =>
    rows
      .map(of)
      .filter((value) => value !== null)
      .sort();
  return {
    cpts: values(({ cptsId }) => cptsId),
    departments: values(({ departmentCode }) => departmentCode),
    regions: values(({ regionCode }) => regionCode),
  };
}

/** The departments of these regions, by code. */
export async function departmentsOfRegions(tx: Tx, regions: readonly string[]): Promise<string[]> {
  if (regions.length === 0) return [];
  const rows = await tx.department.findMany({
    where: { regionCode: { in: [...regions] } },
    select: { code: true },
    orderBy: { code: "asc" },
  });
  return rows.map(({ code }) => code);
}

export async function insertAccount(tx: Tx, { id, name, email, key }: NewAccount, now: Date): Promise<void> {
  const identity =
    "passwordHash" in key
      ? { providerId: PASSWORD, accountId: id, password: key.passwordHash }
      : { providerId: key.provider, accountId: key.subject };
  await tx.authUser.create({
    data: {
      id,
      name,
      email,
      // Whoever has the link read the mailbox it was sent to, or was given it by somebody who vouches.
      emailVerified: true,
      createdAt: now,
      accounts: { create: { id: crypto.randomUUID(), ...identity } },
    },
  });
}

export async function insertGrant(tx: Tx, userId: string, grant: Grant, grantedBy: string): Promise<void> {
  const { role, organisation } = grant;
  await tx.accountGrant.create({ data: { userId, role, organisation, grantedBy } });
  await tx.accountScope.createMany({ data: scopeRows(userId, grant) });
}

/** Adds the scopes that the account lacks. */
export async function addScopes(tx: Tx, userId: string, grant: Grant): Promise<void> {
  await tx.accountScope.createMany({ data: scopeRows(userId, grant), skipDuplicates: true });
}

function scopeRows(userId: string, { cpts, departments, regions }: Grant) {
  return [
    ...cpts.map((cptsId) => ({ userId, cptsId })),
    ...departments.map((departmentCode) => ({ userId, departmentCode })),
    ...regions.map((regionCode) => ({ userId, regionCode })),
  ];
}

/** Open accounts that administer, by id. */
export async function listAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.accountGrant.findMany({
    where: { role: "administrator", revokedAt: null, user: { closedAt: null } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

export interface KnownAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly organisation: Organisation;
  readonly revoked: boolean;
}

/** The open account of an address. */
export async function findAccountByEmail(tx: Tx, email: string): Promise<KnownAccount | null> {
  const row = await tx.authUser.findFirst({
    where: { email, closedAt: null },
    include: { grant: true },
  });
  if (row === null || row.grant === null) return null;
  const { role, organisation, revokedAt } = row.grant;
  return { id: row.id, name: row.name, email: row.email, role, organisation, revoked: revokedAt !== null };
}

/** The hash of the account's password, or null where it signs in otherwise. */
export async function passwordHashOf(tx: Tx, userId: string): Promise<string | null> {
  const row = await tx.authAccount.findFirst({
    where: { userId, providerId: PASSWORD },
    select: { password: true },
  });
  return row?.password ?? null;
}

/** Sets the account's password, the first or another. */
export async function putPassword(tx: Tx, userId: string, password: string): Promise<void> {
  const key = { providerId_accountId: { providerId: PASSWORD, accountId: userId } };
  const first = { id: crypto.randomUUID(), providerId: PASSWORD, accountId: userId, userId, password };
  await tx.authAccount.upsert({ where: key, create: first, update: { password } });
}

/** Takes the rights back, or gives them again. @returns false where nothing changed. */
export async function setRevoked(tx: Tx, userId: string, revokedAt: Date | null): Promise<boolean> {
  const { count } = await tx.accountGrant.updateMany({
    where: { userId, revokedAt: revokedAt === null ? { not: null } : null },
    data: { revokedAt },
  });
  if (revokedAt !== null) await tx.authSession.deleteMany({ where: { userId } });
  return count === 1;
}

/** How many accounts hold each role, and how many had their rights taken back; closed accounts left out. */
export async function countAccounts(
  tx: Tx,
): Promise<{ readonly byRole: Readonly<Record<AccountRole, number>>; readonly revoked: number }> {
  const open = { user: { closedAt: null } };
  const [rows, revoked] = await Promise.all([
    tx.accountGrant.groupBy({ by: ["role"], where: { ...open, revokedAt: null }, _count: true }),
    tx.accountGrant.count({ where: { ...open, revokedAt: { not: null } } }),
  ]);
  const of = (role: AccountRole) => rows.find((row) => row.role === role)?._count ?? 0;
  return {
    byRole: {
      coordinator: of("coordinator"),
      agent: of("agent"),
      analyst: of("analyst"),
      administrator: of("administrator"),
    },
    revoked,
  };
}
