import { searchCommunes, searchCpts, searchDepartments, type CommuneHit } from "../db/repositories/search";
import type { Region } from "../db/repositories/territories";
import type { SearchResults } from "../schemas/api/answers";
import { searchName, searchTerms } from "../territory/search-name";
import type { Ask } from "./ask";
import { atRevision } from "./cache";
import { openWorld, type World } from "./world";

type Hit = SearchResults["results"][number];

/** How many of each kind at most. */
export interface Most {
  readonly regions: number;
  readonly departments: number;
  readonly communes: number;
  readonly cpts: number;
}

/** As many of each kind as a list under a search box can hold. */
const LIST: Most = { regions: 2, departments: 3, communes: 8, cpts: 5 };

/** As many as a page of results can. */
export const RESULTS_PAGE: Most = { regions: 18, departments: 20, communes: 60, cpts: 40 };

/**
 * What the site holds under a name or a code: regions and departments, then communes, then CPTS, best
 * first within each. Accents, case and « st » for « saint » do not matter. Empty when nothing matches.
 */
export async function search(ask: Ask, text: string, most: Most = LIST): Promise<SearchResults> {
  const world = await openWorld(ask.viewer);
  const query = text.trim();
  return atRevision(world.revision, `search ${most.communes} ${query.toLowerCase()}`, async () => ({
    query,
    results: await find(world, query, most),
  }));
}

async function find(world: World, query: string, most: Most): Promise<Hit[]> {
  const { prisma } = world.db;
  const [departments, communes, cpts] = await Promise.all([
    searchDepartments(prisma, query, most.departments),
    searchCommunes(prisma, query, most.communes),
    searchCpts(prisma, query, most.cpts),
  ]);
  return [
    ...regionsNamed(world.regions, query, most.regions).map(({ code, name }): Hit => ({
      kind: "region",
      label: name,
      detail: "Région",
      href: `/regions/${code}`,
    })),
    ...departments.map(({ code, name }): Hit => ({
      kind: "departement",
      label: name,
      detail: `Département ${code}`,
      href: `/departements/${code}`,
    })),
    ...communes.map((commune): Hit => ({
      kind: "commune",
      label: commune.name,
      detail: communeDetail(commune, query),
      href: `/communes/${commune.code}`,
    })),
    ...cpts.map(({ slug, name }): Hit => ({
      kind: "cpts",
      label: name,
      detail: `CPTS, ${departmentNames(world, slug)}`,
      href: `/cpts/${slug}`,
    })),
  ];
}

function regionsNamed(regions: readonly Region[], query: string, most: number): readonly Region[] {
  const terms = searchTerms(query);
  return regions
    .filter(({ name }) => terms.some((term) => ` ${searchName(name)}`.includes(` ${term}`)))
    .slice(0, most);
}

/** « Puy-de-Dôme (63), 63000 et 63100 »; many postal codes say nothing. */
function communeDetail(commune: CommuneHit, query: string): string {
  const { departmentName, departmentCode, postalCodes, matched } = commune;
  const place = `${departmentName} (${departmentCode})`;
  if (matched === "former_code") return `${place}, a repris l’ancienne commune ${query.toUpperCase()}`;
  const shown =
    matched === "postal_code" ? postalCodes.filter((code) => code.startsWith(query)) : postalCodes;
  const [first] = shown;
  if (first === undefined) return place;
  return shown.length > 2 ? `${place}, ${first} et autres codes postaux` : `${place}, ${shown.join(" et ")}`;
}

function departmentNames({ cptsBySlug, departmentOf }: World, slug: string): string {
  const links = cptsBySlug.get(slug)?.departments ?? [];
  return links.map(({ code }) => `${departmentOf.get(code)?.name ?? ""} (${code})`).join(" et ");
}
