import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/database";
import { type Engine, ROOT, failure } from "./harness";

const SLUG = "(SELECT id FROM cpts WHERE slug = 'sud-63')";
const CITATION = "(SELECT min(id) FROM citation)";
const CONTRACT = "(SELECT min(id::text)::uuid FROM contract)";
const AMOUNT =
  "INSERT INTO contract_amount (id, contract_id, line, part, year, amount_cents, citation_id) VALUES " +
  `(gen_random_uuid(), ${CONTRACT}, 'parcours', 'fixed',`;

/** For each rule, what it refuses. The amount of the contract is inserted before. */
const REFUSED: readonly (readonly [constraint: string, sql: string])[] = [
  [
    "source_published_in_order",
    "UPDATE source SET published_earliest = '2025-01-02', published_latest = '2025-01-01'",
  ],
  [
    "source_published_in_order",
    "UPDATE source SET published_earliest = '2025-01-02', published_latest = NULL",
  ],
  ["stated_figure_as_of_in_order", "UPDATE stated_figure SET as_of_latest = as_of_earliest - 1"],
  ["lifecycle_event_in_order", "UPDATE lifecycle_event SET latest = earliest - 1"],
  ["professional_count_as_of_in_order", "UPDATE professional_count SET as_of_latest = as_of_earliest - 1"],
  ["partner_structure_as_of_in_order", "UPDATE partner_structure SET as_of_latest = as_of_earliest - 1"],
  ["contract_signed_in_order", "UPDATE contract SET signed_latest = signed_earliest - 1"],
  ["funding_fact_as_of_in_order", "UPDATE funding_fact SET as_of_latest = as_of_earliest - 1"],
  ["published_coverage_as_of_in_order", "UPDATE published_coverage SET as_of_latest = as_of_earliest - 1"],
  ["published_figure_as_of_in_order", "UPDATE published_figure SET as_of_latest = as_of_earliest - 1"],
  ["commune_population_not_negative", "UPDATE commune SET population = -1 WHERE code = '63113'"],
  ["commune_area_positive", "UPDATE commune SET area_hectares = 0 WHERE code = '63113'"],
  ["commune_area_or_holder", "UPDATE commune SET area_hectares = NULL WHERE code = '63113'"],
  ["commune_area_or_holder", "UPDATE commune SET contour_held_by = '63001' WHERE code = '63113'"],
  ["stated_figure_value_not_negative", "UPDATE stated_figure SET value = -1 WHERE measure <> 'size_tier'"],
  ["stated_figure_tier_one_to_four", "UPDATE stated_figure SET value = 5 WHERE measure = 'size_tier'"],
  ["professional_count_not_negative", "UPDATE professional_count SET count = -1"],
  ["partner_structure_counts_not_negative", "UPDATE partner_structure SET count = -1"],
  ["partner_structure_counts_not_negative", "UPDATE partner_structure SET beds = -1"],
  ["mission_objective_rank_positive", "UPDATE mission_objective SET rank = -rank"],
  ["mission_objective_rank_positive", "UPDATE mission_objective SET text = ' '"],
  ["cpts_slug_form", "UPDATE cpts SET slug = 'Sud Allier' WHERE slug = 'sud-allier'"],
  ["cpts_name_not_empty", "UPDATE cpts SET name = ' '"],
  ["cpts_department_rank_positive", "UPDATE cpts_department SET rank = 0 WHERE rank = 1"],
  ["perimeter_membership_period_in_order", "UPDATE perimeter_membership SET valid_to = valid_from"],
  [
    "perimeter_membership_share_proper",
    "UPDATE perimeter_membership SET partial = true, share_numerator = 1",
  ],
  [
    "perimeter_membership_share_proper",
    "UPDATE perimeter_membership SET partial = true, share_numerator = 2, share_denominator = 2",
  ],
  [
    "perimeter_membership_share_proper",
    "UPDATE perimeter_membership SET share_numerator = 1, share_denominator = 2",
  ],
  ["perimeter_outline_period_in_order", "UPDATE perimeter_outline SET valid_to = valid_from"],
  [
    "perimeter_membership_no_overlap",
    "INSERT INTO perimeter_membership (id, cpts_id, commune_code, valid_from, basis, citation_id) " +
      "SELECT gen_random_uuid(), cpts_id, commune_code, valid_from + 30, basis, citation_id " +
      `FROM perimeter_membership WHERE cpts_id = ${SLUG} LIMIT 1`,
  ],
  [
    "mission_engagement_period_in_order",
    "UPDATE mission_engagement SET started_on = '2025-01-01', ended_on = '2025-01-01'",
  ],
  ["contract_term_positive", "UPDATE contract SET term_months = 0"],
  ["contract_ends_after_signature", "UPDATE contract SET ended_on = signed_earliest - 1"],
  ["contract_party_name_not_empty", "UPDATE contract_party SET name = ''"],
  ["contract_amount_not_negative", "UPDATE contract_amount SET amount_cents = -1"],
  ["contract_amount_year_positive", "UPDATE contract_amount SET year = 0"],
  ["contract_amount_once_a_line", `${AMOUNT} NULL, 1, ${CITATION})`],
  ["funding_fact_of_one_subject", "UPDATE funding_fact SET cpts_id = NULL, department_code = NULL"],
  ["funding_fact_of_one_subject", `UPDATE funding_fact SET cpts_id = ${SLUG}, department_code = '63'`],
  ["funding_fact_amount_not_negative", "UPDATE funding_fact SET amount_cents = -1, amount_to_cents = NULL"],
  ["funding_fact_range_in_order", "UPDATE funding_fact SET amount_cents = 2, amount_to_cents = 2"],
  ["funding_fact_range_in_order", "UPDATE funding_fact SET amount_cents = NULL, amount_to_cents = 2"],
  ["published_coverage_rates_in_order", "UPDATE published_coverage SET signed_rate = 10001"],
  [
    "published_coverage_rates_in_order",
    "UPDATE published_coverage SET signed_rate = 6000, signed_or_under_way_rate = 5000",
  ],
  [
    "published_coverage_says_something",
    "UPDATE published_coverage SET signed_cpts = NULL, signed_rate = NULL, signed_or_under_way_rate = NULL",
  ],
  ["published_figure_territory_form", "UPDATE published_figure SET territory = 'X'"],
  ["record_revision_single", "INSERT INTO record_revision (id, revision) VALUES (2, 0)"],
];

