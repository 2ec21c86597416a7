import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageHistory, coverageOf, type CommuneFacts, type CoverageCpts } from "@/lib/coverage";
import { rateValue } from "@/lib/kernel/rate";
import { span, yearSpan, type Span } from "@/lib/kernel/date";

/**
 * The figures of the reference screen (look/departement.html, 23/11/2026): twelve signed CPTS, six of
 * them located by the EPCI of their name (domain.md, section 7), INSEE PMUN 2023.
 */
const REFERENCE = new URL("../../../prisma/reference/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, REFERENCE), "utf8"));

interface Row extends CommuneFacts {
  readonly epci: string;
}

function communesOf(department: string): Row[] {
  const { columns, rows } = read("communes.json") as { columns: string[]; rows: unknown[][] };
  const cell = (row: unknown[], column: string) => row[columns.indexOf(column)];
  return rows
    .filter((row) => cell(row, "departmentCode") === department)
    .map((row) => ({
      code: String(cell(row, "code")),
      population: Number(cell(row, "population")),
      areaHectares: cell(row, "areaHectares") === null ? null : Number(cell(row, "areaHectares")),
      epci: String(cell(row, "epciCode")),
    }));
}

const TODAY = "2026-11-23";
const communes = communesOf("63");
const epciNames = new Map(
  (read("epci.json") as { code: string; name: string }[]).map((e) => [e.code, e.name]),
);

const WINTER = span("2024-12-01", "2025-01-31");
const ESTIMATED: [id: string, epci: string, signed: Span][] = [
  ["clermont-plus", "Clermont Auvergne Métropole", WINTER],
  ["sud-63", "CA Agglo Pays d'Issoire", WINTER],
  ["thiers-dore-et-montagne", "CC Thiers Dore et Montagne", yearSpan(2020)],
  ["livradois-forez", "CC Ambert Livradois Forez", WINTER],
  ["nord-combrailles", "CC du Pays de Saint-Eloy", WINTER],
  ["haute-combraille-et-volcans", "CC Chavanon Combrailles et Volcans", span("2020-02-19")],
];
const UNKNOWN: [id: string, signed: Span][] = [
  ["bords-d-allier", yearSpan(2020)],
  ["sancy-ouest", yearSpan(2020)],
  ["entre-limagne-et-livradois", yearSpan(2020)],
  ["val-d-allier-sud", WINTER],
  ["val-d-artiere", WINTER],
  ["combrailles-limagne-et-volcans", WINTER],
];

const signed = (id: string, when: Span, memberships: CoverageCpts["memberships"]): CoverageCpts => ({
  id,
  events: [{ kind: "signature", when }],
  memberships,
});
const cpts = [
  ...ESTIMATED.map(([id, epci, when]) => {
    const held = communes.filter((commune) => epciNames.get(commune.epci) === epci);
    const memberships = held.map(({ code }) => ({
      commune: code,
      from: when.earliest,
      to: null,
      share: "whole" as const,
      basis: "estimated" as const,
    }));
    return signed(id, when, memberships);
  }),
  ...UNKNOWN.map(([id, when]) => signed(id, when, [])),
];
const listedCpts = cpts.map(({ id }) => id);

describe("Puy-de-Dôme, from the commune reference", () => {
  const coverage = coverageOf(communes, cpts, TODAY, { listedCpts });

  it("is signed over 266 communes and 444 708 inhabitants, all by estimation", () => {
    expect(coverage.population).toEqual({
      total: 664_453,
      signed: 444_708,
      validated: 0,
      intent: 0,
      none: 219_745,
    });
    expect(coverage.communes).toMatchObject({ total: 463, signed: 266, none: 197 });
    expect(rateValue(coverage.rates.population.signed)).toBeCloseTo(0.669, 3);
    expect(coverage.estimated).toEqual({
      population: 444_708,
      communes: 266,
      signed: { population: 444_708, communes: 266 },
    });
    expect(coverage.areaHectares.total).toBeGreaterThan(790_000);
  });

  it("counts each located CPTS by the communes of its EPCI", () => {
    const here = coverage.cpts
      .filter(({ perimeter }) => perimeter === "estimated")
      .map(({ id, here }) => [id, here.communes, here.population.min]);
    expect(here).toEqual([
      ["clermont-plus", 21, 295_488],
      ["haute-combraille-et-volcans", 36, 12_665],
      ["livradois-forez", 58, 27_687],
      ["nord-combrailles", 34, 15_415],
      ["sud-63", 87, 56_706],
      ["thiers-dore-et-montagne", 30, 36_747],
    ]);
  });

  it("counts twelve signed CPTS, six without a perimeter, five past their term", () => {
    expect(coverage.cptsCount).toEqual({ signed: 12, validated: 0, intent: 0, none: 0 });
    expect(coverage.cpts.filter(({ perimeter }) => perimeter === "unknown")).toHaveLength(6);
    expect(coverage.cpts.filter(({ pastTerm }) => pastTerm === "yes")).toHaveLength(5);
    expect(coverage.pastTerm).toEqual({ population: 49_412, communes: 66 });
    expect(coverage.possiblyPastTerm).toEqual({ population: 0, communes: 0 });
  });

  it("ranks the 197 communes outside the known perimeters, Riom first", () => {
    expect(coverage.blank).toEqual({ label: "hors_perimetre_connu", communes: 197, population: 219_745 });
    expect(coverage.blankCommunes.slice(0, 3).map(({ code, population }) => [code, population])).toEqual([
      ["63300", 18_820],
      ["63195", 6_528],
      ["63103", 6_299],
    ]);
  });

  it("tells the five of 2020 then the seven of the winter, hatched between their bounds", () => {
    const steps = coverageHistory(communes, cpts, "2019-12-31", TODAY, { listedCpts });
    const drawn = steps.map(({ day, rates, signedCpts }) => [
      day,
      signedCpts.certain,
      signedCpts.possible,
      rates.signed.certain.numerator,
      rates.signed.possible.numerator,
    ]);
    expect(drawn).toEqual([
      ["2019-12-31", 0, 0, 0, 0],
      ["2020-01-01", 0, 4, 0, 36_747],
      ["2020-02-19", 1, 5, 12_665, 49_412],
      ["2020-12-31", 5, 5, 49_412, 49_412],
      ["2024-12-01", 5, 12, 49_412, 444_708],
      ["2025-01-31", 12, 12, 444_708, 444_708],
    ]);
  });
});
