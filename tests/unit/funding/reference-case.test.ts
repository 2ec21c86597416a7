import { describe, expect, test } from "vitest";
import {
  calendar,
  carryOver,
  contractYear,
  contractYearAt,
  envelope,
  type EnvelopeInput,
  type LineCode,
  matchPayments,
  paidByYear,
  type Payment,
  scheduleInForce,
} from "@/lib/funding";
import {
  AS_OF,
  centsIn,
  dayIn,
  LINES_IN_WORDS,
  payments,
  POPULATION,
  resultsOf,
  rowsUnder,
  SIGNED_ON,
  spending,
  STARTS,
  TERMINATED_ON,
} from "../../fixtures/reference-case";

/** One contract year as the engine is asked for it. */
function inputOf(year: number): EnvelopeInput {
  const span = contractYear(SIGNED_ON, year);
  const schedule = scheduleInForce(span.start);
  if (!schedule) throw new Error(`no schedule on ${span.start}`);
  const results = resultsOf(year);
  return {
    population: POPULATION[year] ?? null,
    schedule,
    contractYear: span,
    missions: results.missions
      .filter(({ mission }) => schedule.lines.some(({ line }) => line === mission))
      .map(({ mission, achievement, indicators }) => ({
        mission,
        startedOn: STARTS[mission] ?? null,
        achievement,
        indicators: indicators.map(({ terms, value }) => ({ ...terms, value })),
      })),
    crisisRecognised: results.crisisRecognised,
    endedOn: TERMINATED_ON,
  };
}

const YEARS = [1, 2, 3, 4, 5];
const inputs = YEARS.map(inputOf);
const paid: Payment[] = payments().map(({ line, settles, paidOn, amountCents }) => ({
  line,
  year: settles?.year ?? null,
  paidOn,
  amountCents,
}));
const lineIn = (words: string): LineCode => LINES_IN_WORDS[words] ?? "non_ventile";

describe("the five-year history worked by hand", () => {
  for (const year of YEARS) {
    test(`year ${year}: every line is due what the document computes, and their total`, () => {
      const rows = rowsUnder("## Ce qui est dû, année par année");
      const heads = rows.map((cells, i) => ({ cells, i })).filter(({ cells }) => cells[0] === "Total");
      const from = year === 1 ? 0 : (heads[year - 2]?.i ?? 0) + 1;
      const table = rows.slice(from, heads[year - 1]?.i);
      const total = centsIn(heads[year - 1]?.cells[3] ?? "");
      const { lines, totals } = envelope(inputOf(year));
      expect(table.length).toBeGreaterThanOrEqual(5);
      for (const [line = "", part = "", calculation = "", due = ""] of table) {
        const found = lines.find(
          (one) => one.line === lineIn(line) && one.part === (part === "fixe" ? "fixed" : "variable"),
        );
        expect({ line, part, calculation, due: found?.due }).toEqual({
          line,
          part,
          calculation,
          due: centsIn(due),
        });
      }
      expect(totals.dueCents).toBe(total);
      expect(totals.dueIsMinimum).toBe(false);
    });
  }

  test("the calendar is the document’s, day by day", () => {
    const rows = rowsUnder("## L’échéancier").filter(([when]) => when !== "Total");
    const kinds: Record<string, string> = {
      "à la signature": "signature",
      avance: "advance",
      solde: "balance",
      variable: "variable",
      reprise: "repayment",
    };
    const expected = rows.map(([when = "", line = "", year = "", kind = "", amount = ""]) =>
      [dayIn(when), lineIn(line), Number(year), kinds[kind], centsIn(amount)].join(" "),
    );
    const computed = calendar(inputs).map(({ dueOn, line, year, kind, amount }) =>
      [dueOn, line, year, kind, amount].join(" "),
    );
    expect(computed.sort()).toEqual(expected.sort());
    expect(computed).toHaveLength(57);
  });

  test("payments settle all but what the document says", () => {
    const matching = matchPayments(calendar(inputs), paid, AS_OF);
    const open = matching.dues.filter(({ status }) => status !== "paid");
    expect(
      open.map(({ line, year, kind, status, amount, paidCents }) => ({
        line,
        year,
        kind,
        status,
        missing: (amount as number) - paidCents,
      })),
    ).toEqual([
      { line: "crise_sanitaire", year: 3, kind: "variable", status: "short", missing: 69_262 },
      { line: "crise_sanitaire", year: 5, kind: "repayment", status: "unpaid", missing: -146_404 },
    ]);
    expect(
      matching.over.map(({ payment, surplusCents }) => [payment.line, payment.year, surplusCents]),
    ).toEqual([["parcours", 5, -7_192]]);
    expect(matching.unmatched.map(({ line, amountCents }) => [line, amountCents])).toEqual([
      [null, 1_500_000],
    ]);
    const signature = matching.dues.find(({ kind }) => kind === "signature");
    expect(signature?.daysLate).toBe(5);
  });

  test("what is carried over is the document’s, and unknown after a year without spending", () => {
    const matching = matchPayments(calendar(inputs), paid, AS_OF);
    const received = paidByYear(matching, (day) => contractYearAt(SIGNED_ON, day)?.index ?? 1);
    const sheets = spending();
    for (const [words = "", year = "", paidWords = "", spent = "", closing = ""] of rowsUnder(
      "## Les dépenses et les reports",
    )) {
      const line = lineIn(words);
      const carried = carryOver(
        YEARS.map((one) => ({
          year: one,
          paidCents: received.find((cell) => cell.line === line && cell.year === one)?.paidCents ?? 0,
          spentCents:
            sheets.find((sheet) => sheet.year === one)?.entries.find((entry) => entry.line === line)
              ?.spentCents ?? null,
        })),
      )[Number(year) - 1];
      expect([words, year, carried?.paidCents, carried?.spentCents, carried?.closingCents]).toEqual([
        words,
        year,
        centsIn(paidWords),
        centsIn(spent),
        centsIn(closing),
      ]);
    }
  });
});
