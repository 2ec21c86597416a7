import type { Viewer } from "../../auth/can";
import { addMonths, type IsoDay } from "../../kernel/date";
import type { Cents } from "../../kernel/money";
import type { Ignored } from "../../schemas/address";
import type { DuesAddress, DueView } from "../../schemas/dues-address";
import { openWorld } from "../world";
import { isLate } from "./flags";
import type { ContractDue } from "./ledger";
import { ledgersOf } from "./ledgers";
import { ledgerScope } from "./scope";

const ROWS = 50;

export interface DueOfCpts {
  readonly slug: string;
  readonly name: string;
  readonly contractNo: number;
  readonly due: ContractDue;
}

/** What falls due in one month; unknown amounts are counted apart, never as 0. */
export interface DueMonth {
  /** `2026-12`. */
  readonly month: string;
  readonly count: number;
  /** Still to be paid, of the amounts that are known. */
  readonly cents: Cents;
  /** Dues of the month whose amount is not known. */
  readonly unknown: number;
}

export interface TerritoryDues {
  readonly today: IsoDay;
  readonly view: DueView;
  readonly monthsAhead: number;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly department: string | null;
  /** CPTS of the selection, and those whose calendar cannot be dated. */
  readonly cpts: number;
  /** CPTS of the selection with no payment on record: nothing of theirs can be said late. */
  readonly unrecorded: readonly { readonly slug: string; readonly name: string }[];
  readonly undated: readonly { readonly slug: string; readonly name: string }[];
  readonly months: readonly DueMonth[];
  readonly rows: readonly DueOfCpts[];
  readonly found: number;
  readonly cents: Cents;
  readonly unknown: number;
  readonly page: number;
  readonly pages: number;
  readonly late: { readonly count: number; readonly cents: Cents };
  readonly ignored: readonly Ignored[];
}

/** What falls due, or should have, over the CPTS that the viewer sees together. Throws Forbidden. */
export async function territoryDues(
  viewer: Viewer,
  today: IsoDay,
  address: DuesAddress,
): Promise<TerritoryDues> {
  const world = await openWorld(viewer);
  const scope = await ledgerScope(viewer, world);
  const codes = [...new Set(scope.flatMap(({ departments }) => departments))].sort();
  const department = codes.find((code) => code === address.department) ?? null;
  const among = scope.filter(({ departments }) => department === null || departments.includes(department));
  const slugs = among.map(({ slug }) => slug);
  const ledgers = await ledgersOf(world, slugs, today);
  const all = among.flatMap(({ slug, name }) =>
    (ledgers.get(slug)?.contracts ?? []).flatMap(({ contract: { contractNo }, dues }) =>
      dues.map((due): DueOfCpts => ({ slug, name, contractNo, due })),
    ),
  );
  const until = addMonths(today, address.months);
  const selected = all.filter(({ due }) => isIn(address.view, due, today, until));
  selected.sort((a, b) => (a.due.dueOn < b.due.dueOn ? -1 : a.due.dueOn > b.due.dueOn ? 1 : 0));
  const pages = Math.max(1, Math.ceil(selected.length / ROWS));
  const isPage = address.page <= pages;
  const page = isPage ? address.page : 1;
  const late = all.filter(({ due }) => isIn("retard", due, today, until));
  return {
    today,
    view: address.view,
    monthsAhead: address.months,
    departments: codes.map((code) => ({ code, name: world.departmentOf.get(code)?.name ?? code })),
    department,
    cpts: among.length,
    unrecorded: among
      .filter(({ slug }) => isDated(ledgers.get(slug)) && !isRecorded(ledgers.get(slug)))
      .map(({ slug, name }) => ({ slug, name })),
    undated: among
      .filter(({ slug }) => !isDated(ledgers.get(slug)))
      .map(({ slug, name }) => ({ slug, name })),
    months: monthsOf(selected),
    rows: selected.slice((page - 1) * ROWS, page * ROWS),
    found: selected.length,
    ...sumsOf(selected),
    page,
    pages,
    late: { count: late.length, cents: sumsOf(late).cents },
    ignored: [
      ...address.ignored,
      ...(isPage
        ? []
        : [{ parameter: "page", value: String(address.page), reason: "n’est pas une page de cette liste" }]),
      ...(address.department === null || department !== null
        ? []
        : [
            {
              parameter: "departement",
              value: address.department,
              reason: "n’est le code d’aucun de vos départements",
            },
          ]),
    ],
  };
}

function isIn(view: DueView, due: ContractDue, today: IsoDay, until: IsoDay): boolean {
  const isRepayment = due.kind === "repayment";
  if (view === "a_venir") {
    const isOpen = due.status !== "paid" && due.status !== "unconfirmed";
    return !isRepayment && isOpen && due.dueOn > today && due.dueOn <= until;
  }
  return isLate(due) && isRepayment === (view === "reprises");
}

function monthsOf(rows: readonly DueOfCpts[]): DueMonth[] {
  const months = new Map<string, DueOfCpts[]>();
  for (const row of rows) {
    const month = row.due.dueOn.slice(0, 7);
    const known = months.get(month);
    if (known) known.push(row);
    else months.set(month, [row]);
  }
  return [...months].map(([month, list]) => ({ month, count: list.length, ...sumsOf(list) }));
}

/** What is still to come of known amounts, and how many are not known. */
function sumsOf(rows: readonly DueOfCpts[]): { readonly cents: Cents; readonly unknown: number } {
  let cents = 0;
  let unknown = 0;
  for (const { due } of rows) {
    if (typeof due.amount === "number") cents += due.amount - due.paidCents;
    else unknown += 1;
  }
  return { cents, unknown };
}

/** A CPTS without a signed contract, or whose signature has no known day, has no calendar. */
function isDated(
  ledger: { readonly contracts: readonly { readonly dues: readonly unknown[] }[] } | undefined,
) {
  return ledger?.contracts.some(({ dues }) => dues.length > 0) ?? false;
}

function isRecorded(
  ledger: { readonly contracts: readonly { readonly recordedFrom: number | null }[] } | undefined,
) {
  return ledger?.contracts.some(({ recordedFrom }) => recordedFrom !== null) ?? false;
}
