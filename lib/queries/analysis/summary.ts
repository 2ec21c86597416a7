import type { Viewer } from "../../auth/can";
import { coverageRates } from "./coverage";
import type { IsoDay } from "../../kernel/date";
import { rateValue, type Rate } from "../../kernel/rate";
import type { Ignored } from "../../schemas/address";
import type {
  AnalysisAddress,
  AnalysisFilters,
  Dimension,
  MeasureColumn,
} from "../../schemas/analysis-address";
import { alphabetical } from "../../format/fr";
import { ledgersOf } from "../money/ledgers";
import { ledgerScope, type InLedger } from "../money/scope";
import { openWorld, type World } from "../world";
import { factsOf, type Fact } from "./facts";
import { labelsOver, type Choice, type Labels } from "./labels";
import { peopleOf } from "./population";
import { filterFacts, groupFacts, sumFacts, type Sums } from "./sums";

const ROWS = 50;

/** One group of a summary, or its total. */
export interface SummaryRow extends Omit<Sums, "cpts"> {
  /** One code per grouping, null where it is not known; none for the total. */
  readonly codes: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly cptsCount: number;
  /** Inhabitants of the CPTS of the group, as far as they are known; null where none is. */
  readonly population: number | null;
  /** CPTS of the group whose population nobody gives: the sum is then a minimum. */
  readonly populationUnknown: number;
  /** Population covered by signed CPTS, today; null where the group is no territory. */
  readonly coverage: Rate | null;
}

export interface Summary {
  readonly today: IsoDay;
  /** As asked, without what made no sense. */
  readonly address: AnalysisAddress;
  readonly by: Dimension;
  readonly then: Dimension | null;
  readonly filters: AnalysisFilters;
  readonly sort: AnalysisAddress["sort"];
  /** Sorted; all of them. */
  readonly all: readonly SummaryRow[];
  /** Those of the page shown. */
  readonly rows: readonly SummaryRow[];
  readonly total: SummaryRow;
  readonly page: number;
  readonly pages: number;
  /** CPTS that the reader sees, before the filters. */
  readonly scope: number;
  readonly choices: Readonly<Record<Dimension, readonly Choice[]>>;
  readonly ignored: readonly Ignored[];
}

/**
 * A summary of the money that the viewer sees, as the address asks. Everything is summed again from the facts:
 * the same address gives the same figures on the page, in files and through the API. Throws Forbidden.
 */
export async function summary(
  viewer: Viewer,
  today: IsoDay,
  address: AnalysisAddress,
  perPage = ROWS,
): Promise<Summary> {
  const world = await openWorld(viewer);
  const scope = await ledgerScope(viewer, world);
  const facts = await factsIn(world, scope, today);
  const labels = labelsOver(world, scope);
  const { by, then, filters, sort } = address;
  const kept = filterFacts(facts, filters);
  const coverage = await coverageRates(
    world,
    today,
    filters,
    viewer.role === "agent" ? viewer.departments : null,
  );
  const row = (codes: readonly (string | null)[], own: readonly Fact[]): SummaryRow => {
    const { cpts, ...sums } = sumFacts(own);
    return {
      codes,
      labels: codes.map((code, i) => labels.of(i === 0 || then === null ? by : then, code)),
      cptsCount: cpts.size,
      ...populationOf(cpts, world, today),
      // A territory narrowed by a second grouping is none; the total always stands for its territory.
      coverage: codes.length < 2 ? coverage(by, codes[0]) : null,
      ...sums,
    };
  };
  const rowsBy = (second: Dimension | null) =>
    groupFacts(kept, by, second).map(({ codes, facts: own }) => row(codes, own));
  const all = rowsBy(then).sort(orderOf(address, labels, () => rowsBy(null)));
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = address.page <= pages ? address.page : 1;
  return {
    today,
    address,
    by,
    then,
    filters,
    sort,
    all,
    rows: all.slice((page - 1) * perPage, page * perPage),
    total: row([], kept),
    page,
    pages,
    scope: scope.length,
    choices: labels.choices(facts),
    ignored: [
      ...address.ignored,
      ...(page === address.page
        ? []
        : [{ parameter: "page", value: String(address.page), reason: "n’est pas une page de ce tableau" }]),
    ],
  };
}

