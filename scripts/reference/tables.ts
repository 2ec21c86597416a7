import type { Etalab } from "./etalab";
import type { Contours } from "./contours";
import type { Population } from "./populations";
import { byCode } from "./places";
import { HELD_BY } from "./succession";

/** Rows of `prisma/reference/`; the order of the fields is that of the files. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  /** Null for four islands. */
  readonly epciCode: string | null;
  readonly postalCodes: readonly string[];
  /** PMUN, inhabitants. */
  readonly population: number;
  readonly populationVintage: number;
  /** Hectares, from the contours before simplification; null without a polygon of its own. */
  readonly areaHectares: number | null;
  /** "own", or the code of the commune whose polygon holds this one. */
  readonly contour: string;
  /** Codes that this commune has absorbed, with their name where a source gives it. */
  readonly formerCodes: readonly (readonly [code: string, name: string | null])[];
}
export interface Epci {
  readonly code: string;
  readonly name: string;
  /** Nature: CC, CA, CU, METRO, or MET69 for the métropole de Lyon. */
  readonly kind: string;
}
export interface Department {
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly population: number;
  readonly communes: number;
  readonly areaHectares: number;
}
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly population: number;
}
export interface Tables {
  readonly communes: readonly Commune[];
  readonly epci: readonly Epci[];
  readonly departments: readonly Department[];
  readonly regions: readonly Region[];
}

/** @throws Error when a commune has no population, no known department, or neither polygon nor holder. */
export function buildTables(
  etalab: Etalab,
  populations: ReadonlyMap<string, Population>,
  successor: ReadonlyMap<string, string>,
  { areas, names }: Contours,
): Tables {
  const departmentCodes = new Set(etalab.departments.map(({ code }) => code));
  const epciOf = new Map(
    etalab.epci.flatMap(({ code, membres }) => membres.map((m) => [m.code, code] as const)),
  );
  const formerNames = new Map(names);
  // The package's names have their article, those of the contours do not.
  for (const { code, nom, chefLieu } of etalab.communes)
    if (chefLieu !== undefined) formerNames.set(code, nom);
  const formerCodes = new Map<string, [string, string | null][]>();
  for (const former of [...successor.keys()].sort()) {
    const code = successor.get(former) ?? "";
    formerCodes.set(code, [...(formerCodes.get(code) ?? []), [former, formerNames.get(former) ?? null]]);
  }

  const communes = etalab.communes
    .filter(({ type, departement = "" }) => type === "commune-actuelle" && departmentCodes.has(departement))
    .map((source): Commune => {
      const { code, nom: name, departement: departmentCode = "", codesPostaux: postalCodes = [] } = source;
      const population = populations.get(code);
      if (population === undefined) throw new Error(`INSEE counts nobody in ${code} (${name})`);
      // The package leaves out the six villages destroyed in 1916, which INSEE counts at zero.
      if (population.count !== (source.population ?? 0)) {
        throw new Error(`${code} (${name}): INSEE ${population.count}, package ${source.population}`);
      }
      const area = areas.get(code);
      const holder = HELD_BY.get(code);
      if ((area === undefined) === (holder === undefined)) {
        throw new Error(`${code} (${name}) needs either a polygon or a commune that holds it`);
      }
      return {
        code,
        name,
        departmentCode,
        epciCode: epciOf.get(code) ?? null,
        postalCodes,
        population: population.count,
        populationVintage: population.vintage,
        areaHectares: area === undefined ? null : Math.round(area / 10_000),
        contour: holder ?? "own",
        formerCodes: formerCodes.get(code) ?? [],
      };
    })
    .sort(byCode);

  const departments = etalab.departments.map(({ code, nom, region }): Department => {
    const members = communes.filter(({ departmentCode }) => departmentCode === code);
    return {
      code,
      name: nom,
      regionCode: region,
      population: total(members),
      communes: members.length,
      areaHectares: members.reduce((sum, { areaHectares }) => sum + (areaHectares ?? 0), 0),
    };
  });
  const used = new Set(communes.map(({ epciCode }) => epciCode));
  return {
    communes,
    departments: departments.sort(byCode),
    regions: etalab.regions
      .map(({ code, nom }) => ({
        code,
        name: nom,
        population: total(departments.filter(({ regionCode }) => regionCode === code)),
      }))
      .sort(byCode),
    epci: etalab.epci
      .filter(({ code }) => used.has(code))
      .map(({ code, nom, type }) => ({ code, name: nom, kind: type }))
      .sort(byCode),
  };
}

export function total(members: readonly { readonly population: number }[]): number {
  return members.reduce((sum, { population }) => sum + population, 0);
}
