import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptProposal } from "@/lib/commands/decisions";
import { saveDraft } from "@/lib/commands/drafts";
import type { Actor } from "@/lib/commands/outcome";
import { saveSection } from "@/lib/commands/save-section";
import { submitProposal } from "@/lib/commands/submissions";
import type { Database } from "@/lib/db/database";
import { findKept } from "@/lib/db/repositories/kept";
import { findWaiting } from "@/lib/db/repositories/submissions";
import { type Engine, useDatabase } from "./harness";
import { actor, cptsId } from "./people";

const RIOM = "63300";
/** Châteaugay, which Clermont Plus holds by estimate. */
const CHATEAUGAY = "63099";

const whole = (code: string, note: string | null = null) => ({ code, share: "whole", note });
const territory = (from: string, ...communes: object[]) => ({ from, communes });

/** A commune of another CPTS is held knowingly, or not at all. */
export function overlaps(engine: Engine): void {
  describe("a territory that meets another CPTS", () => {
    let database: Database;
    let slug: string;
    let id: string;
    let agent: Actor;
    let claire: Actor;

    beforeAll(async () => {
      database = await engine.copy();
      slug = await unlocated(database);
      id = await cptsId(database, slug);
      agent = await actor(database, "agent", "Amina", { departments: ["63"] });
      claire = await actor(database, "coordinator", "Claire", { cpts: [id] });
    });
    beforeEach(() => useDatabase(database));
    afterAll(() => database.close());

    const version = async () => (await findKept(database.prisma, slug))?.version ?? 0;
    const proposal = async (territoryDraft: number) => ({
      drafts: { territory: territoryDraft },
      recordVersion: await version(),
      message: null,
    });
    const save = (content: object) => saveSection(agent, slug, "territory", { content, draftVersion: 0 });

    test("is refused where nobody says why, and the refusal names the commune and the other", async () => {
      const outcome = await save(territory("2027-01-01", whole(CHATEAUGAY), whole(RIOM)));
      expect(outcome).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["communes", 0, "note"] }] },
      });
      const [issue] = outcome.ok || outcome.error.kind !== "invalid" ? [] : outcome.error.issues;
      expect(issue?.message).toMatch(
        /^est obligatoire\u00a0: Châteaugay \(63099\) est aussi dans Clermont Plus/,
      );
      expect((await findKept(database.prisma, slug))?.kept.record.memberships).toEqual([]);
    });

    test("is refused in part too: a part of unknown share is no explanation", async () => {
      const partly = { code: CHATEAUGAY, share: "unknown", note: "  " };
      expect(await save(territory("2027-01-01", partly))).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["communes", 0, "note"] }] },
      });
    });

    test("cannot be proposed either", async () => {
      const content = territory("2027-01-01", whole(CHATEAUGAY), whole(RIOM));
      const saved = await saveDraft(claire, slug, "territory", { version: 0, content });
      expect(saved).toMatchObject({ ok: true });
      const outcome = await submitProposal(claire, slug, await proposal(1));
      expect(outcome).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["territory", "communes", 0, "note"] }] },
      });
    });

    test("is kept when somebody says why, through the proposal to the record", async () => {
      const note = "Patients suivis à Riom, vu avec Clermont Plus";
      const content = territory(
        "2027-01-01",
        { code: CHATEAUGAY, share: { numerator: 1, denominator: 4 }, note },
        whole(RIOM),
      );
      expect(await saveDraft(claire, slug, "territory", { version: 1, content })).toMatchObject({ ok: true });
      const submitted = await submitProposal(claire, slug, await proposal(2));
      expect(submitted).toMatchObject({ ok: true });
      const waiting = await findWaiting(database.prisma, id);
      const recordVersion = await version();
      const accepted = await acceptProposal(agent, waiting?.id ?? "", { recordVersion, comment: null });
      expect(accepted).toMatchObject({ ok: true });
      const kept = await findKept(database.prisma, slug);
      expect(kept?.kept.record.memberships).toMatchObject([
        { commune: CHATEAUGAY, from: "2027-01-01", share: { numerator: 1, denominator: 4 }, note },
        { commune: RIOM, from: "2027-01-01", share: "whole" },
      ]);
    });

    test("communes that the other gave up before that day are met no more", async () => {
      const { prisma } = database;
      const where = { communeCode: CHATEAUGAY, cpts: { slug: "clermont-plus" } };
      await prisma.perimeterMembership.updateMany({ where, data: { to: new Date("2026-12-01") } });
      expect(await save(territory("2027-02-01", whole(CHATEAUGAY), whole(RIOM)))).toMatchObject({ ok: true });
      expect(await save(territory("2026-11-30", whole(CHATEAUGAY), whole(RIOM)))).toMatchObject({
        ok: false,
      });
    });
  });
}

/** A CPTS of the Puy-de-Dôme of which nobody published the communes. */
async function unlocated({ prisma }: Database): Promise<string> {
  const found = await prisma.cpts.findFirstOrThrow({
    where: {
      memberships: { none: {} },
      departments: { some: { departmentCode: "63" }, every: { departmentCode: "63" } },
    },
    orderBy: { slug: "asc" },
    select: { slug: true },
  });
  return found.slug;
}
