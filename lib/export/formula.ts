/**
 * What a spreadsheet may run instead of showing: a text that begins, after spaces and invisible characters,
 * with a sign of formula, in its usual or full-width form; a leading tab, return or line feed, which shifts
 * what follows into a cell of its own. Texts only are tried: a negative number is no formula.
 */
const LEADING = /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const SHIFTING = /^[\t\r\n]/;

export function mayRun(text: string): boolean {
  return LEADING.test(text) || SHIFTING.test(text);
}

/** The text, after an apostrophe where a spreadsheet might run it: it is then shown, with its apostrophe. */
export function shown(text: string): string {
  return mayRun(text) ? `'${text}` : text;
}
