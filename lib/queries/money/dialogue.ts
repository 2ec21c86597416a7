import { can, type Viewer } from "../../auth/can";
import { listDocuments } from "../../db/repositories/documents";
import { listMoney, NO_MONEY } from "../../db/repositories/money";
import { findEvidence } from "../../db/repositories/sources";
import { checkCeiling, type CeilingCheck, yearsOfTerm } from "../../funding";
import { addMonths, partsOf, type IsoDay, type Span } from "../../kernel/date";
import type { Cents } from "../../kernel/money";
import type { Finding } from "../../quality";
import type { Contract, PartyKind } from "../../record/cpts";
import type { Identity } from "../../record/dossier";
import type { IndemnityTotals, RecordedPayment, SpendingSheet, YearReview } from "../../record/money";
import type { Source } from "../../record/sources";
import type { Query } from "../../schemas/address";
import { RULES } from "../cpts-notes";
import { workspace } from "../espace";
import { keptRecords } from "../espace/kept-records";
import { meetingsPage, type MeetingView } from "../meetings";
import { openOwnCpts } from "../own-cpts";
import { openWorld } from "../world";
import { resultsOfYear, type MissionOfYear } from "./dialogue-results";
import { territoryOfYear, type TerritoryOfYear } from "./dialogue-territory";
import { financePage, type FinancePage, type FinanceYear } from "./finance-page";
import { ledgerOfCpts } from "./ledgers";

/** The contract as the three parties signed it. */
export interface DialogueContract {
  readonly signed: Span;
  readonly termMonths: number;
  /** Years of its term, the last one shorter where it is no whole number of them. */
  readonly years: number;
  readonly parties: readonly { readonly kind: PartyKind; readonly name: string }[];
  readonly endedOn: IsoDay | null;
}

/** What professionals received in a calendar year that the contract year touches, beside the ceiling of décret 2022-375. */
export interface CeilingOfYear extends CeilingCheck {
  readonly year: number;
  /** Null: nobody communicated what professionals received. */
  readonly received: {
    readonly professionals: number;
    readonly totalCents: Cents;
    readonly highestCents: Cents;
  } | null;
}

/** Results of the year, and where they stand. */
export interface DialogueResults {
  /** Null: no result was ever entered. */
  readonly review: Pick<YearReview, "status" | "settledOn" | "reopened"> | null;
  readonly crisisRecognised: boolean | null;
  readonly comment: string | null;
  readonly missions: readonly MissionOfYear[];
}

export type Besides = Pick<FinancePage, "over" | "unmatched" | "outside" | "credits">;

/** All that the dialogue de gestion of one contract year needs. */
export interface DialogueYear {
  readonly year: FinanceYear;
  /** Of the year alone: what settles no due of it, and its one-off credits. */
  readonly besides: Besides;
  readonly contract: DialogueContract;
  readonly territory: TerritoryOfYear;
  readonly results: DialogueResults;
  readonly spending: Pick<SpendingSheet, "complete" | "comment" | "entries"> | null;
  readonly ceilings: readonly CeilingOfYear[];
  /** Earliest first; null for whoever may not read meetings. */
  readonly meetings: readonly MeetingView[] | null;
}

/** The file of the dialogue de gestion: what its page and its PDF both say. */
export interface DialogueFile {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly identity: Identity;
  readonly finance: FinancePage;
  /** Null where the CPTS has no contract on record. */
  readonly of: DialogueYear | null;
  readonly findings: readonly Finding[];
  /** Names of the communes that findings are about. */
  readonly communes: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
}

/**
 * The file of one contract year: the one that the address asks for, else the present one. Figures are those of
 * {@link financePage}. Null where the CPTS does not exist, or not for this viewer.
 */
