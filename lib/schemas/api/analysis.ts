import { z } from "zod";
import { LINES, SCHEDULES } from "../../funding";
import { API_DIMENSIONS, type ApiDimension } from "./analysis-parameters";
import { named } from "./registry";
import { asOf, count, departmentCode, Mark, SizeTier, slug } from "./values";

/** What the analyst's addresses answer: the figures of the page and of its files. */

const cents = z.int().describe("Euro cents.");
const centsOrNull = cents.nullable();
const share = z.number().nullable();
const dimension = z.enum(Object.values(API_DIMENSIONS) as [ApiDimension, ...ApiDimension[]]);
const isMinimum = z.boolean().describe("True where a part is not known: the amount is then a minimum.");

const amounts = {
  contractedCents: centsOrNull.describe("Of whole years at full achievement; null: no amount is known."),
  contractedMark: Mark,
  dueCents: centsOrNull.describe("Null: nothing of it is known."),
  dueIsMinimum: isMinimum,
  dueMark: Mark,
  toConfirmCents: cents.describe("The part of the due that rests on hypotheses of the schedule."),
  paidCents: centsOrNull.describe("Null: nobody recorded what was paid."),
  spentCents: centsOrNull.describe("Null: not communicated."),
  spentIsMinimum: isMinimum,
  budgetCents: centsOrNull,
};

const AnalysisSums = z.strictObject({
  cptsCount: count,
  population: count.nullable().describe("Inhabitants of the CPTS, as far as they are known."),
  populationUnknown: count.describe("CPTS whose population nobody gives: `population` is then a minimum."),
  coverage: share.describe(
    "Share of the population of the territory covered by signed CPTS today, 0 to 1; null where the group is no territory.",
  ),
  ...amounts,
  contractedIsMinimum: isMinimum,
  paidIsMinimum: isMinimum,
  consumption: share.describe("Spent of paid, where both are wholly known; null: nowhere."),
  achievement: share.describe("Variable shares earned of those that could be, settled years; null: none."),
});

export const Analysis = named(
  "Analysis",
  "A summary of due, paid and spent over the CPTS that the key’s account sees. Rates are recomputed from raw sums; `total` is of every page.",
  z.strictObject({
    asOf,
    groupBy: dimension,
    thenBy: dimension.nullable(),
    page: z.int().min(1),
    pages: z.int().min(1),
    groups: count.describe("Rows of all pages."),
    total: AnalysisSums,
    rows: z.array(
      AnalysisSums.extend({
        group: z
          .array(
            z.strictObject({
              dimension,
              code: z.string().nullable().describe("Null: not known."),
              label: z.string(),
            }),
          )
          .describe("What the row is of: one item per grouping."),
      }),
    ),
  }),
);
export type Analysis = z.infer<typeof Analysis>;
export type AnalysisSums = z.infer<typeof AnalysisSums>;

export const Ledger = named(
  "Ledger",
  "One row per CPTS, contract year and line, in that order: what summaries are made of. Years to come are left out.",
  z.strictObject({
    asOf,
    next: z.string().nullable().describe("Send it back in `after` for what follows; null: that was all."),
    rows: z.array(
      z.strictObject({
        cpts: slug,
        department: departmentCode
          .nullable()
          .describe("Whose CPAM holds the contract: each euro counts once."),
        region: z.string().nullable(),
        contractNo: z.int().min(1).describe("The n-th contract that the CPTS signed."),
        contractYear: z.int().min(1),
        year: z.int().describe("Civil year in which the contract year begins."),
        sizeTier: SizeTier.nullable(),
        schedule: z.enum(SCHEDULES.map(({ id }) => id) as [string, ...string[]]).nullable(),
        line: z.enum(LINES),
        ...amounts,
        earnedCents: cents.describe("Variable share settled."),
        earnableCents: cents.describe("What that share could have earned."),
      }),
    ),
  }),
);
export type Ledger = z.infer<typeof Ledger>;
