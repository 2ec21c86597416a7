import { describe, expect, test } from "vitest";
import { contractYear, envelope, envelopeTotals, explainLine, type MissionInput } from "@/lib/funding";
import { ACI_2019, AVENANT_2, fullYear, lineOf, SIGNED } from "./a-case";

const year1 = contractYear(SIGNED, 1);
const one = (mission: MissionInput) => fullYear(AVENANT_2, 2, [], { missions: [mission] });

describe("fixed share", () => {
  test.each([
    ["at the signature", "2024-10-14", 35_000_00],
    ["before the contract", "2024-01-01", 35_000_00],
    ["on the second day", "2024-10-15", 34_904_11],
    ["with 184 days left of 365", "2025-04-13", 17_643_84],
    ["on the last day", "2025-10-13", 95_89],
    ["on the anniversary", "2025-10-14", 0],
    ["in a later year", "2027-01-01", 0],
  ])("%s", (_, startedOn, due) => {
    const { lines } = envelope(one({ mission: "parcours", startedOn, achievement: 1 }));
    expect(lineOf(lines, "parcours").due).toBe(due);
    expect(lineOf(lines, "parcours").maximumCents).toBe(35_000_00);
    expect(lineOf(lines, "parcours", "variable").due).toBe(due === 0 ? 0 : 35_000_00);
  });

  test("over the 366 days of a leap year", () => {
    const leap = fullYear(AVENANT_2, 1, [], {
      contractYear: contractYear("2020-02-19", 4),
      missions: [{ mission: "acces_soins", startedOn: "2023-08-20", achievement: null }],
    });
    expect(lineOf(envelope(leap).lines, "acces_soins").fraction).toEqual({
      numerator: 183,
      denominator: 365,
    });
    const later = { ...leap, contractYear: contractYear("2020-02-19", 5) };
    const started = [{ mission: "acces_soins", startedOn: "2024-08-20", achievement: null }] as const;
    const line = lineOf(envelope({ ...later, missions: started }).lines, "acces_soins");
    expect(line.fraction).toEqual({ numerator: 183, denominator: 366 });
    expect(line.due).toBe(25_000_00);
  });
});

describe("variable share", () => {
  test.each([
    [0, 0],
    [0.5, 18_750_00],
    [0.8, 30_000_00],
    [1 / 3, 12_500_00],
    [1, 37_500_00],
  ])("achieved at %s, without proration", (achievement, due) => {
    const { lines } = envelope(one({ mission: "acces_soins", startedOn: "2025-09-01", achievement }));
    expect(lineOf(lines, "acces_soins", "variable").due).toBe(due);
  });

  test("the crisis share waits for a recognised crisis", () => {
    const mission = { mission: "crise_sanitaire", startedOn: SIGNED, achievement: 1 } as const;
    const at = (crisisRecognised: boolean | null) => envelope({ ...one(mission), crisisRecognised });
    const share = (crisis: boolean | null) => lineOf(at(crisis).lines, "crise_sanitaire", "variable");
    expect([share(true).due, share(true).maximumCents]).toEqual([52_500_00, 52_500_00]);
    expect([share(false).due, share(false).maximumCents]).toEqual(["sans_objet", 0]);
    expect([share(null).due, share(null).maximumCents]).toEqual(["non_communique", 0]);
    expect(share(false).amountCents).toBe(52_500_00);
    expect([true, false, null].map((crisis) => at(crisis).totals.dueIsMinimum)).toEqual([false, false, true]);
    expect(lineOf(at(false).lines, "crise_sanitaire").due).toBe(17_500_00);
  });
});

