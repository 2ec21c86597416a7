import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coverageOf,
  coverageTotals,
  indexCpts,
  partsOf,
  rangesOf,
  sumCoverage,
  type Coverage,
} from "@/lib/coverage";
import { stageAt, STAGE_RANK, STAGES } from "@/lib/record/lifecycle";
import { world } from "./arbitraries";

const MEASURES = ["population", "communes", "areaHectares"] as const;
const PAIR = ["signed", "signedOrUnderWay"] as const;

const covered = (coverage: Coverage, measure: (typeof MEASURES)[number]) => ({
  signed: coverage[measure].signed,
  signedOrUnderWay: coverage[measure].total - coverage[measure].none,
});
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("coverageOf, whatever the records", () => {
  it("splits every total into exclusive stages, in whole numbers", () => {
    fc.assert(
      fc.property(world, ({ communes, cpts, asOf, options }) => {
        const coverage = coverageOf(communes, cpts, asOf, options);
        const areas = communes.map(({ areaHectares }) => areaHectares).filter((area) => area !== null);
        expect(coverage.population.total).toBe(sum(communes.map(({ population }) => population)));
        expect(coverage.communes.total).toBe(communes.length);
        expect(coverage.areaHectares.total).toBe(sum(areas));
        expect(coverage.areaUnknownCommunes).toBe(communes.length - areas.length);
        for (const measure of MEASURES) {
          const parts = STAGES.map((stage) => coverage[measure][stage]);
          expect(sum(parts)).toBe(coverage[measure].total);
          for (const part of parts) expect(Number.isInteger(part) && part >= 0).toBe(true);
          for (const which of PAIR) {
            expect(coverage.rates[measure][which]).toEqual({
              numerator: covered(coverage, measure)[which],
              denominator: coverage[measure].total,
            });
          }
        }
      }),
    );
  });

  it("gives each commune the highest stage of the CPTS that hold it, from their own dates", () => {
    fc.assert(
      fc.property(world, ({ communes, cpts, asOf }) => {
        for (const commune of coverageOf(communes, cpts, asOf).byCommune) {
          const ranks = cpts.map(({ events, termMonths, memberships }) => {
            const holds = memberships.some(
              ({ commune: code, from, to }) =>
                code === commune.code && from <= asOf && (to === null || asOf < to),
            );
            return holds ? STAGE_RANK[stageAt(events, asOf, termMonths).stage] : 0;
          });
          expect(STAGE_RANK[commune.stage]).toBe(Math.max(0, ...ranks));
        }
      }),
    );
  });

  it("adds up its communes: parts, ranges, estimation, past term, blanks", () => {
    fc.assert(
      fc.property(world, ({ communes, cpts, asOf }) => {
        const coverage = coverageOf(communes, cpts, asOf);
        const { byCommune } = coverage;
        for (const stage of STAGES) {
          expect(coverage.population[stage]).toBe(sum(byCommune.map((c) => partsOf(c)[stage])));
          expect(coverage.communes[stage]).toBe(byCommune.filter((c) => c.stage === stage).length);
        }
        for (const which of PAIR) {
          const ranges = byCommune.map((commune) => rangesOf(commune)[which]);
          expect(coverage.ranges.population[which].min).toBe(sum(ranges.map(({ min }) => min)));
          expect(coverage.ranges.population[which].max).toBe(sum(ranges.map(({ max }) => max)));
        }
        expect(coverage.estimated.communes).toBe(byCommune.filter((c) => c.estimated).length);
        expect(coverage.pastTerm.communes).toBe(byCommune.filter((c) => c.pastTerm === "yes").length);
        const blank = byCommune.filter((c) => c.stage === "none");
        expect(new Set(coverage.blankCommunes)).toEqual(new Set(blank));
        expect(coverage.blank).toMatchObject({
          communes: blank.length,
          population: sum(blank.map((c) => c.population)),
        });
        for (const commune of byCommune) {
          expect(sum(Object.values(partsOf(commune)))).toBe(commune.population);
        }
      }),
    );
  });

  it("counts the least, and ranges from there within the territory", () => {
    fc.assert(
      fc.property(world, ({ communes, cpts, asOf }) => {
        const coverage = coverageOf(communes, cpts, asOf);
        for (const measure of MEASURES) {
          for (const which of PAIR) {
            const { min, max } = coverage.ranges[measure][which];
            expect(min).toBe(covered(coverage, measure)[which]);
            expect(max).toBeGreaterThanOrEqual(min);
            expect(max).toBeLessThanOrEqual(coverage[measure].total);
          }
          const { signed, signedOrUnderWay } = coverage.ranges[measure];
          expect(signed.max).toBeLessThanOrEqual(signedOrUnderWay.max);
        }
      }),
    );
  });

  it("never counts as estimated or past term more than what is signed or under way", () => {
    fc.assert(
      fc.property(world, ({ communes, cpts, asOf }) => {
        const { estimated, pastTerm, possiblyPastTerm, ...coverage } = coverageOf(communes, cpts, asOf);
        for (const measure of ["population", "communes"] as const) {
          const { signed, none, total } = coverage[measure];
          expect(estimated[measure]).toBeLessThanOrEqual(total - none);
          expect(estimated.signed[measure]).toBeLessThanOrEqual(signed);
          expect(estimated.signed[measure]).toBeLessThanOrEqual(estimated[measure]);
          expect(pastTerm[measure] + possiblyPastTerm[measure]).toBeLessThanOrEqual(signed);
          for (const part of [estimated, estimated.signed, pastTerm, possiblyPastTerm]) {
            expect(part[measure]).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it("does not depend on the order of CPTS, memberships or events, nor on being indexed", () => {
    fc.assert(
      fc.property(world, ({ communes, cpts, asOf, options }) => {
        const expected = coverageOf(communes, cpts, asOf, options);
        const reversed = cpts
          .map((one) => ({
            ...one,
            events: [...one.events].reverse(),
            memberships: [...one.memberships].reverse(),
          }))
          .reverse();
        expect(coverageOf(communes, reversed, asOf, options)).toEqual(expected);
        expect(coverageOf(communes, indexCpts(cpts), asOf, options)).toEqual(expected);
        const { byCommune, blankCommunes, ...totals } = expected;
        expect(coverageTotals(communes, cpts, asOf, options)).toEqual(totals);
        const backwards = coverageOf([...communes].reverse(), cpts, asOf, options);
        expect(backwards).toEqual({ ...expected, byCommune: [...byCommune].reverse(), blankCommunes });
      }),
    );
  });

  it("of two territories sums to that of both together", () => {
    fc.assert(
      fc.property(world, fc.nat(5), ({ communes, cpts, asOf, options }, cut) => {
        const parts = [communes.slice(0, cut), communes.slice(cut)].map((part) =>
          coverageTotals(part, cpts, asOf, options),
        );
        expect(sumCoverage(parts)).toEqual(coverageTotals(communes, cpts, asOf, options));
        expect(sumCoverage(parts.reverse())).toEqual(sumCoverage(parts));
      }),
    );
  });
});
