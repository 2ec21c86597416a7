import { describe, expect, it } from "vitest";
import { rateValue } from "@/lib/kernel/rate";
import { departmentCoverage } from "@/lib/queries/department-coverage";
import { france } from "@/lib/queries/france";
import { franceMap, rateClass } from "@/lib/queries/france-map";
import { askOn, loadedDatabase } from "./loaded";

loadedDatabase();

const percent = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1000) / 10;

describe("France on 23/11/2026, from the public documents", () => {
  it("puts first the departments that hold data, with what is computed beside what is published", async () => {
    const { departments } = await france(askOn());
    const told = departments.slice(0, 6).map(({ name, state, computed, cpts, published }) => ({
      name,
      state,
      rate: computed && percent(rateValue(computed.signedRate)),
      cpts,
      published: published && [published.signedRate, published.signedOrUnderWayRate, published.signedCpts],
    }));
    expect(told).toEqual([
      { name: "Puy-de-Dôme", state: "computed", rate: 66.9, cpts: 12, published: [9980, null, 12] },
      { name: "Drôme", state: "computed", rate: 18, cpts: 3, published: [null, 9600, 7] },
      { name: "Allier", state: "computed", rate: 10.1, cpts: 1, published: null },
      { name: "Ardèche", state: "computed", rate: 7.8, cpts: 3, published: [5120, 6840, null] },
      { name: "Loire", state: "unlocated", rate: null, cpts: 1, published: null },
      { name: "Ain", state: "none", rate: null, cpts: 0, published: null },
    ]);
  });

  it("knows the 101 departments and 18 regions, each inhabitant once", async () => {
    const { departments, regions, population } = await france(askOn());
    expect([departments.length, regions.length]).toEqual([101, 18]);
    expect(population).toBe(68_350_798);
    for (const rows of [departments, regions]) {
      expect(rows.reduce((sum, row) => sum + row.population, 0)).toBe(population);
    }
  });

  it("says that all the signed population of the Puy-de-Dôme is estimated, and how much is past term", async () => {
    const [puyDeDome] = (await france(askOn())).departments;
    expect(puyDeDome?.computed).toMatchObject({
      signed: 444_708,
      outside: 219_745,
      estimatedShare: { numerator: 444_708, denominator: 444_708 },
      pastTerm: 49_412,
    });
  });

  it("recomputes a region from raw sums, a CPTS of two departments counted once, its rate a minimum", async () => {
    const { regions, departments } = await france(askOn());
    const [first, ...others] = regions;
    const located = departments.filter(({ state }) => state === "computed");
    const signed = located.reduce((sum, { computed }) => sum + (computed?.signed ?? 0), 0);
    expect(first).toMatchObject({
      name: "Auvergne-Rhône-Alpes",
      cpts: 17,
      departments: 12,
      described: 5,
      isMinimum: true,
    });
    expect(first?.computed?.signedRate).toEqual({ numerator: signed, denominator: first?.population });
    expect(others.every(({ state, computed }) => state === "none" && computed === null)).toBe(true);
  });

  it("counts the seventeen CPTS by what is known of their perimeter", async () => {
    expect((await france(askOn())).cpts).toEqual({
      total: 17,
      signed: 17,
      perimeter: { declared: 0, estimated: 10, unknown: 7 },
      pastTerm: 6,
    });
  });

  it("keeps the Sénat's figures apart, each with its sentence, and derives the averages", async () => {
    const { national, footnotes } = await france(askOn());
    expect(national.coveredRate?.value).toBe(8200);
    expect(national.uncovered).toMatchObject({ value: 5_400_000, qualifier: "about" });
    expect(
      [national.signedCpts, national.validatedProjects, national.lettersOfIntent].map((f) => f?.value),
    ).toEqual([700, 24, 85]);
    expect([...national.uncoveredRateOf].map(([region, { value }]) => [region, value])).toEqual([
      ["28", 2658],
      ["94", 7893],
    ]);
    expect(
      national.payments.map(({ cents, cpts, averageCents }) => [cents.value, cpts?.value, averageCents]),
    ).toEqual([
      [12_100_000_000, 508, 23_818_898],
      [10_580_000_000, 348, 30_402_299],
    ]);
    expect(footnotes.numberOf(national.coveredRate?.citation ?? "")).toBe(1);
    expect(footnotes.list.map(({ source }) => source.id)).toEqual([
      "senat-r25-032",
      "insee-pmun-2023",
      "seed-003",
      "seed-000",
      "seed-001",
    ]);
  });

  it("gives the very totals of each department's own page", async () => {
    const { departments } = await france(askOn());
    for (const row of departments.filter(({ state }) => state !== "none")) {
      const own = await departmentCoverage(askOn(), row.code);
      if (row.computed) expect(row.computed.signed).toBe(own?.coverage.population.signed);
      expect(row.population).toBe(own?.coverage.population.total);
    }
  });
});

describe("France on other days", () => {
  it("describes nothing before the first signatures: no CPTS, and no 0 %", async () => {
    const { departments, regions, cpts } = await france(askOn("2019-12-31"));
    expect(departments.every(({ state, computed }) => state === "none" && computed === null)).toBe(true);
    expect(regions.every(({ state }) => state === "none")).toBe(true);
    expect(cpts.total).toBe(0);
    expect(departments[0]?.name).toBe("Ain");
  });

  it("shows as possible, not as covered, what an uncertain day may bring", async () => {
    const { departments } = await france(askOn("2024-12-31"));
    const puyDeDome = departments.find(({ code }) => code === "63");
    expect(puyDeDome?.computed?.signed).toBe(49_412);
    expect(puyDeDome?.computed?.possibleRate).toEqual({ numerator: 444_708, denominator: 664_453 });
    expect(puyDeDome?.published).toBeNull();
  });
});

describe("the map of France", () => {
  it("brings the shapes of what holds data only, the others by name", async () => {
    const { departments } = await france(askOn());
    const { shapes, others, href } = franceMap(departments);
    expect(shapes.map(({ row, rateClass: quarter, estimated }) => [row.code, quarter, estimated])).toEqual([
      ["63", 3, true],
      ["26", 1, true],
      ["03", 1, true],
      ["07", 1, true],
      ["42", null, false],
    ]);
    expect(others).toHaveLength(96);
    expect(href).toBe("/geo/2026/france.svg");
  });

  it("moves apart the labels of neighbours, so that a phone shows both", async () => {
    const { shapes } = franceMap((await france(askOn())).departments);
    const at = (code: string) => shapes.find(({ row }) => row.code === code)?.label.y ?? NaN;
    expect(Math.abs(at("26") - at("07"))).toBeGreaterThanOrEqual(3.9);
  });

  it("counts a quarter in the class that it opens", () => {
    expect([0, 0.2499, 0.25, 0.5, 0.75, 1].map(rateClass)).toEqual([1, 1, 2, 3, 4, 4]);
  });
});