/** Every fact that the viewer sees. */
export async function factsIn(
  world: World,
  scope: readonly InLedger[],
  today: IsoDay,
): Promise<readonly Fact[]> {
  const slugs = scope.map(({ slug }) => slug);
  const ledgers = await ledgersOf(world, slugs, today);
  return scope.flatMap(({ slug, departments: [first] }) => {
    const ledger = ledgers.get(slug);
    const region = first === undefined ? null : (world.departmentOf.get(first)?.regionCode ?? null);
    return ledger ? factsOf(ledger, { department: first ?? null, region }, today) : [];
  });
}

function populationOf(cpts: ReadonlySet<string>, world: World, today: IsoDay) {
  const known = [...cpts].flatMap((slug) => {
    const record = world.cptsBySlug.get(slug);
    return (record && peopleOf(world, record, today)) ?? [];
  });
  return {
    population: known.length === 0 ? null : known.reduce((sum, people) => sum + people, 0),
    populationUnknown: cpts.size - known.length,
  };
}

type Order = (a: SummaryRow, b: SummaryRow) => number;

/**
 * By name or by a measure; with a second grouping, a measure sorts the groups of the first, then the rows of each,
 * which stay together. @param groups the rows of the first grouping alone
 */
function orderOf(
  { by, then, sort: { by: column, descending } }: AnalysisAddress,
  labels: Labels,
  groups: () => readonly SummaryRow[],
): Order {
  const byName: Order = (a, b) =>
    labels.compare(by, a.codes[0] ?? null, b.codes[0] ?? null) ||
    (then && labels.compare(then, a.codes[1] ?? null, b.codes[1] ?? null)) ||
    byLabels(a, b);
  if (column === "nom") return descending ? (a, b) => byName(b, a) : byName;
  const value = VALUE[column];
  const byValue = (x: number | null, y: number | null): number => {
    if (x === y) return 0;
    // What has no value comes last, whichever way.
    if (x === null || y === null) return x === null ? 1 : -1;
    return descending ? y - x : x - y;
  };
  if (then === null) return (a, b) => byValue(value(a), value(b)) || byName(a, b);
  const ofGroup = new Map(groups().map((row) => [row.codes[0] ?? null, value(row)]));
  const groupValue = ({ codes: [code = null] }: SummaryRow) => ofGroup.get(code) ?? null;
  return (a, b) =>
    byValue(groupValue(a), groupValue(b)) ||
    // Groups of one value, each whole before the next.
    labels.compare(by, a.codes[0] ?? null, b.codes[0] ?? null) ||
    alphabetical(a.codes[0] ?? "", b.codes[0] ?? "") ||
    byValue(value(a), value(b)) ||
    byName(a, b);
}

const byLabels: Order = (a, b) => alphabetical(a.labels.join(" "), b.labels.join(" "));

const VALUE: Readonly<Record<Exclude<MeasureColumn, "nom">, (row: SummaryRow) => number | null>> = {
  cpts: ({ cptsCount }) => cptsCount,
  population: ({ population }) => population,
  couverture: ({ coverage }) => coverage && rateValue(coverage),
  contracte: ({ contractedCents }) => contractedCents,
  du: ({ dueCents }) => dueCents,
  a_confirmer: ({ toConfirmCents }) => toConfirmCents,
  verse: ({ paidCents }) => paidCents,
  depense: ({ spentCents }) => spentCents,
  consommation: ({ consumption }) => rateValue(consumption),
  atteinte: ({ achievement }) => rateValue(achievement),
};
