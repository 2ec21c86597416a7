import { afterAll, beforeAll, expect, test } from "vitest";
import { dialogueDocument } from "@/components/dialogue/document";
import { isOfYear } from "@/components/dialogue/file";
import type { Database } from "@/lib/db/database";
import { insertCpts } from "@/lib/db/repositories/cpts-write";
import { addDays, addMonths } from "@/lib/kernel/date";
import { summary } from "@/lib/queries/analysis/summary";
import { cptsPage } from "@/lib/queries/cpts-page";
import { workspace } from "@/lib/queries/espace";
import { dialogueFile, financePage, territoryDues } from "@/lib/queries/money";
import { resultsPage } from "@/lib/queries/results";
import { spendingPage } from "@/lib/queries/spending";
import { analysisInAddress } from "@/lib/schemas/analysis-address";
import { cptsInAddress } from "@/lib/schemas/cpts-address";
import { duesInAddress } from "@/lib/schemas/dues-address";
import { caseRecord, CASE_SLUG, loadReferenceCase } from "../fixtures/load-reference-case";
import { AS_OF, centsIn, LINES_IN_WORDS, rowsUnder, SIGNED_ON } from "../fixtures/reference-case";
import { describeEmbedded, useDatabase } from "./harness";
import { agentOf } from "./viewers";