export function constraints(engine: Engine): void {
  describe("the database's own rules", () => {
    let database: Database;
    beforeAll(async () => {
      database = await engine.copy();
      await database.query(`${AMOUNT} NULL, 1750000, ${CITATION})`);
    });
    afterAll(() => database.close());

    test.each(REFUSED)("%s refuses: %s", async (constraint, sql) => {
      expect(await failure(() => database.query(sql))).toMatchObject({ constraint });
    });

    test("the table above knows every rule of the migration", () => {
      const folder = fs
        .readdirSync(path.join(ROOT, "prisma/migrations"))
        .find((name) => name.endsWith("_constraints"));
      const sql = fs.readFileSync(
        path.join(ROOT, "prisma/migrations", folder ?? "", "migration.sql"),
        "utf8",
      );
      const named = sql.matchAll(/(?:ADD CONSTRAINT|UNIQUE INDEX|CONSTRAINT TRIGGER) "(\w+)"/g);
      expect(new Set(REFUSED.map(([name]) => name))).toEqual(new Set([...named].map(([, name]) => name)));
    });

    describe("one commune in one perimeter, once at a time", () => {
      const COMMUNE = "63001";
      const insert = (from: string, to: string | null) =>
        database.query(
          `INSERT INTO perimeter_membership (id, cpts_id, commune_code, valid_from, valid_to, basis, citation_id)
         VALUES (gen_random_uuid(), ${SLUG}, $1, $2, $3, 'declared', ${CITATION})`,
          [COMMUNE, from, to],
        );

      test("periods that touch do not overlap; those that share a day do", async () => {
        await insert("2020-01-01", "2021-01-01");
        await insert("2021-01-01", "2022-01-01");
        await expect(insert("2021-12-31", null)).rejects.toMatchObject({
          constraint: "perimeter_membership_no_overlap",
          code: "23P01",
        });
        await insert("2022-01-01", null);
      });

      test("is judged at the end of the transaction, so that two periods may change places", async () => {
        await database.write(async (tx) => {
          const where = { communeCode: COMMUNE, cpts: { slug: "sud-63" } };
          const [first, second] = await tx.perimeterMembership.findMany({ where, orderBy: { from: "asc" } });
          await tx.perimeterMembership.update({
            where: { id: first?.id },
            data: { to: new Date("2021-06-01") },
          });
          await tx.perimeterMembership.update({
            where: { id: second?.id },
            data: { from: new Date("2021-06-01") },
          });
        });
        const rows = await database.query<{ day: string }>(
          "SELECT valid_from::text AS day FROM perimeter_membership WHERE commune_code = $1 ORDER BY 1",
          [COMMUNE],
        );
        expect(rows.map(({ day }) => day)).toEqual(["2020-01-01", "2021-06-01", "2022-01-01"]);
      });
    });

    test.each(["UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"])(
      "the journal is append-only: %s",
      async (sql) => {
        expect(await failure(() => database.query(sql))).toMatchObject({
          message: "the audit is append-only",
          code: "42501",
        });
        expect(await database.prisma.auditEntry.count()).toBe(3);
      },
    );
  });
}
