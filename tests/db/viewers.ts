import type { Actor } from "@/lib/commands/outcome";
import type { Viewer } from "@/lib/auth/can";

/** Accounts of the tests of commands; ids need no row, names then read « compte clos ». */
const viewer = (role: Viewer["role"], more: Partial<Viewer> = {}): Viewer => ({
  role,
  accountId: `compte-${role}`,
  organisation: null,
  cpts: [],
  departments: [],
  ...more,
});

export const TODAY = "2026-11-23";

export const acting = (role: Viewer["role"], more: Partial<Viewer> = {}): Actor => ({
  viewer: viewer(role, more),
  today: TODAY,
});

export const agentOf = (...departments: string[]): Actor =>
  acting("agent", { organisation: "ars", departments, accountId: `compte-agent-${departments.join("-")}` });

export const coordinatorOf = (...cpts: string[]): Actor =>
  acting("coordinator", { organisation: "cpts", cpts, accountId: "compte-coordination" });
