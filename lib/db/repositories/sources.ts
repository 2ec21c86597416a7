import type { Citation, Source } from "../../record/sources";
import { type Tx, dateOrNull, spanOf } from "./rows";

/** What figures stand on: the citations asked for and the documents they come from, by id. */
export interface Evidence {
  readonly citations: readonly Citation[];
  readonly sources: readonly Source[];
}

/** The citations of these ids (unknown ones are left out), with their sources. */
export async function findEvidence(tx: Tx, citationIds: Iterable<string>): Promise<Evidence> {
  const citations = await tx.citation.findMany({
    where: { id: { in: [...new Set(citationIds)] } },
    orderBy: { id: "asc" },
  });
  const sources = await tx.source.findMany({
    where: { id: { in: [...new Set(citations.map(({ sourceId }) => sourceId))] } },
    orderBy: { id: "asc" },
  });
  return { citations, sources: sources.map(sourceOf) };
}

export async function listSources(tx: Tx): Promise<Source[]> {
  return (await tx.source.findMany({ orderBy: { id: "asc" } })).map(sourceOf);
}

/** Adds these sources and citations, or brings those of the same id up to date. */
export async function upsertEvidence(tx: Tx, { sources, citations }: Evidence): Promise<void> {
  for (const { id, published, ...rest } of sources) {
    const data = {
      ...rest,
      publishedEarliest: dateOrNull(published?.earliest ?? null),
      publishedLatest: dateOrNull(published?.latest ?? null),
    };
    await tx.source.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
  for (const { id, ...data } of citations) {
    await tx.citation.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
}

type SourceRow = Awaited<ReturnType<Tx["source"]["findMany"]>>[number];

function sourceOf({ publishedEarliest, publishedLatest, ...row }: SourceRow): Source {
  const dated = publishedEarliest !== null && publishedLatest !== null;
  return { ...row, published: dated ? spanOf(publishedEarliest, publishedLatest) : null };
}
