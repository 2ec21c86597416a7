import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { createCpts } from "@/lib/commands/create-cpts";
import { saveDraft } from "@/lib/commands/drafts";
import { recordStep } from "@/lib/commands/record-step";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { findCpts } from "@/lib/db/repositories/cpts";
import { cptsSteps } from "@/lib/queries/cpts-steps";
import { namesakesOf } from "@/lib/queries/creation";
import { type Engine, failure, useDatabase } from "./harness";
import { acting, agentOf, coordinatorOf, TODAY } from "./viewers";

const FORM = {
  name: "CPTS des Volcans d’Essai",
  departments: ["63", "03"],
  letterOn: "2026-09-14",
  note: "Reçue par courrier",
  distinctFrom: [],
};

export function creation(engine: Engine): void {
  describe("a CPTS created from its letter of intent", () => {
    let database: Database;
    const agent = agentOf("63");
    beforeAll(async () => {
      database = await engine.copy();
      useDatabase(database);
    });
    afterAll(() => database.close());

    test("is on record with its departments, its letter and the source that says so", async () => {
      expect(await createCpts(agent, FORM)).toEqual({ ok: true, value: { slug: "des-volcans-d-essai" } });
      const found = await findCpts(database.prisma, "des-volcans-d-essai");
      expect(found).toMatchObject({
        origin: "entered",
        record: {
          name: FORM.name,
          departments: [
            { code: "63", rank: 1 },
            { code: "03", rank: 2 },
          ],
          events: [
            {
              kind: "letter_of_intent",
              when: { earliest: "2026-09-14", latest: "2026-09-14" },
              note: "Reçue par courrier",
            },
          ],
          memberships: [],
        },
        sources: [{ kind: "declaration", publisher: "l’ARS" }],
        citations: [{ sense: expect.stringContaining("14/09/2026") as string }],
      });
      const [entry] = await listAudit(database.prisma, "cpts:des-volcans-d-essai");
      expect(entry).toMatchObject({
        actor: agent.viewer.accountId,
        action: "cpts.created",
        before: null,
        after: { name: FORM.name, departments: ["63", "03"] },
      });
    });

    test("points out a name already taken, or nearly, until it is said to be another", async () => {
      const homonym = { ...FORM, name: "Volcans Essai" };
      expect(await createCpts(agent, homonym)).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["distinctFrom"] }] },
      });
      const near = await namesakesOf(agent.viewer, "volcans d'essais");
      expect(near.map(({ slug }) => slug)).toEqual(["des-volcans-d-essai"]);
      expect(await namesakesOf(agent.viewer, "Monts du Nulle-Part")).toEqual([]);

      const known = { ...FORM, distinctFrom: ["des-volcans-d-essai"] };
      expect(await createCpts(agent, known)).toEqual({
        ok: true,
        value: { slug: "des-volcans-d-essai-63" },
      });
      const both = { ...FORM, distinctFrom: ["des-volcans-d-essai", "des-volcans-d-essai-63"] };
      expect(await createCpts(agent, both)).toEqual({
        ok: true,
        value: { slug: "des-volcans-d-essai-63-2" },
      });
    });

    test("never takes the address of the form that creates it", async () => {
      expect(await createCpts(agent, { ...FORM, name: "Nouvelle" })).toEqual({
        ok: true,
        value: { slug: "nouvelle-63" },
      });
    });

    test("is refused with what is wrong and how to mend it; nothing is kept", async () => {
      const before = await database.prisma.cpts.count();
      const wrong = { name: " ", departments: ["99"], letterOn: "14/09/2026", note: null, distinctFrom: [] };
      expect(await createCpts(agentOf("99"), wrong)).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["name"] }, { path: ["letterOn"] }] },
      });
      expect(
        await createCpts(agentOf("99"), { ...FORM, name: "Ailleurs", departments: ["99"] }),
      ).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["departments", 0] }] },
      });
      expect(await createCpts(agent, { ...FORM, name: "Demain", letterOn: "2026-11-24" })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["letterOn"] }] },
      });
      expect(await createCpts(agent, { ...FORM, name: "« !!! »" })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["name"] }] },
      });
      expect(await database.prisma.cpts.count()).toBe(before);
    });

    test("is for agents alone, in one of their departments", async () => {
      const before = await database.prisma.cpts.count();
      const form = { ...FORM, name: "Interdite" };
      for (const actor of [
        agentOf("75"),
        coordinatorOf("des-volcans-d-essai"),
        acting("analyst"),
        acting("administrator"),
        acting("anonymous", { accountId: null }),
      ]) {
        expect(await failure(() => createCpts(actor, form))).toBeInstanceOf(Forbidden);
      }
      expect(await database.prisma.cpts.count()).toBe(before);
    });

    test("goes on by its steps, each at its day or between two", async () => {
      const slug = "des-volcans-d-essai";
      const step = { kind: "project_validated", earliest: "2026-10-01", latest: "2026-10-31", note: null };
      expect(await recordStep(agent, slug, step)).toEqual({ ok: true, value: null });
      expect(await cptsSteps(agent.viewer, slug, TODAY)).toMatchObject({
        state: { stage: "validated" },
        next: "signature",
        mayRecord: true,
        steps: [
          { kind: "letter_of_intent" },
          { kind: "project_validated", when: { earliest: "2026-10-01", latest: "2026-10-31" } },
        ],
      });
      expect(await recordStep(agent, slug, step)).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["kind"] }] },
      });
      expect(
        await recordStep(agent, slug, { ...step, kind: "signature", latest: "2026-09-01" }),
      ).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["latest"] }] },
      });
      const [entry] = await listAudit(database.prisma, `cpts:${slug}`);
      expect(entry?.action).toBe("section.amended");
    });

    test("does not drop what its coordinator is typing", async () => {
      const slug = "des-volcans-d-essai-63";
      const { id } = await database.prisma.cpts.findUniqueOrThrow({ where: { slug } });
      const draft = { version: 0, content: { steps: [], contracts: [] } };
      expect(await saveDraft(coordinatorOf(id), slug, "contract", draft)).toMatchObject({ ok: true });
      const step = { kind: "signature", earliest: "2026-10-01", latest: "", note: "" };
      expect(await recordStep(agent, slug, step)).toMatchObject({ ok: false, error: { kind: "refused" } });
      expect(await cptsSteps(agent.viewer, slug, TODAY)).toMatchObject({ blockedBy: { kind: "draft" } });
      expect(await failure(() => recordStep(coordinatorOf(id), slug, step))).toBeInstanceOf(Forbidden);
      expect(await failure(() => recordStep(agentOf("75"), slug, step))).toBeInstanceOf(Forbidden);
      expect(await cptsSteps(agentOf("75").viewer, slug, TODAY)).toBeNull();
    });
  });
}
