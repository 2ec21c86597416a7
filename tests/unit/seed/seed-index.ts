import { SEED, type SeedCpts } from "../../../prisma/seed";

const sourceOfCitation = new Map(SEED.citations.map(({ id, sourceId }) => [id, sourceId]));

/** The document that a citation belongs to. */
export function sourceOf(citation: string): string {
  return sourceOfCitation.get(citation) ?? `no citation ${citation}`;
}

export function cptsOf(slug: string): SeedCpts {
  const found = SEED.cpts.find((cpts) => cpts.slug === slug);
  if (!found) throw new Error(`no CPTS ${slug} in the seed`);
  return found;
}

/** A span as one word: the day, or both bounds. */
export function days({ earliest, latest }: { earliest: string; latest: string }): string {
  return earliest === latest ? earliest : `${earliest}..${latest}`;
}

export const NEW_OF_PUY_DE_DOME = [
  "nord-combrailles",
  "val-d-allier-sud",
  "val-d-artiere",
  "livradois-forez",
  "clermont-plus",
  "combrailles-limagne-et-volcans",
  "sud-63",
];

/** Those of 2020 that only seed 003 tells of. */
export const OTHERS_OF_2020 = [
  "bords-d-allier",
  "sancy-ouest",
  "entre-limagne-et-livradois",
  "thiers-dore-et-montagne",
];

export const TWELVE_OF_PUY_DE_DOME = [
  "haute-combraille-et-volcans",
  ...OTHERS_OF_2020,
  ...NEW_OF_PUY_DE_DOME,
];

export interface Use {
  readonly citation: string;
  readonly subject: string;
  readonly collection: string;
}

/** Every place of the seed that points to a citation. */
export function citationUses(): Use[] {
  const uses: Use[] = [];
  const add = (subject: string, collection: string, citations: readonly string[]) =>
    uses.push(...citations.map((citation) => ({ citation, subject, collection })));
  const ids = (facts: readonly { citation: string }[]) => facts.map(({ citation }) => citation);
  for (const cpts of SEED.cpts) {
    add(cpts.slug, "departments", ids(cpts.departments));
    add(cpts.slug, "figures", ids(cpts.figures));
    add(cpts.slug, "events", ids(cpts.events));
    add(cpts.slug, "perimeter", cpts.estimatedPerimeter ? [cpts.estimatedPerimeter.citation] : []);
    add(cpts.slug, "professionals", ids(cpts.professionals));
    add(cpts.slug, "partners", ids(cpts.partners));
    add(cpts.slug, "missions", ids(cpts.missions));
    add(cpts.slug, "objectives", ids(cpts.missions.flatMap(({ objectives }) => objectives)));
    add(cpts.slug, "contracts", ids(cpts.contracts));
    add(cpts.slug, "amounts", ids(cpts.contracts.flatMap(({ amounts }) => amounts)));
    add(cpts.slug, "funding", ids(cpts.funding));
  }
  for (const fact of SEED.departmentFunding) add(fact.department, "funding", [fact.citation]);
  for (const fact of SEED.publishedCoverage) add(fact.department, "coverage", [fact.citation]);
  for (const fact of SEED.publishedFigures) add(fact.territory, "published", [fact.citation]);
  return uses;
}
