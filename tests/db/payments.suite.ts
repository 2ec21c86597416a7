import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { confirmPaymentFile, removePaymentBatch, sendPaymentFile } from "@/lib/commands/payment-files";
import { addPayment, changePayment, removePayment } from "@/lib/commands/payments";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { importPage, paymentFilePage } from "@/lib/queries/payment-files";
import { paymentPage, paymentsPage } from "@/lib/queries/payments";
import { paymentFileInAddress } from "@/lib/schemas/payment-file";
import { paymentsInAddress } from "@/lib/schemas/payments-address";
import { sheet, text, xlsx } from "../unit/import/workbooks";
import { type Engine, failure, useDatabase } from "./harness";
import { acting, agentOf, coordinatorOf, TODAY } from "./viewers";

/** Signed on 14/10/2024; departments 26 and 07. */
const SLUG = "porte-de-drome-ardeche";
const NOW = new Date("2026-11-23T10:00:00Z");

const PAYMENT = {
  payer: "cpam",
  line: "fonctionnement",
  direction: "paid",
  year: "1-1",
  paidOn: "2024-11-04",
  amount: "60 000",
  reference: "",
  note: "",
  distinctFrom: [] as string[],
};

export function payments(engine: Engine): void {
  describe("payments", () => {
    let database: Database;
    let cpts: string;
    let id: string;
    const agent = agentOf("26");
    const money = async () =>
      (await database.prisma.cpts.findUniqueOrThrow({ where: { id: cpts } })).moneyVersion;
    const page = async (query = {}) =>
      (await paymentsPage(agent.viewer, SLUG, paymentsInAddress(query), TODAY)) ?? failed();
    beforeAll(async () => {
      database = await engine.copy();
      useDatabase(database);
      cpts = (await database.prisma.cpts.findUniqueOrThrow({ where: { slug: SLUG } })).id;
    });
    afterAll(() => database.close());

    test("are kept to the cent, told in the history, and change the money alone", async () => {
      const [before, revision] = [await money(), await database.revision()];
      const added = await addPayment(agent, SLUG, PAYMENT);
      if (!added.ok || !added.value.kept) throw new Error("it should have been kept");
      id = added.value.id;
      const back = {
        ...PAYMENT,
        direction: "repaid",
        amount: "0,01",
        line: "hors_accord",
        year: "",
        payer: "ars_fir",
      };
      expect(await addPayment(agent, SLUG, back)).toMatchObject({ ok: true, value: { kept: true } });
      const { totals, payments: list } = await page();
      expect(list).toMatchObject([
        { amountCents: -1, line: null, settles: null },
        { amountCents: 6_000_000, line: "fonctionnement", settles: { contractNo: 1, year: 1 } },
      ]);
      expect(totals).toEqual({
        payers: ["cpam", "ars_fir"],
        lines: [
          { line: "fonctionnement", byPayer: [6_000_000, null], total: 6_000_000 },
          { line: null, byPayer: [null, -1], total: -1 },
        ],
        byPayer: [6_000_000, -1],
        total: 5_999_999,
        repaid: -1,
      });
      expect((await page({ payeur: "ars_fir" })).found).toEqual({ count: 1, total: -1 });
      expect(await money()).toBe(before + 2);
      expect(await database.revision()).toBe(revision);
      expect((await listAudit(database.prisma, `cpts:${SLUG}`))[1]).toMatchObject({
        action: "payment.added",
        after: { id, amountCents: 6_000_000 },
      });
    });

    test("just like another are asked about, never refused; the same reference is", async () => {
      const asked = await addPayment(agent, SLUG, { ...PAYMENT, reference: "VIR 1" });
      expect(asked).toMatchObject({ ok: true, value: { kept: false, alike: [{ id }] } });
      expect((await page()).count).toBe(2);
      const sure = { ...PAYMENT, reference: "VIR 1", distinctFrom: [id] };
      expect(await addPayment(agent, SLUG, sure)).toMatchObject({ ok: true, value: { kept: true } });
      expect(await addPayment(agent, SLUG, sure)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["reference"] }] },
      });
    });

    test("refuse a day to come and a year that is none of its contracts", async () => {
      const refused = await addPayment(agent, SLUG, { ...PAYMENT, paidOn: "2026-11-24", year: "1-9" });
      expect(refused).toMatchObject({ error: { issues: [{ path: ["paidOn"] }, { path: ["year"] }] } });
    });

    test("changed by two at once: the second is told what the first wrote", async () => {
      const change = (by: typeof agent, amount: string, version: number) =>
        changePayment(by, SLUG, id, { content: { ...PAYMENT, amount }, version });
      expect(await change(agent, "61 000", 1)).toMatchObject({ ok: true });
      const late = agentOf("26", "07");
      expect(await change(late, "62 000", 1)).toMatchObject({
        error: { kind: "conflict", theirs: { version: 2, content: { amountCents: 6_100_000 } } },
      });
      expect(await removePayment(late, SLUG, id, 1)).toMatchObject({ error: { kind: "conflict" } });
      expect(await removePayment(late, SLUG, id, 2)).toEqual({ ok: true, value: null });
      expect(await change(late, "62 000", 2)).toMatchObject({ error: { kind: "not_found" } });
    });

    test("are read by whoever keeps or studies the record, written by its agents alone", async () => {
      for (const { viewer } of [coordinatorOf(cpts), acting("analyst"), acting("administrator")]) {
        expect((await paymentsPage(viewer, SLUG, paymentsInAddress({}), TODAY))?.mayWrite).toBe(false);
        expect(await paymentPage(viewer, SLUG, null, TODAY)).toBeNull();
      }
      for (const actor of [coordinatorOf(cpts), agentOf("75"), acting("analyst"), acting("administrator")]) {
        expect(await failure(() => addPayment(actor, SLUG, PAYMENT))).toBeInstanceOf(Forbidden);
      }
      expect(await paymentsPage(agentOf("75").viewer, SLUG, paymentsInAddress({}), TODAY)).toBeNull();
    });

    const FILE = [
      "CPTS;Payeur;Ligne;Date;Montant;Référence;Année du contrat",
      `${SLUG};CPAM;Prévention;03/02/2025;"12 500,00";M-1;contrat 1 année 1`,
      "CPTS Porte de Drôme Ardèche;ARS;Hors accord;03/02/2025;50000;;",
      "Sud Ard’Drôm;CPAM;Parcours;03/02/2025;35 000,5;=1+1;2",
    ];
    const send = async (lines: readonly string[], by = agent) => {
      const sent = await sendPaymentFile(
        by,
        { name: "C:\\mars.csv", bytes: Buffer.from(lines.join("\r\n")) },
        NOW,
      );
      return sent.ok ? sent.value.id : failed();
    };
    const report = async (upload: string, by = agent) =>
      (await paymentFilePage(by.viewer, upload, paymentFileInAddress({ voir: "toutes" }), TODAY)) ?? failed();
    const confirm = async (upload: string, more: object = {}) => {
      const { mapping, order, report: seen } = await report(upload);
      return confirmPaymentFile(agent, upload, {
        mapping,
        order,
        seen: seen?.seen ?? "",
        leavesOut: false,
        ...more,
      });
    };
    let batch: string;

    test("come in a workbook too, under the row numbers that it shows", async () => {
      const headings = ["CPTS", "Payeur", "Ligne", "Date", "Montant"];
      const cells = [SLUG, "CPAM", "Prévention", "03/02/2025", "dix"];
      const at = (row: number, texts: readonly string[]) =>
        `<row r="${row}">${texts.map((one, i) => text(`${"ABCDE".charAt(i)}${row}`, one)).join("")}</row>`;
      const bytes = xlsx({ sheets: [{ name: "Feuille", xml: sheet([at(1, headings), at(4, cells)]) }] });
      const sent = await sendPaymentFile(agent, { name: "mars.xlsx", bytes }, NOW);
      const { rows } = await report(sent.ok ? sent.value.id : failed());
      expect(rows).toMatchObject([{ row: 4, state: "refused", faults: [{ column: "Montant" }] }]);
    });

    test("come by file in three steps: nothing before it is confirmed, nothing twice, no formula read", async () => {
      const [count, version] = [await database.prisma.payment.count(), await money()];
      const upload = await send(FILE);
      const { fileName, report: found, missing } = await report(upload);
      expect([fileName, missing, found?.counts]).toEqual(["mars.csv", [], { add: 3, known: 0, refused: 0 }]);
      expect(await database.prisma.payment.count()).toBe(count);

      const done = await confirm(upload);
      if (!done.ok || !done.value.imported) throw new Error("it should have been recorded");
      batch = done.value.batchId;
      expect(await database.prisma.payment.count()).toBe(count + 3);
      expect(await money()).toBe(version + 1);
      expect((await page({ ligne: "prevention" })).payments).toMatchObject([
        { amountCents: 1_250_000, reference: "M-1", settles: { contractNo: 1, year: 1 } },
      ]);
      const other = await database.prisma.payment.findFirstOrThrow({ where: { reference: "=1+1" } });
      expect(other).toMatchObject({ amount: 3_500_050n, contractNo: 1, year: 2, line: "parcours" });
      expect(await listAudit(database.prisma, `payment_batch:${batch}`)).toMatchObject([
        { action: "payment.imported", after: { rows: 3, totalCents: 9_750_050, file: "mars.csv" } },
      ]);
      expect((await listAudit(database.prisma, `cpts:${SLUG}`))[0]).toMatchObject({
        action: "payment.imported",
        after: { rows: 2, totalCents: 6_250_000 },
      });

      // Confirmed, it is gone; sent again, it has nothing to add.
      expect(await paymentFilePage(agent.viewer, upload, paymentFileInAddress({}), TODAY)).toBeNull();
      const again = await send(FILE);
      expect((await report(again)).report?.counts).toEqual({ add: 0, known: 3, refused: 0 });
      expect(await confirm(again)).toMatchObject({ value: { imported: false, why: "nothing" } });
      expect(await database.prisma.payment.count()).toBe(count + 3);
    });
    test("of a file with faults: each is named by row and column, and none applied unless left out knowingly", async () => {
      const count = await database.prisma.payment.count();
      const upload = await send([
        FILE[0] ?? "",
        `${SLUG};CPAM;Prévention;04/02/2025;100;;`,
        `${SLUG};CPAM;Prévention;04/02/2025;100;;`,
        "sud-63;CPAM;Prévention;04/02/2025;100;;",
        "inconnue-au-bataillon;CPAM;Prévention;04/02/2025;100;;",
        `${SLUG};Mairie;Jardinage;31/12/2026;zéro;;contrat 1 année 9`,
      ]);
      const { rows, report: found } = await report(upload);
      expect(found?.counts).toEqual({ add: 1, known: 0, refused: 4 });
      expect(rows.map(({ row, faults }) => [row, faults.map(({ column }) => column)])).toEqual([
        [2, []],
        [3, ["Référence"]],
        [4, ["CPTS"]],
        [5, ["CPTS"]],
        [6, ["Payeur", "Ligne", "Montant", "Date", "Année du contrat"]],
      ]);
      // Another territory's CPTS and no CPTS at all are told apart by nothing.
      const said = rows
        .slice(2, 4)
        .map(({ faults, written }) => faults[0]?.message.replace(written.cpts, "…"));
      expect(said[0]).toBe(said[1]);
      expect(await confirm(upload)).toMatchObject({ value: { imported: false, why: "refused_rows" } });
      expect(await confirm(upload, { seen: "1 0 3 0", leavesOut: true })).toMatchObject({
        value: { why: "changed" },
      });
      expect(await database.prisma.payment.count()).toBe(count);
      expect(await confirm(upload, { leavesOut: true })).toMatchObject({ value: { imported: true } });
      expect(await database.prisma.payment.count()).toBe(count + 1);
    });

    test("of a file are its sender's alone, and taken away in one act while nobody changed them", async () => {
      const upload = await send(FILE);
      expect(await paymentFilePage(agentOf("07").viewer, upload, paymentFileInAddress({}), TODAY)).toBeNull();
      expect(await failure(() => send(FILE, acting("analyst")))).toBeInstanceOf(Forbidden);
      expect(await importPage(acting("coordinator").viewer)).toBeNull();

      const files = (await importPage(agent.viewer))?.files ?? [];
      expect(files.find(({ id: one }) => one === batch)).toMatchObject({ rows: 3, kept: 3, mayRemove: true });
      expect(await removePaymentBatch(agentOf("63"), batch)).toMatchObject({ error: { kind: "not_found" } });
      const count = await database.prisma.payment.count();
      expect(await removePaymentBatch(agent, batch)).toEqual({ ok: true, value: null });
      expect(await database.prisma.payment.count()).toBe(count - 3);
      expect(await removePaymentBatch(agent, batch)).toMatchObject({ error: { kind: "not_found" } });
      expect(await listAudit(database.prisma, `payment_batch:${batch}`)).toMatchObject([
        { action: "payment.batch_removed", before: { rows: 3 } },
        { action: "payment.imported" },
      ]);
    });

    test("a file changed since stays: its payments are removed one by one", async () => {
      const upload = await send([FILE[0] ?? "", `${SLUG};MSA;Qualité;05/02/2025;10;;`]);
      const done = await confirm(upload);
      const added = done.ok && done.value.imported ? done.value.batchId : failed();
      const { id: one } = await database.prisma.payment.findFirstOrThrow({ where: { batchId: added } });
      const content = { ...PAYMENT, payer: "msa", line: "qualite", amount: "11" };
      expect(await changePayment(agent, SLUG, one, { content, version: 1 })).toMatchObject({ ok: true });
      expect(await removePaymentBatch(agent, added)).toMatchObject({ error: { kind: "refused" } });
    });
  });
}

function failed(): never {
  throw new Error("it should have been found");
}
