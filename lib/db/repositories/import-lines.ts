import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "./rows";

export const OUTCOMES = ["created", "changed", "unchanged", "refused"] as const;
export type LineOutcome = (typeof OUTCOMES)[number];

/** What is wrong in a cell: the heading of its column (null: the row), what it holds, why it is refused. */
export interface LineFault {
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
}

export interface LineChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A line of the report on a file. */
export interface ReportLine {
  /** The row of the spreadsheet, the feature of a layer; null for what the file does not name and yet changes. */
  readonly row: number | null;
  readonly outcome: LineOutcome;
  readonly cpts: string;
  /** What the row is about beside its CPTS: a commune, a profession. */
  readonly subject: string;
  readonly changes: readonly LineChange[];
  readonly faults: readonly LineFault[];
  readonly notes: readonly string[];
}

/** Rows of one statement. */
const AT_ONCE = 5_000;

/** Puts these lines in place of those of the file. */
export async function replaceLines(tx: Tx, id: string, lines: readonly ReportLine[]): Promise<void> {
  await tx.importLine.deleteMany({ where: { importId: id } });
  for (let first = 0; first < lines.length; first += AT_ONCE) {
    const some = lines.slice(first, first + AT_ONCE).map((line, i) => ({
      rank: first + i + 1,
      row: line.row,
      outcome: line.outcome,
      cpts: line.cpts,
      subject: line.subject,
      columns: [...new Set(line.faults.flatMap(({ column }) => column ?? []))],
      detail: { changes: line.changes, faults: line.faults, notes: line.notes },
    }));
    await tx.$executeRaw`
      INSERT INTO import_line (import_id, rank, "row", outcome, cpts, subject, columns, detail)
      SELECT ${id}::uuid, r.rank, r."row", r.outcome::import_outcome, r.cpts, r.subject,
        ARRAY(SELECT jsonb_array_elements_text(r.columns)), r.detail
      FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
        AS r(rank int, "row" int, outcome text, cpts text, subject text, columns jsonb, detail jsonb)`;
  }
}

export interface LineFilter {
  readonly outcome: LineOutcome | null;
  /** A heading: lines with a fault in that column. */
  readonly column: string | null;
}

const whereOf = (importId: string, { outcome, column }: LineFilter): Prisma.ImportLineWhereInput => ({
  importId,
  ...(outcome === null ? {} : { outcome }),
  ...(column === null ? {} : { columns: { has: column } }),
});

export async function countLines(tx: Tx, id: string, filter: LineFilter): Promise<number> {
  return tx.importLine.count({ where: whereOf(id, filter) });
}

export async function listLines(
  tx: Tx,
  id: string,
  filter: LineFilter,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<(ReportLine & { readonly rank: number })[]> {
  const rows = await tx.importLine.findMany({
    where: whereOf(id, filter),
    orderBy: { rank: "asc" },
    skip,
    take,
  });
  return rows.map(({ rank, row, outcome, cpts, subject, detail }) => ({
    rank,
    row,
    outcome,
    cpts,
    subject,
    // Only replaceLines writes this column.
    ...(detail as unknown as Pick<ReportLine, "changes" | "faults" | "notes">),
  }));
}

/** The columns at fault, with how many lines each, most first. */
export async function faultyColumns(
  tx: Tx,
  id: string,
): Promise<readonly { readonly column: string; readonly lines: number }[]> {
  return tx.$queryRaw<{ column: string; lines: number }[]>`
    SELECT c AS "column", count(*)::int AS lines
    FROM import_line, unnest(columns) AS c
    WHERE import_id = ${id}::uuid AND outcome = 'refused'
    GROUP BY c ORDER BY 2 DESC, 1`;
}
