/** Numbers of a workbook as text: by what their format says they are. */

export type NumberKind =
  | { readonly is: "number" }
  | { readonly is: "date" }
  | { readonly is: "percent" }
  /** « 00000 »: a code that is shown with its zeros. */
  | { readonly is: "code"; readonly digits: number };

const NUMBER: NumberKind = { is: "number" };
const DATE: NumberKind = { is: "date" };
const PERCENT: NumberKind = { is: "percent" };

/** The formats that a workbook does not describe, by their number. */
export function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return PERCENT;
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? DATE : NUMBER;
}

export function kindOfFormat(format: string): NumberKind {
  // The part for positive numbers, without what is quoted, escaped, spaced or in brackets (colours, currencies).
  const code = format
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, "")
    .split(";")[0]
    ?.trim();
  if (!code) return NUMBER;
  if (/^0{2,10}$/.test(code)) return { is: "code", digits: code.length };
  if (code.includes("%")) return PERCENT;
  return !/general|standard/i.test(code) && /[ymdhsjaå]/i.test(code) ? DATE : NUMBER;
}

const DAY_MS = 86_400_000;
const FROM_1904 = 1_462;

/** The text of a number of a cell; the number as it is written where it is none. */
export function numberText(written: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(written);
  if (written.trim() === "" || !Number.isFinite(value)) return written;
  if (kind.is === "date") return dateText(from1904 ? value + FROM_1904 : value) ?? decimalText(value);
  if (kind.is === "percent") return `${decimalText(value * 100)}\u00a0%`;
  if (kind.is === "code" && Number.isInteger(value) && value >= 0) {
    return String(value).padStart(kind.digits, "0");
  }
  return decimalText(value);
}

/** As French writes it, with the fifteen digits that spreadsheets show: 0,3 where the file has 0.30000000000000004. */
export function decimalText(value: number): string {
  const shown = Number(value.toPrecision(15));
  const text =
    Math.abs(shown) < 1e21 && shown !== 0 && Math.abs(shown) < 1e-6 ? shown.toFixed(12) : String(shown);
  return text.replace(".", ",");
}

/** ISO; null for what is no day since 1900. Excel counts a 29 February 1900 that never was. */
function dateText(serial: number): string | null {
  if (serial < 0 || serial >= 2_958_466) return null;
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * 86_400);
  const time = seconds > 0 ? new Date(seconds * 1000).toISOString().slice(11, 19) : "";
  if (days === 0) return time || null;
  const day = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY_MS).toISOString().slice(0, 10);
  return time === "" || time === "00:00:00" ? day : `${day} ${time}`;
}
