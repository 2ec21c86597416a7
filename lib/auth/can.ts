import type { Role, Viewer } from "./viewer";

export { ANONYMOUS, type AccountRole, type Organisation, type Role, type Viewer } from "./viewer";

/**
 * Who may do what: one pure table, asked by every query and command. `any`: whatever the territory;
 * `own`: within the viewer's scope (see {@link holds}); absent: never.
 */
type Reach = "any" | "own";

/** What is acted on. */
export const RESOURCES = {
  /** Coverage, funding and the CPTS as everybody reads them. */
  public_record: ["read"],
  /** The record as its people keep it: sections, drafts' state, submissions, meetings, completeness. Nothing personal. */
  record: ["read", "draft", "save", "propose", "decide", "amend"],
  /** A CPTS that does not exist yet, in a department. */
  cpts: ["create"],
  /** People to reach: personal data. */
  contacts: ["read"],
  meeting: ["read", "write"],
  document: ["read", "add", "remove"],
  /** Results of the contract years: what the coordinator proposes and the agent settles. */
  results: ["read", "propose", "settle", "reopen"],
  /** Money paid to one CPTS. */
  payments: ["read", "write"],
  /** Files that write the records of a territory, with the authority's word: its agents, and administrators. */
  imports: ["read", "write"],
  /** Budget and spending of one CPTS, and what its professionals received, without names. */
  spending: ["read", "write"],
  /** Due, paid and spent of many CPTS together: the analyst's tables, the calendar of a territory. */
  ledger: ["read"],
  /** What happened to one record. */
  history: ["read"],
  /** What happened everywhere. */
  journal: ["read"],
  /** Invitations and accounts, by the role they give. */
  coordinators: ["read", "invite", "revoke"],
  agents: ["read", "invite", "revoke"],
  analysts: ["read", "invite", "revoke"],
  administrators: ["read", "invite", "revoke"],
  /** One's own account: its sessions, its data, its end. */
  account: ["read", "write"],
} as const;
export type Resource = keyof typeof RESOURCES;
export type ActionOn<R extends Resource> = (typeof RESOURCES)[R][number];

/** Where the resource is. */
export interface Scope {
  readonly cptsId?: string;
  /** Departments that the CPTS is attached to, or that an invitation gives: all must be known. */
  readonly departments?: readonly string[];
  readonly accountId?: string;
}

type Rights = { readonly [R in Resource]?: { readonly [A in ActionOn<R>]?: Reach } };

const PUBLIC = { public_record: { read: "any" } } as const satisfies Rights;
const OWN_ACCOUNT = { account: { read: "own", write: "own" } } as const satisfies Rights;

const TABLE: Readonly<Record<Role, Rights>> = {
  anonymous: PUBLIC,
  coordinator: {
    ...PUBLIC,
    ...OWN_ACCOUNT,
    record: { read: "own", draft: "own", save: "own", propose: "own" },
    contacts: { read: "own" },
    meeting: { read: "own" },
    document: { read: "own", add: "own", remove: "own" },
    results: { read: "own", propose: "own" },
    payments: { read: "own" },
    spending: { read: "own", write: "own" },
    history: { read: "own" },
  },
  agent: {
    ...PUBLIC,
    ...OWN_ACCOUNT,
    record: { read: "own", draft: "own", save: "own", decide: "own", amend: "own" },
    cpts: { create: "own" },
    contacts: { read: "own" },
    meeting: { read: "own", write: "own" },
    document: { read: "own", add: "own", remove: "own" },
    results: { read: "own", propose: "own", settle: "own", reopen: "own" },
    payments: { read: "own", write: "own" },
    imports: { read: "own", write: "own" },
    spending: { read: "own" },
    ledger: { read: "own" },
    history: { read: "own" },
    coordinators: { read: "own", invite: "own", revoke: "own" },
  },
  analyst: {
    ...PUBLIC,
    ...OWN_ACCOUNT,
    record: { read: "any" },
    meeting: { read: "any" },
    results: { read: "any" },
    payments: { read: "any" },
    spending: { read: "any" },
    ledger: { read: "any" },
  },
  administrator: {
    ...PUBLIC,
    ...OWN_ACCOUNT,
    record: { read: "any" },
    results: { read: "any" },
    payments: { read: "any" },
    spending: { read: "any" },
    imports: { read: "any", write: "any" },
    ledger: { read: "any" },
    history: { read: "any" },
    journal: { read: "any" },
    coordinators: { read: "any", invite: "any", revoke: "any" },
    agents: { read: "any", invite: "any", revoke: "any" },
    analysts: { read: "any", invite: "any", revoke: "any" },
    administrators: { read: "any", invite: "any", revoke: "any" },
  },
};

/**
 * Whether the viewer's scope reaches the resource: a coordinator's CPTS; for an agent, one of the departments
 * that a CPTS is attached to; one's own account. Nothing is in the scope of an analyst, who has none.
 */
export function holds(viewer: Viewer, scope: Scope): boolean {
  if (viewer.accountId === null) return false;
  if (scope.accountId !== undefined) return scope.accountId === viewer.accountId;
  if (viewer.role === "coordinator") return scope.cptsId !== undefined && viewer.cpts.includes(scope.cptsId);
  if (viewer.role === "agent") {
    return (scope.departments ?? []).some((code) => viewer.departments.includes(code));
  }
  return false;
}

export function can<R extends Resource>(
  viewer: Viewer,
  action: ActionOn<R>,
  resource: R,
  scope: Scope = {},
): boolean {
  const rights = TABLE[viewer.role][resource] as Partial<Record<string, Reach>> | undefined;
  const reach = rights?.[action];
  return reach === "any" || (reach === "own" && holds(viewer, scope));
}

/** Thrown by a query or command that the viewer may not run. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

export function authorise<R extends Resource>(
  viewer: Viewer,
  action: ActionOn<R>,
  resource: R,
  scope: Scope = {},
): void {
  if (can(viewer, action, resource, scope)) return;
  throw new Forbidden(`${viewer.role} may not ${action} ${resource}`);
}