describe("unknown is not zero", () => {
  test("Haute-Combraille et Volcans, year 5 under avenant 2, with what the sources say", () => {
    const unknown = (mission: MissionInput["mission"]): MissionInput => ({
      mission,
      startedOn: null,
      achievement: null,
    });
    const missions = [
      "acces_soins",
      "parcours",
      "prevention",
      "crise_sanitaire",
      "qualite",
      "accompagnement",
    ] as const;
    const { lines, totals, pastTerm } = envelope({
      population: 18_750,
      schedule: AVENANT_2,
      signatureSchedule: ACI_2019,
      contractYear: contractYear("2020-02-19", 5),
      missions: missions.map(unknown),
      crisisRecognised: false,
    });
    expect(lines.map(({ line, part, due }) => `${line} ${part}: ${due}`)).toEqual([
      "fonctionnement fixed: 5000000",
      "acces_soins fixed: non_communique",
      "acces_soins variable: non_communique",
      "parcours fixed: non_communique",
      "parcours variable: non_communique",
      "prevention fixed: non_communique",
      "prevention variable: non_communique",
      "crise_sanitaire fixed: a_confirmer",
      "crise_sanitaire variable: sans_objet",
      "qualite fixed: non_communique",
      "qualite variable: non_communique",
      "accompagnement fixed: non_communique",
      "accompagnement variable: non_communique",
      "non_ventile unknown: a_confirmer",
    ]);
    expect(pastTerm).toBe(false);
    expect(totals).toEqual({
      fixedCents: 165_000_00,
      variableCents: 67_500_00,
      notItemisedCents: 17_500_00,
      maximumCents: 250_000_00,
      dueCents: 50_000_00,
      toConfirmCents: 0,
      dueIsMinimum: true,
    });
  });

  test("a known start fixes the fixed share, a known result the variable one, each alone", () => {
    const started = envelope(one({ mission: "parcours", startedOn: SIGNED, achievement: null })).lines;
    expect([lineOf(started, "parcours").due, lineOf(started, "parcours", "variable").due]).toEqual([
      35_000_00,
      "non_communique",
    ]);
    const measured = envelope(one({ mission: "parcours", startedOn: null, achievement: 0.5 })).lines;
    expect([lineOf(measured, "parcours").due, lineOf(measured, "parcours", "variable").due]).toEqual([
      "non_communique",
      17_500_00,
    ]);
  });

  test("a mission that starts after the year earns 0, which is known, whatever its result", () => {
    const { lines, totals } = envelope(
      one({ mission: "parcours", startedOn: "2026-01-01", achievement: null }),
    );
    expect(lineOf(lines, "parcours", "variable").due).toBe(0);
    expect(totals.dueIsMinimum).toBe(false);
  });

  test("a mission created after the signature is to be confirmed, until its start is on record", () => {
    const input = {
      ...one({ mission: "crise_sanitaire", startedOn: null, achievement: null }),
      signatureSchedule: ACI_2019,
    };
    expect(
      envelope(input)
        .lines.filter(({ line }) => line === "crise_sanitaire")
        .map(({ due }) => due),
    ).toEqual(["a_confirmer", "a_confirmer"]);
    const recorded = {
      ...input,
      missions: [{ mission: "crise_sanitaire", startedOn: SIGNED, achievement: 1 }] as const,
    };
    expect(lineOf(envelope(recorded).lines, "crise_sanitaire").due).toBe(17_500_00);
  });

  test("a mission that the schedule does not have is a line to be confirmed", () => {
    const input = fullYear(ACI_2019, 1, ["crise_sanitaire"]);
    const line = lineOf(envelope(input).lines, "crise_sanitaire");
    expect(line).toMatchObject({
      scheduleCents: null,
      amountCents: null,
      maximumCents: 0,
      due: "a_confirmer",
    });
    expect(envelopeTotals(input)).toMatchObject({
      maximumCents: 50_000_00,
      dueCents: 50_000_00,
      dueIsMinimum: true,
    });
  });

  test("past the term, without a renewal, everything is to be confirmed; the maximum stands", () => {
    const input = fullYear(AVENANT_2, 2, undefined, { contractYear: contractYear("2020-02-19", 6) });
    const late = envelope(input);
    expect(late.pastTerm).toBe(true);
    expect(new Set(late.lines.map(({ due }) => due))).toEqual(new Set(["a_confirmer"]));
    expect(late.totals).toMatchObject({ maximumCents: 382_500_00, dueCents: 0, dueIsMinimum: true });
    expect(envelope({ ...input, renewed: true }).totals.dueIsMinimum).toBe(false);
    expect(envelope({ ...input, termMonths: 72 }).pastTerm).toBe(false);
    expect(envelope({ ...input, crisisRecognised: false }).totals.maximumCents).toBe(330_000_00);
  });

  test("a mission not engaged earns nothing and counts in no total, but its amount stays visible", () => {
    const { lines } = envelope(fullYear(AVENANT_2, 2, ["acces_soins"]));
    expect(lineOf(lines, "qualite")).toMatchObject({
      amountCents: 10_000_00,
      maximumCents: 0,
      due: "sans_objet",
    });
  });
});

