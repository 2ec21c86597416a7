import type { Viewer } from "../../auth/can";
import type { IsoDay } from "../../kernel/date";
import { rateValue } from "../../kernel/rate";
import type { AnalysisAddress } from "../../schemas/analysis-address";
import type { Analysis, AnalysisSums } from "../../schemas/api/analysis";
import { API_DIMENSIONS } from "../../schemas/api/analysis-parameters";
import { summary, type SummaryRow } from "../analysis";

/** `GET /api/v1/analysis`: the page's summary; null where it has no such page. Throws Forbidden. */
export async function analysisAnswer(
  viewer: Viewer,
  today: IsoDay,
  address: AnalysisAddress,
  perPage?: number,
): Promise<Analysis | null> {
  const model = await summary(viewer, today, address, perPage);
  if (model.page !== address.page) return null;
  const grouped = [model.by, ...(model.then ? [model.then] : [])].map((one) => API_DIMENSIONS[one]);
  return {
    asOf: today,
    groupBy: API_DIMENSIONS[model.by],
    thenBy: model.then && API_DIMENSIONS[model.then],
    page: model.page,
    pages: model.pages,
    groups: model.all.length,
    total: sumsOf(model.total),
    rows: model.rows.map((row) => ({
      group: grouped.map((dimension, i) => ({
        dimension,
        code: row.codes[i] ?? null,
        label: row.labels[i] ?? "",
      })),
      ...sumsOf(row),
    })),
  };
}

/** Field by field: what a row gains for the page is not thereby promised to programs. */
function sumsOf(row: SummaryRow): AnalysisSums {
  return {
    cptsCount: row.cptsCount,
    population: row.population,
    populationUnknown: row.populationUnknown,
    coverage: row.coverage && rateValue(row.coverage),
    contractedCents: row.contractedCents,
    contractedIsMinimum: row.contractedIsMinimum,
    contractedMark: row.contractedMark,
    dueCents: row.dueCents,
    dueIsMinimum: row.dueIsMinimum,
    dueMark: row.dueMark,
    toConfirmCents: row.toConfirmCents,
    paidCents: row.paidCents,
    paidIsMinimum: row.paidIsMinimum,
    spentCents: row.spentCents,
    spentIsMinimum: row.spentIsMinimum,
    budgetCents: row.budgetCents,
    consumption: rateValue(row.consumption),
    achievement: rateValue(row.achievement),
  };
}
