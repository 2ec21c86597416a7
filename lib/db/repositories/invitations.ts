import type { Invitation as Row } from "@/generated/prisma/client";
import type { Grant } from "./accounts";
import type { Tx } from "./rows";

/** A link that gives rights once, before it expires. */
export interface Invitation {
  readonly id: string;
  /** Empty for the first administrator, who types it. */
  readonly email: string;
  readonly grant: Grant;
  /** `system` for the first administrator's. */
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface NewInvitation extends Omit<Invitation, "id"> {
  readonly tokenHash: string;
}

export const SYSTEM = "system";

/** Neither accepted nor revoked; it may have expired. */
const PENDING = { acceptedAt: null, revokedAt: null } as const;

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<string> {
  const { grant, ...rest } = invitation;
  const { cpts, departments, regions, role, organisation } = grant;
  const { id } = await tx.invitation.create({
    data: {
      ...rest,
      role,
      organisation,
      departments: [...departments],
      regions: [...regions],
      cptsIds: [...cpts],
    },
    select: { id: true },
  });
  return id;
}

/** The pending invitation of this secret, not expired at `now`. */
export async function findOpenInvitation(tx: Tx, tokenHash: string, now: Date): Promise<Invitation | null> {
  const row = await tx.invitation.findFirst({ where: { tokenHash, ...PENDING, expiresAt: { gt: now } } });
  return row === null ? null : invitationOf(row);
}

/** A pending invitation by its id, expired or not. */
export async function findPendingInvitation(tx: Tx, id: string): Promise<Invitation | null> {
  const row = await tx.invitation.findFirst({ where: { id, ...PENDING } });
  return row === null ? null : invitationOf(row);
}

/** Marks it accepted. @returns false where somebody was quicker, or it expired or was revoked meanwhile. */
export async function claimInvitation(tx: Tx, id: string, by: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...PENDING, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedBy: by },
  });
  return count === 1;
}

export async function revokeInvitation(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { id, ...PENDING }, data: { revokedAt: now } });
  return count === 1;
}

/** Revokes those that the server made itself: each start makes another. */
export async function revokeSystemInvitations(tx: Tx, now: Date): Promise<void> {
  await tx.invitation.updateMany({ where: { invitedBy: SYSTEM, ...PENDING }, data: { revokedAt: now } });
}

/** Gives a pending invitation another secret and another term: the former link is dead. */
export async function renewInvitation(
  tx: Tx,
  id: string,
  tokenHash: string,
  now: Date,
  expiresAt: Date,
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...PENDING },
    data: { tokenHash, createdAt: now, expiresAt },
  });
  return count === 1;
}

export async function listPendingInvitations(tx: Tx): Promise<Invitation[]> {
  const rows = await tx.invitation.findMany({
    where: { ...PENDING, invitedBy: { not: SYSTEM } },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(invitationOf);
}

function invitationOf(row: Row): Invitation {
  const { id, email, invitedBy, createdAt, expiresAt } = row;
  const { role, organisation, cptsIds, departments, regions } = row;
  return {
    id,
    email,
    invitedBy,
    createdAt,
    expiresAt,
    grant: { role, organisation, cpts: cptsIds, departments, regions },
  };
}
