/** Due, contracted, paid and spent: of one CPTS, of a territory. */
export { dialogueFile } from "./dialogue";
export type { DialogueFile, DialogueYear } from "./dialogue";
export { financePage } from "./finance-page";
export type { FinanceLine, FinancePage, FinanceTotals, FinanceYear, YearChoice } from "./finance-page";
export { resultsInput } from "./results-input";
export { maySeeLedger } from "./scope";
export { territoryDues, type DueMonth, type DueOfCpts, type TerritoryDues } from "./territory-dues";