describe("the not-itemised line", () => {
  test("counts only when both complementary missions are engaged", () => {
    const without = envelope(fullYear(AVENANT_2, 2, ["acces_soins", "parcours", "prevention", "qualite"]));
    expect(lineOf(without.lines, "non_ventile", "unknown")).toMatchObject({
      maximumCents: 0,
      due: "sans_objet",
    });
  });

  test("follows what the missions earn, as a hypothesis; the whole of it is derived", () => {
    const input = fullYear(AVENANT_2, 2);
    const half = { ...input, missions: input.missions.map((mission) => ({ ...mission, achievement: 0 })) };
    // Missions: 140,000 of 297,500.
    expect(lineOf(envelope(half).lines, "non_ventile", "unknown")).toMatchObject({
      due: 11_764_71,
      mark: "D",
      dueMark: "H",
      fraction: { numerator: 140_000_00, denominator: 297_500_00 },
    });
    expect(lineOf(envelope(input).lines, "non_ventile", "unknown")).toMatchObject({
      due: 25_000_00,
      dueMark: "D",
    });
  });

  test("without a crisis, a full year earns it in full", () => {
    const { totals } = envelope(fullYear(AVENANT_2, 2, undefined, { crisisRecognised: false }));
    expect([totals.maximumCents, totals.dueCents]).toEqual([330_000_00, 330_000_00]);
  });
});

describe("amounts to confirm", () => {
  test("are the dues of the lines that rest on a hypothesis", () => {
    expect(envelopeTotals(fullYear(AVENANT_2, 2)).toConfirmCents).toBe(297_500_00);
    expect(envelopeTotals(fullYear(AVENANT_2, 3)).toConfirmCents).toBe(0);
    expect(envelopeTotals(fullYear(AVENANT_2, 2, [])).toConfirmCents).toBe(0);
  });
});

describe("an input that makes no sense is refused", () => {
  const input = fullYear(AVENANT_2, 2);
  const mission = { mission: "parcours", startedOn: SIGNED, achievement: 1 } as const;
  const amount = { line: "parcours", part: "fixed", amountCents: 1, mark: "V", source: "x" } as const;
  test.each([
    ["neither population nor tier", { sizeTier: undefined, population: null }],
    ["negative population", { sizeTier: undefined, population: -1 }],
    ["mission twice", { missions: [mission, mission] }],
    ["unknown mission", { missions: [{ ...mission, mission: "autre" as "parcours" }] }],
    ["fonctionnement as a mission", { missions: [{ ...mission, mission: "fonctionnement" as "parcours" }] }],
    ["achievement above 1", { missions: [{ ...mission, achievement: 1.01 }] }],
    ["negative achievement", { missions: [{ ...mission, achievement: -0.01 }] }],
    ["achievement NaN", { missions: [{ ...mission, achievement: Number.NaN }] }],
    ["start no day", { missions: [{ ...mission, startedOn: "2025-02-30" }] }],
    ["year 0", { contractYear: { ...year1, index: 0 } }],
    ["year that ends before it starts", { contractYear: { ...year1, end: "2024-10-13" } }],
    ["year whose start is no day", { contractYear: { ...year1, start: "2024-13-01" } }],
    ["contract amount twice", { contractAmounts: [amount, amount] }],
    ["negative contract amount", { contractAmounts: [{ ...amount, amountCents: -1 }] }],
    ["contract amount in fractions of a cent", { contractAmounts: [{ ...amount, amountCents: 0.5 }] }],
    [
      "variable fonctionnement",
      { contractAmounts: [{ ...amount, line: "fonctionnement", part: "variable" }] },
    ],
    ["mission of unknown part", { contractAmounts: [{ ...amount, part: "unknown" }] }],
  ] as const)("%s", (_, change) => {
    const changed = { ...input, ...change } as typeof input;
    expect(() => envelope(changed)).toThrow(RangeError);
    expect(() => envelopeTotals(changed)).toThrow(RangeError);
  });
});

