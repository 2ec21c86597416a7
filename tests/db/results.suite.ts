import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { acceptProposal } from "@/lib/commands/decisions";
import { saveDraft } from "@/lib/commands/drafts";
import type { Actor } from "@/lib/commands/outcome";
import { proposeResults, reopenYear, saveResults, settleResults } from "@/lib/commands/results";
import { saveSection } from "@/lib/commands/save-section";
import { submitProposal } from "@/lib/commands/submissions";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { findKept } from "@/lib/db/repositories/kept";
import { resultsPage, yearPage, type YearPage } from "@/lib/queries/results";
import { readSection } from "@/lib/record/sections";
import { formValues } from "@/lib/schemas/sections";
import { type Engine, failure, useDatabase } from "./harness";
import { actor, cptsId, TODAY } from "./people";

/** Signed on 19/02/2020, tier 1: prévention is worth 10,000 € a year, fixed and variable, in both schedules. */
const SLUG = "haute-combraille-et-volcans";
const REF = { contractNo: 1, year: 4 };

const indicator = (label: string, ...steps: readonly [threshold: string, euros: string][]) => ({
  contract: "1",
  mission: "prevention",
  label,
  kind: "result",
  unit: "%",
  baseline: null,
  direction: "rising",
  fromYear: null,
  toYear: null,
  steps: steps.map(([threshold, euros]) => ({ threshold, euros })),
});
const VACCINES = indicator("Patients vaccinés", ["50", "2 000"], ["62,5", "6 000"]);
const DEPISTES = indicator("Patients dépistés", ["40", "4 000"]);

