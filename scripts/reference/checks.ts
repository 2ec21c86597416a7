import type { Contours } from "./contours";
import { total } from "./tables";
import type { Commune, Tables } from "./tables";
import { HELD_BY, HOLDERS_IN_2018 } from "./succession";

/** What INSEE publishes for COG 2026 and PMUN 2023 (Mayotte 2017): inhabitants, then communes. */
const KNOWN = {
  communes: 34_875,
  departments: 101,
  regions: 18,
  population: 68_350_798,
  withoutEpci: ["22016", "29083", "29155", "85113"],
  byDepartment: { "03": [333_298, 317], "07": [334_231, 335], "26": [524_207, 362], "63": [664_453, 463] },
} as const;

/** @throws Error naming the first figure that differs from the published one. */
export function checkTables(
  { communes, departments, regions, epci }: Tables,
  knownEpci: readonly { code: string; communes: number; population: number }[],
): void {
  equal("communes", communes.length, KNOWN.communes);
  equal("departments", departments.length, KNOWN.departments);
  equal("regions", regions.length, KNOWN.regions);
  equal("population of France", total(communes), KNOWN.population);
  equal("sum of the departments", total(departments), KNOWN.population);
  equal("sum of the regions", total(regions), KNOWN.population);
  for (const [code, [population, count]] of Object.entries(KNOWN.byDepartment)) {
    const department = departments.find((d) => d.code === code);
    equal(`population of ${code}`, department?.population, population);
    equal(`communes of ${code}`, department?.communes, count);
  }
  const withoutEpci = communes.filter(({ epciCode }) => epciCode === null).map(({ code }) => code);
  equal("communes without EPCI", withoutEpci.join(" "), KNOWN.withoutEpci.join(" "));
  const members = new Map<string, Commune[]>();
  for (const commune of communes) {
    if (commune.epciCode === null) continue;
    members.set(commune.epciCode, [...(members.get(commune.epciCode) ?? []), commune]);
  }
  equal("EPCI", epci.length, members.size);
  for (const known of knownEpci) {
    equal(`communes of EPCI ${known.code}`, members.get(known.code)?.length, known.communes);
    equal(`population of EPCI ${known.code}`, total(members.get(known.code) ?? []), known.population);
  }
  if (knownEpci.length === 0) throw new Error("no EPCI to check against");
  const withoutPostalCode = communes.filter(({ postalCodes }) => postalCodes.length === 0);
  equal("communes without postal code", withoutPostalCode.length, 0);
}

/**
 * What the data can tell of the communes without polygon: each holder has one, bore in 2018 the name of the
 * commune nouvelle, and shares department and EPCI with the communes it holds.
 *
 * @throws Error when one of these does not hold.
 */
export function checkHolders(communes: readonly Commune[], { areas, names }: Contours): void {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  for (const [code, holderCode] of HELD_BY) {
    const [held, holder] = [byCode.get(code), byCode.get(holderCode)];
    equal(`polygon of ${code}`, areas.get(code), undefined);
    equal(`name in 2018 of ${holderCode}`, names.get(holderCode), HOLDERS_IN_2018.get(holderCode));
    equal(`contour of ${holderCode}`, holder?.contour, "own");
    equal(`department of ${code}`, held?.departmentCode, holder?.departmentCode);
    equal(`EPCI of ${code}`, held?.epciCode, holder?.epciCode);
  }
}

export function equal<T>(what: string, actual: T, expected: NoInfer<T>): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)}, expected ${String(expected)}`);
}
