/** Summaries of the money of many CPTS. */
export { summary, type Summary, type SummaryRow } from "./summary";
export type { Choice } from "./labels";
