import type { IsoDay } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { MoneyLine, PaymentPayer } from "../record/money";
import { searchName } from "../territory/search-name";
import { readAmounts } from "./amounts";
import type { FileTable } from "./csv";
import { readDay, type DayOrder } from "./days";
import { FIELD_NAME, PAYMENT_FIELDS, type ColumnMapping, type PaymentField } from "./payment-columns";

/** What is wrong in a row, and in which column. */
export interface RowFault {
  readonly column: string;
  readonly message: string;
}

/** A contract year as a file says it; no contract where it gives the year alone. */
export interface YearSaid {
  readonly contractNo: number | null;
  readonly year: number;
}

/** A row as it reads alone: its CPTS is still to be found, and what it says set against what is on record. */
export interface PaymentRow {
  readonly row: number;
  /** What the row says, as it was written, for the report. */
  readonly written: Readonly<Record<PaymentField, string>>;
  readonly payer: PaymentPayer | null;
  /** Undefined where it could not be read; null: outside the agreement. */
  readonly line: MoneyLine | null | undefined;
  readonly paidOn: IsoDay | null;
  readonly amountCents: Cents | null;
  readonly year: YearSaid | null;
  readonly faults: readonly RowFault[];
}

/** Reads every row of a file. Fields in no column are empty. */
export function readPaymentRows(
  { headings, rows }: FileTable,
  mapping: ColumnMapping,
  order: DayOrder,
): PaymentRow[] {
  const columnOf = (field: PaymentField): string => {
    const index = mapping[field];
    return (index === null ? "" : headings[index]) || FIELD_NAME[field];
  };
  const written = rows.map(({ cells }) => {
    const values = PAYMENT_FIELDS.map((field): [PaymentField, string] => {
      const index = mapping[field];
      return [field, index === null ? "" : (cells[index] ?? "")];
    });
    return Object.fromEntries(values) as Record<PaymentField, string>;
  });
  const amounts = readAmounts(written.map(({ amount }) => amount));
  return written.map((cells, i): PaymentRow => {
    const faults: RowFault[] = [];
    const fault = (field: PaymentField, message: string) => faults.push({ column: columnOf(field), message });
    const asked = (field: PaymentField, read: () => string | null) => {
      const why = cells[field] === "" ? "est vide" : read();
      if (why !== null) fault(field, why);
    };
    const shown = (field: PaymentField) => `«\u00a0${cells[field].slice(0, 60)}\u00a0»`;

    const payer = payerOf(cells.payer);
    const line = lineOf(cells.line);
    const paidOn = readDay(cells.paidOn, order);
    const amount = amounts[i] ?? "";
    const year = yearOf(cells.year);
    asked("cpts", () => null);
    asked("payer", () =>
      payer === null ? `${shown("payer")} n’est pas un payeur\u00a0: écrivez CPAM, ARS, MSA ou Autre` : null,
    );
    asked("line", () =>
      line === undefined
        ? `${shown("line")} n’est pas une ligne de l’accord\u00a0: écrivez par exemple Fonctionnement, Prévention ou Hors accord`
        : null,
    );
    asked("paidOn", () =>
      paidOn === null ? `${shown("paidOn")} n’est pas une date\u00a0: écrivez par exemple 31/12/2025` : null,
    );
    asked("amount", () => {
      if (typeof amount === "string") return `${shown("amount")} ${amount}`;
      return amount === 0 ? "est nul\u00a0: un versement est d’au moins un centime" : null;
    });
    if (year === undefined) {
      fault(
        "year",
        `${shown("year")} n’est pas une année de contrat\u00a0: écrivez par exemple «\u00a0contrat 1 année 2\u00a0»`,
      );
    }
    return {
      row: rows[i]?.row ?? 0,
      written: cells,
      payer,
      line,
      paidOn,
      amountCents: typeof amount === "number" ? amount : null,
      year: year ?? null,
      faults,
    };
  });
}

const PAYER_WORDS: Readonly<Record<PaymentPayer, RegExp>> = {
  cpam: /^(cpam|cnam|cgss|assurance maladie|caisse primaire)\b/,
  ars_fir: /^(ars|fir|agence regionale de sante|fonds d intervention regional)\b/,
  msa: /^(msa|mutualite sociale agricole)\b/,
  other: /^(autre|autres|other)\b/,
};

function payerOf(text: string): PaymentPayer | null {
  const name = searchName(text);
  const found = (Object.keys(PAYER_WORDS) as PaymentPayer[]).find((payer) => PAYER_WORDS[payer].test(name));
  return found ?? null;
}

const LINE_WORDS: readonly (readonly [MoneyLine | null, RegExp])[] = [
  [null, /^(hors accord|hors aci|demarrage|aide au demarrage|(ecriture du )?projet de sante|start up)\b/],
  ["fonctionnement", /^fonctionnement\b/],
  ["acces_soins", /^(acces (aux )?soins|amelioration de l acces aux soins|mission 1|m1)\b/],
  ["parcours", /^(parcours|organisation de parcours|mission 2|m2)\b/],
  [
    "prevention",
    /^(prevention|developpement des actions territoriales de prevention|actions territoriales de prevention|mission 3|m3)\b/,
  ],
  ["crise_sanitaire", /^(crises? sanitaires?|crises?|reponse aux crises|mission 4|m4)\b/],
  ["qualite", /^(qualite|actions en faveur de la qualite|mission 5|m5)\b/],
  ["accompagnement", /^(accompagnement|actions en faveur de l accompagnement|mission 6|m6)\b/],
  ["non_ventile", /^(non ventile|non precisee?|global|toutes lignes)\b/],
];

function lineOf(text: string): MoneyLine | null | undefined {
  const name = searchName(text);
  return LINE_WORDS.find(([, words]) => words.test(name))?.[0];
}

/** « contrat 1 année 2 », « 1-2 », « année 2 », « 2 »; null where nothing is said, undefined where it is none. */
function yearOf(text: string): YearSaid | null | undefined {
  const name = searchName(text);
  if (name === "") return null;
  const both = /^(?:contrat )?(\d{1,2}) (?:annee )?(\d{1,2})$/.exec(name);
  const alone = /^(?:annee )?(\d{1,2})$/.exec(name);
  const [contractNo, year] = both ? [Number(both[1]), Number(both[2])] : [null, alone ? Number(alone[1]) : 0];
  return year > 0 && contractNo !== 0 ? { contractNo, year } : undefined;
}
