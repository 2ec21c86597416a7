import type { Viewer } from "../../auth/can";
import { LINES } from "../../funding";
import type { IsoDay } from "../../kernel/date";
import type { AnalysisFilters } from "../../schemas/analysis-address";
import type { Ledger } from "../../schemas/api/analysis";
import { linesOf, type Line, type LineKey } from "../analysis/lines";

const LIMIT = 100;

interface Reading {
  /** `next` of the answer before; null: from the beginning. */
  readonly after: string | null;
  readonly limit: number | undefined;
}

/** `GET /api/v1/ledger`; null where `after` is not what an answer gave. Throws Forbidden. */
export async function ledgerAnswer(
  viewer: Viewer,
  today: IsoDay,
  filters: AnalysisFilters,
  { after, limit = LIMIT }: Reading,
): Promise<Ledger | null> {
  const from = after === null ? null : keyIn(after);
  if (after !== null && from === null) return null;
  const found: Line[] = [];
  let isMore = false;
  for await (const line of await linesOf(viewer, today, filters, from)) {
    if (found.length === limit) {
      isMore = true;
      break;
    }
    found.push(line);
  }
  const last = found.at(-1);
  return { asOf: today, next: isMore && last ? keyOf(last) : null, rows: found.map(rowOf) };
}

const keyOf = ({ slug, contractNo, year, line }: LineKey): string => [slug, contractNo, year, line].join("~");

function keyIn(text: string): LineKey | null {
  const [, slug = "", contractNo, year, code] = /^([a-z0-9-]+)~(\d{1,3})~(\d{1,3})~(\w+)$/.exec(text) ?? [];
  const line = LINES.find((one) => one === code);
  return line === undefined ? null : { slug, contractNo: Number(contractNo), year: Number(year), line };
}

function rowOf(line: Line): Ledger["rows"][number] {
  return {
    cpts: line.slug,
    department: line.department,
    region: line.region,
    contractNo: line.contractNo,
    contractYear: line.year,
    year: line.exercice,
    sizeTier: line.tier,
    schedule: line.schedule,
    line: line.line,
    contractedCents: line.contractedCents,
    contractedMark: line.contractedMark,
    dueCents: line.dueIsMinimum && line.dueCents === 0 ? null : line.dueCents,
    dueIsMinimum: line.dueIsMinimum,
    dueMark: line.dueMark,
    toConfirmCents: line.toConfirmCents,
    paidCents: line.paidCents,
    spentCents: line.spentCents,
    spentIsMinimum: line.spentIsMinimum,
    budgetCents: line.budgetCents,
    earnedCents: line.earnedCents,
    earnableCents: line.earnableCents,
  };
}
