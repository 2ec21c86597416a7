import { type Viewer } from "../../auth/can";
import {
  creditsOf,
  envelope,
  explainLine,
  type CreditEntry,
  type Explanation,
  type LineCode,
  type Part,
} from "../../funding";
import { weakest, type Mark } from "../../kernel/certainty";
import type { IsoDay, Span } from "../../kernel/date";
import type { Cents } from "../../kernel/money";
import type { CptsRecord } from "../../record/cpts";
import type { RecordedPayment, ReviewStatus, YearRef } from "../../record/money";
import type { Ignored, Query } from "../../schemas/address";
import { yearInAddress } from "../../schemas/money-address";
import { keptRecords } from "../espace/kept-records";
import { openOwnCpts } from "../own-cpts";
import { openWorld } from "../world";
import { flagsOf, isLate, type MoneyFlag } from "./flags";
import type { ContractDue, ContractMoney, LineMoney, YearMoney } from "./ledger";
import { ledgerOfCpts, type Ledger } from "./ledgers";

export type YearStanding = "past" | "present" | "to_come";

export interface YearChoice extends YearRef {
  readonly start: Span;
  readonly end: Span;
  readonly standing: YearStanding;
  readonly pastTerm: boolean;
  /** Null: no result was ever entered. */
  readonly review: ReviewStatus | null;
}

export interface FinanceLine extends Omit<LineMoney, "parts"> {
  readonly flags: readonly MoneyFlag[];
  readonly parts: readonly {
    readonly part: Part;
    readonly contractedCents: Cents;
    readonly due: LineMoney["parts"][number]["due"];
    readonly mark: Mark;
    readonly explanation: Explanation;
  }[];
}

/** Sums over lines; a sum with an unknown part is a minimum, and says so. */
export interface FinanceTotals {
  readonly contractedCents: Cents;
  readonly contractedMark: Mark;
  readonly dueCents: Cents;
  readonly dueIsMinimum: boolean;
  readonly dueMark: Mark;
  readonly toConfirmCents: Cents;
  /** Null: nobody recorded what was paid. */
  readonly paidCents: Cents | null;
  readonly spentCents: Cents | null;
  readonly spentIsMinimum: boolean;
  readonly budgetCents: Cents | null;
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
}

export interface FinanceYear extends YearChoice {
  readonly daysKnown: boolean;
  readonly schedule: string | null;
  readonly tier: number | null;
  readonly lines: readonly FinanceLine[];
  readonly totals: FinanceTotals;
  readonly dues: readonly ContractDue[];
}

export interface FinancePage {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly years: readonly YearChoice[];
  /** Null where the CPTS has no contract on record. */
  readonly year: FinanceYear | null;
  /** Every year of the contract shown, for what is carried from one to the next. */
  readonly carried: readonly (YearChoice & FinanceTotals)[];
  readonly late: { readonly count: number; readonly cents: Cents };
  readonly next: ContractDue | null;
  readonly over: readonly { readonly payment: RecordedPayment; readonly surplusCents: Cents }[];
  readonly unmatched: readonly RecordedPayment[];
  readonly outside: readonly RecordedPayment[];
  readonly credits: readonly CreditEntry[];
  readonly ignored: readonly Ignored[];
}

/** Due, contracted, paid and spent of one CPTS, a contract year at a time. Null where it does not exist, or not for this viewer. */
export async function financePage(
  viewer: Viewer,
  slug: string,
  today: IsoDay,
  query: Query,
): Promise<FinancePage | null> {
  const own = await openOwnCpts(viewer, slug, "read", "payments");
  if (!own) return null;
  const world = await openWorld(viewer);
  const ledger = await ledgerOfCpts(world, slug, today);
  const found = (await keptRecords(world)).get(slug);
  if (!ledger || !found) return null;
  return { slug, name: own.name, today, ...contentOf(ledger, found.kept.record, today, query) };
}

function contentOf(
  ledger: Ledger,
  record: CptsRecord,
  today: IsoDay,
  query: Query,
): Omit<FinancePage, "slug" | "name" | "today"> {
  const all = ledger.contracts.flatMap((contract) => contract.years.map((year) => ({ contract, year })));
  const years = all.map(({ year }) => choiceOf(year, today));
  const asked = yearInAddress(query, years);
  const present = years.findLast(({ standing }) => standing !== "to_come") ?? years[0] ?? null;
  const shown = asked.year ?? present;
  const chosen = all.find(
    ({ year: { of } }) => of.contractNo === shown?.contractNo && of.index === shown.year,
  );
  const dues = chosen?.contract.dues ?? [];
  const late = dues.filter((due) => isLate(due) && due.kind !== "repayment");
  return {
    years,
    year: chosen ? yearOf(chosen.contract, chosen.year, today) : null,
    carried:
      chosen?.contract.years.map((year) => ({ ...choiceOf(year, today), ...totalsOf(year.lines) })) ?? [],
    late: {
      count: late.length,
      cents: late.reduce((sum, { amount, paidCents }) => sum + (Number(amount) - paidCents), 0),
    },
    next: dues.find(({ status, dueOn }) => status === "upcoming" && dueOn > today) ?? null,
    over:
      chosen?.contract.over.map(({ payment, surplusCents }) => ({
        payment: payment.recorded,
        surplusCents,
      })) ?? [],
    unmatched: ledger.unmatched,
    outside: ledger.outside,
    credits: chosen ? creditsOfContract(chosen.contract, record) : [],
    ignored: asked.ignored ? [asked.ignored] : [],
  };
}