describe("a contract's own amounts", () => {
  const stated = (
    line: "parcours" | "fonctionnement" | "crise_sanitaire",
    part: "fixed" | "variable",
    euros: number,
  ) => ({ line, part, amountCents: euros * 100, mark: "V", source: "Annexe du contrat" }) as const;

  test("win over the schedule, with the difference shown", () => {
    const result = envelope(
      fullYear(AVENANT_2, 2, undefined, { contractAmounts: [stated("parcours", "fixed", 40_000)] }),
    );
    expect(lineOf(result.lines, "parcours")).toMatchObject({
      scheduleCents: 35_000_00,
      contractCents: 40_000_00,
      differenceCents: 5_000_00,
      amountCents: 40_000_00,
      due: 40_000_00,
      mark: "V",
      source: "Annexe du contrat",
    });
    expect(result.contractDifferenceCents).toBe(5_000_00);
    expect(result.totals.maximumCents).toBe(387_500_00);
    expect(lineOf(result.lines, "non_ventile", "unknown").dueMark).toBe("H");
    expect(envelope(fullYear(AVENANT_2, 2)).contractDifferenceCents).toBeNull();
  });

  test("a contract that states every mission leaves nothing not itemised", () => {
    const contractAmounts = AVENANT_2.grid[2]
      .filter(({ mission }) => mission !== null)
      .map(
        ({ line, part }) => ({ line, part, amountCents: 10_000_00, mark: "V", source: "Annexe" }) as const,
      );
    const { lines, totals } = envelope(fullYear(AVENANT_2, 2, undefined, { contractAmounts }));
    expect(lineOf(lines, "non_ventile", "unknown")).toMatchObject({ due: "sans_objet", maximumCents: 0 });
    expect(totals.maximumCents).toBe(60_000_00 + 12 * 10_000_00);
  });

  test("may bring a mission, or a not-itemised amount, that the schedule does not have", () => {
    const crisis = [
      stated("crise_sanitaire", "fixed", 12_500),
      stated("crise_sanitaire", "variable", 37_500),
    ];
    const input = fullYear(ACI_2019, 1, ["crise_sanitaire"], { contractAmounts: crisis });
    expect(envelopeTotals(input)).toMatchObject({
      maximumCents: 100_000_00,
      dueCents: 100_000_00,
      dueIsMinimum: false,
    });
    expect(lineOf(envelope(input).lines, "crise_sanitaire").differenceCents).toBeNull();
    expect(envelopeTotals({ ...input, crisisRecognised: false }).maximumCents).toBe(62_500_00);
    const rest = {
      line: "non_ventile",
      part: "unknown",
      amountCents: 100,
      mark: "V",
      source: "Annexe",
    } as const;
    expect(envelopeTotals({ ...input, contractAmounts: [...crisis, rest] }).notItemisedCents).toBe(100);
  });

  test("an amount of a mission not engaged changes nothing", () => {
    const result = envelope(
      fullYear(AVENANT_2, 2, [], { contractAmounts: [stated("parcours", "fixed", 40_000)] }),
    );
    expect(result.totals.maximumCents).toBe(60_000_00);
    expect(result.contractDifferenceCents).toBe(0);
    const line = lineOf(result.lines, "parcours");
    expect(explainLine(line, result).contractArticle?.rule).toContain("l’emportent sur le barème");
  });
});
