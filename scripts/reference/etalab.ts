import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ETALAB } from "./places";

/** The administrative reference as the npm package gives it, restricted to the fields that are used. */
const communeSchema = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.enum(["commune-actuelle", "commune-deleguee", "commune-associee", "arrondissement-municipal"]),
  departement: z.string().optional(),
  /** Of a delegated or associated commune: the current commune it is part of. */
  chefLieu: z.string().optional(),
  /** Of a municipal arrondissement (Paris, Lyon, Marseille): its commune. */
  commune: z.string().optional(),
  anciensCodes: z.array(z.string()).optional(),
  codesPostaux: z.array(z.string()).optional(),
  population: z.int().nonnegative().optional(),
});
/** `populationMunicipale` exists in the file but is of the 2022 vintage: left out on purpose. */
const epciSchema = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.enum(["CC", "CA", "CU", "METRO", "MET69"]),
  membres: z.array(z.object({ code: z.string() })),
});
const departmentSchema = z.object({
  code: z.string(),
  nom: z.string(),
  region: z.string(),
  zone: z.enum(["metro", "drom", "com"]),
});
const regionSchema = z.object({ code: z.string(), nom: z.string(), zone: z.enum(["metro", "drom", "com"]) });

export type EtalabCommune = z.infer<typeof communeSchema>;
export type EtalabEpci = z.infer<typeof epciSchema>;
export type EtalabDepartment = z.infer<typeof departmentSchema>;
export type EtalabRegion = z.infer<typeof regionSchema>;

export interface Etalab {
  /** Every record: current communes, delegated and associated ones, municipal arrondissements. */
  readonly communes: readonly EtalabCommune[];
  readonly epci: readonly EtalabEpci[];
  /** The 101 departments, without the collectivités d'outre-mer. */
  readonly departments: readonly EtalabDepartment[];
  /** The 18 regions. */
  readonly regions: readonly EtalabRegion[];
}

/** @throws ZodError when a file of the package no longer has the fields that are used. */
export function readEtalab(): Etalab {
  return {
    communes: read("communes.json", communeSchema),
    epci: read("epci.json", epciSchema),
    departments: read("departements.json", departmentSchema).filter(({ zone }) => zone !== "com"),
    regions: read("regions.json", regionSchema).filter(({ zone }) => zone !== "com"),
  };
}

function read<T>(file: string, schema: z.ZodType<T>): T[] {
  return z.array(schema).parse(JSON.parse(readFileSync(join(ETALAB, file), "utf8")));
}
