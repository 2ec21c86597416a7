import type { Citation, Source } from "../record/sources";
import type { Evidence } from "../db/repositories/sources";

/** One numbered source at the foot of a page, with the senses of its sentences that the page uses. */
export interface Footnote {
  readonly number: number;
  readonly source: Source;
  readonly citations: readonly Citation[];
}

export interface Footnotes {
  readonly list: readonly Footnote[];
  /** The number a citation's source has on this page. Throws a RangeError on a citation the page does not hold. */
  numberOf(citationId: string): number;
}

/** Numbers the sources in the order in which the page first needs them. */
export function footnotes(citationIds: Iterable<string>, { citations, sources }: Evidence): Footnotes {
  const citationOf = new Map(citations.map((citation) => [citation.id, citation]));
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const bySource = new Map<string, Citation[]>();
  for (const id of new Set(citationIds)) {
    const citation = citationOf.get(id);
    if (!citation) throw new RangeError(`citation ${id} is not among the evidence`);
    bySource.set(citation.sourceId, [...(bySource.get(citation.sourceId) ?? []), citation]);
  }
  const numbers = new Map<string, number>();
  const list = [...bySource].map(([sourceId, used], i): Footnote => {
    const source = sourceOf.get(sourceId);
    if (!source) throw new RangeError(`source ${sourceId} is not among the evidence`);
    numbers.set(sourceId, i + 1);
    return { number: i + 1, source, citations: used };
  });
  return {
    list,
    numberOf(citationId) {
      const number = numbers.get(citationOf.get(citationId)?.sourceId ?? "");
      if (number === undefined) throw new RangeError(`citation ${citationId} is not among the footnotes`);
      return number;
    },
  };
}
