import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAmounts } from "@/lib/import/amounts";
import { readCsv } from "@/lib/import/csv";
import { dayOrderOf, readDay } from "@/lib/import/days";
import { isPaymentHeading, proposeColumns } from "@/lib/import/payment-columns";
import { readPaymentRows } from "@/lib/import/payment-rows";
import type { PaymentPayer, MoneyLine } from "@/lib/record/money";

interface Paid {
  readonly cpts: string;
  readonly payer: PaymentPayer;
  readonly line: MoneyLine | null;
  readonly paidOn: string;
  readonly amountCents: number;
  readonly reference: string;
}

const PAYER_WORDS = { cpam: "CPAM de la Drôme", ars_fir: "ARS (FIR)", msa: "MSA", other: "Autre" } as const;
const LINE_WORDS: readonly (readonly [MoneyLine | null, string])[] = [
  ["fonctionnement", "Fonctionnement"],
  ["acces_soins", "Accès aux soins"],
  ["prevention", "Prévention"],
  ["crise_sanitaire", "crise_sanitaire"],
  [null, "Hors accord"],
];

const paid: fc.Arbitrary<Paid> = fc.record({
  cpts: fc.constantFrom("Sud Allier", "L’Été ; à côté", 'Entre "deux" eaux', "Thiers, Dore | Montagne"),
  payer: fc.constantFrom(...(Object.keys(PAYER_WORDS) as PaymentPayer[])),
  line: fc.constantFrom(...LINE_WORDS.map(([line]) => line)),
  paidOn: fc
    .date({ min: new Date("2019-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  amountCents: fc.integer({ min: 1, max: 99_999_999 }).chain((cents) => fc.constantFrom(cents, -cents)),
  reference: fc.constantFrom("", "VIR-1", "=1+1", "@SUM(A1)", "n° 12,5", "00042"),
});

const grouped = (digits: string, by: string) => digits.replace(/\B(?=(\d{3})+$)/g, by);

/** How one program or another writes the same rows. */
const STYLES = {
  french: {
    amount: (cents: number) => amountWith(cents, "\u202f", ",", " €"),
    day: (iso: string) => iso.split("-").reverse().join("/"),
  },
  plain: {
    amount: (cents: number) => amountWith(cents, "", ".", ""),
    day: (iso: string) => iso,
  },
  english: {
    amount: (cents: number) => amountWith(cents, ",", ".", ""),
    day: (iso: string) => {
      const [year = "", month = "", day = ""] = iso.split("-");
      return `${month}/${day}/${year}`;
    },
  },
  german: {
    amount: (cents: number) => amountWith(cents, ".", ",", " EUR"),
    day: (iso: string) => iso.split("-").reverse().join("."),
  },
} as const;

function amountWith(cents: number, group: string, decimal: string, after: string): string {
  const [whole = "", rest = ""] = [String(Math.floor(Math.abs(cents) / 100)), String(Math.abs(cents) % 100)];
  return `${cents < 0 ? "-" : ""}${grouped(whole, group)}${decimal}${rest.padStart(2, "0")}${after}`;
}

const ENCODERS: Readonly<Record<string, (text: string) => Buffer>> = {
  utf8: (text) => Buffer.from(text, "utf8"),
  "utf8 with its mark": (text) => Buffer.from(`\ufeff${text}`, "utf8"),
  utf16le: (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  utf16be: (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "windows-1252": (text) =>
    Buffer.from(
      [...text.replaceAll("\u202f", "\u00a0")].map((char) => {
        const special = { "’": 0x92, "€": 0x80 }[char];
        return special ?? char.charCodeAt(0);
      }),
    ),
};

const HEADINGS = ["Date de versement", "CPTS", "Payeur", "Ligne", "Référence", "Montant"];

function written(rows: readonly Paid[], style: keyof typeof STYLES, separator: string, end: string): string {
  const cell = (text: string) => (/[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map(({ cpts, payer, line, paidOn, amountCents, reference }) => [
    STYLES[style].day(paidOn),
    cpts,
    PAYER_WORDS[payer],
    LINE_WORDS.find(([code]) => code === line)?.[1] ?? "",
    reference,
    STYLES[style].amount(amountCents),
  ]);
  return [HEADINGS, ...lines].map((cells) => cells.map(cell).join(separator)).join(end) + end;
}

function readBack(bytes: Uint8Array) {
  const table = readCsv(bytes, isPaymentHeading);
  if (!table.ok) throw new Error(table.error);
  const { headings, rows } = table.value;
  const dates = rows.map(({ cells }) => cells[0] ?? "");
  return readPaymentRows(table.value, proposeColumns(headings), dayOrderOf(dates));
}

describe("a file of payments", () => {
  test("says the same whatever its separator, encoding, line ends, numbers and dates", () => {
    fc.assert(
      fc.property(
        fc.array(paid, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...(Object.keys(STYLES) as (keyof typeof STYLES)[])),
        fc.constantFrom(";", ",", "\t", "|"),
        fc.constantFrom("\r\n", "\n"),
        fc.constantFrom(...Object.keys(ENCODERS)),
        (rows, style, separator, end, encoding) => {
          // Month first cannot be told from day first where no day is beyond the twelfth: the page asks.
          fc.pre(style !== "english" || rows.some(({ paidOn }) => Number(paidOn.slice(8)) > 12));
          const bytes = ENCODERS[encoding]?.(written(rows, style, separator, end)) ?? Buffer.alloc(0);
          const read = readBack(bytes);
          expect(
            read.map(({ written: cells, payer, line, paidOn, amountCents, faults }) => ({
              cpts: cells.cpts,
              payer,
              line,
              paidOn,
              amountCents,
              reference: cells.reference,
              faults,
            })),
          ).toEqual(rows.map((row) => ({ ...row, faults: [] })));
          expect(read.map(({ row }) => row)).toEqual(rows.map((_, i) => i + 2));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("says what is wrong by row and column, as its spreadsheet shows them", () => {
    const file = [
      "Date;CPTS;Payeur;Ligne;Montant;Année du contrat",
      "",
      "31/12/2025;Sud Allier;CPAM;Fonctionnement;1 250,50;contrat 1 année 2",
      "31/02/2025;;Mairie;Jardinage;=1+1;janv-02",
      "01/01/2025;Sud Allier;MSA;hors accord;0;",
    ].join("\r\n");
    const rows = readBack(Buffer.from(file));
    expect(rows.map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(rows[0]).toMatchObject({ amountCents: 125_050, year: { contractNo: 1, year: 2 }, faults: [] });
    expect(rows[1]?.faults.map(({ column }) => column)).toEqual([
      "CPTS",
      "Payeur",
      "Ligne",
      "Date",
      "Montant",
      "Année du contrat",
    ]);
    expect(rows[2]).toMatchObject({ line: null, faults: [{ column: "Montant" }] });
  });

  test("is refused with a sentence when it is no table of text, and never throws", () => {
    const refused = (bytes: Uint8Array) => {
      const read = readCsv(bytes, isPaymentHeading);
      return read.ok ? "" : read.error;
    };
    expect(refused(Buffer.alloc(0))).toContain("vide");
    expect(refused(Buffer.from("PK\u0003\u0004 classeur"))).toContain("CSV");
    expect(refused(Buffer.from([1, 2, 3, 0, 255, 254]))).toContain("texte");
    expect(refused(Buffer.from("Date\n2025-01-01\n"))).toContain("colonne");
    expect(refused(Buffer.from("Date;Montant\n"))).toContain("aucune ligne");
    expect(refused(Buffer.from('Date;Montant\n2025-01-01;"12'))).toContain("guillemet");
    expect(refused(Buffer.alloc(5 * 1024 * 1024 + 1, "a"))).toContain("5\u00a0Mo");
    expect(refused(Buffer.from(`Date;Montant\n${"1;2\n".repeat(20_001)}`))).toContain("20\u202f000 lignes");
    expect(refused(Buffer.from(`a;b\n${"1;".repeat(100)}2\n`))).toContain("60 colonnes");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = readCsv(bytes, isPaymentHeading);
        if (read.ok) readPaymentRows(read.value, proposeColumns(read.value.headings), "jour-mois");
        else expect(read.error).not.toBe("");
      }),
    );
  });

  test("Excel's line that says the separator counts as a row", () => {
    expect(readBack(Buffer.from("sep=;\r\nDate;Montant\r\n2025-01-01;12\r\n"))[0]?.row).toBe(3);
  });
});

describe("amounts of a column", () => {
  test("are exact, signed as accountants do, and never guessed", () => {
    expect(readAmounts(["(50,00)", "12-", "-1 234,5", "€ 7", "1.234,56", "+3"])).toEqual([
      -5_000, -1_200, -123_450, 700, 123_456, 300,
    ]);
    const [ambiguous] = readAmounts(["1,234"]);
    expect(ambiguous).toContain("deux façons");
    expect(readAmounts(["1,234", "5.50"])).toEqual([123_400, 550]);
    expect(readAmounts(["1.234", "5,50"])).toEqual([123_400, 550]);
    for (const wrong of [
      "",
      "abc",
      "1,2,3",
      "12,345,6",
      "1e3",
      "--5",
      "(-5)",
      "1.23.45",
      "0x10",
      "9999999999",
    ]) {
      expect(readAmounts([wrong])[0], wrong).toEqual(expect.any(String));
    }
  });
});

describe("days", () => {
  test("are read as French and English people write them, real days only", () => {
    const wanted = "2025-12-31";
    for (const day of [
      "31/12/2025",
      "31.12.25",
      "31-12-2025",
      "2025-12-31",
      "2025-12-31 00:00:00",
      "2025-12-31T10:00:00Z",
      "31 décembre 2025",
      "31 déc. 2025",
      "31-Dec-2025",
      "Dec 31, 2025",
    ]) {
      expect(readDay(day, "jour-mois"), day).toBe(wanted);
    }
    expect(readDay("12/31/2025", "mois-jour")).toBe(wanted);
    expect(readDay("1er mars 2024", "jour-mois")).toBe("2024-03-01");
    for (const wrong of ["31/02/2025", "45000", "12/31/2025", "hier", "", "2025"]) {
      expect(readDay(wrong, "jour-mois"), wrong).toBeNull();
    }
    expect(dayOrderOf(["01/02/2025", "12/31/2025"])).toBe("mois-jour");
    expect(dayOrderOf(["01/02/2025"])).toBe("jour-mois");
  });
});
