import { daysBetween } from "../../kernel/date";
import { ABSENCE } from "../../format/labels";
import {
  booleanIn,
  centsIn,
  dayIn,
  decimalOf,
  eurosOf,
  integerIn,
  numberIn,
  rowWriter,
  textIn,
  type Writers,
} from "../cells";
import { mayRun } from "../formula";
import { batches, type Rows } from "../rows";
import type { AbsentCell, ColumnKind, Table } from "../table";
import { STYLE } from "./styles";
import { MAIN, XML, xmlText } from "./xml";

/** Rows that a sheet can hold, its heading included, and characters that a cell can. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
const CUT = "… (coupé ici : le texte entier est dans le CSV)";

/** What stands in a cell, its place aside: attributes, then content. */
interface CellXml {
  readonly attributes: string;
  readonly content: string;
}

const number = (style: number, value: string): CellXml => ({
  attributes: ` s="${style}"`,
  content: `<v>${value}</v>`,
});

export function textCell(text: string, style: number = mayRun(text) ? STYLE.quoted : STYLE.text): CellXml {
  const kept = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS - CUT.length) + CUT : text;
  return {
    attributes: ` s="${style}" t="inlineStr"`,
    content: `<is><t xml:space="preserve">${xmlText(kept)}</t></is>`,
  };
}

const WRITERS: Writers<CellXml | null> = {
  text: (value) => textCell(textIn(value)),
  code: (value) => textCell(textIn(value), STYLE.code),
  integer: (value) => number(STYLE.integer, String(integerIn(value))),
  decimal: (value) => number(STYLE.decimal, decimalOf(numberIn(value))),
  cents: (value) => number(STYLE.cents, eurosOf(centsIn(value))),
  rate: (value) => number(STYLE.rate, decimalOf(numberIn(value))),
  day: (value) => dayCell(dayIn(value)),
  boolean: (value) => textCell(booleanIn(value) ? "oui" : "non"),
};

/** 01/01/1900 is 1, but spreadsheets count a 29/02/1900 that never was: days are theirs from the morrow on. */
function dayCell(day: string): CellXml {
  return day < "1900-03-01" ? textCell(day) : number(STYLE.day, String(daysBetween("1900-01-01", day) + 2));
}

const absentCell = (cell: AbsentCell | null): CellXml | null =>
  cell === null ? null : textCell(ABSENCE[cell.absence], STYLE.absent);

const WIDTH: Readonly<Record<ColumnKind, number>> = {
  text: 28,
  code: 12,
  integer: 12,
  decimal: 12,
  cents: 16,
  rate: 10,
  day: 12,
  boolean: 9,
};

/** The rows under their heading, which stays in sight; each column can be filtered. */
export async function* dataSheet<Row>(table: Table<Row>, rows: Rows<Row>): AsyncGenerator<string> {
  const { columns } = table;
  const letters = columns.map((_, i) => columnLetters(i));
  const write = rowWriter(columns, { writers: WRITERS, absent: absentCell, speaks: true });
  yield (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft"/></sheetView></sheetViews>' +
    `<cols>${columns.map(({ kind, label }, i) => widthOf(i, Math.max(WIDTH[kind], Math.min(label.length, 20)))).join("")}</cols>` +
    `<sheetData>${rowXml(
      1,
      letters,
      columns.map(({ label }) => textCell(label, STYLE.heading)),
    )}`
  );
  let last = 1;
  for await (const batch of batches(rows)) {
    if (last + batch.length > MOST_ROWS) {
      throw new RangeError(`a sheet holds ${MOST_ROWS} rows: ${table.id} has more`);
    }
    yield batch.map((row) => rowXml(++last, letters, write(row))).join("");
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1) ?? "A"}${last}"/></worksheet>`;
}

/** Two columns of text: what it is about, and what is to know. A row without text is a heading. */
export function readingSheet(lines: readonly (readonly [string, string?])[]): string {
  const rows = lines.map(([label, text], i) =>
    rowXml(
      i + 1,
      ["A", "B"],
      [
        textCell(label, text === undefined && label !== "" ? STYLE.heading : STYLE.wrapped),
        text === undefined ? null : textCell(text, STYLE.wrapped),
      ],
    ),
  );
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>` +
    `<cols>${widthOf(0, 34)}${widthOf(1, 110)}</cols><sheetData>${rows.join("")}</sheetData></worksheet>`
  );
}

function rowXml(number: number, letters: readonly string[], cells: readonly (CellXml | null)[]): string {
  let inside = "";
  cells.forEach((cell, i) => {
    if (cell) inside += `<c r="${letters[i] ?? ""}${number}"${cell.attributes}>${cell.content}</c>`;
  });
  return `<row r="${number}">${inside}</row>`;
}

const widthOf = (index: number, width: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const before = index < 26 ? "" : columnLetters(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
