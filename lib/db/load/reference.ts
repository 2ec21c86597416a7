import { searchName } from "../../territory/search-name";
import { StartupFault } from "../faults";
import type { Tx } from "../repositories/rows";
import type { Dataset } from "./dataset";
import { fingerprint, shippedText } from "./files";

const FILES = ["regions", "departments", "epci", "communes"] as const;
/** Changes when this file writes the same data otherwise, so that databases load it again. */
const FORM = "1";

/** `communes.json`: the names of the columns, then one row per commune. */
interface CommunesFile {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A commune as `communes.json` gives it. */
interface CommuneSource {
  readonly code: string;
  readonly name: string;
  readonly formerCodes: readonly (readonly [code: string, name: string | null])[];
  /** `own`, or the code of the commune whose polygon holds this one. */
  readonly contour: string;
}

/** INSEE's reference (COG): regions, departments, EPCI, communes, from `prisma/reference`. */
export function referenceDataset(root: string): Dataset {
  const [regions, departments, epci, communes] = FILES.map((name) =>
    shippedText(root, "prisma", "reference", `${name}.json`),
  ) as [string, string, string, string];
  return {
    name: "reference",
    checksum: fingerprint([FORM, regions, departments, epci, communes]),
    load: async (tx) => {
      await upsertTerritories(tx, { regions, departments, epci });
      const rows = communesOf(communes);
      await upsertCommunes(tx, rows);
      const removed = await removeVanished(tx, rows, epci);
      await replaceFormerCodes(tx, rows);
      return { communes: rows.length, removed };
    },
  };
}

function communesOf(text: string): CommuneSource[] {
  const { columns, rows } = JSON.parse(text) as CommunesFile;
  return rows.map(
    (row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])) as unknown as CommuneSource,
  );
}

async function upsertTerritories(
  tx: Tx,
  files: { regions: string; departments: string; epci: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO region (code, name)
    SELECT code, name FROM jsonb_to_recordset(${files.regions}::jsonb) AS r(code text, name text)
    ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name`;
  await tx.$executeRaw`
    INSERT INTO department (code, name, region_code)
    SELECT code, name, "regionCode"
    FROM jsonb_to_recordset(${files.departments}::jsonb) AS d(code text, name text, "regionCode" text)
    ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, region_code = EXCLUDED.region_code`;
  await tx.$executeRaw`
    INSERT INTO epci (code, name, kind)
    SELECT code, name, kind FROM jsonb_to_recordset(${files.epci}::jsonb) AS e(code text, name text, kind text)
    ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind`;
}

/** One statement for all: row by row, 35,000 inserts take ten seconds. */
async function upsertCommunes(tx: Tx, rows: readonly CommuneSource[]): Promise<void> {
  const records = rows.map((row) => ({
    ...row,
    formerCodes: undefined,
    searchName: searchName(row.name),
    contourHeldBy: row.contour === "own" ? null : row.contour,
  }));
  await tx.$executeRaw`
    INSERT INTO commune (code, name, search_name, department_code, epci_code, postal_codes,
      population, population_vintage, area_hectares, contour_held_by)
    SELECT code, name, "searchName", "departmentCode", "epciCode", "postalCodes",
      population, "populationVintage", "areaHectares", "contourHeldBy"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS c(code text, name text, "searchName" text,
      "departmentCode" text, "epciCode" text, "postalCodes" text[], population int,
      "populationVintage" int, "areaHectares" int, "contourHeldBy" text)
    ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, search_name = EXCLUDED.search_name,
      department_code = EXCLUDED.department_code, epci_code = EXCLUDED.epci_code,
      postal_codes = EXCLUDED.postal_codes, population = EXCLUDED.population,
      population_vintage = EXCLUDED.population_vintage, area_hectares = EXCLUDED.area_hectares,
      contour_held_by = EXCLUDED.contour_held_by`;
}

/**
 * Removes the communes and EPCI that the new reference no longer has.
 *
 * @returns codes of the communes removed.
 * @throws StartupFault `data_refused` when somebody's territory holds one: which commune takes its place
 *   there is a decision, not a computation.
 */
async function removeVanished(tx: Tx, rows: readonly CommuneSource[], epci: string): Promise<string[]> {
  const current = rows.map(({ code }) => code);
  const vanished = await tx.$queryRaw<{ code: string }[]>`
    SELECT code FROM commune WHERE code NOT IN (SELECT unnest(${current}::text[])) ORDER BY code`;
  const codes = vanished.map(({ code }) => code);
  if (codes.length > 0) {
    // Estimates from public documents are made again from the new reference, by the next load.
    await tx.perimeterMembership.deleteMany({
      where: { communeCode: { in: codes }, cpts: { origin: "public_documents", version: 1 } },
    });
    const held = await tx.perimeterMembership.findMany({
      where: { communeCode: { in: codes } },
      include: { commune: true, cpts: true },
      orderBy: { communeCode: "asc" },
    });
    if (held.length > 0) throw refused(held.map(({ commune, cpts }) => `${commune.name} (${cpts.name})`));
  }
  await tx.formerCommuneCode.deleteMany();
  await tx.commune.deleteMany({ where: { code: { in: codes } } });
  await tx.$executeRaw`
    DELETE FROM epci WHERE code NOT IN (SELECT code FROM jsonb_to_recordset(${epci}::jsonb) AS e(code text))`;
  return codes;
}

async function replaceFormerCodes(tx: Tx, rows: readonly CommuneSource[]): Promise<void> {
  const former = rows.flatMap(({ code, formerCodes }) =>
    formerCodes.map(([formerCode, name]) => ({ code: formerCode, commune: code, name })),
  );
  await tx.$executeRaw`
    INSERT INTO former_commune_code (code, commune_code, name)
    SELECT code, commune, name
    FROM jsonb_to_recordset(${JSON.stringify(former)}::jsonb) AS f(code text, commune text, name text)`;
}

function refused(held: readonly string[]): StartupFault {
  return new StartupFault(
    "data_refused",
    `Le nouveau référentiel n’a plus ${held.length > 1 ? "ces communes, que des territoires comptent" : "cette commune, qu’un territoire compte"} : ${held.join(", ")}.\n` +
      "  Le référentiel n’a pas été chargé et rien n’est perdu. Avec la version précédente de Maillage, datez leur sortie\n" +
      "  de ces territoires et ajoutez la commune qui les remplace, puis relancez.",
  );
}
