import type { Tx } from "../db/repositories/rows";
import { findEvidence, listSources, type Evidence } from "../db/repositories/sources";
import { SCHEDULES } from "../funding";
import { span } from "../kernel/date";
import type { Source } from "../record/sources";
import { footnotes, type Footnote } from "./footnotes";

/** The reference and the rules that a page of a CPTS cites beside its record. */
export const RULES = {
  population: "insee-pmun-2023-population",
  communes: "cog-2026-epci",
  deadlines: "paps-hauts-de-france-delais",
} as const;

/** The citation of a schedule as a whole: made from its own file, so that a new one needs nothing else. */
export const scheduleCitation = (id: string): string => `bareme:${id}`;

/** Numbers the sources of a page as it first needs them, while its model is being made in reading order. */
export interface Notes {
  /** The footnote number of a citation. Throws a RangeError on a citation that nothing holds. */
  ref(citation: string): number;
  list(): readonly Footnote[];
}

export function notesOver(evidence: Evidence): Notes {
  const sourceOf = new Map(evidence.citations.map(({ id, sourceId }) => [id, sourceId]));
  const used: string[] = [];
  const numbers = new Map<string, number>();
  return {
    ref(citation) {
      const source = sourceOf.get(citation);
      if (source === undefined) throw new RangeError(`citation ${citation} is not among the evidence`);
      used.push(citation);
      const known = numbers.get(source) ?? numbers.size + 1;
      numbers.set(source, known);
      return known;
    },
    list: () => footnotes(used, evidence).list,
  };
}

/** What a record stands on, with the rules and the schedules that its page sets beside it. */
export async function evidenceFor(tx: Tx, record: Evidence): Promise<Evidence> {
  const [rules, sources] = await Promise.all([findEvidence(tx, Object.values(RULES)), listSources(tx)]);
  const schedules = scheduleEvidence(sources);
  const parts = [record, rules, schedules];
  return {
    citations: distinct(parts.flatMap(({ citations }) => citations)),
    sources: distinct([...sources, ...parts.flatMap((part) => part.sources)]),
  };
}

/** A schedule's file names its own law; the source on record is kept where the record knows that law. */
function scheduleEvidence(known: readonly Source[]): Evidence {
  const byId = new Map(known.map((source) => [source.id, source]));
  return {
    citations: SCHEDULES.map(({ id, label, effectiveFrom, verifiedOn }) => ({
      id: scheduleCitation(id),
      sourceId: id,
      sense: `Barème « ${label} », en vigueur depuis le ${french(effectiveFrom)} ; comparé à ses sources le ${french(verifiedOn)}.`,
      note: null,
    })),
    sources: SCHEDULES.map(
      ({ id, source }): Source =>
        byId.get(id) ?? {
          id,
          kind: "law",
          title: source.title,
          publisher: "Journal officiel de la République française",
          published: span(source.date),
          url: null,
          reference: source.reference,
        },
    ),
  };
}

function french(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function distinct<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
