import { count, money, NBSP } from "../fr";
import { paymentLine, PAYMENT_PAYER, SPENDING_NATURE, LINE_LABEL } from "../labels-money";
import type { Change } from "./changes";
import { fieldsOf, text } from "./lines";

/** The words of what happened to the money of a CPTS, and what each act changed; nothing is believed of its shape. */
type Fields = Readonly<Record<string, unknown>>;

interface Said {
  readonly was: Fields;
  readonly is: Fields;
}

export const MONEY_WORDS: Readonly<Record<string, (said: Said) => string>> = {
  "payment.added": ({ is }) => `a enregistré ${payment(is)}`,
  "payment.changed": ({ was }) => `a corrigé ${payment(was)}`,
  "payment.removed": ({ was }) => `a retiré ${payment(was)}`,
  "payment.imported": ({ is }) => `a importé ${payments(is)}${fileName(is)}`,
  "payment.batch_removed": ({ was }) => `a retiré d’un coup ${payments(was)}${fileName(was)}`,
  "spending.saved": ({ is }) => `a enregistré les dépenses de l’${yearName(is)}`,
  "indemnities.saved": ({ is }) => `a enregistré les indemnités de ${plain(is.year)}, sans nom`,
};

function payment(fields: Fields): string {
  const cents = fields.amountCents;
  const what = typeof cents === "number" && cents < 0 ? "une reprise" : "un versement";
  const day = text(fields.paidOn);
  return `${what} de ${amount(cents, true)}${day && ` du ${day}`} (${word(PAYMENT_PAYER, fields.payer)}, ${lineOf(fields.line)})`;
}

const payments = ({ rows, totalCents }: Fields): string =>
  `${count(typeof rows === "number" ? rows : 0, "versement")} (${amount(totalCents)})`;

const fileName = ({ file }: Fields): string =>
  text(file) === "" ? "" : `, fichier «${NBSP}${text(file)}${NBSP}»`;

const yearName = ({ contractNo, year }: Fields): string =>
  `année ${plain(year)}${contractNo === 1 ? "" : ` du contrat ${plain(contractNo)}`}`;

/** What a money act changed, field by field; nothing for other acts. */
export function moneyChanges(action: string, was: Fields, is: Fields): Change[] {
  if (action.startsWith("payment.")) return differences(paymentLines(was), paymentLines(is));
  if (action === "spending.saved") return differences(sheetLines(was), sheetLines(is));
  if (action === "indemnities.saved") return differences(indemnityLines(was), indemnityLines(is));
  return [];
}

type Lines = ReadonlyMap<string, string>;

function paymentLines(fields: Fields): Lines {
  const { contractNo, year } = fieldsOf(fields.settles);
  return new Map(
    Object.entries({
      Payeur: word(PAYMENT_PAYER, fields.payer),
      Ligne: fields.payer === undefined ? "" : lineOf(fields.line),
      Date: text(fields.paidOn),
      Montant: amount(fields.amountCents),
      "Année soldée": year === undefined ? "" : `contrat ${plain(contractNo)}, année ${plain(year)}`,
      Référence: text(fields.reference),
      Note: text(fields.note),
      Fichier: text(fields.file),
      Versements: text(fields.rows),
      Total: amount(fields.totalCents),
      CPTS: Array.isArray(fields.cpts) ? fields.cpts.map(text).join(", ") : "",
    }),
  );
}

function sheetLines({ complete, entries }: Fields): Lines {
  const cells = (Array.isArray(entries) ? entries : []).map(fieldsOf).flatMap((entry): [string, string][] => {
    const name = `${lineOf(entry.line)}, ${word(SPENDING_NATURE, entry.nature).toLowerCase()}`;
    return [
      [`${name}, budget`, amount(entry.budgetCents)],
      [`${name}, dépensé`, amount(entry.spentCents)],
    ];
  });
  return new Map([["Saisie complète", text(complete)], ...cells]);
}

const indemnityLines = ({ professionals, totalCents }: Fields): Lines =>
  new Map([
    ["Professionnels", text(professionals)],
    ["Total", amount(totalCents)],
  ]);

function differences(was: Lines, is: Lines): Change[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label): Change[] => {
    const [before, after] = [was.get(label) ?? "", is.get(label) ?? ""];
    return before === after ? [] : [{ label, before: before || null, after: after || null }];
  });
}

function amount(cents: unknown, isBare = false): string {
  if (typeof cents !== "number" || !Number.isSafeInteger(cents)) return "";
  return money(isBare ? Math.abs(cents) : cents);
}

/** A year, a number of a contract: never grouped by thousands. */
const plain = (value: unknown): string => (typeof value === "number" ? String(value) : text(value));

const lineOf = (line: unknown): string =>
  line === null || line === undefined ? paymentLine(null) : word(LINE_LABEL, line);

function word(words: Readonly<Record<string, string>>, code: unknown): string {
  return typeof code === "string" ? (words[code] ?? code) : text(code);
}
