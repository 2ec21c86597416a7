-- CreateEnum
CREATE TYPE "indicator_kind" AS ENUM ('action', 'result');

-- CreateEnum
CREATE TYPE "indicator_direction" AS ENUM ('rising', 'falling');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('open', 'proposed', 'settled');

-- CreateEnum
CREATE TYPE "payment_payer" AS ENUM ('cpam', 'ars_fir', 'msa', 'other');

-- CreateEnum
CREATE TYPE "spending_nature" AS ENUM ('coordination_salaries', 'professional_indemnities', 'rent_running', 'information_systems', 'actions_purchases', 'services', 'other');

-- AlterTable
ALTER TABLE "cpts" ADD COLUMN     "money_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "mission" "mission" NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "indicator_kind" NOT NULL,
    "unit" TEXT NOT NULL,
    "baseline" DECIMAL(18,6),
    "direction" "indicator_direction" NOT NULL,
    "from_year" INTEGER NOT NULL DEFAULT 1,
    "to_year" INTEGER,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_step" (
    "indicator_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "threshold" DECIMAL(18,6) NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "indicator_step_pkey" PRIMARY KEY ("indicator_id","rank")
);

-- CreateTable
CREATE TABLE "year_review" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "contract_no" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "status" "review_status" NOT NULL DEFAULT 'open',
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_on" DATE,
    "settled_by" TEXT,
    "reopened" TEXT,

    CONSTRAINT "year_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "payer" "payment_payer" NOT NULL,
    "line" "funding_line",
    "contract_no" INTEGER,
    "year" INTEGER,
    "paid_on" DATE NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "reference" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_batch" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "rows" INTEGER NOT NULL,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_sheet" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "contract_no" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spending_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_entry" (
    "sheet_id" UUID NOT NULL,
    "line" "funding_line" NOT NULL,
    "nature" "spending_nature" NOT NULL,
    "budget_cents" BIGINT,
    "spent_cents" BIGINT,

    CONSTRAINT "spending_entry_pkey" PRIMARY KEY ("sheet_id","line","nature")
);

-- CreateTable
CREATE TABLE "indemnity_totals" (
    "cpts_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "totals" BIGINT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indemnity_totals_pkey" PRIMARY KEY ("cpts_id","year")
);

-- CreateIndex
CREATE UNIQUE INDEX "indicator_contract_id_rank_key" ON "indicator"("contract_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "year_review_cpts_id_contract_no_year_key" ON "year_review"("cpts_id", "contract_no", "year");

-- CreateIndex
CREATE INDEX "payment_cpts_id_paid_on_idx" ON "payment"("cpts_id", "paid_on");

-- CreateIndex
CREATE INDEX "payment_batch_id_idx" ON "payment"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "spending_sheet_cpts_id_contract_no_year_key" ON "spending_sheet"("cpts_id", "contract_no", "year");

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_step" ADD CONSTRAINT "indicator_step_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_review" ADD CONSTRAINT "year_review_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_sheet" ADD CONSTRAINT "spending_sheet_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_entry" ADD CONSTRAINT "spending_entry_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "spending_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indemnity_totals" ADD CONSTRAINT "indemnity_totals_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;




-- What Prisma's schema cannot say. Names say what is refused.

ALTER TABLE "indicator" ADD CONSTRAINT "indicator_named" CHECK ("rank" > 0 AND length(trim("label")) > 0);
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_years_in_order"
  CHECK ("from_year" > 0 AND ("to_year" IS NULL OR "to_year" >= "from_year"));
ALTER TABLE "indicator_step" ADD CONSTRAINT "indicator_step_positive" CHECK ("rank" > 0 AND "amount_cents" > 0);

ALTER TABLE "year_review" ADD CONSTRAINT "year_review_year_positive" CHECK ("contract_no" > 0 AND "year" > 0 AND "version" > 0);
ALTER TABLE "year_review" ADD CONSTRAINT "year_review_settled_by_somebody"
  CHECK (("status" = 'settled') = ("settled_on" IS NOT NULL) AND ("settled_on" IS NULL) = ("settled_by" IS NULL));

-- A settled year is closed: what it holds changes only once it is open again.
CREATE FUNCTION "refuse_change_of_settled_year"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'settled' AND NEW."status" = 'settled' AND NEW."content" IS DISTINCT FROM OLD."content" THEN
    RAISE EXCEPTION 'a settled contract year is closed: reopen it first' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "year_review_settled_is_closed" BEFORE UPDATE ON "year_review"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_settled_year"();

ALTER TABLE "payment" ADD CONSTRAINT "payment_of_something" CHECK ("amount_cents" <> 0 AND "version" > 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_year_of_a_contract"
  CHECK (("contract_no" IS NULL) = ("year" IS NULL) AND ("year" IS NULL OR ("year" > 0 AND "contract_no" > 0)));
-- One payer never pays the same line twice under one reference: a file read again adds nothing.
CREATE UNIQUE INDEX "payment_reference_once" ON "payment"
  ("cpts_id", "payer", "reference", "line", "paid_on", "amount_cents") NULLS NOT DISTINCT WHERE "reference" IS NOT NULL;
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$' AND "rows" > 0);

ALTER TABLE "spending_sheet" ADD CONSTRAINT "spending_sheet_year_positive" CHECK ("contract_no" > 0 AND "year" > 0 AND "version" > 0);
ALTER TABLE "spending_entry" ADD CONSTRAINT "spending_entry_says_something"
  CHECK (num_nonnulls("budget_cents", "spent_cents") > 0 AND COALESCE("budget_cents", 0) >= 0 AND COALESCE("spent_cents", 0) >= 0);
ALTER TABLE "spending_entry" ADD CONSTRAINT "spending_entry_on_an_itemised_line" CHECK ("line" <> 'non_ventile');
ALTER TABLE "indemnity_totals" ADD CONSTRAINT "indemnity_totals_positive" CHECK (0 < ALL ("totals") AND "version" > 0);