/** Indicators and the results of contract years: proposed, settled, closed, reopened; by those who may. */
export function results(engine: Engine): void {
  describe("indicators and results", () => {
    let database: Database;
    let id: string;
    let claire: Actor;
    let ars: Actor;

    beforeAll(async () => {
      database = await engine.copy();
      id = await cptsId(database, SLUG);
      claire = await actor(database, "coordinator", "Claire", { cpts: [id] });
      ars = await actor(database, "agent", "Amina", { departments: ["63"] });
    });
    beforeEach(() => useDatabase(database));
    afterAll(() => database.close());

    const kept = async () => {
      const found = await findKept(database.prisma, SLUG);
      if (!found) throw new Error("not loaded");
      return found;
    };
    const page = async (by: Actor = claire): Promise<YearPage> => {
      const read = await yearPage(by.viewer, SLUG, REF, TODAY);
      if (!read) throw new Error("the year is there");
      return read;
    };
    const moneyVersion = async () =>
      (await database.prisma.cpts.findUniqueOrThrow({ where: { id }, select: { moneyVersion: true } }))
        .moneyVersion;
    const prevention = async (by?: Actor) =>
      (await page(by)).outcomes.find(({ mission }) => mission === "prevention");

    /** The form with two values for prévention, a rate for parcours, nothing for the others. */
    const content = (vaccines: string, screened: string, rate = "80") => ({
      crisisRecognised: "",
      comment: "Année correcte.",
      missions: [
        {
          mission: "prevention",
          indicators: [
            { value: vaccines, link: "https://exemple.fr/bilan.pdf" },
            { value: screened, comment: "Tableau de suivi" },
          ],
        },
        { mission: "parcours", achievement: rate, indicators: [] },
      ],
    });

    test("indicators that miss the envelope are refused with both figures, proposed or amended", async () => {
      const wrong = { indicators: [VACCINES] };
      const refused = await saveSection(ars, SLUG, "indicators", { content: wrong, draftVersion: 0 });
      if (refused.ok || refused.error.kind !== "invalid") throw new Error("it should be invalid");
      const [issue] = refused.error.issues;
      expect(issue?.path).toEqual(["sums"]);
      expect(issue?.message.replace(/[\u00a0\u202f]/g, " ")).toMatch(
        /« Prévention » \(années 1 à \d+\) totalisent 6 000 €, pour une enveloppe variable de 10 000 € \(barème, hypothèse à confirmer\) : il manque 4 000 €/,
      );
      await saveDraft(claire, SLUG, "indicators", { version: 0, content: wrong });
      const proposal = { recordVersion: (await kept()).version, drafts: { indicators: 1 }, message: null };
      expect(await submitProposal(claire, SLUG, proposal)).toMatchObject({
        ok: false,
        error: { kind: "invalid", issues: [{ path: ["indicators", "sums"] }] },
      });
    });

    test("mended, they are proposed, accepted, and kept when the contract's date is corrected", async () => {
      await saveDraft(claire, SLUG, "indicators", {
        version: 1,
        content: { indicators: [VACCINES, DEPISTES] },
      });
      const before = await kept();
      const proposed = await submitProposal(claire, SLUG, {
        recordVersion: before.version,
        drafts: { indicators: 2 },
        message: null,
      });
      if (!proposed.ok) throw new Error(JSON.stringify(proposed.error));
      expect(
        await acceptProposal(ars, proposed.value.id, { recordVersion: before.version, comment: null }),
      ).toEqual({ ok: true, value: null });
      const held = () => kept().then(({ kept: of }) => readSection(of, "indicators").indicators);
      expect((await held()).map(({ label, steps }) => [label, steps.at(-1)?.amountCents])).toEqual([
        ["Patients vaccinés", 600_000],
        ["Patients dépistés", 400_000],
      ]);

      const contract = readSection((await kept()).kept, "contract");
      const moved = (day: string) => ({
        steps: contract.steps.map((one) =>
          one.kind === "signature" ? { ...one, earliest: day, latest: day } : one,
        ),
        contracts: contract.contracts.map((one) => ({ ...one, signedEarliest: day, signedLatest: day })),
      });
      for (const day of ["2020-02-20", "2020-02-19"]) {
        const form = formValues("contract", moved(day));
        expect(await saveSection(ars, SLUG, "contract", { content: form, draftVersion: 0 })).toMatchObject({
          ok: true,
        });
        expect(await held()).toHaveLength(2);
      }
    });

    test("a contract and its indicators may be proposed together", async () => {
      const { kept: of, version } = await kept();
      const contract = readSection(of, "contract");
      const signedOn = "2025-02-19";
      const form = formValues("contract", {
        steps: [...contract.steps, { kind: "renewal", earliest: signedOn, latest: signedOn, note: null }],
        contracts: [
          ...contract.contracts,
          {
            signedEarliest: signedOn,
            signedLatest: signedOn,
            termMonths: 60,
            endedOn: null,
            scheduleId: null,
            parties: [],
            amounts: [{ line: "prevention", part: "variable", year: null, amountCents: 1_200_000 }],
          },
        ],
      });
      await saveDraft(claire, SLUG, "contract", { version: 0, content: form });
      const second = { ...indicator("Seconde vague", ["1", "12 000"]), contract: "2" };
      await saveDraft(claire, SLUG, "indicators", {
        version: 0,
        content: { indicators: [VACCINES, DEPISTES, second] },
      });
      const proposed = await submitProposal(claire, SLUG, {
        recordVersion: version,
        drafts: { contract: 1, indicators: 1 },
        message: null,
      });
      if (!proposed.ok) throw new Error(JSON.stringify(proposed.error));
      expect(
        await acceptProposal(ars, proposed.value.id, { recordVersion: version, comment: null }),
      ).toMatchObject({ ok: true });
      const { contracts } = (await kept()).kept.record;
      expect(contracts.map(({ indicators }) => indicators.length)).toEqual([2, 1]);
    });

    test("a coordinator types, is told of a conflict, proposes; what is earned is computed", async () => {
      const { seen } = await page();
      const first = { content: content("62,5", ""), version: 0, seen };
      const bumped = await moneyVersion();
      expect(await saveResults(claire, SLUG, REF, first)).toEqual({ ok: true, value: { version: 1 } });
      expect(await moneyVersion()).toBe(bumped + 1);
      expect(await prevention()).toMatchObject({
        due: "non_communique",
        reason: "indicators_unknown",
        indicators: [{ earnedCents: 600_000 }, { earnedCents: null }],
      });
      expect(await saveResults(claire, SLUG, REF, first)).toMatchObject({
        ok: false,
        error: { kind: "conflict", theirs: { version: 1, by: "Claire" } },
      });
      expect(await saveResults(claire, SLUG, REF, { ...first, version: 1, seen: "x" })).toMatchObject({
        error: { kind: "refused" },
      });
      const odd = { ...content("beaucoup", "40"), crisisRecognised: "yes" };
      expect(await proposeResults(claire, SLUG, REF, { content: odd, version: 1, seen })).toMatchObject({
        error: { kind: "invalid", issues: [{ path: ["missions", 0, "indicators", 0, "value"] }] },
      });
      const hostile = content("62,5", "40");
      hostile.missions[0]?.indicators.splice(0, 1, { value: "1", link: "javascript:alert(1)" });
      expect(await saveResults(claire, SLUG, REF, { content: hostile, version: 1, seen })).toMatchObject({
        error: { kind: "invalid", issues: [{ path: ["missions", 0, "indicators", 0, "link"] }] },
      });
      const full = { ...content("62,5", "39,9"), crisisRecognised: "yes" };
      expect(await proposeResults(claire, SLUG, REF, { content: full, version: 1, seen })).toMatchObject({
        ok: true,
      });
      const proposed = await page();
      expect(proposed).toMatchObject({ state: "proposed", version: 2, results: { crisisRecognised: null } });
      expect(await prevention()).toMatchObject({ due: 600_000, amountCents: 1_000_000 });
      const [entry] = await listAudit(database.prisma, `cpts:${SLUG}`);
      expect(entry).toMatchObject({ action: "results.proposed", actor: claire.viewer.accountId });
    });

    test("an agent settles what is over; what lacks a value must be said; nobody else may", async () => {
      const { seen, version } = await page(ars);
      const input = { content: content("62,5", "39,9"), version, seen };
      const settling = { settledOn: "2024-04-10", meetingId: "", unknown: "" };
      const settle = (by: Actor, more: object = {}) =>
        settleResults(by, SLUG, REF, { ...input, settling: { ...settling, ...more } });
      expect(await failure(() => settle(claire))).toBeInstanceOf(Forbidden);
      expect(await settle(ars)).toMatchObject({
        error: { kind: "invalid", issues: [{ path: ["unknown"] }] },
      });
      expect(await settle(ars, { unknown: "1", settledOn: "2027-01-01" })).toMatchObject({
        error: { issues: [{ path: ["settledOn"] }] },
      });
      const running = { contractNo: 2, year: 2 };
      const present = await yearPage(ars.viewer, SLUG, running, TODAY);
      const early = { content: {}, version: 0, seen: present?.seen ?? "", settling };
      expect(await settleResults(ars, SLUG, running, early)).toMatchObject({ error: { kind: "refused" } });
      expect(await settle(ars, { unknown: "1" })).toMatchObject({ ok: true, value: { version: 3 } });
      expect(await page(claire)).toMatchObject({
        state: "settled",
        mayFill: false,
        mayReopen: false,
        settled: { on: "2024-04-10", by: "ars" },
      });
    });

    test("a settled year is closed: to everybody, to the database, and to what the annex becomes", async () => {
      const { seen, version, outcomes } = await page(ars);
      const again = { content: content("0", "0"), version, seen };
      expect(await saveResults(ars, SLUG, REF, again)).toMatchObject({ error: { kind: "refused" } });
      const directly = database.prisma.yearReview.updateMany({
        where: { cptsId: id },
        data: { content: { missions: [] } },
      });
      await expect(directly).rejects.toThrow(/closed/);

      const contract = readSection((await kept()).kept, "contract");
      const form = formValues("contract", {
        ...contract,
        contracts: contract.contracts.map((one, index) =>
          index > 0
            ? one
            : {
                ...one,
                amounts: [{ line: "prevention", part: "variable", year: null, amountCents: 5_000_000 }],
              },
        ),
      });
      expect(await saveSection(ars, SLUG, "contract", { content: form, draftVersion: 0 })).toMatchObject({
        ok: true,
      });
      expect((await page(ars)).outcomes).toEqual(outcomes);
      const back = formValues("contract", contract);
      expect(await saveSection(ars, SLUG, "contract", { content: back, draftVersion: 0 })).toMatchObject({
        ok: true,
      });
    });

    test("reopened by an agent with a reason, then settled again, it gives the same figures", async () => {
      const { version, outcomes, results: before } = await page(ars);
      expect(await failure(() => reopenYear(claire, SLUG, REF, { version, reason: "x" }))).toBeInstanceOf(
        Forbidden,
      );
      expect(await reopenYear(ars, SLUG, REF, { version, reason: "  " })).toMatchObject({
        error: { kind: "invalid", issues: [{ path: ["reason"] }] },
      });
      const reason = "Une pièce arrivée après le dialogue.";
      expect(await reopenYear(ars, SLUG, REF, { version, reason })).toMatchObject({ ok: true });
      const [entry] = await listAudit(database.prisma, `cpts:${SLUG}`);
      expect(entry).toMatchObject({ action: "results.reopened", after: { reason, status: "open" } });
      const opened = await page(ars);
      expect(opened).toMatchObject({ state: "to_propose", reopened: reason, mayFill: true });
      expect(opened.outcomes).toEqual(outcomes);

      const settling = { settledOn: "2024-04-10", meetingId: null, unknown: "1" };
      const input = { content: content("62,5", "39,9"), version: opened.version, seen: opened.seen };
      expect(await settleResults(ars, SLUG, REF, { ...input, settling })).toMatchObject({ ok: true });
      const closed = await page(ars);
      expect(closed.outcomes).toEqual(outcomes);
      expect(closed.results).toEqual(before);
      const list = await resultsPage(claire.viewer, SLUG, TODAY);
      expect(list?.years.find(({ contractNo, year }) => contractNo === 1 && year === 4)).toMatchObject({
        state: "settled",
        variable: { isPartial: true },
      });
    });

    test("indicators that no longer sum keep a year from being settled, and say so", async () => {
      const ref = { contractNo: 1, year: 5 };
      await database.prisma.indicatorStep.updateMany({
        where: { amount: 400_000n },
        data: { amount: 500_000n },
      });
      const year = await yearPage(ars.viewer, SLUG, ref, TODAY);
      const settling = { settledOn: "2025-04-10", meetingId: "", unknown: "1" };
      const input = { content: content("62,5", "40"), version: 0, seen: year?.seen ?? "" };
      const refused = await settleResults(ars, SLUG, ref, { ...input, settling });
      expect(refused).toMatchObject({ error: { kind: "invalid", issues: [{ path: ["sums"] }] } });
      expect(JSON.stringify(refused)).toMatch(/de trop/);
    });
  });
}
