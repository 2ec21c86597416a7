import { can, Forbidden, type Resource, type Viewer } from "../../auth/can";
import { newToken, hashOf } from "../../auth/token";
import type { AccountRole } from "../../auth/viewer";
import { getDb } from "../../db/client";
import { findAccountByEmail, type Grant } from "../../db/repositories/accounts";
import { appendAudit } from "../../db/repositories/audit";
import {
  findPendingInvitation,
  insertInvitation,
  renewInvitation,
  revokeInvitation,
  type Invitation,
} from "../../db/repositories/invitations";
import type { Tx } from "../../db/repositories/rows";
import { err, ok } from "../../kernel/result";
import { invitationSchema, type InvitationInput } from "../../schemas/accounts";
import { faultsOf, refused, type Act, type Outcome } from "./outcome";

const DAY_MS = 24 * 3600_000;
export const INVITATION_DAYS = 7;

/** The table of rights names what is granted, not the role. */
export const GRANTED = {
  coordinator: "coordinators",
  agent: "agents",
  analyst: "analysts",
  administrator: "administrators",
} as const satisfies Record<AccountRole, Resource>;

export interface Invited {
  readonly id: string;
  readonly email: string;
  readonly role: AccountRole;
  /** The path of the link, with its secret: shown once, kept nowhere. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** Invites a person to a role and a scope, both within the viewer's own. Throws Forbidden for a role one may never invite. */
export async function invite({ viewer, now }: Act, input: unknown): Promise<Outcome<Invited>> {
  const parsed = invitationSchema.safeParse(input);
  if (!parsed.success) return err(faultsOf(parsed.error));
  const wanted = parsed.data;
  requireInviter(viewer, wanted.role);
  const database = await getDb();
  const scope = await scopeOf(database.prisma, wanted);
  const outside = scope.missing ?? (await firstOutside(database.prisma, viewer, "invite", scope.grant));
  if (outside !== undefined) return refused(...outsideFault(wanted.role, outside));

  const token = newToken();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  return database.keep(async (tx): Promise<Outcome<Invited>> => {
    const known = await findAccountByEmail(tx, wanted.email);
    const fault = known && conflictOf(known, scope.grant);
    if (fault) return refused("email", fault);
    const id = await insertInvitation(tx, {
      tokenHash: hashOf(token),
      email: wanted.email,
      grant: scope.grant,
      invitedBy: viewer.accountId ?? "",
      createdAt: now,
      expiresAt,
    });
    await appendAudit(tx, {
      actor: viewer.accountId ?? "",
      action: "invite",
      subject: `invitation:${id}`,
      before: null,
      after: { ...statedGrant(scope.grant), expiresAt: expiresAt.toISOString() },
    });
    return ok({ id, email: wanted.email, role: wanted.role, path: `/invitation/${token}`, expiresAt });
  });
}

/** Makes another link for a pending invitation, for another seven days: the former is dead. */
export async function renewLink({ viewer, now }: Act, id: string): Promise<Invited | null> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  const database = await getDb();
  return database.keep(async (tx) => {
    const pending = await pendingWithin(tx, viewer, "invite", id);
    if (pending === null || !(await renewInvitation(tx, id, hashOf(token), now, expiresAt))) return null;
    await appendAudit(tx, {
      actor: viewer.accountId ?? "",
      action: "renew_invitation",
      subject: `invitation:${id}`,
      before: { expiresAt: pending.expiresAt.toISOString() },
      after: { expiresAt: expiresAt.toISOString() },
    });
    const { email, grant } = pending;
    return { id, email, role: grant.role, path: `/invitation/${token}`, expiresAt };
  });
}

/** Takes a pending invitation back. @returns false where there is none within the viewer's reach. */
export async function withdrawInvitation({ viewer, now }: Act, id: string): Promise<boolean> {
  const database = await getDb();
  return database.keep(async (tx) => {
    const pending = await pendingWithin(tx, viewer, "revoke", id);
    if (pending === null || !(await revokeInvitation(tx, id, now))) return false;
    await appendAudit(tx, {
      actor: viewer.accountId ?? "",
      action: "revoke_invitation",
      subject: `invitation:${id}`,
      before: statedGrant(pending.grant),
      after: null,
    });
    return true;
  });
}

/** A grant as the journal keeps it: no name, no address, which could not be erased from there. */
export function statedGrant({ role, organisation, cpts, departments, regions }: Grant) {
  return {
    role,
    organisation,
    cpts: [...cpts],
    departments: [...departments],
    regions: [...regions],
  };
}

