import type { Viewer } from "../../auth/can";
import { listContractTerms, type ContractTerms } from "../../db/repositories/contract-terms";
import { listDirectory, type DirectoryCpts } from "../../db/repositories/cpts-directory";
import { listPaymentsOf } from "../../db/repositories/payments";
import type { Tx } from "../../db/repositories/rows";
import type { FileTable } from "../../import/csv";
import type { DayOrder } from "../../import/days";
import { FIELD_NAME, type ColumnMapping, type PaymentField } from "../../import/payment-columns";
import { readPaymentRows, type PaymentRow, type RowFault } from "../../import/payment-rows";
import type { IsoDay } from "../../kernel/date";
import { sumCents, type Cents } from "../../kernel/money";
import type { PaymentTerms, YearRef } from "../../record/money";
import { FIRST_DAY } from "../../schemas/address";
import { MOST_NOTE, MOST_REFERENCE } from "../../schemas/payment";
import { optionalText } from "../../schemas/sections/fields";
import { MOST_CENTS } from "../../schemas/typed-amount";
import { cptsFinder, writableBy } from "./cpts-named";
import { isSameYear, yearsOffered } from "./years-offered";

export interface ReportRow {
  readonly row: number;
  /** To add; on record already, to the last detail; or refused, with what is wrong. */
  readonly state: "add" | "known" | "refused";
  readonly cpts: { readonly id: string; readonly slug: string; readonly name: string } | null;
  /** Null where it is refused. */
  readonly terms: PaymentTerms | null;
  readonly written: PaymentRow["written"];
  readonly faults: readonly RowFault[];
  /** A payment much like it is on record: said, not refused. */
  readonly warning: string | null;
}

export interface PaymentReport {
  readonly rows: readonly ReportRow[];
  readonly counts: Readonly<Record<ReportRow["state"], number>>;
  /** Of the payments to add. */
  readonly totalCents: Cents;
  /** What tells this report from another of the same file: what is on record may change before it is confirmed. */
  readonly seen: string;
}

export interface ReportInput {
  readonly table: FileTable;
  readonly mapping: ColumnMapping;
  readonly order: DayOrder;
  readonly today: IsoDay;
}

/**
 * What a file would do, row by row. A CPTS outside the viewer's territory is as one that does not exist. Nothing is
 * written.
 */
export async function paymentReport(
  tx: Tx,
  viewer: Viewer,
  { table, mapping, order, today }: ReportInput,
): Promise<PaymentReport> {
  const find = cptsFinder(writableBy(viewer, await listDirectory(tx)));
  const read = readPaymentRows(table, mapping, order).map((row) => ({ row, found: find(row.written.cpts) }));
  const ids = [...new Set(read.flatMap(({ found }) => found.map(({ id }) => id)))];
  const contracts = await listContractTerms(tx, ids);
  const held = await listPaymentsOf(tx, ids);
  const exact = new Set(held.map((one) => exactKey(one.cptsId, one)));
  const alike = new Map(held.map((one) => [alikeKey(one.cptsId, one), one.reference]));
  const firstRow = new Map<string, number>();
  const nameOf = (field: PaymentField) => {
    const index = mapping[field];
    return (index === null ? "" : table.headings[index]) || FIELD_NAME[field];
  };

  const rows = read.map(({ row, found }): ReportRow => {
    const [cpts = null] = found.length === 1 ? found : [];
    const { faults, terms } = judged(row, found, cpts && contracts.get(cpts.id), today, nameOf);
    const base = { row: row.row, cpts, written: row.written };
    if (terms === null || cpts === null)
      return { ...base, state: "refused", terms: null, faults, warning: null };
    const key = exactKey(cpts.id, terms);
    if (exact.has(key)) return { ...base, state: "known", terms, faults: [], warning: null };
    const first = firstRow.get(key);
    if (first !== undefined) {
      const same = `le versement est le même qu’à la ligne ${first}`;
      const mend = "retirez l’une des deux lignes, ou donnez-leur des références différentes";
      const fault = {
        column: nameOf("reference"),
        message: `${terms.reference === null ? "est vide, et" : "est identique, et"} ${same}\u00a0: ${mend}`,
      };
      return { ...base, state: "refused", terms: null, faults: [fault], warning: null };
    }
    firstRow.set(key, row.row);
    return {
      ...base,
      state: "add",
      terms,
      faults: [],
      warning: warningOf(alike.get(alikeKey(cpts.id, terms))),
    };
  });
  return summed(rows);
}

