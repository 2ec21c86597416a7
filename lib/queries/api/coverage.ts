import type { Source } from "@/lib/record/sources";
import type { DepartmentCoverage, DepartmentList } from "@/lib/schemas/api/coverage";
import type { Ask } from "../ask";
import { countryCoverage, type DepartmentTotals } from "../country-coverage";
import { departmentCoverage, type DepartmentCoverage as Model } from "../department-coverage";
import { vintagesOf } from "../vintages";
import { openWorld } from "../world";
import { extentFields, isoOf, rangesOf, ratesOf, spanOf, stageTotals, standingFields } from "./values";

/** `GET /api/v1/departments`. */
export async function departmentsAnswer(ask: Ask): Promise<DepartmentList> {
  const { departments } = await countryCoverage(await openWorld(ask.viewer), ask.asOf);
  return { asOf: ask.asOf, vintage: vintagesOf(), departments: departments.map(summaryOf) };
}

function summaryOf({ department, totals, described }: DepartmentTotals) {
  const { code, name, regionCode, regionName, population } = department;
  const located = described.some(({ here }) => here.communes > 0);
  return {
    code,
    name,
    region: regionName,
    regionCode,
    population,
    rates: ratesOf(totals.rates.population),
    populationByStage: stageTotals(totals.population),
    ranges: rangesOf(totals.ranges.population),
    estimated: extentOf(totals.estimated),
    pastTerm: extentOf(totals.pastTerm),
    signedCpts: totals.signedCpts,
    recordState:
      described.length === 0 ? ("none" as const) : located ? ("computed" as const) : ("unlocated" as const),
  };
}

/** `GET /api/v1/departments/{code}/coverage`; null when there is no such department. */
export async function coverageAnswer(ask: Ask, code: string): Promise<DepartmentCoverage | null> {
  const model = await departmentCoverage(ask, code);
  if (model === null) return null;
  const { department, coverage, communes, asOf, vintage } = model;
  const nameOf = new Map(communes.map((commune) => [commune.code, commune.name]));
  return {
    department: {
      code: department.code,
      name: department.name,
      region: department.regionName,
      regionCode: department.regionCode,
    },
    asOf,
    vintage,
    population: stageTotals(coverage.population),
    communes: stageTotals(coverage.communes),
    rates: ratesOf(coverage.rates.population),
    ranges: rangesOf(coverage.ranges.population),
    estimated: { ...extentOf(coverage.estimated), signed: extentOf(coverage.estimated.signed) },
    pastTerm: extentOf(coverage.pastTerm),
    possiblyPastTerm: extentOf(coverage.possiblyPastTerm),
    signedCpts: coverage.signedCpts,
    published: publishedIn(model),
    cpts: model.cpts.map((cpts) => ({
      slug: cpts.slug,
      name: cpts.name,
      ...standingFields(cpts),
      ...extentFields(cpts.here),
      departments: [...cpts.departments],
      whole: extentFields(cpts.whole),
    })),
    blankLabel: coverage.blank.label,
    blank: coverage.blankCommunes.map((commune) => ({
      code: commune.code,
      name: nameOf.get(commune.code) ?? "",
      population: commune.population,
    })),
  };
}

function publishedIn({ published, evidence }: Model): DepartmentCoverage["published"] {
  const citationOf = new Map(evidence.citations.map((citation) => [citation.id, citation]));
  const sourceOf = new Map(evidence.sources.map((source) => [source.id, source]));
  return published.map((one) => {
    const citation = citationOf.get(one.citation);
    const source = citation && sourceOf.get(citation.sourceId);
    if (!citation || !source) throw new RangeError(`published coverage without its source: ${one.citation}`);
    return {
      asOf: isoOf(one.asOf),
      asOfSpan: spanOf(one.asOf),
      signed: fromTenThousandths(one.signedRate),
      signedOrUnderWay: fromTenThousandths(one.signedOrUnderWayRate),
      signedCpts: one.signedCpts,
      base: one.base,
      note: one.note,
      sense: citation.sense,
      source: sourceFields(source),
    };
  });
}

export function sourceFields({ id, kind, title, publisher, published, url, reference }: Source) {
  return { id, kind, title, publisher, published: published && spanOf(published), url, reference };
}

const extentOf = ({ population, communes }: { population: number; communes: number }) => ({
  population,
  communes,
});

const fromTenThousandths = (value: number | null) => (value === null ? null : value / 10_000);
