import { can, type Viewer } from "../auth/can";
import { listContractTerms } from "../db/repositories/contract-terms";
import { listSheets } from "../db/repositories/spending";
import type { IsoDay } from "../kernel/date";
import type { SpendingSheet } from "../record/money";
import { spendingTotals, type SpendingTotals } from "../record/spending";
import type { Ignored } from "../schemas/address";
import { yearRefOf } from "../schemas/year-ref";
import { isSameYear, yearsOffered, type YearOffered } from "./money/years-offered";
import { openOwnCpts } from "./own-cpts";

/** A contract year of the menu, with what is known of its spending. */
export interface SpendingYear extends YearOffered {
  readonly state: "none" | "begun" | "complete";
}

export interface SpendingPage {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly mayWrite: boolean;
  readonly years: readonly SpendingYear[];
  readonly hasSeveral: boolean;
  /** Null where the CPTS has no contract. */
  readonly year: SpendingYear | null;
  /** What is on record for that year: empty, version 0, where nothing is. */
  readonly sheet: SpendingSheet | null;
  readonly totals: SpendingTotals | null;
  /** When it was last saved, ISO 8601 instant; null where nothing is. */
  readonly savedAt: string | null;
  readonly ignored: Ignored | null;
}

/**
 * The spending of one contract year: the one asked for (`contractNo-year`), else the one under way. Null where the
 * CPTS does not exist, or not for this viewer.
 */
export async function spendingPage(
  viewer: Viewer,
  slug: string,
  asked: string | null,
  today: IsoDay,
): Promise<SpendingPage | null> {
  const own = await openOwnCpts(viewer, slug, "read", "spending");
  if (!own) return null;
  const { prisma } = own.db;
  const offered = yearsOffered((await listContractTerms(prisma, [own.id])).get(own.id) ?? [], today);
  const sheets = await listSheets(prisma, own.id);
  const years = offered.years.map((year): SpendingYear => {
    const sheet = sheets.find((one) => isSameYear(one, year));
    return { ...year, state: sheet ? (sheet.complete ? "complete" : "begun") : "none" };
  });
  const ref = asked === null ? null : yearRefOf(asked);
  const found = ref && years.find((one) => isSameYear(one, ref));
  const year = found ?? underWay(years, today);
  const held = year && sheets.find((one) => isSameYear(one, year));
  const sheet: SpendingSheet | null =
    year &&
    (held ?? {
      contractNo: year.contractNo,
      year: year.year,
      complete: false,
      comment: null,
      entries: [],
      version: 0,
    });
  return {
    slug,
    name: own.name,
    today,
    mayWrite: can(viewer, "write", "spending", own.scope),
    years,
    hasSeveral: offered.hasSeveral,
    year,
    sheet,
    totals: sheet && spendingTotals(sheet),
    savedAt: held?.updatedAt ?? null,
    ignored:
      asked === null || found
        ? null
        : { parameter: "annee", value: asked.slice(0, 40), reason: "n’est pas une année de ses contrats" },
  };
}

/** The year that the day falls in; before the first, the first; past them, the last. */
function underWay(years: readonly SpendingYear[], today: IsoDay): SpendingYear | null {
  return years.findLast(({ start }) => start.earliest <= today) ?? years[0] ?? null;
}
