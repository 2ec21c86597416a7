/** Who asks: what a session says of an account, or nobody. Built once per request by `app/`. */

export const ROLES = ["anonymous", "coordinator", "agent", "analyst", "administrator"] as const;
export type Role = (typeof ROLES)[number];
export type AccountRole = Exclude<Role, "anonymous">;

export type Organisation = "ars" | "cpam" | "cpts" | "other";

export interface Viewer {
  readonly role: Role;
  /** Null for anonymous visitors alone. */
  readonly accountId: string | null;
  readonly organisation: Organisation | null;
  /** Ids of the CPTS that a coordinator keeps. */
  readonly cpts: readonly string[];
  /** Codes of the departments of an agent; those of a region, each. */
  readonly departments: readonly string[];
}

export const ANONYMOUS: Viewer = {
  role: "anonymous",
  accountId: null,
  organisation: null,
  cpts: [],
  departments: [],
};
