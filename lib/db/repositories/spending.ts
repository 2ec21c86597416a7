import type { Prisma } from "@/generated/prisma/client";
import {
  SPENDING_LINES,
  SPENDING_NATURES,
  type SpendingEntry,
  type SpendingLine,
  type SpendingSheet,
  type YearRef,
} from "../../record/money";
import { bigintOrNull, centsOrNull, type Tx } from "./rows";

export interface StoredSheet extends SpendingSheet {
  readonly updatedBy: string;
  /** ISO 8601 instant, UTC. */
  readonly updatedAt: string;
}

const WITH_ENTRIES = { entries: true } as const satisfies Prisma.SpendingSheetInclude;
type SheetRow = Prisma.SpendingSheetGetPayload<{ include: typeof WITH_ENTRIES }>;

function sheetOf({ contractNo, year, complete, comment, version, ...row }: SheetRow): StoredSheet {
  return {
    contractNo,
    year,
    complete,
    comment,
    version,
    entries: row.entries.map(entryOf).sort((a, b) => placeOf(a) - placeOf(b)),
    updatedBy: row.updatedBy,
    updatedAt: row.updatedAt.toISOString(),
  };
}

const entryOf = ({ line, nature, budget, spent }: SheetRow["entries"][number]): SpendingEntry => ({
  // The database refuses the line that is no line of spending.
  line: line as SpendingLine,
  nature,
  budgetCents: centsOrNull(budget),
  spentCents: centsOrNull(spent),
});

const placeOf = ({ line, nature }: SpendingEntry): number =>
  SPENDING_LINES.indexOf(line) * SPENDING_NATURES.length + SPENDING_NATURES.indexOf(nature);

/** The sheets of a CPTS, in the order of its contract years. */
export async function listSheets(tx: Tx, cptsId: string): Promise<StoredSheet[]> {
  const rows = await tx.spendingSheet.findMany({
    where: { cptsId },
    include: WITH_ENTRIES,
    orderBy: [{ contractNo: "asc" }, { year: "asc" }],
  });
  return rows.map(sheetOf);
}

export async function findSheet(
  tx: Tx,
  cptsId: string,
  { contractNo, year }: YearRef,
): Promise<StoredSheet | null> {
  const row = await tx.spendingSheet.findUnique({
    where: { cptsId_contractNo_year: { cptsId, contractNo, year } },
    include: WITH_ENTRIES,
  });
  return row && sheetOf(row);
}

/** Puts a sheet in place of what the year held; its version is the one after `sheet.version`, 1 for the first. */
export async function putSheet(
  tx: Tx,
  cptsId: string,
  sheet: SpendingSheet,
  updatedBy: string,
): Promise<void> {
  const { contractNo, year, complete, comment, entries, version } = sheet;
  const said = { complete, comment, version: version + 1, updatedBy, updatedAt: new Date() };
  const { id } = await tx.spendingSheet.upsert({
    where: { cptsId_contractNo_year: { cptsId, contractNo, year } },
    create: { cptsId, contractNo, year, ...said },
    update: said,
    select: { id: true },
  });
  await tx.spendingEntry.deleteMany({ where: { sheetId: id } });
  await tx.spendingEntry.createMany({
    data: entries.map(({ line, nature, budgetCents, spentCents }) => ({
      sheetId: id,
      line,
      nature,
      budget: bigintOrNull(budgetCents),
      spent: bigintOrNull(spentCents),
    })),
  });
}
