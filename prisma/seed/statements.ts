import type { Span } from "../../lib/kernel/date";
import type {
  Contract,
  FundingFact,
  Mission,
  MissionEngagement,
  PartyKind,
  PartnerStructure,
  Profession,
  ProfessionalCount,
} from "../../lib/record/cpts";
import type { Citation } from "../../lib/record/sources";

// What the documents repeat, written once: the data files then hold only what differs.

/** Sense of a sentence, then how it was read where that is not plain. */
type Statement = readonly [sense: string, note?: string];

/**
 * Citations of one document, by name, so that a figure cannot point to a sentence that is not there.
 * The id is the source's and the name's: `seed-000` and `premierContrat` give `seed-000-premier-contrat`.
 */
export function citationsOf<K extends string>(
  sourceId: string,
  statements: Readonly<Record<K, Statement>>,
): Readonly<Record<K, Citation>> {
  const entries = Object.entries<Statement>(statements).map(([name, [sense, note]]) => [
    name,
    { id: `${sourceId}-${kebab(name)}`, sourceId, sense, note: note ?? null },
  ]);
  return Object.fromEntries(entries) as Record<K, Citation>;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
}

/** Professionals by profession, each stated exactly, in one sentence. */
export function headcounts(
  scope: ProfessionalCount["scope"],
  asOf: Span,
  citation: string,
  counts: Readonly<Partial<Record<Profession, number>>>,
): ProfessionalCount[] {
  return Object.entries(counts).map(([profession, count]) => ({
    profession: profession as Profession,
    scope,
    count,
    qualifier: "exact",
    asOf,
    citation,
  }));
}

/** Structures of one sentence: those named or numbered there, in its order. */
export function structures(
  asOf: Span,
  citation: string,
  stated: readonly (Pick<PartnerStructure, "kind"> & Partial<PartnerStructure>)[],
): PartnerStructure[] {
  return stated.map((structure) => ({ name: null, count: null, beds: null, asOf, citation, ...structure }));
}

/** A mission that a source says the CPTS engages in. None of the documents says when it starts. */
export function engagedIn(
  mission: Mission,
  citation: Citation,
  objectives: readonly (readonly [text: string, citation: Citation])[] = [],
): MissionEngagement {
  return {
    mission,
    startedOn: null,
    endedOn: null,
    citation: citation.id,
    objectives: objectives.map(([text, { id }]) => ({ text, citation: id })),
  };
}

/**
 * A contract under the ACI. Five years is the agreement's rule (domain.md, section 5) and what seeds 001
 * and 002 state; the citation's note says so where the document itself gives no term.
 */
export function aciContract(
  signed: Span,
  citation: string,
  parties: readonly (readonly [kind: PartyKind, name: string])[],
): Contract {
  return {
    signed,
    termMonths: 60,
    endedOn: null,
    scheduleId: null,
    citation,
    parties: parties.map(([kind, name]) => ({ kind, name })),
    amounts: [],
    indicators: [],
  };
}

/** Money of one sentence; `note` and the upper bound are null unless given. */
export function money(
  fact: Omit<FundingFact, "note" | "amountToCents"> & Partial<Pick<FundingFact, "note" | "amountToCents">>,
): FundingFact {
  return { note: null, amountToCents: null, ...fact };
}
