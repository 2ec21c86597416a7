import type { SpendingLine, SpendingNature } from "../record/money";

/** The fields of the form of a year's spending, apart from its schema so that the page need not carry it. */
export type SpendingPart = "budget" | "spent";

/** `spent-parcours-services`. */
export const cellName = (part: SpendingPart, line: SpendingLine, nature: SpendingNature): string =>
  `${part}-${line}-${nature}`;
