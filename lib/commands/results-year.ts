/** The results of one contract year as a command finds them, checks them and stores them. */
import type { Prisma } from "@/generated/prisma/client";
import { authorise, can, type ActionOn } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { appendAudit } from "../db/repositories/audit";
import { findKept, type FoundKept } from "../db/repositories/kept";
import { bumpMoney } from "../db/repositories/money-version";
import { findReview, putReview, type KeptReview, type ReviewChange } from "../db/repositories/reviews";
import type { Tx } from "../db/repositories/rows";
import { day } from "../format/fr";
import { variableOutcomes, type VariableOutcome } from "../funding";
import { err, ok } from "../kernel/result";
import type { YearRef, YearResults } from "../record/money";
import { measuresOf, resultsYear, seenBy, type ResultsYear } from "../queries/results-year";
import { yearSizes } from "../queries/year-size";
import { openWorld } from "../queries/world";
import { resultsForm } from "../schemas/results";
import { issuesOf, type FieldIssue } from "../schemas/sections";
import { documentIssues, resultsOf } from "./results-checks";
import { accountOf, invalid, notFound, refused, type Actor, type Outcome, type Refusal } from "./outcome";

export interface ResultsInput {
  /** The form, as its schema reads it. */
  readonly content: unknown;
  /** The version that the writer has seen; 0 where nothing was written yet. */
  readonly version: number;
  /** Fingerprint of the indicators that the form was made of: values must not go to others. */
  readonly seen: string;
}

export type Saved = Outcome<{ readonly version: number }>;

/** The year as it stands within the transaction. */
export interface Standing {
  readonly found: FoundKept;
  readonly year: ResultsYear;
  readonly before: KeptReview | null;
  /** Whether who acts may settle: they alone say whether a crisis was recognised. */
  readonly settles: boolean;
}

/** Does `work` on a year as it stands, once the right, the year and the version seen are checked. Throws Forbidden. */
export async function onYear(
  actor: Actor,
  slug: string,
  ref: YearRef,
  right: ActionOn<"results">,
  version: number,
  work: (tx: Tx, at: Standing) => Promise<Saved>,
): Promise<Saved> {
  const world = await openWorld(actor.viewer);
  const { keep: turn } = await getDb();
  return turn(async (tx) => {
    const found = await findKept(tx, slug);
    if (!found) return notFound();
    const scope = { cptsId: found.id, departments: found.departments };
    authorise(actor.viewer, right, "results", scope);
    const { record } = found.kept;
    const year = resultsYear(record, yearSizes(world, record, actor.today), ref, actor.today);
    if (!year) return notFound();
    const before = await findReview(tx, found.id, ref);
    const settles = can(actor.viewer, "settle", "results", scope);
    if (right !== "reopen" && before?.status === "settled") {
      return refused(
        `Cette année a été arrêtée le ${day(before.settledOn ?? actor.today)}\u00a0: rien n’a été enregistré. Un agent de l’ARS ou de la CPAM peut la rouvrir.`,
      );
    }
    if (!year.hasBegun) return refused("Cette année du contrat n’a pas encore commencé.");
    if ((before?.version ?? 0) !== version) return conflictWith(tx, before);
    return work(tx, { found, year, before, settles });
  });
}

type Decision =
  | { readonly issues: readonly FieldIssue[] }
  | (Pick<ReviewChange, "status" | "results"> & { readonly settledOn?: string | null });

/** Reads the form against the indicators in force, then keeps what `decide` makes of it. */
export async function write(
  tx: Tx,
  actor: Actor,
  at: Standing,
  { content, seen }: ResultsInput,
  action: string,
  decide: (read: { readonly results: YearResults; readonly outcomes: VariableOutcome[] }) => Decision,
): Promise<Saved> {
  const { year, before, settles, found } = at;
  if (seen !== seenBy(year)) {
    return refused(
      "Les missions ou les indicateurs du contrat ont changé depuis que cette page est ouverte\u00a0: rien n’a été enregistré. Ouvrez-la de nouveau dans un autre onglet, et recopiez-y votre saisie, gardée ci-dessous.",
    );
  }
  const parsed = resultsForm.safeParse(content);
  if (!parsed.success) return invalid(issuesOf(parsed.error));
  const results = resultsOf(year, parsed.data, settles ? parsed.data.crisisRecognised : crisisIn(before));
  const issues = await documentIssues(tx, found.id, results);
  const outcomes = variableOutcomes(year.case, measuresOf(results), results.crisisRecognised);
  const decided = decide({ results, outcomes });
  if ("issues" in decided) issues.push(...decided.issues);
  if (issues.length > 0 || "issues" in decided) return invalid(issues);
  return keep(tx, actor, at, action, { ...decided, reopened: before?.reopened ?? null });
}

/** Stores what a year becomes, with its audit entry. */
export async function keep(
  tx: Tx,
  actor: Actor,
  { found, year, before }: Standing,
  action: string,
  change: Pick<ReviewChange, "status" | "results" | "reopened"> & { readonly settledOn?: string | null },
): Promise<Saved> {
  const settledOn = change.settledOn ?? null;
  const kept: ReviewChange = { ...change, settledOn, by: accountOf(actor) };
  const version = await putReview(tx, found.id, year.ref, before?.version ?? 0, kept);
  // Read and written in one transaction, in turn with the other writers.
  if (version === null) throw new Error(`the year changed within the transaction that holds it`);
  await bumpMoney(tx, found.id);
  const told = (of: Pick<KeptReview, "status" | "results" | "settledOn">) => ({
    ...year.ref,
    status: of.status,
    settledOn: of.settledOn,
    results: of.results as unknown as Prisma.InputJsonObject,
  });
  await appendAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: `cpts:${found.slug}`,
    before: before && told(before),
    after: { ...told(kept), version, ...(action === "results.reopened" ? { reason: change.reopened } : {}) },
  });
  return ok({ version });
}

const crisisIn = (before: KeptReview | null): boolean | null => before?.results.crisisRecognised ?? null;

async function conflictWith(tx: Tx, before: KeptReview | null) {
  const names = await accountNames(tx, before ? [before.updatedBy] : []);
  return err<Refusal>({
    kind: "conflict",
    theirs: {
      version: before?.version ?? 0,
      content: before?.results ?? null,
      by: before ? (names.get(before.updatedBy) ?? null) : null,
      at: before?.updatedAt ?? null,
    },
  });
}
