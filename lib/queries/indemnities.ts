import { can, type Viewer } from "../auth/can";
import { listIndemnities } from "../db/repositories/indemnities";
import { checkCeiling, type CeilingCheck } from "../funding";
import type { IsoDay } from "../kernel/date";
import { type Cents, sumCents } from "../kernel/money";
import type { Ignored } from "../schemas/address";
import { indemnityYears } from "./indemnities-years";
import { openOwnCpts } from "./own-cpts";

/** A calendar year that was told, against its ceiling. */
export interface ToldYear {
  readonly year: number;
  readonly professionals: number;
  readonly total: Cents;
  /** The most that one of them received; null where nobody received anything. */
  readonly highest: Cents | null;
  readonly check: CeilingCheck;
}

export interface IndemnitiesPage {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly mayWrite: boolean;
  /** Years that may be shown, latest first. */
  readonly years: readonly number[];
  readonly year: number;
  /** Null where nothing is on record for that year. */
  readonly told: ToldYear | null;
  /** The ceiling of that year, told or not. */
  readonly ceiling: CeilingCheck["ceiling"];
  /** The amounts one by one, for whoever types them; null for those who only read. */
  readonly totals: readonly Cents[] | null;
  readonly version: number;
  readonly savedAt: string | null;
  /** Every year told, latest first. */
  readonly all: readonly ToldYear[];
  readonly ignored: Ignored | null;
}

/**
 * What professionals received in a calendar year, nobody named, against the ceiling of décret 2022-375: the year
 * asked for, else the last one that ended. Null where the CPTS does not exist, or not for this viewer.
 */
export async function indemnitiesPage(
  viewer: Viewer,
  slug: string,
  asked: string | null,
  today: IsoDay,
): Promise<IndemnitiesPage | null> {
  const own = await openOwnCpts(viewer, slug, "read", "spending");
  if (!own) return null;
  const stored = await listIndemnities(own.db.prisma, own.id);
  const years = indemnityYears(today);
  const found = asked === null ? undefined : years.find((year) => String(year) === asked);
  const year = found ?? years[1] ?? years[0] ?? 0;
  const held = stored.find((one) => one.year === year);
  const mayWrite = can(viewer, "write", "spending", own.scope);
  return {
    slug,
    name: own.name,
    today,
    mayWrite,
    years,
    year,
    told: held ? toldOf(held) : null,
    ceiling: checkCeiling(year, []).ceiling,
    totals: mayWrite ? (held?.totals ?? []) : null,
    version: held?.version ?? 0,
    savedAt: held?.updatedAt ?? null,
    all: stored.map(toldOf).reverse(),
    ignored:
      asked === null || found !== undefined
        ? null
        : { parameter: "annee", value: asked.slice(0, 40), reason: "n’est pas une année de cette page" },
  };
}

const toldOf = ({
  year,
  totals,
}: {
  readonly year: number;
  readonly totals: readonly Cents[];
}): ToldYear => ({
  year,
  professionals: totals.length,
  total: sumCents(totals),
  highest: totals[0] ?? null,
  check: checkCeiling(year, totals),
});
