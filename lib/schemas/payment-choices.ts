import { SPENDING_LINES } from "../record/money";

/** Outside the agreement, as forms and addresses write it: the record holds no line then. */
export const OUTSIDE = "hors_accord";

/** What a payment may be for, apart so that a page need not carry the schemas. */
export const LINE_CODES = [...SPENDING_LINES, "non_ventile", OUTSIDE] as const;
export type LineChoice = (typeof LINE_CODES)[number];
