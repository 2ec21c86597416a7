import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tell } from "@/lib/format/audit/entry";
import { yearsOffered } from "@/lib/queries/money/years-offered";
import { SPENDING_LINES, SPENDING_NATURES, type SpendingEntry } from "@/lib/record/money";
import { spendingTotals } from "@/lib/record/spending";
import { readTotals } from "@/lib/schemas/indemnities";
import { paymentForm } from "@/lib/schemas/payment";
import { spendingForm } from "@/lib/schemas/spending";
import { centsToType, typedCents } from "@/lib/schemas/typed-amount";

const PAYMENT = {
  payer: "cpam",
  line: "prevention",
  direction: "paid",
  year: "1-2",
  paidOn: "2026-03-10",
  amount: "37 500,50",
  reference: " VIR 12 ",
  note: "",
  distinctFrom: [],
};
const pathsOf = (form: object) => paymentForm.safeParse(form).error?.issues.map(({ path }) => path[0]) ?? [];

describe("a payment", () => {
  test("is read from what is typed; a repayment is a choice, never a sign", () => {
    expect(paymentForm.parse(PAYMENT).terms).toEqual({
      payer: "cpam",
      line: "prevention",
      settles: { contractNo: 1, year: 2 },
      paidOn: "2026-03-10",
      amountCents: 3_750_050,
      reference: "VIR 12",
      note: null,
    });
    expect(paymentForm.parse({ ...PAYMENT, direction: "repaid" }).terms.amountCents).toBe(-3_750_050);
    const signed = paymentForm.safeParse({ ...PAYMENT, amount: "-50" });
    expect(signed.error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining("Reprise")]);
  });

  test("outside the agreement settles no contract year", () => {
    const outside = { ...PAYMENT, line: "hors_accord" };
    expect(pathsOf(outside)).toEqual(["year"]);
    expect(paymentForm.parse({ ...outside, year: "" }).terms).toMatchObject({ line: null, settles: null });
  });

  test("names every field that is wrong", () => {
    const wrong = { payer: "", line: "x", direction: "", year: "0-1", paidOn: "hier", amount: "0" };
    expect(pathsOf({ ...PAYMENT, ...wrong })).toEqual(
      expect.arrayContaining(["payer", "line", "direction", "year", "paidOn", "amount"]),
    );
    expect(paymentForm.safeParse("x").success).toBe(false);
  });
});

test("an amount shown to be corrected reads back to the same cents", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (cents) => {
      expect(typedCents(centsToType(cents))).toBe(cents);
    }),
  );
});

const entry: fc.Arbitrary<SpendingEntry> = fc.record({
  line: fc.constantFrom(...SPENDING_LINES),
  nature: fc.constantFrom(...SPENDING_NATURES),
  budgetCents: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
  spentCents: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
});
const entries = fc.uniqueArray(entry, { selector: ({ line, nature }) => `${line} ${nature}`, maxLength: 49 });

describe("a spending sheet", () => {
  test("sums the same by line, by nature and in all; what is not stated is no zero", () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (stated, complete) => {
        const { byLine, byNature, all } = spendingTotals({ complete, entries: stated });
        for (const part of ["budgetCents", "spentCents"] as const) {
          const sum = (of: readonly { readonly [K in typeof part]: number | null }[]) =>
            of.reduce((total, one) => total + (one[part] ?? 0), 0);
          expect(sum(Object.values(byLine))).toBe(all[part] ?? 0);
          expect(sum(Object.values(byNature))).toBe(all[part] ?? 0);
        }
        const isStated = stated.some(({ spentCents }) => spentCents !== null);
        expect(all.spentCents === null).toBe(!isStated && !complete);
        expect(all.budgetCents === null).toBe(stated.every(({ budgetCents }) => budgetCents === null));
      }),
    );
  });

  test("what is spent without a budget on record is no overrun", () => {
    const line = { line: "parcours", budgetCents: 100, spentCents: 40 } as const;
    const other = { line: "parcours", nature: "other", budgetCents: null, spentCents: 90 } as const;
    const { byLine, byNature, all } = spendingTotals({
      complete: false,
      entries: [{ ...line, nature: "services" }, other],
    });
    expect(byNature.services.leftCents).toBe(60);
    expect(byLine.parcours).toEqual({ budgetCents: 100, spentCents: 130, leftCents: null });
    expect(all.leftCents).toBeNull();
  });

  test("keeps the cells that say something, 0 included, and names the one that is wrong", () => {
    const cell = (nature: string, budgetCents: string, spentCents: string) => ({
      line: "parcours",
      nature,
      budgetCents,
      spentCents,
    });
    const form = (...cells: object[]) => ({ complete: false, comment: " ", entries: cells });
    expect(spendingForm.parse(form(cell("services", "0", ""), cell("other", "", "")))).toEqual({
      complete: false,
      comment: null,
      entries: [{ line: "parcours", nature: "services", budgetCents: 0, spentCents: null }],
    });
    const wrong = spendingForm.safeParse(form(cell("services", "1", ""), cell("other", "", "douze")));
    expect(wrong.error?.issues.map(({ path }) => path)).toEqual([["entries", 1, "spentCents"]]);
    expect(spendingForm.safeParse(form(cell("other", "1", ""), cell("other", "2", ""))).success).toBe(false);
    expect(spendingForm.safeParse(form({ ...cell("other", "1", ""), line: "non_ventile" })).success).toBe(
      false,
    );
  });
});

