import { join } from "node:path";

/** Where things are, and of which vintage: the one place to change when a new COG is published. */
const ROOT = join(import.meta.dirname, "..", "..");

export const VINTAGES = {
  /** Code officiel géographique of the communes, EPCI, departments and regions. */
  cog: 2026,
  /** Municipal populations (PMUN) in force on 1 January 2026. */
  population: 2023,
  /** Mayotte has its own census calendar. */
  populationMayotte: 2017,
  /** COG of the contours (IGN ADMIN EXPRESS), before remapping. */
  contours: 2018,
} as const;

export const ATTRIBUTION =
  "Contours : IGN ADMIN EXPRESS COG 2018 (via france-geojson, Licence Ouverte) ; " +
  "populations : INSEE 2023 ; découpage : Etalab/DGCL, COG 2026";

export const SOURCES = join(import.meta.dirname, "sources");
/** Tables that the server reads and the seeds load. */
export const REFERENCE = join(ROOT, "prisma", "reference");
/** Files served to browsers; never rewritten once published, a new vintage is a new folder. */
export const GEO = join(ROOT, "public", "geo", String(VINTAGES.cog));
/** Data of the npm package @etalab/decoupage-administratif. */
export const ETALAB = join(ROOT, "node_modules", "@etalab", "decoupage-administratif", "data");
export const MAPSHAPER = join(ROOT, "node_modules", "mapshaper", "bin", "mapshaper");

/** Orders codes the same way on every machine, whatever its language: 2A between 19 and 2B, before 21. */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
