import type { ColumnKind } from "../table";
import { MAIN, XML } from "./xml";

/** How each kind of cell looks; numbers are places in `cellXfs` below. */
export const STYLE = {
  text: 0,
  heading: 1,
  code: 2,
  integer: 3,
  cents: 4,
  rate: 5,
  day: 6,
  absent: 7,
  /** A text that would run if it were typed: marked as Excel marks what follows an apostrophe. */
  quoted: 8,
  wrapped: 9,
  decimal: 10,
} as const;

export const STYLE_OF: Readonly<Record<ColumnKind, number>> = { ...STYLE, boolean: STYLE.text };

/** Formats are stored in English: a French Excel shows « 1 234,50 € », « 66,9 % », « 19/02/2020 ». */
const FORMATS = [
  { id: 164, code: '#,##0.00\\ "€"' },
  { id: 165, code: "dd/mm/yyyy" },
  { id: 166, code: "0.0%" },
] as const;

const xf = (format: number, more = "", inside = "") =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}` +
  (inside === "" ? "/>" : `>${inside}</xf>`);

const CELLS = [
  xf(0),
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">' +
    '<alignment vertical="top" wrapText="1"/></xf>',
  xf(49),
  xf(3),
  xf(164),
  xf(166),
  xf(165),
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  xf(0, ' quotePrefix="1"'),
  xf(0, ' applyAlignment="1"', '<alignment vertical="top" wrapText="1"/>'),
  xf(0),
];

export const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">` +
  FORMATS.map(
    ({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
  ).join("") +
  '</numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><i/><sz val="11"/><color rgb="FF595959"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE9EEEF"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELLS.length}">${CELLS.join("")}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
