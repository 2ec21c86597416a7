import { z } from "zod";
import { type Cents, sumCents } from "../kernel/money";
import type { FieldIssue } from "./sections";
import { MOST_CENTS, typedCents } from "./typed-amount";

/** Far more professionals than a CPTS pays. */
export const MOST_TOTALS = 2_000;
const MOST_CHARACTERS = 60_000;
const MOST_ISSUES = 10;

const text = z
  .string("doit être du texte")
  .max(MOST_CHARACTERS, "est trop longue\u00a0: collez les montants seuls, un par ligne");

export type ReadTotals =
  | { readonly ok: true; readonly totals: readonly Cents[] }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/**
 * What each professional received in a year, one amount a line, as typed or pasted from a column. Anything but an
 * amount refuses the whole: no name may slip in. Largest first, so that the order of a list says nothing of whom.
 */
export function readTotals(pasted: unknown): ReadTotals {
  const parsed = text.safeParse(pasted);
  if (!parsed.success) return refused(parsed.error.issues.map(({ message }) => message));
  const issues: string[] = [];
  const totals: Cents[] = [];
  parsed.data.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const cents = typedCents(line);
    const where = `comporte, ligne ${index + 1}, «\u00a0${line.trim().slice(0, 40)}\u00a0»`;
    if (cents === 0) issues.push(`${where}\u00a0: retirez qui n’a rien reçu`);
    else if (typeof cents === "number") totals.push(cents);
    else
      issues.push(
        `${where}, qui n’est pas un montant seul\u00a0: écrivez par exemple 1 250 ou 1 250,50, sans nom`,
      );
  });
  if (totals.length > MOST_TOTALS)
    issues.push("compte plus de 2 000 montants\u00a0: collez ceux d’une seule année");
  if (issues.length === 0 && totals.length > 0 && sumCents(totals) > MOST_CENTS) {
    issues.push("dépasse 100 millions d’euros au total\u00a0: vérifiez les montants");
  }
  return issues.length > 0 ? refused(issues) : { ok: true, totals: totals.sort((a, b) => b - a) };
}

function refused(messages: readonly string[]): ReadTotals {
  const rest = messages.length - MOST_ISSUES;
  const said = messages.slice(0, MOST_ISSUES);
  if (rest > 0) said.push(`comporte ${rest} autres lignes à corriger`);
  return { ok: false, issues: said.map((message) => ({ path: ["totals"], message })) };
}