async function pendingWithin(
  tx: Tx,
  viewer: Viewer,
  action: "invite" | "revoke",
  id: string,
): Promise<Invitation | null> {
  requireInviter(viewer, "coordinator");
  if (!UUID.test(id)) return null;
  const pending = await findPendingInvitation(tx, id);
  if (pending === null) return null;
  return (await firstOutside(tx, viewer, action, pending.grant)) === undefined ? pending : null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whoever may invite nobody of this role is told so before anything is looked up. */
export function requireInviter(viewer: Viewer, role: AccountRole): void {
  const anywhere = { departments: viewer.departments };
  if (can(viewer, "invite", GRANTED[role], anywhere)) return;
  throw new Forbidden(`${viewer.role} may not invite ${GRANTED[role]}`);
}

/**
 * What of a grant is beyond the viewer's own: the id of a CPTS, or "" for the grant as a whole; undefined
 * where nothing is. Each CPTS is judged by the departments that the database attaches it to.
 */
export async function firstOutside(
  tx: Tx,
  viewer: Viewer,
  action: "read" | "invite" | "revoke",
  grant: Grant,
): Promise<string | undefined> {
  const resource = GRANTED[grant.role];
  if (grant.role !== "coordinator") return can(viewer, action, resource) ? undefined : "";
  const links = await tx.cptsDepartment.findMany({
    where: { cptsId: { in: [...grant.cpts] } },
    select: { cptsId: true, departmentCode: true },
  });
  return grant.cpts.find((cptsId) => {
    const departments = links.filter((link) => link.cptsId === cptsId).map((link) => link.departmentCode);
    return !can(viewer, action, resource, { cptsId, departments });
  });
}

interface Wanted {
  readonly grant: Grant;
  /** A code or slug that names nothing. */
  readonly missing?: string | undefined;
}

async function scopeOf(tx: Tx, wanted: InvitationInput): Promise<Wanted> {
  const none = { cpts: [], departments: [], regions: [] };
  if (wanted.role === "coordinator") {
    const slugs = [...new Set(wanted.cpts)];
    const found = await tx.cpts.findMany({
      where: { slug: { in: slugs } },
      select: { id: true, slug: true },
      orderBy: { slug: "asc" },
    });
    const known = new Set(found.map(({ slug }) => slug));
    return {
      grant: { ...none, role: "coordinator", organisation: "cpts", cpts: found.map(({ id }) => id) },
      missing: slugs.find((slug) => !known.has(slug)),
    };
  }
  if (wanted.role !== "agent") {
    return { grant: { ...none, role: wanted.role, organisation: wanted.organisation } };
  }
  const departments = [...new Set(wanted.departments)].sort();
  const regions = [...new Set(wanted.regions)].sort();
  const [inDepartments, inRegions] = [
    await tx.department.findMany({ where: { code: { in: departments } }, select: { code: true } }),
    await tx.region.findMany({ where: { code: { in: regions } }, select: { code: true } }),
  ];
  const known = new Set([...inDepartments, ...inRegions].map(({ code }) => code));
  return {
    grant: { ...none, role: "agent", organisation: wanted.organisation, departments, regions },
    missing: [...departments, ...regions].find((code) => !known.has(code)),
  };
}

/** One answer for a CPTS of elsewhere and for one that does not exist. */
function outsideFault(role: AccountRole, what: string): [field: string, message: string] {
  if (role === "coordinator") {
    return ["cpts", "Une des CPTS choisies n’existe pas ou n’est pas de votre territoire\u00a0: retirez-la."];
  }
  return ["departments", `«\u00a0${what}\u00a0» n’est ni un département ni une région connus.`];
}

/** Why an address that has an account cannot be invited so; null where the invitation widens its scope. */
function conflictOf(
  known: { readonly role: AccountRole; readonly organisation: string; readonly revoked: boolean },
  grant: Grant,
): string | null {
  if (known.revoked) {
    return "Un compte de cette adresse existe, dont l’accès a été retiré\u00a0: rétablissez-le plutôt que d’inviter.";
  }
  const widens = known.role === grant.role && known.organisation === grant.organisation;
  if (widens && (grant.role === "coordinator" || grant.role === "agent")) return null;
  return "Un compte existe déjà avec cette adresse. Invitez une autre adresse, ou modifiez ce compte.";
}
