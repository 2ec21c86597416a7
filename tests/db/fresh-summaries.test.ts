import { afterAll, beforeAll, expect, test } from "vitest";
import { addPayment } from "@/lib/commands/payments";
import { reopenYear } from "@/lib/commands/results";
import { saveSpending } from "@/lib/commands/spending";
import type { Database } from "@/lib/db/database";
import { findKept, putKept } from "@/lib/db/repositories/kept";
import { bumpMoney } from "@/lib/db/repositories/money-version";
import { summary } from "@/lib/queries/analysis";
import { prepareSummaries } from "@/lib/queries/analysis/prepare";
import { countryCoverage } from "@/lib/queries/country-coverage";
import { openWorld } from "@/lib/queries/world";
import type { CptsRecord } from "@/lib/record/cpts";
import { analysisInAddress } from "@/lib/schemas/analysis-address";
import { CASE_SLUG, loadReferenceCase } from "../fixtures/load-reference-case";
import { describeEmbedded, useDatabase as serveFrom } from "./harness";
import { acting, agentOf, coordinatorOf, TODAY } from "./viewers";

/** In the communes of the department that no public document gives to a CPTS. */
const COMMUNES = ["63300", "63099"];

describeEmbedded("what is kept between two summaries", (engine) => {
  let database: Database;
  let id: string;
  const { viewer } = acting("analyst");
  const agent = agentOf("63");
  beforeAll(async () => {
    database = await engine.copy();
    serveFrom(database);
    id = await loadReferenceCase(database);
    await loadReferenceCase(database, { slug: "autre-histoire", department: "26" });
  });
  afterAll(() => database.close());

  /** What summaries and coverage say: by CPTS, by department with its coverage, of one day. */
  const told = async (today = TODAY) => {
    const of = (par: string) => summary(viewer, today, analysisInAddress({ par, puis: "" }));
    const coverage = await countryCoverage(await openWorld(viewer), today);
    return { byCpts: await of("cpts"), byDepartment: await of("departement"), coverage };
  };

  /** The same by a process that knows nothing yet: what is kept is kept beside its database. */
  const toldAnew = async (today = TODAY) => {
    serveFrom({ ...database });
    const anew = await told(today);
    serveFrom(database);
    return anew;
  };

  const changeRecord = (change: (record: CptsRecord) => Partial<CptsRecord>) =>
    database.write(async (tx) => {
      const found = await findKept(tx, CASE_SLUG);
      if (!found) throw new Error("not loaded");
      const record = { ...found.kept.record, ...change(found.kept.record) };
      await putKept(tx, found, { ...found.kept, record }, { territory: true });
    });

  const review = (settled: boolean) =>
    database.keep(async (tx) => {
      await tx.yearReview.updateMany({
        where: { cptsId: id, year: 3 },
        data: settled
          ? { status: "settled", settledOn: new Date("2024-06-01"), settledBy: "system" }
          : { status: "proposed", settledOn: null, settledBy: null },
      });
      await bumpMoney(tx, id);
    });

  const PAYMENT = {
    payer: "cpam",
    line: "fonctionnement",
    direction: "paid",
    year: "1-5",
    paidOn: "2025-11-04",
    amount: "1 234,56",
    reference: "",
    note: "",
    distinctFrom: [] as string[],
  };
  const SHEET = {
    complete: false,
    comment: "",
    entries: [{ line: "parcours", nature: "services", budgetCents: "1 000", spentCents: "400,50" }],
  };
  const spendingVersion = async () =>
    (await database.prisma.spendingSheet.findFirst({ where: { cptsId: id, year: 5 } }))?.version ?? 0;

  const WRITES: Readonly<Record<string, () => Promise<unknown>>> = {
    "a payment": () => addPayment(agent, CASE_SLUG, PAYMENT),
    "a payment outside the agreement’s years": () =>
      addPayment(agent, CASE_SLUG, { ...PAYMENT, year: "", paidOn: "2022-02-02", line: "prevention" }),
    spending: async () =>
      saveSpending(
        coordinatorOf(id),
        CASE_SLUG,
        { contractNo: 1, year: 5 },
        { content: SHEET, version: await spendingVersion() },
      ),
    "a year reopened": () =>
      reopenYear(
        agent,
        CASE_SLUG,
        { contractNo: 1, year: 2 },
        { version: 1, reason: "Une erreur de saisie." },
      ),
    "results no longer settled": () => review(false),
    "results settled": () => review(true),
    "another population": () =>
      changeRecord(({ figures }) => ({ figures: figures.map((one) => ({ ...one, value: 30_000 })) })),
    "a territory": () =>
      changeRecord(({ departments }) => ({
        figures: [],
        memberships: COMMUNES.map((commune) => ({
          commune,
          from: "2021-01-01",
          to: null,
          share: "whole" as const,
          basis: "declared" as const,
          citation: departments[0]?.citation ?? "",
        })),
      })),
    "a termination taken back": () =>
      changeRecord(({ events, contracts }) => ({
        events: events.filter(({ kind }) => kind !== "termination"),
        contracts: contracts.map((one) => ({ ...one, endedOn: null })),
      })),
    "a commune that leaves": () => changeRecord(({ memberships }) => ({ memberships: memberships.slice(1) })),
    "another schedule": () =>
      changeRecord(({ contracts }) => ({
        contracts: contracts.map((one) => ({ ...one, scheduleId: "aci-2019" })),
      })),
    "another department": () =>
      changeRecord(({ departments }) => ({
        departments: departments.map((one) => ({ ...one, code: "03" })),
      })),
    "another name": () => changeRecord(() => ({ name: "Un autre nom" })),
    "one more CPTS": () => loadReferenceCase(database, { slug: "une-autre", department: "75" }),
    "one CPTS less": () => database.write((tx) => tx.cpts.delete({ where: { slug: "une-autre" } })),
  };

  test.each(Object.keys(WRITES))("%s is seen at once, and changes nothing else", async (what) => {
    const before = await told();
    const outcome = await WRITES[what]?.();
    if (outcome !== null && typeof outcome === "object" && "ok" in outcome) {
      expect(outcome).toMatchObject({ ok: true });
    }
    const after = await told();
    expect(after).not.toEqual(before);
    expect(after).toEqual(await toldAnew());
  });

  test("a day’s change is seen at once, and what was prepared says the same", async () => {
    const day = "2024-01-15";
    expect(await told(day)).not.toEqual(await told());
    expect(await told(day)).toEqual(await toldAnew(day));
    const next = "2023-01-15";
    await prepareSummaries(next, () => false);
    // Behind the versions' back: whoever computed it now would see that nothing was paid.
    await database.prisma.payment.deleteMany();
    expect((await told(next)).byCpts.total.paidCents).toBeGreaterThan(0);
    expect((await toldAnew(next)).byCpts.total.paidCents).toBeNull();
  });
});
