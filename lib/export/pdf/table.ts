import type { DocumentColumn, DocumentRow, DocumentTable, Pieces } from "../../format/document";
import type { Line } from "./lines";
import { INK, INK_2, SHEET, WIDTH, type Element, type Sheets } from "./sheets";

const SIZE = 7.6;
const PADDING = 3;
/** Between two columns. */
const GAP = 9;

interface Placed extends DocumentColumn {
  readonly x: number;
  readonly width: number;
}

/** A row whose cells are cut into lines. */
type SetRow = readonly (readonly Line[])[];

/** Draws a table; its head is at the top of each sheet that it goes on to, and in the structure once. */
export function drawTable(sheets: Sheets, parent: Element, table: DocumentTable): void {
  const columns = place(table.columns);
  const set = (cells: readonly Pieces[], isBold: boolean): SetRow =>
    columns.map(({ width }, i) =>
      sheets.lines(cells[i] ?? "", { size: SIZE, width, style: isBold ? "bold" : "regular" }),
    );
  const head = set(
    columns.map(({ label }) => label),
    true,
  );
  const rows = table.rows.map((row) => ({ row, lines: set(row.cells, false), isFoot: false }));
  const foot = (table.foot ?? []).map((row) => ({ row, lines: set(row.cells, true), isFoot: true }));
  const first = rows[0] ?? foot[0];
  sheets.need(20 + heightOf(sheets, head) + (first ? heightOf(sheets, first.lines) : 0));

  const element = sheets.element("Table", parent);
  drawCaption(sheets, element, table.caption);
  const headRow = sheets.element("TR", sheets.element("THead", element));
  drawRow(sheets, columns, head, () => sheets.element("TH", headRow, "Column"));
  const body = sheets.element("TBody", element);
  const end = foot.length > 0 ? sheets.element("TFoot", element) : body;
  for (const { row, lines, isFoot } of [...rows, ...foot]) {
    const height = heightOf(sheets, lines);
    // A row that no sheet could hold is cut; any other goes whole to the next.
    if (height > sheets.left && height < sheets.limit - SHEET.top - heightOf(sheets, head)) {
      turnWithHead(sheets, columns, head);
    }
    drawWhole(sheets, columns, head, lines, cellsOf(sheets, isFoot ? end : body, row));
  }
  sheets.y += 8;
}

function place(columns: readonly DocumentColumn[]): Placed[] {
  const weights = columns.map(({ weight = 1 }) => weight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const room = WIDTH - GAP * (columns.length - 1);
  let x: number = SHEET.left;
  return columns.map((column, i) => {
    const width = (room * (weights[i] ?? 1)) / whole;
    const placed = { ...column, x, width };
    x += width + GAP;
    return placed;
  });
}

const linesIn = (row: SetRow): number => Math.max(1, ...row.map((cell) => cell.length));

const heightOf = (sheets: Sheets, row: SetRow): number =>
  linesIn(row) * sheets.lineHeight(SIZE) + 2 * PADDING;

/** The elements of a row's cells: the first names it. */
function cellsOf(sheets: Sheets, body: Element, { cells }: DocumentRow): (i: number) => Element {
  const tr = sheets.element("TR", body);
  const made = cells.map((_, i) => (i === 0 ? sheets.element("TH", tr, "Row") : sheets.element("TD", tr)));
  return (i) => made[i] ?? tr;
}

function drawCaption(sheets: Sheets, table: Element, caption: string): void {
  const size = 8.4;
  const lines = sheets.lines(caption, { size, width: WIDTH });
  sheets.draw(sheets.element("Caption", table), "Caption", lines, {
    x: SHEET.left,
    y: sheets.y,
    size,
    colour: INK_2,
  });
  sheets.y += lines.length * sheets.lineHeight(size) + 2;
}

function drawWhole(
  sheets: Sheets,
  columns: readonly Placed[],
  head: SetRow,
  row: SetRow,
  elementOf: (i: number) => Element,
): void {
  let from = 0;
  while (from < linesIn(row)) {
    const fits = Math.floor((sheets.left - 2 * PADDING) / sheets.lineHeight(SIZE));
    if (fits < 1) {
      turnWithHead(sheets, columns, head);
      continue;
    }
    drawRow(
      sheets,
      columns,
      row.map((cell) => cell.slice(from, from + fits)),
      elementOf,
    );
    from += fits;
  }
}

function turnWithHead(sheets: Sheets, columns: readonly Placed[], head: SetRow): void {
  sheets.turn();
  drawRow(sheets, columns, head, null);
}

/** One row across the sheet. `elementOf` null: again, for the eye alone. */
function drawRow(
  sheets: Sheets,
  columns: readonly Placed[],
  row: SetRow,
  elementOf: ((i: number) => Element) | null,
): void {
  const y = sheets.y + PADDING;
  columns.forEach(({ x, width, numeric }, i) => {
    const lines = row[i] ?? [];
    const at = { x, y, size: SIZE, colour: INK };
    const edge = numeric ? x + width : undefined;
    if (elementOf === null) sheets.artifact(() => sheets.ink(lines, at, edge));
    else sheets.draw(elementOf(i), "TD", lines, at, edge);
  });
  sheets.y += heightOf(sheets, row);
  sheets.rule(sheets.y);
}
