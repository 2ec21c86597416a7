import { Prisma } from "@/generated/prisma/client";
import { searchName, searchTerms } from "../../territory/search-name";
import type { Tx } from "./rows";

export interface CommuneHit {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly postalCodes: readonly string[];
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly matched: "name" | "postal_code" | "code" | "former_code";
}

export interface NamedHit {
  readonly name: string;
}
export interface DepartmentHit extends NamedHit {
  readonly code: string;
}
export interface CptsHit extends NamedHit {
  readonly slug: string;
}

/** A postal or INSEE code, whole or its beginning: 63, 6300, 63113, 2A004. */
const CODE = /^(\d{2,5}|2[ab]\d{0,3})$/i;
/** A name found inside another only from this many letters: « la » is inside half of France. */
const INSIDE_FROM = 3;

/**
 * Communes whose name begins with `text` (most populated first), then those with a word that does, then
 * those that contain it; or, for digits, those of that postal, INSEE or former code.
 *
 * @param limit at most this many.
 */
export async function searchCommunes(tx: Tx, text: string, limit: number): Promise<CommuneHit[]> {
  const typed = text.trim().toUpperCase();
  if (CODE.test(typed)) return communesByCode(tx, typed, limit);
  const terms = searchTerms(text);
  if (terms.length === 0) return [];
  return tx.$queryRaw<CommuneHit[]>`
    SELECT ${COMMUNE}, 'name' AS matched
    FROM commune c JOIN department d ON d.code = c.department_code
    WHERE ${matches(Prisma.sql`c.search_name`, terms)}
    ORDER BY ${rankOf(Prisma.sql`c.search_name`, terms)}, c.population DESC, c.code
    LIMIT ${limit}`;
}

/** Departments by name or number, best first. */
export async function searchDepartments(tx: Tx, text: string, limit: number): Promise<DepartmentHit[]> {
  const terms = searchTerms(text);
  if (terms.length === 0) return [];
  const name = normalised(Prisma.sql`d.name`);
  return tx.$queryRaw<DepartmentHit[]>`
    SELECT d.code, d.name FROM department d
    WHERE d.code = ${text.trim().toUpperCase()} OR ${matches(name, terms)}
    ORDER BY ${rankOf(name, terms)}, d.code
    LIMIT ${limit}`;
}

/** CPTS by name, « CPTS » itself left out of what is compared; best first. */
export async function searchCpts(tx: Tx, text: string, limit: number): Promise<CptsHit[]> {
  const terms = searchTerms(searchName(text).replace(/^cpts\b/, ""));
  if (terms.length === 0) return [];
  const name = Prisma.sql`regexp_replace(${normalised(Prisma.sql`p.name`)}, '^cpts ', '')`;
  return tx.$queryRaw<CptsHit[]>`
    SELECT p.slug, p.name FROM cpts p
    WHERE ${matches(name, terms)}
    ORDER BY ${rankOf(name, terms)}, p.name, p.slug
    LIMIT ${limit}`;
}

const COMMUNE = Prisma.sql`c.code, c.name, c.population, c.postal_codes AS "postalCodes",
  d.code AS "departmentCode", d.name AS "departmentName"`;

const WHOLE_CODE = 5;

async function communesByCode(tx: Tx, code: string, limit: number): Promise<CommuneHit[]> {
  const postal =
    code.length === WHOLE_CODE
      ? Prisma.sql`c.postal_codes @> ARRAY[${code}]::text[]`
      : Prisma.sql`' ' || array_to_string(c.postal_codes, ' ') LIKE ${`% ${code}%`}`;
  return tx.$queryRaw<CommuneHit[]>`
    SELECT ${COMMUNE},
      CASE
        WHEN c.code = ${code} THEN 'code'
        WHEN EXISTS (SELECT 1 FROM former_commune_code f WHERE f.commune_code = c.code AND f.code = ${code})
          THEN 'former_code'
        ELSE 'postal_code'
      END AS matched
    FROM commune c JOIN department d ON d.code = c.department_code
    WHERE c.code = ${code}
      OR ${postal}
      OR c.code IN (SELECT f.commune_code FROM former_commune_code f WHERE f.code = ${code})
    ORDER BY c.population DESC, c.code
    LIMIT ${limit}`;
}

// Terms hold only letters, digits and spaces: nothing in them is a wildcard of LIKE.
function matches(column: Prisma.Sql, terms: readonly string[]): Prisma.Sql {
  const patterns = terms.flatMap((term) =>
    term.length < INSIDE_FROM ? [`${term}%`, `% ${term}%`] : [`%${term}%`],
  );
  return Prisma.sql`${column} LIKE ANY(${patterns}::text[])`;
}

function rankOf(column: Prisma.Sql, terms: readonly string[]): Prisma.Sql {
  const prefixes = terms.map((term) => `${term}%`);
  const words = terms.map((term) => `% ${term}%`);
  // « Y », « Us », « Eu »: whoever typed all of it cannot type more to be understood.
  return Prisma.sql`CASE
    WHEN length(${column}) < ${INSIDE_FROM} AND ${column} = ANY(${[...terms]}::text[]) THEN 0
    WHEN ${column} LIKE ANY(${prefixes}::text[]) THEN 1
    WHEN ${column} LIKE ANY(${words}::text[]) THEN 2
    ELSE 3 END`;
}

const ACCENTED = "àâäáãåéèêëíìîïóòôöõúùûüçñÿÀÂÄÁÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÇÑŸ";
const PLAIN = "aaaaaaeeeeiiiiooooouuuucnyaaaaaaeeeeiiiiooooouuuucny";

/** As `searchName`, for the few names that are not stored normalised; capitals too, which a C locale leaves as they are. */
function normalised(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`trim(regexp_replace(lower(translate(
    replace(replace(replace(${column}, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), ${ACCENTED}, ${PLAIN})),
    '[^a-z0-9]+', ' ', 'g'))`;
}
