/** Limits that forms show too: apart, so that a page need not carry the schemas. */

/** Departments that a new CPTS is given: the contract's, then the others that it reaches. */
export const MOST_DEPARTMENTS = 4;
/** People of one meeting. */
export const MOST_PARTICIPANTS = 60;
