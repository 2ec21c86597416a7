import { ARS_CITATIONS, DROME_SIXTH, PILAT, ROYANS_VERCORS } from "./ars-public-cases";
import { PERIMETER_CITATIONS } from "./perimeters";
import type { RecordSeed } from "./record-seed";
import { RULE_CITATIONS } from "./rules-and-reference";
import { CITATIONS_000, DROME_COVERAGE, PORTE_DE_DROME_ARDECHE } from "./seed-000-porte-de-drome-ardeche";
import { ARDECHE_COVERAGE, SUD_ARD_DROM } from "./seed-001-sud-ard-drom";
import { CITATIONS_001 } from "./seed-001-sud-ard-drom.citations";
import { SUD_ALLIER } from "./seed-002-sud-allier";
import { CITATIONS_002 } from "./seed-002-sud-allier.citations";
import {
  CITATIONS_003,
  PUY_DE_DOME,
  PUY_DE_DOME_COVERAGE,
  PUY_DE_DOME_FUNDING,
} from "./seed-003-puy-de-dome";
import { HAUTE_COMBRAILLE_ET_VOLCANS } from "./seed-004-haute-combraille-et-volcans";
import { CITATIONS_004 } from "./seed-004-haute-combraille-et-volcans.citations";
import { NATIONAL_FIGURES, SENAT_CITATIONS } from "./senat-r25-032";
import { SOURCES } from "./sources";

export type { EstimatedPerimeter, RecordSeed, SeedCpts, SeedDepartmentFact } from "./record-seed";

/**
 * What the public documents state of seventeen CPTS (the fifteen of the five press documents, and two
 * more), of three departments and of the country. Plain data: each figure points to the sentence it
 * stands on, and nothing is more certain here than it is there. The loader writes it under the origin
 * `public_documents`; see README.md to add a figure.
 */
export const SEED: RecordSeed = {
  sources: SOURCES,
  citations: [
    ...CITATIONS_000,
    ...CITATIONS_001,
    ...CITATIONS_002,
    ...CITATIONS_003,
    ...CITATIONS_004,
    ...ARS_CITATIONS,
    ...SENAT_CITATIONS,
    ...RULE_CITATIONS,
    ...Object.values(PERIMETER_CITATIONS),
  ],
  cpts: [
    PORTE_DE_DROME_ARDECHE,
    SUD_ARD_DROM,
    SUD_ALLIER,
    HAUTE_COMBRAILLE_ET_VOLCANS,
    ...PUY_DE_DOME,
    ROYANS_VERCORS,
    PILAT,
  ],
  departmentFunding: PUY_DE_DOME_FUNDING,
  publishedCoverage: [DROME_COVERAGE, ARDECHE_COVERAGE, PUY_DE_DOME_COVERAGE],
  publishedFigures: [DROME_SIXTH, ...NATIONAL_FIGURES],
};
