import { describe, expect, it } from "vitest";
import {
  ANONYMOUS,
  authorise,
  can,
  Forbidden,
  RESOURCES,
  type ActionOn,
  type Resource,
  type Scope,
  type Viewer,
} from "@/lib/auth/can";
import { ROLES, type Role } from "@/lib/auth/viewer";

const VIEWERS: Readonly<Record<Role, Viewer>> = {
  anonymous: ANONYMOUS,
  coordinator: { role: "coordinator", accountId: "c", organisation: "cpts", cpts: ["mine"], departments: [] },
  agent: { role: "agent", accountId: "a", organisation: "ars", cpts: [], departments: ["63", "03"] },
  analyst: { role: "analyst", accountId: "n", organisation: "other", cpts: [], departments: [] },
  administrator: { role: "administrator", accountId: "d", organisation: "ars", cpts: [], departments: [] },
};

/** What is the viewer's own, and what is somebody else's. */
const OWN: Readonly<Record<Role, Scope>> = {
  anonymous: {},
  coordinator: { cptsId: "mine", departments: ["63"] },
  agent: { cptsId: "theirs", departments: ["15", "03"] },
  analyst: { cptsId: "theirs", departments: ["63"] },
  administrator: { cptsId: "theirs", departments: ["63"] },
};
const OTHER: Readonly<Record<Role, Scope>> = {
  anonymous: { cptsId: "theirs", departments: ["26"] },
  coordinator: { cptsId: "theirs", departments: ["63"] },
  agent: { cptsId: "mine", departments: ["26", "07"] },
  analyst: { cptsId: "theirs", departments: ["26"] },
  administrator: { cptsId: "theirs", departments: ["26"] },
};

/** Written by hand: « any » where the territory does not matter, « own » within it, nothing elsewhere. */
const EXPECTED: Readonly<Record<string, Partial<Record<Role, "any" | "own">>>> = {
  "public_record.read": {
    anonymous: "any",
    coordinator: "any",
    agent: "any",
    analyst: "any",
    administrator: "any",
  },
  "record.read": { coordinator: "own", agent: "own", analyst: "any", administrator: "any" },
  "record.draft": { coordinator: "own", agent: "own" },
  "record.save": { coordinator: "own", agent: "own" },
  "record.propose": { coordinator: "own" },
  "record.decide": { agent: "own" },
  "record.amend": { agent: "own" },
  "cpts.create": { agent: "own" },
  "contacts.read": { coordinator: "own", agent: "own" },
  "meeting.read": { coordinator: "own", agent: "own", analyst: "any" },
  "meeting.write": { agent: "own" },
  "document.read": { coordinator: "own", agent: "own" },
  "document.add": { coordinator: "own", agent: "own" },
  "document.remove": { coordinator: "own", agent: "own" },
  "results.read": { coordinator: "own", agent: "own", analyst: "any", administrator: "any" },
  "results.propose": { coordinator: "own", agent: "own" },
  "results.settle": { agent: "own" },
  "results.reopen": { agent: "own" },
  "payments.read": { coordinator: "own", agent: "own", analyst: "any", administrator: "any" },
  "payments.write": { agent: "own" },
  "imports.read": { agent: "own", administrator: "any" },
  "imports.write": { agent: "own", administrator: "any" },
  "spending.read": { coordinator: "own", agent: "own", analyst: "any", administrator: "any" },
  "spending.write": { coordinator: "own" },
  "ledger.read": { agent: "own", analyst: "any", administrator: "any" },
  "history.read": { coordinator: "own", agent: "own", administrator: "any" },
  "journal.read": { administrator: "any" },
  "coordinators.read": { agent: "own", administrator: "any" },
  "coordinators.invite": { agent: "own", administrator: "any" },
  "coordinators.revoke": { agent: "own", administrator: "any" },
  "agents.read": { administrator: "any" },
  "agents.invite": { administrator: "any" },
  "agents.revoke": { administrator: "any" },
  "analysts.read": { administrator: "any" },
  "analysts.invite": { administrator: "any" },
  "analysts.revoke": { administrator: "any" },
  "administrators.read": { administrator: "any" },
  "administrators.invite": { administrator: "any" },
  "administrators.revoke": { administrator: "any" },
};

const rights = (Object.keys(RESOURCES) as Resource[])
  .filter((resource) => resource !== "account")
  .flatMap((resource) => RESOURCES[resource].map((action) => ({ resource, action })));

describe("the table of rights", () => {
  it("is expected whole: a right added without its line here fails", () => {
    expect(rights.map(({ resource, action }) => `${resource}.${action}`).sort()).toEqual(
      Object.keys(EXPECTED).sort(),
    );
  });

  for (const { resource, action } of rights) {
    for (const role of ROLES) {
      const reach = EXPECTED[`${resource}.${action}`]?.[role];
      it(`${role} ${action} ${resource}: ${reach ?? "never"}`, () => {
        const ask = (scope: Scope) =>
          can(VIEWERS[role], action as ActionOn<typeof resource>, resource, scope);
        expect(ask(OWN[role])).toBe(reach !== undefined);
        expect(ask(OTHER[role])).toBe(reach === "any");
        expect(ask({})).toBe(reach === "any");
      });
    }
  }

  it("opens an account to its owner alone, whatever the role", () => {
    for (const role of ROLES) {
      const viewer = VIEWERS[role];
      for (const action of RESOURCES.account) {
        expect(can(viewer, action, "account", { accountId: "somebody else" })).toBe(false);
        expect(can(viewer, action, "account", { accountId: viewer.accountId ?? "nobody" })).toBe(
          role !== "anonymous",
        );
      }
    }
  });

  it("refuses by an error that names the right, never the thing", () => {
    const refused = () => authorise(VIEWERS.analyst, "decide", "record", OWN.agent);
    expect(refused).toThrow(Forbidden);
    expect(refused).toThrow("analyst may not decide record");
  });
});
