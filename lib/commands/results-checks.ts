import { listDocuments } from "../db/repositories/documents";
import type { Meeting } from "../db/repositories/meetings";
import type { Tx } from "../db/repositories/rows";
import { day, list } from "../format/fr";
import { mismatchWords } from "../format/indicators";
import { MISSION } from "../format/labels";
import type { VariableOutcome } from "../funding";
import type { IsoDay } from "../kernel/date";
import { resultsUnder, type ResultsYear } from "../queries/results-year";
import type { YearResults } from "../record/money";
import type { ResultsTyped } from "../schemas/results";
import type { FieldIssue } from "../schemas/sections";

/** What was typed, under the terms of the contract for that year; a mission left out has nothing. */
export function resultsOf(
  year: ResultsYear,
  { missions, comment }: ResultsTyped,
  crisisRecognised: boolean | null,
): YearResults {
  const empty = resultsUnder(year.missions, null);
  return {
    crisisRecognised,
    comment,
    missions: empty.missions.map((one) => {
      const typed = missions.find(({ mission }) => mission === one.mission);
      if (!typed) return one;
      const { indicators, achievement, ...evidence } = typed;
      return {
        ...one,
        ...evidence,
        // With indicators a rate is not read, and must not come back once they are gone.
        achievement: one.indicators.length > 0 ? null : achievement,
        indicators: one.indicators.map((indicator, index) => ({ ...indicator, ...indicators[index] })),
      };
    }),
  };
}

/** Documents that the CPTS does not have, or has no longer. */
export async function documentIssues(tx: Tx, cptsId: string, results: YearResults): Promise<FieldIssue[]> {
  const all = await listDocuments(tx, cptsId);
  const isThere = (id: string | null) =>
    id === null || all.some((one) => one.id === id && one.removedAt === null);
  const gone = "n’est plus parmi ceux de la CPTS\u00a0: choisissez-en un autre, ou aucun";
  return results.missions.flatMap(({ documentId, indicators }, index) => [
    ...(isThere(documentId) ? [] : [{ path: ["missions", index, "documentId"], message: gone }]),
    ...indicators.flatMap((one, rank) =>
      isThere(one.documentId)
        ? []
        : [{ path: ["missions", index, "indicators", rank, "documentId"], message: gone }],
    ),
  ]);
}

const issue = (field: string, message: string): FieldIssue => ({ path: [field], message });

/** What is wrong with the day on which a year is settled, and with the meeting named for it. */
export function settlingIssues(
  settledOn: IsoDay | null,
  asked: { readonly meetingId: string | null; readonly meeting: Meeting | null },
  { year }: ResultsYear,
  today: IsoDay,
): FieldIssue[] {
  const { meetingId, meeting } = asked;
  if (meetingId !== null && meeting === null) {
    return [issue("meetingId", "a été retirée entre-temps\u00a0: choisissez-en une autre, ou aucune")];
  }
  if (settledOn === null) {
    return [
      issue("settledOn", "est obligatoire\u00a0: indiquez le jour du dialogue de gestion, ou la réunion"),
    ];
  }
  if (settledOn > today)
    return [issue("settledOn", "est à venir\u00a0: une année s’arrête une fois le dialogue tenu")];
  if (meeting && meeting.heldOn !== settledOn) {
    return [issue("settledOn", `n’est pas celui de la réunion choisie, tenue le ${day(meeting.heldOn)}`)];
  }
  return settledOn < year.start.earliest
    ? [issue("settledOn", `précède l’année du contrat, qui commence le ${day(year.start.earliest)}`)]
    : [];
}

/** To be mended in the annex first: nothing tells which indicator is wrong. */
export function mismatchIssues(
  outcomes: readonly VariableOutcome[],
  { ref, missions }: ResultsYear,
): FieldIssue[] {
  return outcomes.flatMap(({ mission, reason, amountCents, indicators }) => {
    if (reason !== "indicators_mismatch" || amountCents === null) return [];
    const sumCents = indicators.reduce((sum, { maximumCents }) => sum + maximumCents, 0);
    const words = mismatchWords(
      {
        mission,
        fromYear: ref.year,
        toYear: ref.year,
        indicators: indicators.length,
        sumCents,
        envelope: missions.find((one) => one.mission === mission)?.envelope ?? {
          cents: null,
          mark: null,
          from: "no_line",
        },
        differenceCents: sumCents - amountCents,
      },
      null,
    );
    return [issue("sums", `${words}, avant d’arrêter l’année`)];
  });
}

const MISSING: Readonly<Record<string, string>> = {
  indicators_unknown: "la valeur d’un indicateur",
  achievement_unknown: "le taux d’atteinte",
  crisis_unknown: "la reconnaissance, ou non, d’une crise",
};

export function missingIssues(outcomes: readonly VariableOutcome[], confirmed: boolean): FieldIssue[] {
  if (confirmed) return [];
  const missing = outcomes.flatMap(({ mission, reason }) => {
    const what = MISSING[reason];
    return what ? [`${what} (${MISSION[mission].short})`] : [];
  });
  if (missing.length === 0) return [];
  return [
    issue(
      "unknown",
      `n’a pas été cochée, alors qu’il manque ${list(missing)}\u00a0: complétez, ou cochez-la pour que leur montant reste «\u00a0non communiqué\u00a0»`,
    ),
  ];
}
