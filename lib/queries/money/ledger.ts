import type { KeptMoney } from "../../db/repositories/money";
import {
  calendar,
  carryOver,
  envelope,
  type EnvelopeLine,
  type LineCode,
  LINES,
  type MatchedDue,
  type Matching,
  matchPayments,
  paidByYear,
  type Payment,
} from "../../funding";
import { weakest, type Absence, type Mark } from "../../kernel/certainty";
import type { IsoDay } from "../../kernel/date";
import type { Cents } from "../../kernel/money";
import type { RecordedPayment, SpendingSheet } from "../../record/money";
import { yearAt, type MoneyContract, type MoneyYear } from "./contract-years";

/** One line of one contract year: what the agreement makes due, what was paid, what was spent. */
export interface LineMoney {
  readonly line: LineCode;
  /** What the contract gives for a full year at full achievement; null where no amount is known. */
  readonly contractedCents: Cents | null;
  readonly contractedMark: Mark;
  /** What is known of the due: all of it, or a minimum when `dueMissing` says why more is not known. */
  readonly dueCents: Cents;
  readonly dueMissing: Absence | null;
  readonly dueMark: Mark;
  /** The part of the due that rests on hypotheses. */
  readonly toConfirmCents: Cents;
  /** Null: the year is before the first payment on record, so that nobody says what was paid. */
  readonly paidCents: Cents | null;
  /** Null: not communicated. A minimum while the sheet is not complete. */
  readonly spentCents: Cents | null;
  readonly spentIsMinimum: boolean;
  readonly budgetCents: Cents | null;
  /** Money received and not spent: carried in from the years before, and out at the end. */
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
  /** The parts of the line, as the engine explains them. */
  readonly parts: readonly EnvelopeLine[];
}

export interface YearMoney {
  readonly of: MoneyYear;
  /** Every line that has an amount, a payment or a spending, in the agreement's order. */
  readonly lines: readonly LineMoney[];
}

export interface ContractMoney {
  readonly contract: MoneyContract;
  readonly years: readonly YearMoney[];
  /** First contract year with a payment on record; null where there is none: what is paid is then not known. */
  readonly recordedFrom: number | null;
  /** Those of the years on record are matched to payments; the others say nothing of what was paid. Empty where the days of the contract are not known. */
  readonly dues: readonly ContractDue[];
  readonly over: Matching<Paid>["over"];
}

/** What falls due; `isRecorded` false: nobody recorded payments of that year, so that it is neither paid nor late. */
export interface ContractDue extends MatchedDue {
  readonly isRecorded: boolean;
}

/** A payment as the engine matches it, and as it was recorded. */
export interface Paid extends Payment {
  readonly recorded: RecordedPayment;
}

/** The money of one CPTS, on a day. */
export interface CptsMoney {
  readonly contracts: readonly ContractMoney[];
  /** Payments on a line that nothing is due on, or that fall in no contract. */
  readonly unmatched: readonly RecordedPayment[];
  /** Payments outside the agreement (start-up, projet de santé). */
  readonly outside: readonly RecordedPayment[];
}

/** Sets due, paid and spent beside one another. Payments to come are left out. */
export function ledgerOf(contracts: readonly MoneyContract[], money: KeptMoney, asOf: IsoDay): CptsMoney {
  const taken = money.payments.filter(({ paidOn }) => paidOn <= asOf);
  const outside = taken.filter(({ line }) => line === null);
  const within = taken.filter(({ line }) => line !== null);
  const of = (payment: RecordedPayment) => contractOf(contracts, payment);
  const unmatched: RecordedPayment[] = within.filter((payment) => of(payment) === null);
  const computed = contracts.map((contract): ContractMoney => {
    const own = within.filter((payment) => of(payment) === contract.contractNo).map(paid);
    const recordedFrom = firstYearOf(contract, own);
    const dues = calendar(
      contract.years.flatMap(({ daysKnown, pastTerm, input }) =>
        input && daysKnown && !pastTerm ? [input] : [],
      ),
    );
    const isRecorded = ({ year }: { readonly year: number }) => recordedFrom !== null && year >= recordedFrom;
    const matching = matchPayments(dues.filter(isRecorded), own, asOf);
    const before = matchPayments(
      dues.filter((due) => !isRecorded(due)),
      [],
      asOf,
    );
    unmatched.push(...matching.unmatched.map(({ recorded }) => recorded));
    const received = paidByYear(matching, (day) => yearAt(contract, day));
    const sheets = money.sheets.filter(({ contractNo }) => contractNo === contract.contractNo);
    return {
      contract,
      recordedFrom,
      years: yearsOf(contract, recordedFrom, received, sheets),
      dues: [
        ...before.dues.map((due) => ({ ...due, isRecorded: false, daysLate: null })),
        ...matching.dues.map((due) => ({ ...due, isRecorded: true })),
      ],
      over: matching.over,
    };
  });
  return { contracts: computed, unmatched, outside };
}