function summed(rows: readonly ReportRow[]): PaymentReport {
  const of = (state: ReportRow["state"]) => rows.filter((row) => row.state === state);
  const counts = { add: of("add").length, known: of("known").length, refused: of("refused").length };
  const totalCents = sumCents(of("add").map(({ terms }) => terms?.amountCents ?? 0));
  return { rows, counts, totalCents, seen: [counts.add, counts.known, counts.refused, totalCents].join(" ") };
}

/** What a row says, set against the CPTS that it names, its contracts and the day. */
function judged(
  row: PaymentRow,
  found: readonly DirectoryCpts[],
  contracts: readonly ContractTerms[] | null | undefined,
  today: IsoDay,
  nameOf: (field: PaymentField) => string,
): { readonly faults: readonly RowFault[]; readonly terms: PaymentTerms | null } {
  const faults = [...row.faults];
  const fault = (field: PaymentField, message: string) => faults.push({ column: nameOf(field), message });
  const { payer, line, paidOn, amountCents, year, written } = row;
  if (found.length !== 1 && written.cpts !== "") fault("cpts", unknownCpts(written.cpts, found.length));
  if (paidOn !== null && paidOn > today)
    fault("paidOn", "est un jour à venir\u00a0: un versement s’enregistre une fois fait");
  if (paidOn !== null && paidOn < FIRST_DAY) fault("paidOn", "est avant le 26/01/2016, qui a créé les CPTS");
  if (amountCents !== null && Math.abs(amountCents) > MOST_CENTS)
    fault("amount", "dépasse 100 millions d’euros");
  const reference = optionalText(MOST_REFERENCE).safeParse(written.reference);
  const note = optionalText(MOST_NOTE).safeParse(written.note);
  if (!reference.success) fault("reference", `dépasse ${MOST_REFERENCE} caractères\u00a0: abrégez-la`);
  if (!note.success) fault("note", `dépasse ${MOST_NOTE} caractères\u00a0: abrégez-la`);
  let settles: YearRef | null = null;
  if (year !== null && line === null) fault("year", "est sans objet hors accord\u00a0: videz la cellule");
  else if (year !== null && found.length === 1) {
    const settled = settledYear(year, contracts ?? [], today);
    if (typeof settled === "string") fault("year", settled);
    else settles = settled;
  }
  const isRead = payer !== null && line !== undefined && paidOn !== null && amountCents !== null;
  if (faults.length > 0 || !isRead || !reference.success || !note.success) return { faults, terms: null };
  return {
    faults,
    terms: { payer, line, settles, paidOn, amountCents, reference: reference.data, note: note.data },
  };
}

/** The same words for what does not exist and for what is another's. */
function unknownCpts(text: string, count: number): string {
  const shown = `«\u00a0${text.slice(0, 60)}\u00a0»`;
  return count === 0
    ? `${shown} est hors de votre territoire ou inconnue`
    : `${shown} désigne plusieurs CPTS\u00a0: écrivez son SIRET, ou la fin de l’adresse de sa fiche`;
}

function settledYear(
  { contractNo, year }: NonNullable<PaymentRow["year"]>,
  contracts: readonly ContractTerms[],
  today: IsoDay,
): YearRef | string {
  const { years, hasSeveral } = yearsOffered(contracts, today);
  if (contractNo === null && hasSeveral) {
    return "ne dit pas de quel contrat\u00a0: écrivez par exemple «\u00a0contrat 2 année 1\u00a0»";
  }
  const ref = { contractNo: contractNo ?? 1, year };
  return years.some((one) => isSameYear(one, ref)) ? ref : "n’est pas une année de ses contrats";
}

type Identifying = Pick<PaymentTerms, "payer" | "line" | "paidOn" | "amountCents" | "reference">;

const alikeKey = (cptsId: string, { payer, line, paidOn, amountCents }: Identifying): string =>
  [cptsId, payer, line ?? "", paidOn, amountCents].join(" ");

const exactKey = (cptsId: string, terms: Identifying): string =>
  `${alikeKey(cptsId, terms)} ${terms.reference ?? ""}`;

function warningOf(reference: string | null | undefined): string | null {
  if (reference === undefined) return null;
  const which = reference === null ? "sans référence" : `de référence ${reference}`;
  return `un versement du même payeur, de la même ligne, du même jour et du même montant, ${which}, est déjà enregistré`;
}
