-- What Prisma's schema cannot say. Names say what is refused, so that an error reads by itself.

-- Days known between two bounds: the bounds are in order.
ALTER TABLE "source" ADD CONSTRAINT "source_published_in_order"
  CHECK (("published_earliest" IS NULL) = ("published_latest" IS NULL) AND "published_earliest" <= "published_latest");
ALTER TABLE "stated_figure" ADD CONSTRAINT "stated_figure_as_of_in_order" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE "lifecycle_event" ADD CONSTRAINT "lifecycle_event_in_order" CHECK ("earliest" <= "latest");
ALTER TABLE "professional_count" ADD CONSTRAINT "professional_count_as_of_in_order" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE "partner_structure" ADD CONSTRAINT "partner_structure_as_of_in_order" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE "contract" ADD CONSTRAINT "contract_signed_in_order" CHECK ("signed_earliest" <= "signed_latest");
ALTER TABLE "funding_fact" ADD CONSTRAINT "funding_fact_as_of_in_order" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE "published_coverage" ADD CONSTRAINT "published_coverage_as_of_in_order" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_as_of_in_order" CHECK ("as_of_earliest" <= "as_of_latest");

-- Counts and amounts are never negative; unknown is NULL, never a negative or a zero put in its place.
ALTER TABLE "commune" ADD CONSTRAINT "commune_population_not_negative" CHECK ("population" >= 0);
ALTER TABLE "commune" ADD CONSTRAINT "commune_area_positive" CHECK ("area_hectares" > 0);
ALTER TABLE "commune" ADD CONSTRAINT "commune_area_or_holder" CHECK (("area_hectares" IS NULL) = ("contour_held_by" IS NOT NULL));
ALTER TABLE "stated_figure" ADD CONSTRAINT "stated_figure_value_not_negative" CHECK ("value" >= 0);
ALTER TABLE "stated_figure" ADD CONSTRAINT "stated_figure_tier_one_to_four" CHECK ("measure" <> 'size_tier' OR "value" BETWEEN 1 AND 4);
ALTER TABLE "professional_count" ADD CONSTRAINT "professional_count_not_negative" CHECK ("count" >= 0);
ALTER TABLE "partner_structure" ADD CONSTRAINT "partner_structure_counts_not_negative" CHECK ("count" >= 0 AND "beds" >= 0);
ALTER TABLE "mission_objective" ADD CONSTRAINT "mission_objective_rank_positive" CHECK ("rank" > 0 AND length(trim("text")) > 0);
ALTER TABLE "cpts" ADD CONSTRAINT "cpts_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "cpts" ADD CONSTRAINT "cpts_name_not_empty" CHECK (length(trim("name")) > 0);
ALTER TABLE "cpts_department" ADD CONSTRAINT "cpts_department_rank_positive" CHECK ("rank" > 0);

-- Perimeter: a period runs forward; a share is a proper fraction, known whole or not at all.
ALTER TABLE "perimeter_membership" ADD CONSTRAINT "perimeter_membership_period_in_order" CHECK ("valid_from" < "valid_to");
ALTER TABLE "perimeter_membership" ADD CONSTRAINT "perimeter_membership_share_proper"
  CHECK (
    ("share_numerator" IS NULL) = ("share_denominator" IS NULL)
    AND ("share_numerator" IS NULL OR ("partial" AND "share_numerator" > 0 AND "share_numerator" < "share_denominator"))
  );
ALTER TABLE "perimeter_outline" ADD CONSTRAINT "perimeter_outline_period_in_order" CHECK ("valid_from" < "valid_to");

-- One commune is held once by one CPTS at a time. A deferred trigger rather than an exclusion constraint:
-- that one needs the btree_gist extension, which a managed server may refuse to install.
CREATE FUNCTION "refuse_overlapping_membership"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The row as it stands at commit, not as it was when the check was queued: what is corrected within one
  -- transaction is judged by its end.
  IF EXISTS (
    SELECT 1 FROM "perimeter_membership" a
    JOIN "perimeter_membership" b
      ON b."cpts_id" = a."cpts_id" AND b."commune_code" = a."commune_code" AND b."id" <> a."id"
      AND daterange(a."valid_from", a."valid_to") && daterange(b."valid_from", b."valid_to")
    WHERE a."id" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'commune % is already in this perimeter over that period', NEW."commune_code"
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'perimeter_membership_no_overlap';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "perimeter_membership_no_overlap"
  AFTER INSERT OR UPDATE ON "perimeter_membership"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "refuse_overlapping_membership"();

-- Contracts and money.
ALTER TABLE "mission_engagement" ADD CONSTRAINT "mission_engagement_period_in_order" CHECK ("started_on" < "ended_on");
ALTER TABLE "contract" ADD CONSTRAINT "contract_term_positive" CHECK ("term_months" > 0);
ALTER TABLE "contract" ADD CONSTRAINT "contract_ends_after_signature" CHECK ("ended_on" >= "signed_earliest");
ALTER TABLE "contract_party" ADD CONSTRAINT "contract_party_name_not_empty" CHECK (length(trim("name")) > 0);
ALTER TABLE "contract_amount" ADD CONSTRAINT "contract_amount_not_negative" CHECK ("amount_cents" >= 0);
ALTER TABLE "contract_amount" ADD CONSTRAINT "contract_amount_year_positive" CHECK ("year" > 0);
CREATE UNIQUE INDEX "contract_amount_once_a_line" ON "contract_amount" ("contract_id", "line", "part", COALESCE("year", 0));
ALTER TABLE "funding_fact" ADD CONSTRAINT "funding_fact_of_one_subject" CHECK (("cpts_id" IS NULL) <> ("department_code" IS NULL));
ALTER TABLE "funding_fact" ADD CONSTRAINT "funding_fact_amount_not_negative" CHECK ("amount_cents" >= 0);
ALTER TABLE "funding_fact" ADD CONSTRAINT "funding_fact_range_in_order"
  CHECK ("amount_to_cents" IS NULL OR ("amount_cents" IS NOT NULL AND "amount_cents" < "amount_to_cents"));
ALTER TABLE "published_coverage" ADD CONSTRAINT "published_coverage_rates_in_order"
  CHECK (
    "signed_rate" BETWEEN 0 AND 10000 AND "signed_or_under_way_rate" BETWEEN 0 AND 10000
    AND "signed_rate" <= "signed_or_under_way_rate"
  );
ALTER TABLE "published_coverage" ADD CONSTRAINT "published_coverage_says_something"
  CHECK (COALESCE("signed_cpts", "signed_rate", "signed_or_under_way_rate") IS NOT NULL);
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_territory_form" CHECK ("territory" ~ '^(FR|R[0-9]{2}|D([0-9]{2,3}|2[AB]))$');

-- One revision row, and only one.
ALTER TABLE "record_revision" ADD CONSTRAINT "record_revision_single" CHECK ("id" = 1);
INSERT INTO "record_revision" ("id", "revision") VALUES (1, 0);

-- What happened cannot be unwritten.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
