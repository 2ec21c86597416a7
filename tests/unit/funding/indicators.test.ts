import { describe, expect, test } from "vitest";
import {
  calendar,
  checkCeiling,
  contractYears,
  creditsOf,
  envelope,
  explainLine,
  type Indicator,
  indicatorOutcome,
  type MeasuredIndicator,
  stepsFault,
} from "@/lib/funding";
import { ACI_2019, AVENANT_2, fullYear, lineOf } from "./a-case";

const euros = (amount: number) => amount * 100;

const RISING: Indicator = {
  label: "Demandes honorées sous 48 h",
  kind: "result",
  unit: "%",
  baseline: 60,
  direction: "rising",
  steps: [
    { threshold: 70, amountCents: euros(10_000) },
    { threshold: 85, amountCents: euros(25_000) },
  ],
};
const FALLING: Indicator = {
  ...RISING,
  label: "Patients sans médecin traitant",
  direction: "falling",
  steps: [{ threshold: 4.5, amountCents: euros(10_000) }],
};

/** Tier 3 of avenant 2: 35,000 € of variable share for accès aux soins. */
function yearOf(values: readonly (number | null)[], indicators: readonly Indicator[] = [RISING, FALLING]) {
  const input = fullYear(AVENANT_2, 3);
  const measured = indicators.map((one, i): MeasuredIndicator => ({ ...one, value: values[i] ?? null }));
  return envelope({
    ...input,
    missions: input.missions.map((mission) =>
      mission.mission === "acces_soins" ? { ...mission, indicators: measured } : mission,
    ),
  });
}
const variable = (year: ReturnType<typeof yearOf>) => lineOf(year.lines, "acces_soins", "variable");

describe("an indicator", () => {
  test.each([
    [69.99, 0],
    [70, 10_000],
    [84.9, 10_000],
    [85, 25_000],
    [100, 25_000],
  ])("rising: %s earns %s €", (value, earned) => {
    expect(indicatorOutcome({ ...RISING, value }).earnedCents).toBe(euros(earned));
  });

  test.each([
    [4.5, 10_000],
    [4.51, 0],
    [0, 10_000],
  ])("falling: %s earns %s €", (value, earned) => {
    expect(indicatorOutcome({ ...FALLING, value }).earnedCents).toBe(euros(earned));
  });

  test("without a value earns nothing known, which is no zero", () => {
    expect(indicatorOutcome({ ...RISING, value: null }).earnedCents).toBeNull();
  });

  test("whose steps are out of order, or do not grow, is refused", () => {
    const [first, last] = RISING.steps as [Indicator["steps"][number], Indicator["steps"][number]];
    expect(stepsFault(RISING)).toBeNull();
    expect(stepsFault({ direction: "rising", steps: [] })).toBe("no_step");
    expect(stepsFault({ direction: "falling", steps: RISING.steps })).toBe("thresholds_out_of_order");
    expect(
      stepsFault({ direction: "rising", steps: [first, { ...last, amountCents: first.amountCents }] }),
    ).toBe("amounts_not_growing");
    expect(() => yearOf([80, 4], [{ ...RISING, steps: [] }, FALLING])).toThrow(RangeError);
  });
});

describe("the variable share of a mission with indicators", () => {
  test("is the sum of the steps reached, and its rate is not read", () => {
    const line = variable(yearOf([72, 4]));
    expect([line.due, line.reason]).toEqual([euros(20_000), "indicators"]);
  });

  test("explains each indicator: its value, the step it reaches, what it earns", () => {
    const year = yearOf([72, 5]);
    const { steps, formula } = explainLine(variable(year), year);
    expect(steps.filter(({ key }) => key === "indicateur").map(({ detail }) => detail)).toEqual([
      "Demandes honorées sous 48 h : 72 %, palier « 70 % ou plus » atteint, 10 000 € sur 25 000 €",
      "Patients sans médecin traitant : 5 %, aucun palier atteint, 0 € sur 10 000 €",
    ]);
    expect(formula).toContain("10 000 € + 0 € = 10 000 € sur 35 000 €");
  });

  test("is not known while one value is missing, and says so", () => {
    const year = yearOf([72, null]);
    const line = variable(year);
    expect([line.due, line.reason]).toEqual(["non_communique", "indicators_unknown"]);
    expect(explainLine(line, year).missing).toBe("la valeur de chaque indicateur");
    expect(year.totals.dueIsMinimum).toBe(true);
  });

  test("is to be confirmed where the indicators do not sum to the envelope", () => {
    const year = yearOf([72], [RISING]);
    const line = variable(year);
    expect([line.due, line.reason]).toEqual(["a_confirmer", "indicators_mismatch"]);
    expect(explainLine(line, year).formula).toContain("totalisent 25 000 € pour une enveloppe de 35 000 €");
  });
});

