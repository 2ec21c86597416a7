import type { Cents } from "../kernel/money";

/**
 * Amounts of a file, written the French or the English way: « 1 234,56 € », « 1.234,56 », « 1,234.56 », « 1234.5 »,
 * « -50 », « (50,00) ». Exact: the digits are read, nothing is rounded.
 */

/** Which sign begins the cents. */
type Decimal = "," | ".";

interface Digits {
  readonly negative: boolean;
  readonly text: string;
}

export const NOT_AN_AMOUNT = "n’est pas un montant en euros";
const AMBIGUOUS =
  "peut se lire de deux façons (milliers ou millièmes)\u00a0: écrivez le montant sans séparateur de milliers, ou avec ses centimes";

/** The amounts of one column in its order; a sentence's end where a cell is none. « 1,234 » is read as the others show. */
export function readAmounts(cells: readonly string[]): (Cents | string)[] {
  const digits = cells.map(digitsOf);
  const shown = new Set(digits.flatMap((one) => (one ? [decimalShown(one.text)] : [])));
  const comma = shown.has(",");
  const point = shown.has(".");
  const style: Decimal | null = comma === point ? null : comma ? "," : ".";
  return digits.map((one) => (one ? centsOf(one, style) : NOT_AN_AMOUNT));
}

function digitsOf(cell: string): Digits | null {
  const bare = cell
    .replace(/[\s\u00a0\u202f']/g, "")
    .replace(/^(€|EUR)|(€|EUR|euros?)$/gi, "")
    .replace(/[−–]/g, "-");
  const inBrackets = /^\((.+)\)$/.exec(bare)?.[1];
  const signed = /^([-+]?)(.+?)(-?)$/.exec(inBrackets ?? bare);
  if (!signed) return null;
  const [, before = "", text = "", after = ""] = signed;
  if (!/^\d[\d.,]*$/.test(text) || (inBrackets !== undefined && before + after !== "")) return null;
  if (before !== "" && after !== "") return null;
  return { negative: inBrackets !== undefined || before === "-" || after === "-", text };
}

/** The decimal sign that a cell shows beyond doubt; null where it shows none. */
function decimalShown(text: string): Decimal | null {
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (last < 0) return null;
  const sign = text[last] as Decimal;
  const other = sign === "," ? "." : ",";
  const count = text.split(sign).length - 1;
  // « 1.234.567 » groups by points, « 1.234,567 » would have thousandths: neither says by itself.
  if (count > 1) return other;
  if (text.includes(other)) return sign;
  return text.length - last - 1 === 3 ? null : sign;
}

function centsOf({ negative, text }: Digits, style: Decimal | null): Cents | string {
  const decimal = decimalShown(text) ?? style;
  if (decimal === null && /[.,]/.test(text)) return AMBIGUOUS;
  const group = decimal === "," ? "." : ",";
  const [whole = "", rest = "", ...more] = decimal === null ? [text] : text.split(decimal);
  if (more.length > 0 || !/^\d{0,2}$/.test(rest)) return NOT_AN_AMOUNT;
  if (whole.includes(group) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return NOT_AN_AMOUNT;
  const euros = whole.replaceAll(group, "");
  if (!/^\d{1,9}$/.test(euros)) return NOT_AN_AMOUNT;
  const cents = Number(euros) * 100 + Number(rest.padEnd(2, "0"));
  return negative && cents !== 0 ? -cents : cents;
}
