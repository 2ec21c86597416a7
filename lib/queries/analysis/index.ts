/** Summaries of the money of many CPTS. */
export { summary, type Summary, type SummaryRow } from "./summary";
export { analysisCharts, type Charts, type Spread, type SpreadRow, type YearRow } from "./charts";
export type { Choice } from "./labels";
