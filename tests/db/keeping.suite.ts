import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, Forbidden } from "@/lib/auth/can";
import { discardDraft, saveDraft } from "@/lib/commands/drafts";
import type { Actor } from "@/lib/commands/outcome";
import { saveSection } from "@/lib/commands/save-section";
import { submitProposal } from "@/lib/commands/submissions";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { findDraft } from "@/lib/db/repositories/drafts";
import { findKept } from "@/lib/db/repositories/kept";
import { readSection } from "@/lib/record/sections";
import { fingerprint, formValues } from "@/lib/schemas/sections";
import { type Engine, failure, useDatabase } from "./harness";
import { actor, cptsId } from "./people";

const SLUG = "sud-allier";

/** Drafts and sections that take effect at once: nothing is overwritten in silence, nothing is kept halfway. */
export function keeping(engine: Engine): void {
  describe("keeping a record", () => {
    let database: Database;
    let claire: Actor;
    let david: Actor;
    let agent: Actor;
    let stranger: Actor;
    let id: string;

    beforeAll(async () => {
      database = await engine.copy();
      id = await cptsId(database, SLUG);
      claire = await actor(database, "coordinator", "Claire", { cpts: [id] });
      david = await actor(database, "coordinator", "David", { cpts: [id] });
      agent = await actor(database, "agent", "Amina", { departments: ["03"] });
      stranger = await actor(database, "coordinator", "Loïc", { cpts: [await cptsId(database, "pilat")] });
    });
    beforeEach(() => useDatabase(database));
    afterAll(() => database.close());

    const found = async () => {
      const kept = await findKept(database.prisma, SLUG);
      if (!kept) throw new Error("not loaded");
      return kept;
    };
    const lastAudit = async () => (await listAudit(database.prisma, `cpts:${SLUG}`))[0];

    test("a draft keeps what is typed, right or wrong, and grows by one version a save", async () => {
      const typed = {
        asOf: "hier",
        counts: [{ profession: "infirmier", scope: "members", count: "une soixantaine" }],
      };
      const first = await saveDraft(claire, SLUG, "professionals", { version: 0, content: typed });
      expect(first).toMatchObject({ ok: true, value: { version: 1 } });
      const second = await saveDraft(claire, SLUG, "professionals", {
        version: 1,
        content: { ...typed, asOf: "" },
      });
      expect(second).toMatchObject({ ok: true, value: { version: 2 } });
      expect((await findDraft(database.prisma, id, "professionals"))?.content).toEqual({
        ...typed,
        asOf: "",
      });
      expect(await lastAudit()).toMatchObject({
        actor: "account-claire",
        action: "draft.saved",
        before: { professionals: { asOf: "hier" } },
        after: { professionals: { asOf: "" } },
      });
    });

    test("typing does not make the pages be computed again; what takes effect does", async () => {
      const before = await database.revision();
      const saved = await saveDraft(claire, SLUG, "identity", {
        version: 0,
        content: { name: "CPTS Sud All" },
      });
      expect(saved.ok).toBe(true);
      expect(await discardDraft(claire, SLUG, "identity", 1)).toMatchObject({ ok: true });
      expect(await database.revision()).toBe(before);
      const { kept } = await found();
      const content = formValues("identity", readSection(kept, "identity"));
      expect(await saveSection(claire, SLUG, "identity", { content, draftVersion: 0 })).toMatchObject({
        ok: true,
      });
      expect(await database.revision()).toBe(before + 1);
    });

    test("the second of two people is told, sees what the first saved, and nothing is overwritten", async () => {
      const theirs = { asOf: "2026-11-20", counts: [] };
      await saveDraft(claire, SLUG, "professionals", { version: 2, content: theirs });
      const late = await saveDraft(david, SLUG, "professionals", {
        version: 2,
        content: { asOf: "2026-11-01", counts: [] },
      });
      expect(late).toMatchObject({
        ok: false,
        error: { kind: "conflict", theirs: { version: 3, content: theirs, by: "Claire" } },
      });
      expect((await findDraft(database.prisma, id, "professionals"))?.content).toEqual(theirs);
    });

    test("versions begin again once a draft is gone: what the writer saw tells what they do not", async () => {
      const form = formValues("project", readSection((await found()).kept, "project"));
      const seen = fingerprint(form);
      const draft = { ...form, summary: "Claire" };
      await saveDraft(claire, SLUG, "project", { version: 0, content: draft, seen });
      expect(await saveSection(claire, SLUG, "project", { content: draft, draftVersion: 1 })).toMatchObject({
        ok: true,
      });
      const late = await saveDraft(david, SLUG, "project", {
        version: 0,
        content: { ...form, summary: "David" },
        seen,
      });
      expect(late).toMatchObject({
        ok: false,
        error: { kind: "conflict", theirs: { content: draft, by: null } },
      });
      const over = await saveSection(david, SLUG, "project", { content: form, draftVersion: 0, seen });
      expect(over).toMatchObject({ ok: false, error: { kind: "conflict" } });
      expect(await findDraft(database.prisma, id, "project")).toBeNull();
      const known = await saveDraft(david, SLUG, "project", {
        version: 0,
        content: { ...form, summary: "David" },
        seen: fingerprint(draft),
      });
      expect(known).toMatchObject({ ok: true, value: { version: 1 } });
      await discardDraft(david, SLUG, "project", 1);
    });

    test("of many who save the same version at once, one wins and the others are told", async () => {
      const saves = Array.from({ length: 12 }, (_, index) =>
        saveDraft(index % 2 ? claire : david, SLUG, "professionals", {
          version: 3,
          content: { asOf: `essai ${index}`, counts: [] },
        }),
      );
      const outcomes = await Promise.all(saves);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.filter((one) => !one.ok && one.error.kind === "conflict")).toHaveLength(11);
    });

    test("a section with faults is refused with every one of them, and the draft stays", async () => {
      const before = await findDraft(database.prisma, id, "professionals");
      const content = {
        asOf: "31/12/2024",
        counts: [{ profession: "rebouteux", scope: "members", count: "-3" }],
      };
      const outcome = await saveSection(claire, SLUG, "professionals", {
        content,
        draftVersion: before?.version ?? 0,
      });
      expect(outcome).toMatchObject({ ok: false, error: { kind: "invalid" } });
      const issues = !outcome.ok && outcome.error.kind === "invalid" ? outcome.error.issues : [];
      expect(issues.map(({ path }) => path.join("."))).toEqual([
        "asOf",
        "counts.0.profession",
        "counts.0.count",
      ]);
      expect(await findDraft(database.prisma, id, "professionals")).toEqual(before);
    });

    test("professionals take effect when saved, on a source of their own, and the counts of before stay", async () => {
      const draftVersion = (await findDraft(database.prisma, id, "professionals"))?.version ?? 0;
      const before = await found();
      const content = {
        asOf: "2026-11-20",
        counts: [{ profession: "infirmier", scope: "members", count: "62" }],
      };
      const outcome = await saveSection(claire, SLUG, "professionals", { content, draftVersion });
      expect(outcome).toEqual({ ok: true, value: { version: before.version + 1 } });
      const after = await found();
      const nurses = after.kept.record.professionals.filter(({ profession }) => profession === "infirmier");
      expect(nurses.map(({ count }) => count).sort((a, b) => a - b)).toEqual([60, 62]);
      const { citation } = nurses.find(({ count }) => count === 62) ?? {};
      const source = await database.prisma.citation.findUnique({
        where: { id: citation },
        include: { source: true },
      });
      expect(source?.source).toMatchObject({ kind: "declaration", publisher: "la CPTS" });
      expect(await findDraft(database.prisma, id, "professionals")).toBeNull();
      expect(await lastAudit()).toMatchObject({
        action: "section.saved",
        after: { version: before.version + 1 },
      });
    });

    test("a draft begun before the record changed is a conflict with the record, not an overwrite", async () => {
      const start = await found();
      const base = formValues("partners", readSection(start.kept, "partners"));
      await saveDraft(claire, SLUG, "partners", { version: 0, content: { ...base, asOf: "2026-11-22" } });
      // Another writer puts the section in the record by its own way.
      await database.prisma.partnerStructure.deleteMany({ where: { cptsId: id, kind: "vsl" } });
      const outcome = await saveSection(claire, SLUG, "partners", {
        content: { ...base, asOf: "2026-11-22" },
        draftVersion: 1,
      });
      expect(outcome).toMatchObject({ ok: false, error: { kind: "conflict", theirs: { by: null } } });
    });

    test("what binds the contract is not for a coordinator to save, and is for an agent to amend", async () => {
      const { kept } = await found();
      const content = formValues("missions", readSection(kept, "missions"));
      const input = { content, draftVersion: 0 };
      expect(await failure(() => saveSection(claire, SLUG, "missions", input))).toBeInstanceOf(Forbidden);
      expect(await saveSection(agent, SLUG, "missions", input)).toMatchObject({ ok: true });
      expect(await lastAudit()).toMatchObject({ action: "section.amended", actor: "account-amina" });
    });

    test("proposed sections are locked until the decision, the others are not", async () => {
      const { kept } = await found();
      const values = formValues("missions", readSection(kept, "missions"));
      const missions = (values.missions as { startedOn: unknown }[]).map((one) => ({
        ...one,
        startedOn: "2021-01-04",
      }));
      await saveDraft(claire, SLUG, "missions", { version: 0, content: { missions } });
      const proposed = await submitProposal(claire, SLUG, {
        recordVersion: (await found()).version,
        drafts: { missions: 1 },
        message: null,
      });
      expect(proposed).toMatchObject({ ok: true, value: { round: 1 } });
      for (const one of [claire, david, agent]) {
        expect(
          await saveDraft(one, SLUG, "missions", { version: 1, content: { missions: [] } }),
        ).toMatchObject({
          ok: false,
          error: { kind: "refused" },
        });
      }
      expect(await discardDraft(claire, SLUG, "missions", 1)).toMatchObject({
        ok: false,
        error: { kind: "refused" },
      });
      const project = { summary: "Soins non programmés", axes: [] };
      expect(await saveDraft(claire, SLUG, "project", { version: 0, content: project })).toMatchObject({
        ok: true,
      });
    });

    test("a dropped draft leaves the record's own content, and its text in the journal", async () => {
      expect(await discardDraft(claire, SLUG, "project", 7)).toMatchObject({
        ok: false,
        error: { kind: "conflict" },
      });
      expect(await discardDraft(claire, SLUG, "project", 1)).toEqual({ ok: true, value: null });
      expect(await findDraft(database.prisma, id, "project")).toBeNull();
      expect(await lastAudit()).toMatchObject({
        action: "draft.discarded",
        before: { project: { summary: "Soins non programmés" } },
      });
    });

    test("nobody drafts, saves, drops or proposes what is not theirs, and nothing is written", async () => {
      const journal = await database.prisma.auditEntry.count();
      const draft = { version: 0, content: { summary: "x", axes: [] } };
      const elsewhere = await actor(database, "agent", "Paul", { departments: ["63", "26"] });
      const analyst = await actor(database, "analyst", "Nora");
      const administrator = await actor(database, "administrator", "Sylvie");
      const nobody: Actor = { viewer: ANONYMOUS, today: claire.today };
      for (const one of [stranger, elsewhere, analyst, administrator, nobody]) {
        const attempts = [
          () => saveDraft(one, SLUG, "project", draft),
          () => discardDraft(one, SLUG, "project", 0),
          () => saveSection(one, SLUG, "project", { content: draft.content, draftVersion: 0 }),
          () => submitProposal(one, SLUG, { recordVersion: 1, drafts: {}, message: null }),
        ];
        for (const attempt of attempts) expect(await failure(attempt)).toBeInstanceOf(Forbidden);
      }
      expect(await database.prisma.auditEntry.count()).toBe(journal);
      expect(await findDraft(database.prisma, id, "project")).toBeNull();
    });

    test("what is no form is not kept: too deep, too long, unreadable, of another kind", async () => {
      const deep = JSON.parse('{"a":'.repeat(12) + "1" + "}".repeat(12)) as object;
      const refusedContents: unknown[] = [
        "texte",
        null,
        [1, 2],
        deep,
        { summary: "x".repeat(20_001) },
        { axes: Array.from({ length: 3_001 }, () => 1) },
        { axes: Array.from({ length: 2_999 }, () => "x".repeat(200)) },
        { summary: "nul \u0000" },
        { summary: "moitié \ud800" },
        { ["__proto__x y"]: 1 },
        JSON.parse('{"__proto__": {"admin": true}}'),
      ];
      for (const content of refusedContents) {
        const outcome = await saveDraft(claire, SLUG, "project", { version: 0, content });
        expect(outcome).toMatchObject({ ok: false, error: { kind: "invalid" } });
      }
      expect(await findDraft(database.prisma, id, "project")).toBeNull();
    });
  });
}
