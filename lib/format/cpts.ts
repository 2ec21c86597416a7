import { count } from "./fr";

/** How a CPTS is called where nothing around says that it is one. */
export const cptsCalled = (name: string): string => (/^cpts\b/i.test(name) ? name : `CPTS ${name}`);

/** How long a contract is signed for: « 5 ans », « 66 mois ». */
export const termWords = (months: number): string =>
  months % 12 === 0 ? count(months / 12, "an") : count(months, "mois");
