import type { Viewer } from "../auth/can";
import { exportFile, type Export } from "../export";
import type { IsoDay } from "../kernel/date";
import { addressWith, type Ignored, type Query } from "../schemas/address";
import { analysisInAddress, analysisQuery } from "../schemas/analysis-address";
import { summary } from "./analysis";
import type { PublicExport } from "./public-exports";
import type { Origin } from "./tables/about";
import { analysisExport } from "./tables/analysis";

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
  if (table !== "synthese") return null;
  const model = await summary(viewer, today, analysisInAddress(query));
  const at = addressWith("/analyse", analysisQuery(model.address), {});
  return prepared(analysisExport(origin, `${at}#synthese`, model), model.ignored);
}

function prepared<Row>(found: Export<Row>, ignored: readonly Ignored[]): AnalysisFile {
  return { file: (format) => exportFile(found, format), ignored };
}
