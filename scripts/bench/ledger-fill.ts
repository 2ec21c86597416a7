import type { Database } from "@/lib/db/database";
import { loadReferenceCase } from "../../tests/fixtures/load-reference-case";

/** About as many as France has. */
export const CPTS = 800;
const LEDGER_ROWS = 100_000;
const MODEL = benchSlug(0);

/** What a CPTS of the reference case has rows in, sheets' entries apart. */
const OWN = [
  "cpts_department",
  "stated_figure",
  "lifecycle_event",
  "mission_engagement",
  "contract",
  "year_review",
  "payment",
  "spending_sheet",
] as const;

/** The slug of the CPTS of that number. */
export function benchSlug(i: number): string {
  return `banc-${String(i).padStart(4, "0")}`;
}

/**
 * Made-up CPTS over every department, which share out its communes: the reference case once, then copies of it, and
 * payments split until the ledger is as long as promised. @returns the rows of payments and of spending.
 */
export async function fill(database: Database): Promise<number> {
  await loadReferenceCase(database, { slug: MODEL });
  await database.query(
    `INSERT INTO cpts (id, slug, name, origin)
     SELECT gen_random_uuid(), 'banc-' || lpad(i::text, 4, '0'), 'CPTS du banc ' || i, origin
     FROM cpts, generate_series(1, $1::int - 1) AS i WHERE slug = $2`,
    [CPTS, MODEL],
  );
  for (const table of OWN) await copyRows(database, table);
  await database.query(
    `INSERT INTO spending_entry (sheet_id, line, nature, budget_cents, spent_cents)
     SELECT copy.id, entry.line, entry.nature, entry.budget_cents, entry.spent_cents
     FROM spending_entry entry
     JOIN spending_sheet sheet ON sheet.id = entry.sheet_id
     JOIN cpts model ON model.id = sheet.cpts_id AND model.slug = $1
     JOIN spending_sheet copy ON copy.contract_no = sheet.contract_no AND copy.year = sheet.year
     JOIN cpts own ON own.id = copy.cpts_id AND own.slug LIKE 'banc-%' AND own.id <> model.id`,
    [MODEL],
  );
  await shareOutCommunes(database);
  let rows = await count(database);
  while (rows < LEDGER_ROWS) {
    await database.query(
      `INSERT INTO payment (id, cpts_id, payer, line, contract_no, year, paid_on, amount_cents, recorded_by)
       SELECT gen_random_uuid(), cpts_id, payer, line, contract_no, year, paid_on, 100, 'system'
       FROM payment ORDER BY id LIMIT $1::int`,
      [LEDGER_ROWS - rows],
    );
    rows = await count(database);
  }
  await database.query("ANALYZE");
  return rows;
}

/** The model's rows of a table, for every other CPTS of the bench; each in a department of its own turn. */
async function copyRows(database: Database, table: (typeof OWN)[number]): Promise<void> {
  const columns = await database.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position",
    [table],
  );
  const values: Readonly<Record<string, string>> = {
    id: "gen_random_uuid()",
    cpts_id: "own.id",
    department_code:
      "(SELECT code FROM department ORDER BY code OFFSET substr(own.slug, 6)::int % (SELECT count(*) FROM department) LIMIT 1)",
  };
  const names = columns.map(({ name }) => name);
  await database.query(
    `INSERT INTO ${table} (${names.join(", ")})
     SELECT ${names.map((name) => values[name] ?? `of.${name}`).join(", ")}
     FROM ${table} of
     JOIN cpts model ON model.id = of.cpts_id AND model.slug = $1
     JOIN cpts own ON own.slug LIKE 'banc-%' AND own.id <> model.id`,
    [MODEL],
  );
}

/** Each commune to one of the CPTS of its department: the territories are as large as the country's. */
async function shareOutCommunes(database: Database): Promise<void> {
  await database.query(
    `WITH own AS (
       SELECT cpts.id, link.department_code, link.citation_id,
              row_number() OVER (PARTITION BY link.department_code ORDER BY cpts.slug) - 1 AS place,
              count(*) OVER (PARTITION BY link.department_code) AS many
       FROM cpts JOIN cpts_department link ON link.cpts_id = cpts.id
       WHERE cpts.slug LIKE 'banc-%'
     ), numbered AS (
       SELECT code, department_code,
              row_number() OVER (PARTITION BY department_code ORDER BY code) - 1 AS place
       FROM commune
     )
     INSERT INTO perimeter_membership (id, cpts_id, commune_code, valid_from, basis, citation_id)
     SELECT gen_random_uuid(), own.id, numbered.code, DATE '2021-01-01', 'declared', own.citation_id
     FROM numbered JOIN own USING (department_code)
     WHERE numbered.place % own.many = own.place`,
  );
}

async function count({ prisma }: Database): Promise<number> {
  return (await prisma.payment.count()) + (await prisma.spendingEntry.count());
}
