import type { Viewer } from "../auth/can";
import { exportFile, type Export } from "../export";
import type { IsoDay } from "../kernel/date";
import { addressWith, type Ignored, type Query } from "../schemas/address";
import { analysisInAddress, analysisQuery, type AnalysisAddress } from "../schemas/analysis-address";
import { analysisCharts, summary } from "./analysis";
import { linesOf } from "./analysis/lines";
import { paymentsOf } from "./analysis/payments";
import { spendingOf } from "./analysis/spending";
import type { PublicExport } from "./public-exports";
import type { Origin } from "./tables/about";
import { analysisExport } from "./tables/analysis";
import { linesExport, paymentsExport, spendingExport } from "./tables/ledger";
import { spreadExport, yearsExport } from "./tables/analysis-charts";

/** A table of the analyst's page, to be written in any format. */
export type AnalysisFile = PublicExport;

/** The table of that name for this view; null where there is none. Throws Forbidden. */
export async function analysisFile(
  viewer: Viewer,
  today: IsoDay,
  origin: Origin,
  table: string,
  query: Query,
): Promise<AnalysisFile | null> {
  const address = analysisInAddress(query);
  if (table === "lignes" || table === "versements" || table === "depenses") {
    const unheard = table === "lignes" ? [] : unheardBy(table, address);
    const asked = {
      today,
      origin,
      address: addressWith("/analyse", analysisQuery(address), {}),
      filters: Object.values(address.filters).flatMap((value) => (value === null ? [] : [String(value)])),
    };
    const ignored = [...address.ignored, ...unheard];
    if (table === "versements") {
      return prepared(paymentsExport(asked, await paymentsOf(viewer, address.filters)), ignored);
    }
    return table === "depenses"
      ? prepared(spendingExport(asked, await spendingOf(viewer, address.filters)), ignored)
      : prepared(linesExport(asked, await linesOf(viewer, today, address.filters)), ignored);
  }
  if (table !== "synthese" && table !== "exercices" && table !== "repartition") return null;
  const model = await summary(viewer, today, address);
  const at = addressWith("/analyse", analysisQuery(model.address), {});
  if (table !== "synthese") {
    const charts = await analysisCharts(viewer, today, model.address);
    return table === "exercices"
      ? prepared(yearsExport(origin, `${at}#exercices`, model, charts), model.ignored)
      : prepared(spreadExport(origin, `${at}#repartition`, model, charts), model.ignored);
  }
  return prepared(analysisExport(origin, `${at}#synthese`, model), model.ignored);
}

/**
 * A payment has no tier, schedule nor contract year of its own, an entry of spending no tier nor schedule: a filter
 * on them cannot be heeded.
 */
function unheardBy(table: "versements" | "depenses", { filters }: AnalysisAddress): readonly Ignored[] {
  const what = table === "versements" ? "versements" : "dépenses";
  const all = {
    taille: filters.tier,
    accord: filters.schedule,
    ...(table === "versements" ? { annee: filters.year } : {}),
    exercice: filters.exercice,
  };
  return Object.entries(all).flatMap(([parameter, value]) =>
    value === null
      ? []
      : [{ parameter, value: String(value), reason: `ne s’applique pas aux ${what} : retirez ce filtre` }],
  );
}

function prepared<Row>(found: Export<Row>, ignored: readonly Ignored[]): AnalysisFile {
  return { file: (format) => exportFile(found, format), ignored };
}
