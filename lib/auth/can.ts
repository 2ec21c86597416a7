/**
 * Who may do what: one pure table, asked by every query and command. Roles with an account and their
 * territories come with sign-in; until then everybody is anonymous and reads what is public.
 */
export type Role = "anonymous";
export type Action = "read";
export type Resource = "public_record";

export interface Viewer {
  readonly role: Role;
}

export const ANONYMOUS: Viewer = { role: "anonymous" };

const TABLE: Readonly<Record<Role, Readonly<Record<Resource, readonly Action[]>>>> = {
  anonymous: { public_record: ["read"] },
};

export function can(viewer: Viewer, action: Action, resource: Resource): boolean {
  return TABLE[viewer.role][resource].includes(action);
}

/** Thrown by a query or command that the viewer may not run. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

export function authorise(viewer: Viewer, action: Action, resource: Resource): void {
  if (!can(viewer, action, resource)) throw new Forbidden(`${viewer.role} may not ${action} ${resource}`);
}