export async function dialogueFile(
  viewer: Viewer,
  slug: string,
  today: IsoDay,
  query: Query,
): Promise<DialogueFile | null> {
  const own = await openOwnCpts(viewer, slug, "read", "payments");
  if (!own || !can(viewer, "read", "results", own.scope) || !can(viewer, "read", "spending", own.scope)) {
    return null;
  }
  const world = await openWorld(viewer);
  const [finance, home, meetings, kept, ledger] = await Promise.all([
    financePage(viewer, slug, today, query),
    workspace(viewer, slug, today),
    meetingsPage(viewer, slug, today),
    keptRecords(world).then((records) => records.get(slug)?.kept),
    ledgerOfCpts(world, slug, today),
  ]);
  if (!finance || !home || !kept) return null;
  const { record, dossier } = kept;
  const base = {
    slug,
    name: own.name,
    today,
    departments: home.departments,
    identity: dossier.identity,
    finance,
    findings: home.sections.flatMap(({ findings }) => findings),
    communes: home.communes,
  };
  const { year } = finance;
  const contracts = [...record.contracts].sort((a, b) => (a.signed.earliest < b.signed.earliest ? -1 : 1));
  const contract = year && contracts[year.contractNo - 1];
  const money = ledger?.contracts.find((one) => one.contract.contractNo === year?.contractNo);
  const input = money?.years.find(({ of }) => of.index === year?.year)?.of;
  if (!year || !contract || !input) return { ...base, of: null, sources: [] };
  const { db } = world;
  const cptsMoney = (await listMoney(db.prisma, [own.id])).get(own.id) ?? NO_MONEY;
  const names = can(viewer, "read", "document", own.scope)
    ? new Map((await listDocuments(db.prisma, own.id)).map((one) => [one.id, one] as const))
    : null;
  const isOfYear = (one: { readonly contractNo: number; readonly year: number }) =>
    one.contractNo === year.contractNo && one.year === year.year;
  const review = cptsMoney.reviews.find(isOfYear) ?? null;
  const next = cptsMoney.reviews.find(
    (one) => one.contractNo === year.contractNo && one.year === year.year + 1,
  );
  const territory = territoryOfYear(world, record, year, today);
  const evidence = await findEvidence(db.prisma, [
    contract.citation,
    ...territory.citations,
    RULES.population,
  ]);
  return {
    ...base,
    of: {
      year,
      besides: besidesOf(finance, year),
      contract: contractOf(contract, money?.contract.endedOn ?? null),
      territory,
      results: {
        review,
        crisisRecognised: review?.results.crisisRecognised ?? null,
        comment: review?.results.comment ?? null,
        missions: resultsOfYear(review, input.input, year, names),
      },
      spending: cptsMoney.sheets.find(isOfYear) ?? null,
      ceilings: ceilingsOf(year, cptsMoney.indemnities),
      meetings: meetings && meetingsOf(meetings.meetings, year, next ?? null),
    },
    sources: evidence.sources,
  };
}

const contractOf = ({ signed, termMonths, parties }: Contract, endedOn: IsoDay | null): DialogueContract => ({
  signed,
  termMonths,
  years: yearsOfTerm(termMonths),
  parties,
  endedOn,
});

/** Payments that name the year, or none and came during it; credits that fell due in it. */
function besidesOf(
  { over, unmatched, outside, credits }: FinancePage,
  { contractNo, year, start, end }: FinanceYear,
): Besides {
  const isIn = (day: IsoDay) => day >= start.earliest && day <= end.latest;
  const isOfYear = ({ settles, paidOn }: RecordedPayment) =>
    settles ? settles.contractNo === contractNo && settles.year === year : isIn(paidOn);
  return {
    over: over.filter(({ payment }) => isOfYear(payment)),
    unmatched: unmatched.filter(isOfYear),
    outside: outside.filter(isOfYear),
    credits: credits.filter(({ dueOn }) => isIn(dueOn)),
  };
}

/** The calendar years that a contract year touches, each beside its ceiling: amounts alone, nobody named. */
function ceilingsOf({ start, end }: FinanceYear, indemnities: readonly IndemnityTotals[]): CeilingOfYear[] {
  const first = partsOf(start.earliest).year;
  const last = partsOf(end.latest).year;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    const totals = indemnities.find((one) => one.year === year)?.totals ?? null;
    return {
      ...checkCeiling(year, totals ?? []),
      year,
      received: totals && {
        professionals: totals.length,
        totalCents: totals.reduce((sum, cents) => sum + cents, 0),
        highestCents: Math.max(0, ...totals),
      },
    };
  });
}

/**
 * What was decided about the year: meetings held during it, then until the dialogue that settled the next, or
 * the end of that one while it is not settled.
 */
function meetingsOf(
  meetings: readonly MeetingView[],
  { start, end }: FinanceYear,
  next: YearReview | null,
): MeetingView[] {
  const until = next?.settledOn ?? addMonths(end.latest, 12);
  return meetings.filter(({ heldOn }) => heldOn >= start.earliest && heldOn <= until).reverse();
}
