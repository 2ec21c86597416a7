import type { Database } from "@/lib/db/database";
import { loadReferenceCase } from "../../tests/fixtures/load-reference-case";

/** About as many as France has. */
export const CPTS = 800;
const LEDGER_ROWS = 100_000;

/**
 * Made-up CPTS over every department, which share out its communes, and payments split until the ledger is as
 * long as promised. What is already there stays. @returns the rows of payments and of spending.
 */
export async function fill(database: Database): Promise<number> {
  const departments = await database.prisma.department.findMany({
    select: { code: true },
    orderBy: { code: "asc" },
  });
  const known = await database.prisma.cpts.count({ where: { slug: { startsWith: "banc-" } } });
  for (let i = known; i < CPTS; i += 1) {
    const slug = benchSlug(i);
    const department = departments[i % departments.length]?.code ?? "63";
    await loadReferenceCase(database, { slug, department });
  }
  await shareOutCommunes(database);
  let rows = await count(database);
  while (rows < LEDGER_ROWS) {
    const missing = LEDGER_ROWS - rows;
    await database.query(
      `INSERT INTO payment (id, cpts_id, payer, line, contract_no, year, paid_on, amount_cents, recorded_by)
       SELECT gen_random_uuid(), cpts_id, payer, line, contract_no, year, paid_on, 100, 'system'
       FROM payment ORDER BY id LIMIT ${missing}`,
    );
    rows = await count(database);
  }
  await database.query("ANALYZE");
  return rows;
}

/** The slug of the CPTS of that number. */
export const benchSlug = (i: number): string => `banc-${String(i).padStart(4, "0")}`;

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
     WHERE numbered.place % own.many = own.place
     ON CONFLICT DO NOTHING`,
  );
}

async function count({ prisma }: Database): Promise<number> {
  return (await prisma.payment.count()) + (await prisma.spendingEntry.count());
}