// Ledgers are kept in the process: one engine is enough.
describeEmbedded("the history worked by hand, once it is in a database", (engine) => {
  let database: Database;
  const { viewer } = agentOf("63");
  beforeAll(async () => {
    database = await engine.copy();
    useDatabase(database);
    await loadReferenceCase(database);
  });
  afterAll(() => database.close());

  const pageOf = async (annee: string) => {
    const page = await financePage(viewer, CASE_SLUG, AS_OF, { annee });
    if (!page?.year) throw new Error(`no page of ${annee}`);
    return { ...page, year: page.year };
  };

  test("each year is due, paid, spent and carried over what the document says", async () => {
    const carried = rowsUnder("## Les dépenses et les reports");
    const totals = rowsUnder("## Ce qui est dû, année par année").filter(([first]) => first === "Total");
    for (const year of [1, 2, 3, 4, 5]) {
      const { year: shown } = await pageOf(`1-${year}`);
      expect(shown.totals.dueCents).toBe(centsIn(totals[year - 1]?.[3] ?? ""));
      for (const [words = "", , paid = "", spent = "", closing = ""] of carried.filter(
        ([, of]) => of === String(year),
      )) {
        const line = shown.lines.find((one) => one.line === LINES_IN_WORDS[words]);
        const expected = [centsIn(paid), centsIn(spent), centsIn(closing)];
        if (line) expect([line.paidCents, line.spentCents, line.closingCents]).toEqual(expected);
        else expect(expected).toEqual([0, 0, 0]);
      }
    }
  });

  test("the tier crossed in the fourth year, the crisis of the third and the end of the fifth are explained", async () => {
    const [third, fourth, fifth] = [await pageOf("1-3"), await pageOf("1-4"), await pageOf("1-5")];
    expect([third.year.tier, fourth.year.tier]).toEqual([2, 3]);
    const formula = ({ year }: typeof third, line: string, part: string) =>
      year.lines.find((one) => one.line === line)?.parts.find((one) => one.part === part)?.explanation
        .formula;
    expect(formula(third, "crise_sanitaire", "variable")).toBe(
      "52 500 € × 90 % = 47 250 € : objectifs atteints, sans prorata.",
    );
    expect(formula(fourth, "acces_soins", "variable")).toBe(
      "10 000 € + 20 000 € = 30 000 € sur 35 000 € : paliers atteints par les indicateurs du contrat, sans prorata.",
    );
    expect(formula(fifth, "fonctionnement", "fixed")).toBe(
      "75 000 € × 250 / 365 = 51 369,86 € : jours où le contrat a couru, sur ceux de l’année du contrat.",
    );
  });

  test("what differs is flagged with its reason", async () => {
    const { year, outside, over } = await pageOf("1-3");
    const flags = (line: string) => year.lines.find((one) => one.line === line)?.flags ?? [];
    expect(flags("crise_sanitaire")).toContainEqual(expect.objectContaining({ kind: "late", cents: 69_262 }));
    expect(flags("fonctionnement")).toContainEqual({ kind: "overspent", cents: 2_572_555 });
    expect(flags("parcours")).toEqual([]);
    expect(outside.map(({ amountCents }) => amountCents)).toEqual([1_500_000]);
    expect(over.map(({ surplusCents }) => surplusCents)).toEqual([-7_192]);
  });

  test("the territory’s calendar finds what is late and what is to be repaid", async () => {
    const late = await territoryDues(viewer, AS_OF, duesInAddress({ vue: "retard" }));
    const own = late.rows.filter(({ slug }) => slug === CASE_SLUG);
    expect(own.map(({ due }) => [due.line, due.year, due.status])).toEqual([["crise_sanitaire", 3, "short"]]);
    const back = await territoryDues(viewer, AS_OF, duesInAddress({ vue: "reprises" }));
    expect(back.cents).toBe(-146_404);
  });

  test("where nobody recorded a payment, nothing is said to be paid, nor late", async () => {
    const page = await financePage(agentOf("03").viewer, "sud-allier", AS_OF, { annee: "1-3" });
    expect(page?.year?.totals.dueCents).toBeGreaterThan(0);
    expect(page?.year?.totals.paidCents).toBeNull();
    expect(page?.year?.dues.length).toBeGreaterThan(0);
    expect(page?.late).toEqual({ count: 0, cents: 0 });
    const late = await territoryDues(agentOf("03").viewer, AS_OF, duesInAddress({ vue: "retard" }));
    expect([late.found, late.unrecorded.map(({ slug }) => slug)]).toEqual([0, ["sud-allier"]]);
  });

  test("a summary of the case alone is the sum of its years", async () => {
    const found = await summary(viewer, AS_OF, analysisInAddress({ par: "annee", cpts: CASE_SLUG }));
    expect(found.all.map(({ dueCents }) => dueCents)).toEqual([
      14_188_356, 22_433_450, 28_977_049, 33_350_000, 21_373_288,
    ]);
    expect(found.total.dueCents).toBe(120_322_143);
    expect(found.total.spentIsMinimum).toBe(true);
  });

  test("closing a year again after reopening it leaves the same figures", async () => {
    const before = await pageOf("1-2");
    const where = { year: 2, cpts: { slug: CASE_SLUG } };
    const status = async (settled: boolean) => {
      await database.prisma.yearReview.updateMany({
        where,
        data: settled
          ? { status: "settled", settledOn: new Date("2023-06-01"), settledBy: "system" }
          : { status: "open", settledOn: null, settledBy: null },
      });
      await database.prisma.cpts.update({
        where: { slug: CASE_SLUG },
        data: { moneyVersion: { increment: 1 } },
      });
    };
    await status(false);
    const open = await pageOf("1-2");
    expect(open.year.totals.dueIsMinimum).toBe(true);
    expect(open.year.totals.dueCents).toBeLessThan(before.year.totals.dueCents);
    await status(true);
    expect(await pageOf("1-2")).toEqual(before);
  });

  test("a term of no whole number of years breaks no page, and its last year is due to the term", async () => {
    for (const termMonths of [7, 54, 66]) {
      const slug = `terme-de-${termMonths}-mois`;
      const record = caseRecord(slug, "63");
      await database.write((tx) =>
        insertCpts(
          tx,
          {
            ...record,
            events: record.events.filter(({ kind }) => kind === "signature"),
            contracts: record.contracts.map((contract) => ({ ...contract, termMonths, endedOn: null })),
          },
          "entered",
        ),
      );
      const last = Math.ceil(termMonths / 12);
      const annee = `1-${last}`;
      const page = await financePage(viewer, slug, AS_OF, { annee });
      const due = page?.year?.lines.find(({ line }) => line === "fonctionnement");
      expect(page?.year).toMatchObject({ year: last, pastTerm: false });
      expect(addDays(page?.year?.end.earliest ?? "", 1)).toBe(addMonths(SIGNED_ON, termMonths));
      // Tier 2 in the first year, tier 3 since the fourth.
      const [yearly, days] = termMonths === 7 ? [6_000_000, 214] : [7_500_000, 184];
      expect(due?.dueCents).toBe(Math.round((yearly * days) / 365));
      expect(page?.years.some(({ pastTerm }) => pastTerm)).toBe(termMonths === 7);
      const file = await dialogueFile(viewer, slug, AS_OF, { annee });
      if (!file || !isOfYear(file)) throw new Error(`no file of ${slug}`);
      expect(dialogueDocument(file).parts.length).toBeGreaterThan(5);
      const shown = await cptsPage(
        { viewer, today: AS_OF, asOf: AS_OF },
        slug,
        cptsInAddress({ annee: String(last) }),
      );
      expect(shown?.year?.envelope?.lines.length).toBeGreaterThan(5);
      expect((await resultsPage(viewer, slug, AS_OF))?.years.length).toBeGreaterThan(0);
      expect((await spendingPage(viewer, slug, annee, AS_OF))?.year?.end).toEqual(page?.year?.end);
      expect(await workspace(viewer, slug, AS_OF)).not.toBeNull();
      const { undated } = await territoryDues(viewer, AS_OF, duesInAddress({}));
      expect(undated.map((one) => one.slug)).not.toContain(slug);
      const found = await summary(viewer, AS_OF, analysisInAddress({ par: "annee", cpts: slug }));
      expect(found.total.dueCents).toBeGreaterThan(0);
    }
  });
});
