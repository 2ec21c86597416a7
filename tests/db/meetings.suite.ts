import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { addDocuments } from "@/lib/commands/documents";
import { addMeeting, changeMeeting, removeMeeting } from "@/lib/commands/meetings";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { meetingPage, meetingsPage } from "@/lib/queries/meetings";
import { pdf } from "./files";
import { type Engine, failure, useDatabase } from "./harness";
import { acting, agentOf, coordinatorOf, TODAY } from "./viewers";

const MEETING = {
  kind: "point_etape",
  heldOn: "2026-11-10",
  participants: [
    { function: "coordinatrice", organisation: "CPTS" },
    { function: "chargé de mission", organisation: "" },
  ],
  decisions: "Le projet de santé est attendu pour mars.",
  documents: [] as string[],
};

export function meetings(engine: Engine): void {
  describe("meetings", () => {
    let database: Database;
    let slug: string;
    let other: string;
    let id: string;
    let cpts: string;
    const agent = agentOf("63");
    beforeAll(async () => {
      database = await engine.copy();
      useDatabase(database);
      const rows = await database.prisma.cpts.findMany({
        where: { departments: { some: { departmentCode: "63" } } },
        orderBy: { slug: "asc" },
      });
      const [a, b] = rows;
      if (!a || !b) throw new Error("two CPTS of the Puy-de-Dôme are loaded");
      [slug, other, cpts] = [a.slug, b.slug, a.id];
    });
    afterAll(() => database.close());

    test("are kept with functions and decisions, and read by whoever keeps or studies the record", async () => {
      const added = await addMeeting(agent, slug, MEETING);
      if (!added.ok) throw new Error("it should have been added");
      id = added.value.id;
      for (const { viewer } of [agent, coordinatorOf(cpts), acting("analyst")]) {
        expect((await meetingsPage(viewer, slug, TODAY))?.meetings).toMatchObject([
          {
            kind: "point_etape",
            heldOn: "2026-11-10",
            participants: [
              { function: "coordinatrice", organisation: "CPTS" },
              { function: "chargé de mission", organisation: null },
            ],
            version: 1,
          },
        ]);
      }
      for (const { viewer } of [agentOf("75"), coordinatorOf("autre"), acting("administrator")]) {
        expect(await meetingsPage(viewer, slug, TODAY)).toBeNull();
      }
      const [entry] = await listAudit(database.prisma, `cpts:${slug}`);
      expect(entry).toMatchObject({ action: "meeting.added", after: { id, decisions: MEETING.decisions } });
    });

    test("edited by two at once: the second is told what the first wrote, and nothing is overwritten", async () => {
      const first = { ...MEETING, decisions: "Reporté à avril." };
      const second = { ...MEETING, decisions: "Reporté à mai." };
      expect(await changeMeeting(agent, slug, id, { content: first, version: 1 })).toEqual({
        ok: true,
        value: null,
      });
      const late = agentOf("63", "03");
      expect(await changeMeeting(late, slug, id, { content: second, version: 1 })).toMatchObject({
        ok: false,
        error: {
          kind: "conflict",
          theirs: {
            version: 2,
            content: { decisions: "Reporté à avril." },
            by: "compte clos",
            at: expect.stringMatching(/Z$/) as string,
          },
        },
      });
      expect(await removeMeeting(late, slug, id, 1)).toMatchObject({
        ok: false,
        error: { kind: "conflict" },
      });
      expect(await changeMeeting(late, slug, id, { content: second, version: 2 })).toMatchObject({
        ok: true,
      });
      const page = await meetingPage(agent.viewer, slug, id, TODAY);
      expect(page?.meeting).toMatchObject({ decisions: "Reporté à mai.", version: 3 });
    });

    test("are refused with what is wrong; a day to come, no decision, a nameless function", async () => {
      const wrong = {
        kind: "autre",
        heldOn: "",
        participants: [{ function: " ", organisation: "ARS" }],
        decisions: "",
        documents: [],
      };
      const refused = await addMeeting(agent, slug, wrong);
      expect(
        refused.ok ? [] : "issues" in refused.error && refused.error.issues.map((one) => one.path),
      ).toEqual([["kind"], ["heldOn"], ["participants", 0, "function"], ["decisions"]]);
      expect(await addMeeting(agent, slug, { ...MEETING, heldOn: "2026-11-24" })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["heldOn"] }] },
      });
      expect(await addMeeting(agent, slug, "x".repeat(100))).toMatchObject({ ok: false });
    });

    test("have documents of their own CPTS alone, shown to whoever may see documents", async () => {
      const ours = await addDocuments(agent, slug, {
        files: [{ name: "compte-rendu.pdf", bytes: pdf() }],
        meeting: id,
      });
      const theirs = await addDocuments(agent, other, {
        files: [{ name: "ailleurs.pdf", bytes: pdf("Ailleurs") }],
        meeting: null,
      });
      if (!ours.ok || !theirs.ok) throw new Error("both should have been added");
      const [own] = ours.value.documents;
      const [foreign] = theirs.value.documents;
      if (!own || !foreign) throw new Error("both are named");
      const page = await meetingsPage(agent.viewer, slug, TODAY);
      expect(page?.meetings[0]?.documents).toMatchObject([{ name: "compte-rendu.pdf" }]);
      expect((await meetingsPage(acting("analyst").viewer, slug, TODAY))?.meetings[0]?.documents).toBeNull();

      const form = { ...MEETING, documents: [foreign.id] };
      expect(await addMeeting(agent, slug, form)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["documents", 0] }] },
      });
      expect(await addMeeting(agent, slug, { ...MEETING, documents: [own.id] })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["documents", 0] }] },
      });
      const without = { content: MEETING, version: 3 };
      expect(await changeMeeting(agent, slug, id, without)).toMatchObject({ ok: true });
      expect((await meetingPage(agent.viewer, slug, id, TODAY))?.meeting?.documents).toEqual([]);
    });

    test("belong to one CPTS: another's identifier does not exist, whoever may not write is refused", async () => {
      const change = { content: MEETING, version: 4 };
      expect(await changeMeeting(agent, other, id, change)).toEqual({
        ok: false,
        error: { kind: "not_found" },
      });
      expect(await removeMeeting(agent, slug, "' OR 1=1", 1)).toMatchObject({ error: { kind: "not_found" } });
      expect(await meetingPage(agent.viewer, other, id, TODAY)).toBeNull();
      for (const actor of [coordinatorOf(cpts), agentOf("75"), acting("analyst"), acting("administrator")]) {
        expect(await failure(() => addMeeting(actor, slug, MEETING))).toBeInstanceOf(Forbidden);
        expect(await failure(() => changeMeeting(actor, slug, id, change))).toBeInstanceOf(Forbidden);
        expect(await failure(() => removeMeeting(actor, slug, id, 4))).toBeInstanceOf(Forbidden);
      }
    });

    test("are removed with what they said in the journal; their documents stay", async () => {
      expect(await removeMeeting(agent, slug, id, 4)).toEqual({ ok: true, value: null });
      expect((await meetingsPage(agent.viewer, slug, TODAY))?.meetings).toEqual([]);
      const [entry] = await listAudit(database.prisma, `cpts:${slug}`);
      expect(entry).toMatchObject({ action: "meeting.removed", before: { id, version: 4 }, after: null });
      expect(await database.prisma.document.count({ where: { cptsId: cpts, removedAt: null } })).toBe(1);
    });
  });
}
