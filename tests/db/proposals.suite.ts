import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { acceptProposal, returnProposal, withdrawProposal } from "@/lib/commands/decisions";
import { saveDraft } from "@/lib/commands/drafts";
import type { Actor, Outcome } from "@/lib/commands/outcome";
import { saveSection } from "@/lib/commands/save-section";
import { submitProposal } from "@/lib/commands/submissions";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { findDraft } from "@/lib/db/repositories/drafts";
import { findKept, type FoundKept } from "@/lib/db/repositories/kept";
import { listOutlines } from "@/lib/db/repositories/outlines";
import { findSubmission } from "@/lib/db/repositories/submissions";
import { readSection, type BindingSection } from "@/lib/record/sections";
import { formValues, type DraftContent } from "@/lib/schemas/sections";
import { landing } from "@/lib/queries/espace";
import { proposalsOf } from "@/lib/queries/proposals";
import { espaceInAddress } from "@/lib/schemas/espace-address";
import { type Engine, failure, useDatabase } from "./harness";
import { actor, cptsId, TODAY } from "./people";

const SLUG = "haute-combraille-et-volcans";
/** Communes of two departments that no CPTS of the public documents holds. */
const ADDED = ["03001", "03002", "63116"];
const EFFECT = "2027-01-01";

/** Rounds of validation: proposed, withdrawn, sent back, accepted; by those who may, once, on what they read. */
export function proposals(engine: Engine): void {
  describe("proposals", () => {
    let database: Database;
    let id: string;
    let claire: Actor;
    let david: Actor;
    let ars: Actor;
    let cpam: Actor;
    let elsewhere: Actor;

    beforeAll(async () => {
      database = await engine.copy();
      id = await cptsId(database, SLUG);
      claire = await actor(database, "coordinator", "Claire", { cpts: [id] });
      david = await actor(database, "coordinator", "David", { cpts: [id] });
      ars = await actor(database, "agent", "Amina", { departments: ["63"] });
      cpam = await actor(database, "agent", "Bruno", { departments: ["63", "03"], organisation: "cpam" });
      elsewhere = await actor(database, "agent", "Paul", { departments: ["26"] });
    });
    beforeEach(() => useDatabase(database));
    afterAll(() => database.close());

    const found = async (): Promise<FoundKept> => {
      const kept = await findKept(database.prisma, SLUG);
      if (!kept) throw new Error("not loaded");
      return kept;
    };
    /** What their first page shows. */
    const underWay = async ({ viewer }: Actor) =>
      (await landing(viewer, TODAY, espaceInAddress({}))).underWay;
    const waitingFor = async (who: Actor) => (await underWay(who))?.waiting;
    const returnedTo = async (who: Actor) => (await underWay(who))?.returned;
    const lastAudit = async () => (await listAudit(database.prisma, `cpts:${SLUG}`))[0];
    const draft = async (section: BindingSection, content: DraftContent) => {
      const version = (await findDraft(database.prisma, id, section))?.version ?? 0;
      const saved = await saveDraft(claire, SLUG, section, { version, content });
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
      return saved.value.version;
    };
    const territory = async (
      more: readonly string[],
      less: readonly string[] = [],
    ): Promise<DraftContent> => {
      const { kept } = await found();
      const { communes } = readSection(kept, "territory");
      const stay = communes.filter(({ code }) => !less.includes(code) && !more.includes(code));
      const added = more.map((code) => ({ code, share: "whole" as const, note: null }));
      return formValues("territory", { from: EFFECT, communes: [...stay, ...added] });
    };
    /** Proposes what is drafted, as its version stands. */
    const propose = async (by: Actor, sections: readonly BindingSection[], message: string | null = null) => {
      const drafts: Partial<Record<BindingSection, number>> = {};
      for (const section of sections)
        drafts[section] = (await findDraft(database.prisma, id, section))?.version ?? 0;
      return submitProposal(by, SLUG, { recordVersion: (await found()).version, drafts, message });
    };
    const idOf = (outcome: Outcome<{ readonly id: string }>): string => {
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
      return outcome.value.id;
    };
    const held = async (asOf: string) =>
      (await found()).kept.record.memberships
        .filter(({ from, to }) => from <= asOf && (to === null || asOf < to))
        .map(({ commune }) => commune)
        .sort();

    test("a territory as it stands is nothing to propose", async () => {
      const { kept } = await found();
      await draft("missions", formValues("missions", readSection(kept, "missions")));
      const outcome = await propose(claire, ["missions"]);
      expect(outcome).toMatchObject({
        ok: false,
        error: { kind: "refused", why: expect.stringContaining("Rien ne change") as string },
      });
    });

    test("faults are named by section, and nothing is proposed", async () => {
      await draft("territory", { from: "", communes: [{ code: "99999", share: "whole", note: null }] });
      const outcome = await propose(claire, ["territory"]);
      const issues = !outcome.ok && outcome.error.kind === "invalid" ? outcome.error.issues : [];
      expect(issues.map(({ path }) => path.join("."))).toContain("territory.from");
      expect(await waitingFor(ars)).toEqual([]);
    });

    test("what is proposed is exactly what was read again: a draft or a record changed meanwhile is told", async () => {
      const version = await draft("territory", await territory(ADDED));
      const { version: recordVersion } = await found();
      const stale = { recordVersion, drafts: { territory: version - 1 }, message: null };
      expect(await submitProposal(david, SLUG, stale)).toMatchObject({
        ok: false,
        error: { kind: "conflict", theirs: { version, by: "Claire" } },
      });
      const older = { recordVersion: recordVersion - 1, drafts: { territory: version }, message: null };
      expect(await submitProposal(david, SLUG, older)).toMatchObject({
        ok: false,
        error: { kind: "refused", why: expect.stringContaining("La fiche a changé") as string },
      });
    });

    test("a message too long, or that no text can hold, is refused or cleaned, never an accident", async () => {
      const { version: recordVersion } = await found();
      const drafts = { territory: (await findDraft(database.prisma, id, "territory"))?.version ?? 0 };
      const long = { recordVersion, drafts, message: "x".repeat(2_001) };
      expect(await submitProposal(claire, SLUG, long)).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["message"] }] },
      });
    });

    test("of several coordinators who propose at once, one round is made", async () => {
      const attempts = [claire, david, claire, david].map((by) =>
        propose(by, ["territory"], " Délibération\u0000 du 3\u00a0octobre "),
      );
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.filter((one) => !one.ok && one.error.kind === "refused")).toHaveLength(3);
      const [row, ...others] = (await waitingFor(ars)) ?? [];
      expect(others).toEqual([]);
      expect(row).toMatchObject({
        slug: SLUG,
        round: 1,
        sections: ["territory"],
        words: "Délibération du 3\u00a0octobre",
      });
      expect(await lastAudit()).toMatchObject({ action: "submission.submitted", after: { round: 1 } });
    });

    test("an agent of elsewhere sees nothing of it: neither list, nor page, nor decision", async () => {
      const [row] = (await waitingFor(ars)) ?? [];
      const proposal = row?.id ?? "";
      expect(await waitingFor(elsewhere)).toEqual([]);
      expect(await proposalsOf(elsewhere, SLUG)).toBeNull();
      const input = { recordVersion: (await found()).version, comment: null };
      for (const attempt of [
        acceptProposal(elsewhere, proposal, input),
        returnProposal(elsewhere, proposal, "Non"),
        withdrawProposal(elsewhere, proposal),
        acceptProposal(ars, "00000000-0000-4000-8000-000000000000", input),
        acceptProposal(ars, "n'importe quoi", input),
      ]) {
        expect(await attempt).toMatchObject({ ok: false, error: { kind: "not_found" } });
      }
      expect(await failure(() => acceptProposal(claire, proposal, input))).toBeInstanceOf(Forbidden);
      expect(await failure(() => withdrawProposal(ars, proposal))).toBeInstanceOf(Forbidden);
      expect((await findSubmission(database.prisma, proposal))?.status).toBe("submitted");
    });

    test("withdrawn, it leaves the drafts as they were, and they can change again", async () => {
      const [row] = (await waitingFor(claire)) ?? [];
      const before = await findDraft(database.prisma, id, "territory");
      expect(await withdrawProposal(david, row?.id ?? "")).toEqual({ ok: true, value: null });
      expect(await findDraft(database.prisma, id, "territory")).toEqual(before);
      expect(await lastAudit()).toMatchObject({ action: "submission.withdrawn", actor: "account-david" });
      const again = await withdrawProposal(david, row?.id ?? "");
      expect(again).toMatchObject({ ok: false, error: { kind: "refused" } });
      await draft("territory", await territory(ADDED));
    });

    test("sending back says why, or is refused", async () => {
      const proposal = idOf(await propose(claire, ["territory"]));
      for (const comment of ["", "  \n ", "x".repeat(4_001)]) {
        expect(await returnProposal(ars, proposal, comment)).toMatchObject({
          ok: false,
          error: { kind: "invalid", issues: [{ path: ["comment"] }] },
        });
      }
      expect(await returnProposal(ars, proposal, " Retirez 63116. ")).toEqual({ ok: true, value: null });
      expect(await findSubmission(database.prisma, proposal)).toMatchObject({
        status: "returned",
        comment: "Retirez 63116.",
        decidedBy: "account-amina",
      });
      expect(await returnedTo(claire)).toMatchObject([
        { id: proposal, round: 2, by: "Amina", words: "Retirez 63116." },
      ]);
      expect(await returnedTo(elsewhere)).toEqual([]);
      expect((await findDraft(database.prisma, id, "territory"))?.content).toEqual(await territory(ADDED));
    });

    test("accepted on a record that changed since it was compared, it is compared again", async () => {
      await draft("territory", await territory(["03001", "03002"]));
      const proposal = idOf(await propose(claire, ["territory"]));
      expect(await returnedTo(claire)).toEqual([]);
      const { kept, version: recordVersion } = await found();
      const identity = formValues("identity", readSection(kept, "identity"));
      const saved = await saveSection(claire, SLUG, "identity", { content: identity, draftVersion: 0 });
      expect(saved.ok).toBe(true);
      expect(await acceptProposal(ars, proposal, { recordVersion, comment: null })).toMatchObject({
        ok: false,
        error: { kind: "refused", why: expect.stringContaining("La fiche a changé") as string },
      });
      expect((await findSubmission(database.prisma, proposal))?.status).toBe("submitted");
    });

    test("of two agents who decide at once, the first does", async () => {
      const [row] = (await waitingFor(ars)) ?? [];
      const proposal = row?.id ?? "";
      const yesterday = await held("2026-11-22");
      const { version } = await found();
      const input = { recordVersion: version, comment: "Vu en comité" };
      const outcomes = await Promise.all([
        acceptProposal(ars, proposal, input),
        acceptProposal(cpam, proposal, input),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const late = await returnProposal(cpam, proposal, "Non");
      for (const one of [...outcomes.filter(({ ok }) => !ok), late]) {
        expect(one).toMatchObject({
          ok: false,
          error: { kind: "refused", why: expect.stringContaining("déjà été décidée") as string },
        });
      }
      expect((await findSubmission(database.prisma, proposal))?.status).toBe("accepted");
      expect((await found()).version).toBe(version + 1);
      // What was, was: only from the day of effect on is the territory another.
      expect(await held("2026-11-22")).toEqual(yesterday);
      expect(await held(TODAY)).toEqual(yesterday);
      expect(await held("2026-12-31")).toEqual(yesterday);
      expect(await held(EFFECT)).toEqual([...yesterday, "03001", "03002"].sort());
    });

    test("what was accepted stands on a source, is drawn, attaches a department, and drops the draft", async () => {
      const { kept } = await found();
      const added = kept.record.memberships.find(({ commune }) => commune === "03001");
      expect(added).toMatchObject({ from: EFFECT, to: null, basis: "declared" });
      const citation = await database.prisma.citation.findUniqueOrThrow({
        where: { id: added?.citation ?? "" },
        include: { source: true },
      });
      expect(citation.source.kind).toBe("declaration");
      expect(citation.source.publisher).toMatch(/^la CPTS, validé par l(’ARS|a CPAM)$/);
      expect(kept.record.departments.map(({ code }) => code)).toEqual(["63", "03"]);
      const [now] = await listOutlines(database.prisma, TODAY, [SLUG]);
      const [then] = await listOutlines(database.prisma, EFFECT, [SLUG]);
      expect(JSON.stringify(then?.geometry)).not.toBe(JSON.stringify(now?.geometry));
      expect(await findDraft(database.prisma, id, "territory")).toBeNull();
      expect(await lastAudit()).toMatchObject({
        action: "submission.accepted",
        before: { territory: {} },
        after: { round: 3, comment: "Vu en comité", territory: {} },
      });
    });

    test("a commune that another CPTS took meanwhile is not accepted without a word on it", async () => {
      await draft("territory", await territory(["03001", "03002", "03003"]));
      const proposal = idOf(await propose(claire, ["territory"]));
      const neighbour = {
        from: EFFECT,
        communes: [{ code: "03003", share: "whole", note: null }],
      };
      const taken = await saveSection(cpam, "bords-d-allier", "territory", {
        content: neighbour,
        draftVersion: 0,
      });
      expect(taken).toMatchObject({ ok: true });
      const input = { recordVersion: (await found()).version, comment: null };
      expect(await acceptProposal(ars, proposal, input)).toMatchObject({
        ok: false,
        error: { kind: "refused", why: expect.stringContaining("Bords-d’Allier") as string },
      });
      expect((await findSubmission(database.prisma, proposal))?.status).toBe("submitted");
      expect(await returnProposal(ars, proposal, "Dites pourquoi 03003.")).toMatchObject({ ok: true });
    });

    test("every round stays readable as it was, the latest first", async () => {
      const history = await proposalsOf(ars, SLUG);
      expect(history?.rounds.map(({ round, status }) => [round, status])).toEqual([
        [4, "returned"],
        [3, "accepted"],
        [2, "returned"],
        [1, "withdrawn"],
      ]);
      const added = (history?.rounds ?? []).map(({ changes }) =>
        changes.territory?.added.communes.map(({ code }) => code).sort(),
      );
      expect(added).toEqual([["03003"], ["03001", "03002"], ADDED, ADDED]);
      expect(history?.mayPropose).toBe(false);
      expect((await proposalsOf(claire, SLUG))?.mayPropose).toBe(true);
    });
  });
}
