import { day } from "../format/fr";
import { findMeeting } from "../db/repositories/meetings";
import type { YearRef, YearResults } from "../record/money";
import { reopeningReason, settlingForm } from "../schemas/results";
import { issuesOf } from "../schemas/sections";
import { mismatchIssues, missingIssues, settlingIssues } from "./results-checks";
import { keep, onYear, write, type ResultsInput, type Saved } from "./results-year";
import { faultsOf, invalid, refused, type Actor } from "./outcome";

export type { ResultsInput, Saved } from "./results-year";

export interface SettlingInput extends ResultsInput {
  /** The day of the dialogue de gestion, the meeting where it is recorded, and whether what lacks stays unknown. */
  readonly settling: unknown;
}

/**
 * Keeps the results of a contract year as they are typed. A coordinator who saves what was proposed takes it
 * back; an agent who mends it leaves it proposed. Throws Forbidden.
 */
export function saveResults(actor: Actor, slug: string, ref: YearRef, input: ResultsInput): Promise<Saved> {
  return onYear(actor, slug, ref, "propose", input.version, (tx, at) =>
    write(tx, actor, at, input, "results.saved", ({ results }) => ({
      results,
      status: at.settles && at.before?.status === "proposed" ? "proposed" : "open",
    })),
  );
}

/** Keeps them and puts them before the ARS and the CPAM, for the dialogue de gestion. Throws Forbidden. */
export function proposeResults(
  actor: Actor,
  slug: string,
  ref: YearRef,
  input: ResultsInput,
): Promise<Saved> {
  return onYear(actor, slug, ref, "propose", input.version, (tx, at) =>
    write(tx, actor, at, input, "results.proposed", ({ results }) => ({ results, status: "proposed" })),
  );
}

/**
 * Settles a year that is over, on the day of its dialogue de gestion: it is closed from then on. Refused while
 * indicators do not sum to their envelope; what has no value must be said to stay unknown. Throws Forbidden.
 */
export function settleResults(
  actor: Actor,
  slug: string,
  ref: YearRef,
  input: SettlingInput,
): Promise<Saved> {
  return onYear(actor, slug, ref, "settle", input.version, async (tx, at) => {
    const { year } = at;
    if (!year.isOver) {
      return refused(
        `L’année ${ref.year} du contrat court jusqu’au ${day(year.year.end.latest)}\u00a0: elle s’arrête une fois finie. Enregistrez en attendant.`,
      );
    }
    const terms = settlingForm.safeParse(input.settling);
    if (!terms.success) return invalid(issuesOf(terms.error));
    const { meetingId, unknown } = terms.data;
    const meeting = meetingId === null ? null : await findMeeting(tx, at.found.id, meetingId);
    const settledOn = terms.data.settledOn ?? meeting?.heldOn ?? null;
    const issues = settlingIssues(settledOn, { meetingId, meeting }, year, actor.today);
    return write(tx, actor, at, input, "results.settled", ({ results, outcomes }) => {
      const faults = [...issues, ...mismatchIssues(outcomes, year), ...missingIssues(outcomes, unknown)];
      if (faults.length > 0) return { issues: faults };
      const missions = results.missions.map((one) => {
        const outcome = outcomes.find(({ mission }) => mission === one.mission);
        return {
          ...one,
          envelopeCents: outcome?.amountCents ?? null,
          envelopeMark: outcome?.mark ?? null,
        };
      });
      return {
        status: "settled",
        results: { ...results, missions, meetingId: meeting?.id ?? null },
        settledOn,
      };
    });
  });
}

/** Opens a settled year again, as it was settled. The reason stays in the audit. Throws Forbidden. */
export function reopenYear(
  actor: Actor,
  slug: string,
  ref: YearRef,
  { version, reason: typed }: { readonly version: number; readonly reason: string },
): Promise<Saved> {
  const read = reopeningReason.safeParse(typed);
  return onYear(actor, slug, ref, "reopen", version, (tx, at) => {
    const { before } = at;
    if (before?.status !== "settled") {
      return Promise.resolve(refused("Cette année n’est pas arrêtée\u00a0: il n’y a rien à rouvrir."));
    }
    if (!read.success) return Promise.resolve(invalid(faultsOf("reason", read.error)));
    const results = withoutEnvelopes(before.results);
    return keep(tx, actor, at, "results.reopened", { status: "open", results, reopened: read.data });
  });
}

/** Open again, its envelopes are those of the contract once more. */
const withoutEnvelopes = (results: YearResults): YearResults => ({
  ...results,
  missions: results.missions.map(({ mission, achievement, indicators, documentId, link, comment }) => ({
    mission,
    achievement,
    indicators,
    documentId,
    link,
    comment,
  })),
});
