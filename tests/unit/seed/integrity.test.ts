import { describe, expect, it } from "vitest";
import { isIsoDay, type Span } from "../../../lib/kernel/date";
import { MISSIONS, PARTNER_KINDS, PROFESSIONS } from "../../../lib/record/cpts";
import { SEED } from "../../../prisma/seed";
import { citationUses, type Use } from "./seed-index";

const uses = citationUses();
const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

function usesByCitation(): Map<string, Use[]> {
  const grouped = new Map<string, Use[]>();
  for (const use of uses) grouped.set(use.citation, [...(grouped.get(use.citation) ?? []), use]);
  return grouped;
}

/** Every span of the data, wherever it is. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== "object" || value === null) return [];
  if ("earliest" in value && "latest" in value) return [value as Span];
  return Object.values(value).flatMap(spansIn);
}

describe("citations", () => {
  it("have ids of their own, a source and a sense", () => {
    expect(repeated(SEED.citations.map(({ id }) => id))).toEqual([]);
    expect(repeated(SEED.citations.map(({ sourceId, sense }) => `${sourceId}: ${sense}`))).toEqual([]);
    const sources = new Set(SEED.sources.map(({ id }) => id));
    for (const { id, sourceId, sense } of SEED.citations) {
      expect(sources, id).toContain(sourceId);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(sense.trim().length, id).toBeGreaterThan(0);
    }
  });

  it("exist wherever a fact points to one", () => {
    const known = new Set(SEED.citations.map(({ id }) => id));
    expect(uses.filter(({ citation }) => !known.has(citation))).toEqual([]);
  });

  it("are all used, but for the rules and reference data that pages cite beside them", () => {
    const used = new Set(uses.map(({ citation }) => citation));
    expect(SEED.citations.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([
      "seed-003-missions-complementaires",
      "aci-2019-duree",
      "aci-2019-missions",
      "aci-avenant-2-missions",
      "paps-hauts-de-france-delais",
      "insee-pmun-2023-population",
      "cog-2026-epci",
    ]);
  });

  it("are of one CPTS, but for what seed 003 says of several at once", () => {
    const subjects = usesByCitation();
    const shared = [...subjects]
      .filter(([, of]) => new Set(of.map(({ subject }) => subject)).size > 1)
      .map(([citation, of]) => [citation, new Set(of.map(({ subject }) => subject)).size]);
    expect(Object.fromEntries(shared)).toEqual({
      "seed-003-signataires-2020": 4,
      "seed-003-signataires-nouvelles": 7,
      "seed-003-mission-acces": 7,
      "seed-003-mission-parcours": 7,
      "seed-003-mission-prevention": 7,
      "seed-003-mission-crise": 7,
      "seed-003-aide-ars": 12,
      "seed-003-aide-cpam": 12,
      // « Sixth of the Drôme »: its department, and the department's count.
      "ars-royans-vercors-drome": 2,
      // The country, Corsica and Normandy in one sentence.
      "senat-r25-032-zones-blanches": 3,
    });
  });

  it("serve one kind of fact, or kinds that one sentence states together", () => {
    const kinds = usesByCitation();
    const mixed = [...kinds.values()]
      .map((of) => [...new Set(of.map(({ collection }) => collection))].sort().join("+"))
      .filter((collections) => collections.includes("+"));
    expect([...new Set(mixed)].sort()).toEqual([
      "contracts+departments+events",
      "contracts+events",
      "departments+published",
      "missions+objectives",
      "missions+objectives+partners",
    ]);
  });
});

describe("sources", () => {
  it("have ids of their own and at least one citation each", () => {
    expect(repeated(SEED.sources.map(({ id }) => id))).toEqual([]);
    const cited = new Set(SEED.citations.map(({ sourceId }) => sourceId));
    expect(SEED.sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  it.each([
    ["seed-000", "2024-10-14", "2024-10-14"],
    ["seed-001", "2023-12-07", "2023-12-07"],
    ["seed-002", "2020-06-17", "2020-06-17"],
    ["seed-003", "2025-01-01", "2025-01-31"],
    ["seed-004", "2020-02-19", "2020-02-19"],
    ["senat-r25-032", "2025-10-15", "2025-10-15"],
    ["paps-hauts-de-france", "2023-11-30", "2023-11-30"],
  ])("%s is dated as it says", (id, earliest, latest) => {
    expect(SEED.sources.find((source) => source.id === id)?.published).toEqual({ earliest, latest });
  });

  it("date no fact after its document", () => {
    const published = new Map(SEED.sources.map(({ id, published }) => [id, published]));
    const sourceIds = new Map(SEED.citations.map(({ id, sourceId }) => [id, sourceId]));
    for (const { slug, figures, funding, events } of SEED.cpts) {
      const dated = [
        ...figures.map((f) => ({ citation: f.citation, when: f.asOf })),
        ...funding.map((f) => ({ citation: f.citation, when: f.asOf })),
        ...events.map((e) => ({ citation: e.citation, when: e.when })),
      ];
      for (const { citation, when } of dated) {
        const document = published.get(sourceIds.get(citation) ?? "");
        expect(when.latest <= (document?.latest ?? ""), `${slug} ${citation}`).toBe(true);
      }
    }
  });
});

/** The checks of the `_constraints` migration, and the unique keys of the schema, before any database. */
describe("database constraints", () => {
  it("days are real, in order, from 2019 to the last document", () => {
    const spans = spansIn(SEED);
    expect(spans.length).toBeGreaterThan(60);
    for (const { earliest, latest } of spans) {
      expect(isIsoDay(earliest) && isIsoDay(latest) && earliest <= latest).toBe(true);
      expect(earliest >= "2019-08-24" && latest <= "2025-12-31", earliest).toBe(true);
    }
  });

  it("slugs are well formed and unique, names not empty, ranks count from one", () => {
    expect(repeated(SEED.cpts.map(({ slug }) => slug))).toEqual([]);
    expect(repeated(SEED.cpts.map(({ name }) => name))).toEqual([]);
    for (const { slug, name, departments } of SEED.cpts) {
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(name.trim().length).toBeGreaterThan(0);
      expect(departments.map(({ rank }) => rank)).toEqual(departments.map((_, i) => i + 1));
      expect(repeated(departments.map(({ code }) => code))).toEqual([]);
    }
  });

  it("counts are whole and never negative, tiers from one to four, enumerations known", () => {
    for (const cpts of SEED.cpts) {
      for (const { measure, value } of cpts.figures) {
        expect(Number.isInteger(value) && value > 0 && value < 2 ** 31).toBe(true);
        if (measure === "size_tier") expect([1, 2, 3, 4]).toContain(value);
      }
      for (const { count, profession } of cpts.professionals) {
        expect(Number.isInteger(count) && count >= 0).toBe(true);
        expect(PROFESSIONS).toContain(profession);
      }
      for (const { kind, count, beds } of cpts.partners) {
        expect(PARTNER_KINDS).toContain(kind);
        for (const n of [count, beds]) if (n !== null) expect(Number.isInteger(n) && n > 0).toBe(true);
      }
      for (const { mission, objectives } of cpts.missions) {
        expect(MISSIONS).toContain(mission);
        for (const { text } of objectives) expect(text.trim().length).toBeGreaterThan(0);
      }
    }
  });

  it("what the schema holds once is stated once", () => {
    for (const { figures, events, professionals, missions, contracts } of SEED.cpts) {
      expect(repeated(figures.map((f) => `${f.measure} ${f.asOf.earliest} ${f.citation}`))).toEqual([]);
      expect(repeated(events.map((e) => `${e.kind} ${e.when.earliest} ${e.when.latest}`))).toEqual([]);
      expect(repeated(professionals.map((p) => `${p.profession} ${p.scope} ${p.asOf.earliest}`))).toEqual([]);
      expect(repeated(missions.map(({ mission }) => mission))).toEqual([]);
      expect(repeated(contracts.map(({ signed }) => `${signed.earliest} ${signed.latest}`))).toEqual([]);
    }
    expect(repeated(SEED.publishedCoverage.map((p) => `${p.department} ${p.asOf.earliest}`))).toEqual([]);
    expect(
      repeated(SEED.publishedFigures.map((p) => `${p.territory} ${p.measure} ${p.asOf.earliest}`)),
    ).toEqual([]);
  });

  it("amounts are whole cents, ranges in order", () => {
    const facts = [...SEED.cpts.flatMap(({ funding }) => funding), ...SEED.departmentFunding];
    for (const { amountCents, amountToCents } of facts) {
      if (amountCents !== null) expect(Number.isSafeInteger(amountCents) && amountCents > 0).toBe(true);
      if (amountToCents !== null) expect(amountCents !== null && amountCents < amountToCents).toBe(true);
    }
  });

  it("published rates and territories are well formed", () => {
    for (const { signedCpts, signedRate, signedOrUnderWayRate } of SEED.publishedCoverage) {
      expect([signedCpts, signedRate, signedOrUnderWayRate].some((value) => value !== null)).toBe(true);
      for (const rate of [signedRate, signedOrUnderWayRate]) {
        if (rate !== null) expect(Number.isInteger(rate) && rate >= 0 && rate <= 10_000).toBe(true);
      }
      if (signedRate !== null && signedOrUnderWayRate !== null) {
        expect(signedRate).toBeLessThanOrEqual(signedOrUnderWayRate);
      }
    }
    for (const { territory, value } of SEED.publishedFigures) {
      expect(territory).toMatch(/^(FR|R[0-9]{2}|D([0-9]{2,3}|2[AB]))$/);
      expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
    }
  });
});
