/**
 * CSV as French spreadsheets open it: UTF-8 with its mark, semicolons, CRLF. A text that a spreadsheet would
 * run as a formula begins with an apostrophe, which it shows and does not run.
 */
export const CSV_MARK = "\ufeff";

const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[";\r\n]/;

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(";")}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