function choiceOf({ of }: YearMoney, today: IsoDay): YearChoice {
  const { contractNo, index, start, end, pastTerm, review } = of;
  const standing = end.latest < today ? "past" : start.earliest > today ? "to_come" : "present";
  return { contractNo, year: index, start, end, standing, pastTerm, review: review?.status ?? null };
}

function yearOf(contract: ContractMoney, year: YearMoney, today: IsoDay): FinanceYear {
  const { of } = year;
  const dues = contract.dues.filter((due) => due.year === of.index);
  const choice = choiceOf(year, today);
  const explained = of.input && envelope(of.input);
  return {
    ...choice,
    daysKnown: of.daysKnown,
    schedule: of.schedule?.label ?? null,
    tier: of.tier,
    dues,
    totals: totalsOf(year.lines),
    lines: year.lines.map(({ parts, ...line }): FinanceLine => ({
      ...line,
      flags: flagsOf(
        { ...line, parts },
        {
          dues: dues.filter((due) => due.line === line.line),
          overCents: overOf(contract, line.line, of.index),
          isPast: choice.standing === "past",
        },
      ),
      parts: explained
        ? parts.map((part) => ({
            part: part.part,
            contractedCents: part.maximumCents,
            due: part.due,
            mark: part.dueMark,
            explanation: explainLine(part, explained),
          }))
        : [],
    })),
  };
}

function overOf({ over }: ContractMoney, line: LineCode, year: number): Cents {
  return over
    .filter(({ payment }) => payment.line === line && payment.year === year)
    .reduce((sum, { surplusCents }) => sum + surplusCents, 0);
}

function creditsOfContract({ contract: { contractNo, signed, years } }: ContractMoney, record: CptsRecord) {
  const tier = years[0]?.tier;
  if (!tier || contractNo !== 1) return [];
  const letter = record.events.find(({ kind }) => kind === "letter_of_intent")?.when;
  return creditsOf(
    {
      signature: signed.earliest === signed.latest ? signed.earliest : null,
      letterOfIntent: letter && letter.earliest === letter.latest ? letter.earliest : null,
    },
    tier,
  );
}

/** The sums of some lines. A total is unknown where all of it is; a minimum where a part is. */
export function totalsOf(lines: readonly LineMoney[]): FinanceTotals {
  const sum = (pick: (line: LineMoney) => Cents | null) =>
    lines.reduce((total, line) => total + (pick(line) ?? 0), 0);
  const whole = (pick: (line: LineMoney) => Cents | null) =>
    lines.every((line) => pick(line) !== null) ? sum(pick) : null;
  // Nothing is spent on what is not itemised.
  const spendable = lines.filter(({ line }) => line !== "non_ventile");
  const spent = spendable.filter(({ spentCents }) => spentCents !== null);
  return {
    contractedCents: sum(({ contractedCents }) => contractedCents),
    contractedMark: weakest(
      lines.filter(({ contractedCents }) => contractedCents).map(({ contractedMark }) => contractedMark),
    ),
    dueCents: sum(({ dueCents }) => dueCents),
    dueIsMinimum: lines.some(({ dueMissing }) => dueMissing !== null),
    dueMark: weakest(lines.filter(({ dueCents }) => dueCents !== 0).map(({ dueMark }) => dueMark)),
    toConfirmCents: sum(({ toConfirmCents }) => toConfirmCents),
    paidCents: whole(({ paidCents }) => paidCents),
    spentCents: spent.length > 0 ? sum(({ spentCents }) => spentCents) : null,
    spentIsMinimum:
      spent.length > 0 && spendable.some((line) => line.spentCents === null || line.spentIsMinimum),
    budgetCents: lines.some(({ budgetCents }) => budgetCents !== null)
      ? sum(({ budgetCents }) => budgetCents)
      : null,
    openingCents: whole(({ openingCents }) => openingCents),
    closingCents: whole(({ closingCents }) => closingCents),
  };
}
