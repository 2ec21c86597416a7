import { describe, expect, test } from "vitest";
import {
  contractYear,
  envelope,
  type EnvelopeInput,
  explainLine,
  type LineCode,
  type Part,
} from "@/lib/funding";
import { ACI_2019, AVENANT_2, fullYear, lineOf, SIGNED } from "./a-case";

function explain(input: EnvelopeInput, line: LineCode, part: Part = "fixed") {
  const year = envelope(input);
  return explainLine(lineOf(year.lines, line, part), year);
}

const base = fullYear(AVENANT_2, 2, [], {
  sizeTier: undefined,
  population: 47_000,
  populationSource: "communiqué",
});
const withMission = (startedOn: string | null, achievement: number | null): EnvelopeInput => ({
  ...base,
  missions: [{ mission: "parcours", startedOn, achievement }],
});

describe("a formula in words", () => {
  test.each([
    ["fonctionnement", base, "fonctionnement", "fixed", "60 000 € : dû en entier pour l’année."],
    [
      "prorated",
      withMission("2025-04-13", 1),
      "parcours",
      "fixed",
      "35 000 € × 184 / 365 = 17 643,84 € : du démarrage de la mission, le 13/04/2025, à la fin de l’année du contrat, le 13/10/2025.",
    ],
    [
      "full",
      withMission(SIGNED, 1),
      "parcours",
      "fixed",
      "35 000 € : dû en entier, la mission étant démarrée au premier jour de l’année du contrat.",
    ],
    [
      "achieved",
      withMission(SIGNED, 0.8),
      "parcours",
      "variable",
      "35 000 € × 80 % = 28 000 € : objectifs atteints, sans prorata.",
    ],
    [
      "achieved, rounded",
      withMission(SIGNED, 1 / 3),
      "parcours",
      "variable",
      "35 000 € × environ 33,33 % = 11 666,67 € : objectifs atteints, sans prorata.",
    ],
    [
      "not started",
      withMission("2026-01-01", 1),
      "parcours",
      "fixed",
      "0 € : la mission démarre le 01/01/2026, après la fin de l’année du contrat, le 13/10/2025.",
    ],
    [
      "start unknown",
      withMission(null, null),
      "parcours",
      "fixed",
      "35 000 € × jours restants / 365 : la date de démarrage de la mission n’est pas connue.",
    ],
  ] as const)("%s", (_, input, line, part, formula) => {
    expect(explain(input, line, part).formula).toBe(formula);
  });
});

describe("steps", () => {
  test("population → taille → barème → prorata, each with value and source", () => {
    const { title, steps, article, missing } = explain(withMission("2025-04-13", 1), "parcours");
    expect(title).toBe("Parcours pluriprofessionnels, volet fixe");
    expect(steps.map(({ key, value }) => [key, value])).toEqual([
      ["population", { unit: "inhabitants", value: 47_000 }],
      ["taille", { unit: "tier", value: 2 }],
      ["bareme", { unit: "cents", value: 35_000_00 }],
      ["prorata", { unit: "days", numerator: 184, denominator: 365 }],
    ]);
    expect(steps[0]?.source).toBe("communiqué");
    expect(steps[2]).toMatchObject({
      mark: "H",
      detail: "Avenant 2, parcours pluriprofessionnels, volet fixe, taille 2",
    });
    expect(article.source).toContain("r25-032");
    expect(missing).toBeNull();
  });

  test("réalisation for a variable share; what is missing is named", () => {
    expect(explain(withMission(SIGNED, 0.8), "parcours", "variable").steps.at(-1)).toMatchObject({
      key: "realisation",
      detail: "atteint à 80 %",
      value: { unit: "rate", numerator: 80_000_000, denominator: 100_000_000 },
    });
    const unknown = explain(withMission(null, null), "parcours", "variable");
    expect(unknown.steps.at(-1)?.value).toEqual({ unit: "absence", value: "non_communique" });
    expect(unknown.missing).toBe("les résultats de l’année");
  });

  test("a contract amount is a step of its own, beside the schedule's", () => {
    const contractAmounts = [
      { line: "parcours", part: "fixed", amountCents: 30_000_00, mark: "V", source: "Annexe 1" },
    ] as const;
    const { steps } = explain({ ...withMission(SIGNED, 1), contractAmounts }, "parcours");
    expect(steps.map(({ key }) => key)).toEqual(["population", "taille", "bareme", "contrat", "prorata"]);
    expect(steps[2]).toMatchObject({ mark: "H", value: { unit: "cents", value: 35_000_00 } });
    expect(steps[3]).toMatchObject({ mark: "V", source: "Annexe 1" });
    expect(steps[3]?.detail).toContain("−5 000 €");
  });

  test("the tier of exactly 80,000 inhabitants says that it is our reading; a stated tier says so too", () => {
    expect(explain({ ...base, population: 80_000 }, "fonctionnement").steps[1]?.source).toContain(
      "lecture de Maillage",
    );
    expect(explain(fullYear(AVENANT_2, 2), "fonctionnement").steps[0]?.value).toEqual({
      unit: "absence",
      value: "non_communique",
    });
    expect(explain(fullYear(AVENANT_2, 2), "fonctionnement").steps[1]?.detail).toContain(
      "donnée par la source",
    );
  });

  test("articles by line", () => {
    expect(explain(base, "fonctionnement").article.source).toContain("art. 9.1");
    expect(explain(base, "fonctionnement").article.source).toContain("annexe 307390210");
    expect(explain(fullYear(AVENANT_2, 2), "non_ventile", "unknown").article.convention).not.toBeNull();
    const noCrisis = fullYear(AVENANT_2, 2, undefined, { crisisRecognised: false });
    expect(explain(noCrisis, "crise_sanitaire", "variable").article.source).toContain("JORF du 31/03/2022");
    const late = fullYear(AVENANT_2, 2, undefined, { contractYear: contractYear("2020-02-19", 6) });
    expect(explain(late, "parcours").missing).toBe("le renouvellement du contrat");
    expect(explain(fullYear(ACI_2019, 1, ["crise_sanitaire"]), "crise_sanitaire").missing).toContain(
      "contrat",
    );
  });
});
