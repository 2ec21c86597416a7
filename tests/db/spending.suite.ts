import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { saveIndemnities } from "@/lib/commands/indemnities";
import { saveSpending } from "@/lib/commands/spending";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { indemnitiesPage } from "@/lib/queries/indemnities";
import { spendingPage } from "@/lib/queries/spending";
import { type Engine, failure, useDatabase } from "./harness";
import { acting, agentOf, coordinatorOf, TODAY } from "./viewers";

/** Signed on 14/10/2024: its first year has ended, its second is under way, its third is to come. */
const SLUG = "porte-de-drome-ardeche";
const YEAR = { contractNo: 1, year: 1 };

const cell = (nature: string, budgetCents: string, spentCents: string, line = "parcours") => ({
  line,
  nature,
  budgetCents,
  spentCents,
});
const sheet = (entries: readonly object[], complete = false, comment = "") => ({
  complete,
  comment,
  entries,
});

export function spending(engine: Engine): void {
  describe("spending", () => {
    let database: Database;
    let cpts: string;
    const keeper = () => coordinatorOf(cpts);
    const page = async (asked: string | null = "1-1") =>
      (await spendingPage(keeper().viewer, SLUG, asked, TODAY)) ?? failed();
    beforeAll(async () => {
      database = await engine.copy();
      useDatabase(database);
      cpts = (await database.prisma.cpts.findUniqueOrThrow({ where: { slug: SLUG } })).id;
    });
    afterAll(() => database.close());

    test("keeps what is stated and nothing else; sums say nothing where nothing is stated", async () => {
      const content = sheet([
        cell("services", "1 000", "400,50"),
        cell("other", "", "0"),
        cell("rent_running", "", ""),
      ]);
      expect(await saveSpending(keeper(), SLUG, YEAR, { content, version: 0 })).toEqual({
        ok: true,
        value: null,
      });
      const { sheet: held, totals, years, year } = await page();
      expect(held).toMatchObject({ version: 1, complete: false, comment: null });
      expect(held?.entries).toEqual([
        { line: "parcours", nature: "services", budgetCents: 100_000, spentCents: 40_050 },
        { line: "parcours", nature: "other", budgetCents: null, spentCents: 0 },
      ]);
      expect(totals?.byLine.parcours).toEqual({
        budgetCents: 100_000,
        spentCents: 40_050,
        leftCents: null,
      });
      expect(totals?.byNature.rent_running).toEqual({ budgetCents: null, spentCents: null, leftCents: null });
      expect(year).toMatchObject({ ...YEAR, state: "begun" });
      expect(years.map(({ state }) => state)).toEqual(["begun", "none", "none", "none", "none"]);
      expect((await page(null)).year).toMatchObject({ year: 3 });
      expect(await listAudit(database.prisma, `cpts:${SLUG}`)).toMatchObject([
        { action: "spending.saved", before: null, after: { year: 1, entries: [{ spentCents: 40_050 }, {}] } },
      ]);
    });

    test("saved by two at once: the second is told; the same said again changes nothing", async () => {
      const [first, second] = [
        sheet([cell("services", "2 000", "")]),
        sheet([cell("services", "3 000", "")]),
      ];
      expect(await saveSpending(keeper(), SLUG, YEAR, { content: first, version: 1 })).toMatchObject({
        ok: true,
      });
      expect(await saveSpending(keeper(), SLUG, YEAR, { content: second, version: 1 })).toMatchObject({
        error: { kind: "conflict", theirs: { version: 2, content: { entries: [{ budgetCents: 200_000 }] } } },
      });
      const before = await database.prisma.auditEntry.count();
      expect(await saveSpending(keeper(), SLUG, YEAR, { content: first, version: 1 })).toMatchObject({
        ok: true,
      });
      expect(await database.prisma.auditEntry.count()).toBe(before);
      expect((await page()).sheet?.version).toBe(2);
    });

    test("a year is complete once it has ended, and spends nothing before it begins", async () => {
      const save = (year: number, content: object, version = 0) =>
        saveSpending(keeper(), SLUG, { contractNo: 1, year }, { content, version });
      expect(await save(1, sheet([cell("services", "2 000", "")], true), 2)).toMatchObject({ ok: true });
      expect((await page()).totals?.all).toEqual({ budgetCents: 200_000, spentCents: 0, leftCents: 200_000 });
      expect(await save(3, sheet([cell("other", "1", "1")], true))).toMatchObject({
        error: { issues: [{ path: ["complete"] }] },
      });
      expect(await save(4, sheet([cell("other", "1", "1")]))).toMatchObject({ error: { kind: "invalid" } });
      expect(await save(4, sheet([cell("other", "1", "")]))).toMatchObject({ ok: true });
      expect(await save(2, sheet([]))).toMatchObject({ error: { kind: "invalid" } });
      expect(await save(9, sheet([cell("other", "1", "")]))).toMatchObject({ error: { kind: "not_found" } });
    });

    test("is written by whoever keeps the record alone", async () => {
      const content = sheet([cell("services", "1", "")]);
      for (const actor of [
        agentOf("26"),
        coordinatorOf("autre"),
        acting("analyst"),
        acting("administrator"),
      ]) {
        expect(await failure(() => saveSpending(actor, SLUG, YEAR, { content, version: 3 }))).toBeInstanceOf(
          Forbidden,
        );
        expect(
          await failure(() => saveIndemnities(actor, SLUG, 2023, { pasted: "1", version: 0 })),
        ).toBeInstanceOf(Forbidden);
      }
      expect(await spendingPage(agentOf("26").viewer, SLUG, "1-1", TODAY)).toMatchObject({ mayWrite: false });
      expect(await spendingPage(agentOf("63").viewer, SLUG, "1-1", TODAY)).toBeNull();
    });

    test("what professionals received is checked against the year's ceiling, amounts alone", async () => {
      const save = (year: number, pasted: string, version = 0) =>
        saveIndemnities(keeper(), SLUG, year, { pasted, version });
      expect(await save(2023, "43 992\n45 000\n1 200,10")).toEqual({ ok: true, value: null });
      expect(await save(2021, "50 000")).toMatchObject({ ok: true });
      const seen = await indemnitiesPage(keeper().viewer, SLUG, "2023", TODAY);
      expect(seen?.told).toMatchObject({
        professionals: 3,
        total: 9_019_210,
        highest: 4_500_000,
        check: { above: { count: 1, excessCents: 100_800 }, ceiling: { cents: 4_399_200, mark: "V" } },
      });
      expect(seen?.totals).toEqual([4_500_000, 4_399_200, 120_010]);
      // Whoever only reads sees counts and sums; so does the journal.
      const read = await indemnitiesPage(agentOf("26").viewer, SLUG, "2021", TODAY);
      expect(read).toMatchObject({ totals: null, ceiling: null, told: { check: { above: null } } });
      expect(JSON.stringify(await listAudit(database.prisma, `cpts:${SLUG}`))).not.toContain("4399200");

      expect(await save(2023, "1")).toMatchObject({ error: { kind: "conflict", theirs: { version: 1 } } });
      expect(await save(2023, "Dr Martin 1200", 1)).toMatchObject({
        error: { issues: [{ path: ["totals"] }] },
      });
      expect(await save(2027, "1")).toMatchObject({ error: { kind: "not_found" } });
      expect(await save(2023, "", 1)).toMatchObject({ ok: true });
      expect((await indemnitiesPage(keeper().viewer, SLUG, "2023", TODAY))?.told).toMatchObject({
        professionals: 0,
        highest: null,
      });
    });
  });
}

function failed(): never {
  throw new Error("it should have been found");
}