/** The contract that a payment names, else the last one signed by its day; null where there is none. */
function contractOf(
  contracts: readonly MoneyContract[],
  { settles, paidOn }: RecordedPayment,
): number | null {
  if (settles)
    return contracts.some(({ contractNo }) => contractNo === settles.contractNo) ? settles.contractNo : null;
  return (
    contracts.findLast(({ signed }) => signed.earliest <= paidOn)?.contractNo ??
    contracts[0]?.contractNo ??
    null
  );
}

/** The first year that payments were recorded for: the one they name, else that of their day. */
function firstYearOf(contract: MoneyContract, payments: readonly Paid[]): number | null {
  const years = payments.map(({ year, paidOn }) => year ?? yearAt(contract, paidOn));
  return years.length === 0 ? null : Math.min(...years);
}

const paid = (recorded: RecordedPayment): Paid => ({
  paidOn: recorded.paidOn,
  line: recorded.line,
  year: recorded.settles?.year ?? null,
  amountCents: recorded.amountCents,
  recorded,
});

function yearsOf(
  contract: MoneyContract,
  recordedFrom: number | null,
  received: ReturnType<typeof paidByYear>,
  sheets: readonly SpendingSheet[],
): YearMoney[] {
  const base = contract.years.map((of) => {
    const sheet = sheets.find(({ year }) => year === of.index) ?? null;
    const parts = of.input ? envelope(of.input).lines : [];
    return { of, sheet, parts };
  });
  const carried = new Map(
    LINES.map((line) => [
      line,
      carryOver(
        base.map(({ of, sheet }) => ({
          year: of.index,
          paidCents:
            recordedFrom !== null && of.index >= recordedFrom ? paidOn(received, line, of.index) : null,
          spentCents: sheet?.complete ? spentOn(sheet, line) : null,
        })),
      ),
    ]),
  );
  return base.map(({ of, sheet, parts }, i) => ({
    of,
    lines: LINES.flatMap((line) => {
      const year = carried.get(line)?.[i];
      const own = parts.filter((part) => part.line === line && part.due !== "sans_objet");
      const stated = sheet?.entries.filter((entry) => entry.line === line) ?? [];
      const paidCents = year?.paidCents ?? null;
      if (own.length === 0 && stated.length === 0 && !paidCents) return [];
      const spending = spendingOf(sheet, line);
      return [
        {
          line,
          ...dueOf(own),
          paidCents,
          ...spending,
          openingCents: year?.openingCents ?? null,
          closingCents: year?.closingCents ?? null,
          parts: own,
        },
      ];
    }),
  }));
}

type Due = Pick<
  LineMoney,
  "contractedCents" | "contractedMark" | "dueCents" | "dueMissing" | "dueMark" | "toConfirmCents"
>;

function dueOf(parts: readonly EnvelopeLine[]): Due {
  const counted = parts.filter(({ maximumCents }) => maximumCents > 0);
  const known = parts.filter(({ due }) => typeof due === "number");
  const missing = parts.find(({ due }) => typeof due !== "number")?.due;
  const sum = (list: readonly EnvelopeLine[]) =>
    list.reduce((total, { due }) => total + (typeof due === "number" ? due : 0), 0);
  return {
    contractedCents:
      parts.length === 0 ? null : counted.reduce((total, { maximumCents }) => total + maximumCents, 0),
    contractedMark: weakest(counted.map(({ mark }) => mark)),
    dueCents: sum(known),
    dueMissing: typeof missing === "string" ? missing : null,
    dueMark: weakest(known.filter(({ due }) => due !== 0).map(({ dueMark }) => dueMark)),
    toConfirmCents: sum(known.filter(({ dueMark }) => dueMark === "H")),
  };
}

type Spending = Pick<LineMoney, "spentCents" | "spentIsMinimum" | "budgetCents">;

function spendingOf(sheet: SpendingSheet | null, line: LineCode): Spending {
  if (!sheet || line === "non_ventile") return { spentCents: null, spentIsMinimum: false, budgetCents: null };
  const own = sheet.entries.filter((entry) => entry.line === line);
  const spent = own.flatMap(({ spentCents }) => (spentCents === null ? [] : [spentCents]));
  const budget = own.flatMap(({ budgetCents }) => (budgetCents === null ? [] : [budgetCents]));
  return {
    spentCents: spent.length > 0 || sheet.complete ? sum(spent) : null,
    spentIsMinimum: !sheet.complete && spent.length > 0,
    budgetCents: budget.length > 0 ? sum(budget) : null,
  };
}

const spentOn = (sheet: SpendingSheet, line: LineCode): Cents =>
  sum(sheet.entries.filter((entry) => entry.line === line).map(({ spentCents }) => spentCents ?? 0));

const paidOn = (received: ReturnType<typeof paidByYear>, line: LineCode, year: number): Cents =>
  received.find((one) => one.line === line && one.year === year)?.paidCents ?? 0;

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, cents) => total + cents, 0);