describe("a year cut short", () => {
  const ended = (endedOn: string) => envelope(fullYear(AVENANT_2, 3, undefined, { endedOn }));

  test("earns exact days, the day of the end excluded", () => {
    const { lines } = ended("2024-10-24");
    expect(lineOf(lines, "fonctionnement").due).toBe(Math.round((euros(75_000) * 10) / 365));
    expect(lineOf(lines, "fonctionnement").reason).toBe("shortened");
  });

  test("before its first day earns nothing at all, and counts in no maximum", () => {
    const { lines, totals } = ended("2024-10-14");
    expect(lines.every(({ due }) => due === "sans_objet")).toBe(true);
    expect(totals.maximumCents).toBe(0);
    expect(totals.dueIsMinimum).toBe(false);
  });

  test("a mission that stops earns until its eve, and no longer counts after", () => {
    const year = (endedOn: string) => {
      const input = fullYear(AVENANT_2, 3);
      return envelope({
        ...input,
        missions: input.missions.map((one) => (one.mission === "parcours" ? { ...one, endedOn } : one)),
      });
    };
    expect(lineOf(year("2025-04-15").lines, "parcours").due).toBe(Math.round((euros(45_000) * 183) / 365));
    expect(lineOf(year("2024-10-14").lines, "parcours").reason).toBe("mission_ended");
  });
});

describe("a last year that the term cuts", () => {
  // Signed on 14/10/2024 for eighteen months: year 2 runs to 13/04/2026, 182 days of 365.
  const contractYear = contractYears("2024-10-14", 18)[1]!;
  const input = fullYear(AVENANT_2, 3, undefined, { contractYear, termMonths: 18 });
  const { lines } = envelope(input);
  const share = (cents: number) => Math.round((cents * 182) / 365);

  test("earns its fixed shares in exact days, and its variable shares as reached", () => {
    expect(lineOf(lines, "fonctionnement").due).toBe(share(euros(75_000)));
    expect(lineOf(lines, "parcours").due).toBe(share(euros(45_000)));
    expect(lineOf(lines, "parcours", "variable").due).toBe(euros(45_000));
    expect(explainLine(lineOf(lines, "parcours"), envelope(input)).formula).toBe(
      "45 000 € × 182 / 365 = 22 438,36 € : jours où la mission a été à l’œuvre, sur ceux d’une année entière : le terme est en cours d’année.",
    );
  });

  test("is known from the signature: its advance is 75 % of what it earns, settled at the term", () => {
    const entries = calendar([input]).filter(
      ({ line, part }) => line === "fonctionnement" && part === "fixed",
    );
    const due = share(euros(75_000));
    const advance = Math.round(due * 0.75);
    expect(entries.map(({ dueOn, kind, amount }) => [dueOn, kind, amount])).toEqual([
      ["2025-10-14", "advance", advance],
      ["2026-04-14", "balance", due - advance],
    ]);
  });

  test("ended earlier still, gives back what was advanced beyond", () => {
    const ended = calendar([{ ...input, endedOn: "2025-10-24" }]);
    const own = ended.filter(({ line }) => line === "fonctionnement");
    expect(own.map(({ kind }) => kind)).toEqual(["advance", "repayment"]);
    expect(own.reduce((sum, { amount }) => sum + (amount as number), 0)).toBe(
      Math.round((euros(75_000) * 10) / 365),
    );
  });
});

test("one-off credits follow the step they are paid at, and stay hypotheses", () => {
  const credits = creditsOf({ signature: "2021-12-30", letterOfIntent: "2022-05-02" }, 2);
  expect(credits.map(({ dueOn, amountCents, mark }) => [dueOn, amountCents, mark])).toEqual([
    ["2021-12-30", euros(45_000), "H"],
    ["2022-05-02", euros(17_500), "H"],
  ]);
  expect(creditsOf({ signature: "2021-12-31", letterOfIntent: null }, 2)).toEqual([]);
  expect(ACI_2019.oneOffCredits).toEqual([]);
});

test("the ceiling of a calendar year is exceeded, not reached; a year without one says nothing", () => {
  expect(checkCeiling(2023, [euros(43_992), euros(43_992) + 1, 100]).above).toEqual({
    count: 1,
    excessCents: 1,
  });
  expect(checkCeiling(2022, [euros(41_137)]).above).toEqual({ count: 1, excessCents: euros(1) });
  expect(checkCeiling(2031, [euros(90_000)])).toEqual({ ceiling: null, above: null });
});