describe("what professionals received", () => {
  test("is read from a pasted column, largest first", () => {
    expect(readTotals("1 250,50\r\n\r\n41 136 €\n900")).toEqual({
      ok: true,
      totals: [4_113_600, 125_050, 90_000],
    });
  });

  test("is refused with any name in it, by line", () => {
    const read = readTotals("1200\nDr Martin 900\n0");
    expect(read.ok ? [] : read.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/ligne 2.*sans nom/),
      expect.stringMatching(/ligne 3.*rien reçu/),
    ]);
    expect(readTotals("12\n".repeat(30_000)).ok).toBe(false);
    expect(readTotals(12).ok).toBe(false);
  });
});

describe("the contract years offered", () => {
  const day = (iso: string) => ({ earliest: iso, latest: iso });
  const of = (...contracts: Parameters<typeof yearsOffered>[0]) =>
    yearsOffered(contracts, "2026-11-23").years.map(({ contractNo, year }) => `${contractNo}-${year}`);

  test("go past the term up to today, stop at an end or at the next contract", () => {
    const first = { signed: day("2020-06-17"), termMonths: 60, endedOn: null };
    expect(of(first)).toEqual(["1-1", "1-2", "1-3", "1-4", "1-5", "1-6", "1-7"]);
    const second = { signed: day("2025-06-17"), termMonths: 60, endedOn: null };
    expect(of(first, second).slice(3, 7)).toEqual(["1-4", "1-5", "2-1", "2-2"]);
    expect(of({ ...first, endedOn: "2022-06-17" })).toEqual(["1-1", "1-2"]);
    expect(of()).toEqual([]);
  });
});

describe("the journal tells money in words", () => {
  const told = (action: string, before: unknown, after: unknown) => {
    const { sentence, sections } = tell({ action, before, after }, () => undefined);
    const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, " ") ?? null;
    return {
      sentence: plain(sentence),
      changes: sections.flatMap(({ changes }) =>
        changes.map(({ label, before: was, after: is }) => [label, plain(was), plain(is)]),
      ),
    };
  };
  const { terms } = paymentForm.parse(PAYMENT);

  test("a payment changed says what changed, in euros and words", () => {
    const { sentence, changes } = told("payment.changed", terms, {
      ...terms,
      amountCents: -10_000,
      line: null,
    });
    expect(sentence).toBe("a corrigé un versement de 37 500,50 € du 10/03/2026 (CPAM, Prévention)");
    expect(changes).toEqual([
      ["Ligne", "Prévention", "Hors accord"],
      ["Montant", "37 500,50 €", "−100 €"],
    ]);
  });

  test("a file, a sheet and indemnities too; whatever the journal holds, nothing throws", () => {
    const file = { file: "mars.csv", rows: 3, totalCents: 120_000 };
    expect(told("payment.imported", null, file).sentence).toBe(
      "a importé 3 versements (1 200 €), fichier « mars.csv »",
    );
    const sheet = (budgetCents: number | null) => ({
      contractNo: 1,
      year: 2,
      complete: false,
      entries: [{ line: "parcours", nature: "services", budgetCents, spentCents: 0 }],
    });
    expect(told("spending.saved", sheet(null), sheet(5_000))).toEqual({
      sentence: "a enregistré les dépenses de l’année 2",
      changes: [["Parcours pluriprofessionnels, prestations, budget", null, "50 €"]],
    });
    for (const action of ["payment.added", "payment.imported", "spending.saved", "indemnities.saved"]) {
      for (const odd of [null, 3, "x", [], { entries: 7, settles: "x", line: 3, totalCents: "y" }]) {
        expect(told(action, odd, odd).sentence).not.toBe("");
      }
    }
  });
});
