-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('press_release', 'law', 'report', 'website', 'reference_data', 'declaration', 'convention');

-- CreateEnum
CREATE TYPE "record_origin" AS ENUM ('public_documents', 'entered');

-- CreateEnum
CREATE TYPE "stated_measure" AS ENUM ('population', 'communes', 'size_tier', 'members', 'professionals', 'members_on_territory');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('exact', 'about', 'more_than', 'less_than', 'up_to', 'at_least');

-- CreateEnum
CREATE TYPE "lifecycle_kind" AS ENUM ('letter_of_intent', 'project_validated', 'signature', 'amendment', 'renewal', 'termination');

-- CreateEnum
CREATE TYPE "perimeter_basis" AS ENUM ('declared', 'estimated');

-- CreateEnum
CREATE TYPE "profession" AS ENUM ('medecin_generaliste', 'medecin_specialiste', 'infirmier', 'pharmacien', 'chirurgien_dentiste', 'sage_femme', 'masseur_kinesitherapeute', 'pedicure_podologue', 'orthophoniste', 'orthoptiste', 'biologiste', 'ergotherapeute', 'psychomotricien', 'dieteticien', 'psychologue', 'autre');

-- CreateEnum
CREATE TYPE "professional_scope" AS ENUM ('members', 'territory');

-- CreateEnum
CREATE TYPE "partner_kind" AS ENUM ('msp', 'esp', 'centre_sante', 'cmp', 'ehpad', 'sad', 'ssiad', 'ambulance', 'vsl', 'clic', 'maia', 'maison_services_public', 'etablissement_sante', 'collectivite', 'autre');

-- CreateEnum
CREATE TYPE "mission" AS ENUM ('acces_soins', 'parcours', 'prevention', 'crise_sanitaire', 'qualite', 'accompagnement');

-- CreateEnum
CREATE TYPE "party_kind" AS ENUM ('cpts', 'cpam', 'ars', 'msa');

-- CreateEnum
CREATE TYPE "funding_line" AS ENUM ('fonctionnement', 'acces_soins', 'parcours', 'prevention', 'crise_sanitaire', 'qualite', 'accompagnement', 'non_ventile');

-- CreateEnum
CREATE TYPE "funding_part" AS ENUM ('fixed', 'variable');

-- CreateEnum
CREATE TYPE "payer" AS ENUM ('ars', 'cpam', 'msa');

-- CreateEnum
CREATE TYPE "funding_status" AS ENUM ('promised', 'paid', 'ceiling', 'floor');

-- CreateEnum
CREATE TYPE "funding_purpose" AS ENUM ('start_up', 'project_writing', 'first_year_missions', 'full_year', 'core_missions', 'running_costs', 'methodological_support');

-- CreateEnum
CREATE TYPE "funding_period" AS ENUM ('once', 'yearly');

-- CreateTable
CREATE TABLE "region" (
    "code" VARCHAR(2) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "department" (
    "code" VARCHAR(3) NOT NULL,
    "name" TEXT NOT NULL,
    "region_code" VARCHAR(2) NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "epci" (
    "code" VARCHAR(9) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" VARCHAR(8) NOT NULL,

    CONSTRAINT "epci_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "commune" (
    "code" VARCHAR(5) NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "department_code" VARCHAR(3) NOT NULL,
    "epci_code" VARCHAR(9),
    "postal_codes" TEXT[],
    "population" INTEGER NOT NULL,
    "population_vintage" INTEGER NOT NULL,
    "area_hectares" INTEGER,
    "contour_held_by" VARCHAR(5),

    CONSTRAINT "commune_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "former_commune_code" (
    "code" VARCHAR(5) NOT NULL,
    "commune_code" VARCHAR(5) NOT NULL,
    "name" TEXT,

    CONSTRAINT "former_commune_code_pkey" PRIMARY KEY ("code","commune_code")
);

-- CreateTable
CREATE TABLE "dataset_load" (
    "dataset" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_load_pkey" PRIMARY KEY ("dataset")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published_earliest" DATE,
    "published_latest" DATE,
    "url" TEXT,
    "reference" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "sense" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cpts" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "origin" "record_origin" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cpts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cpts_department" (
    "cpts_id" UUID NOT NULL,
    "department_code" VARCHAR(3) NOT NULL,
    "rank" INTEGER NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "cpts_department_pkey" PRIMARY KEY ("cpts_id","department_code")
);

-- CreateTable
CREATE TABLE "stated_figure" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "measure" "stated_measure" NOT NULL,
    "value" INTEGER NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "as_of_earliest" DATE NOT NULL,
    "as_of_latest" DATE NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "stated_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lifecycle_event" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "kind" "lifecycle_kind" NOT NULL,
    "earliest" DATE NOT NULL,
    "latest" DATE NOT NULL,
    "note" TEXT,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "lifecycle_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "perimeter_membership" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "commune_code" VARCHAR(5) NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "partial" BOOLEAN NOT NULL DEFAULT false,
    "share_numerator" INTEGER,
    "share_denominator" INTEGER,
    "basis" "perimeter_basis" NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "perimeter_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "perimeter_outline" (
    "cpts_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "geometry" JSONB NOT NULL,

    CONSTRAINT "perimeter_outline_pkey" PRIMARY KEY ("cpts_id","valid_from")
);

-- CreateTable
CREATE TABLE "professional_count" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "profession" "profession" NOT NULL,
    "scope" "professional_scope" NOT NULL,
    "count" INTEGER NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "as_of_earliest" DATE NOT NULL,
    "as_of_latest" DATE NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "professional_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_structure" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "kind" "partner_kind" NOT NULL,
    "name" TEXT,
    "count" INTEGER,
    "beds" INTEGER,
    "as_of_earliest" DATE NOT NULL,
    "as_of_latest" DATE NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "partner_structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mission_engagement" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "mission" "mission" NOT NULL,
    "started_on" DATE,
    "ended_on" DATE,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "mission_engagement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mission_objective" (
    "id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "mission_objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "signed_earliest" DATE NOT NULL,
    "signed_latest" DATE NOT NULL,
    "term_months" INTEGER NOT NULL DEFAULT 60,
    "ended_on" DATE,
    "schedule_id" TEXT,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_party" (
    "contract_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "kind" "party_kind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "contract_party_pkey" PRIMARY KEY ("contract_id","rank")
);

-- CreateTable
CREATE TABLE "contract_amount" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "line" "funding_line" NOT NULL,
    "part" "funding_part" NOT NULL,
    "year" INTEGER,
    "amount_cents" BIGINT NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "contract_amount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_fact" (
    "id" UUID NOT NULL,
    "cpts_id" UUID,
    "department_code" VARCHAR(3),
    "payer" "payer" NOT NULL,
    "purpose" "funding_purpose" NOT NULL,
    "status" "funding_status" NOT NULL,
    "period" "funding_period" NOT NULL,
    "amount_cents" BIGINT,
    "amount_to_cents" BIGINT,
    "as_of_earliest" DATE NOT NULL,
    "as_of_latest" DATE NOT NULL,
    "note" TEXT,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "funding_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_coverage" (
    "id" UUID NOT NULL,
    "department_code" VARCHAR(3) NOT NULL,
    "as_of_earliest" DATE NOT NULL,
    "as_of_latest" DATE NOT NULL,
    "signed_cpts" INTEGER,
    "signed_rate" INTEGER,
    "signed_or_under_way_rate" INTEGER,
    "base" TEXT NOT NULL,
    "note" TEXT,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "published_coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_figure" (
    "id" UUID NOT NULL,
    "territory" VARCHAR(4) NOT NULL,
    "measure" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "as_of_earliest" DATE NOT NULL,
    "as_of_latest" DATE NOT NULL,
    "citation_id" TEXT NOT NULL,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_revision" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "record_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "department_region_code_idx" ON "department"("region_code");

-- CreateIndex
CREATE INDEX "commune_department_code_idx" ON "commune"("department_code");

-- CreateIndex
CREATE INDEX "commune_epci_code_idx" ON "commune"("epci_code");

-- CreateIndex
CREATE INDEX "commune_search_name_idx" ON "commune"("search_name");

-- CreateIndex
CREATE INDEX "former_commune_code_commune_code_idx" ON "former_commune_code"("commune_code");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "cpts_slug_key" ON "cpts"("slug");

-- CreateIndex
CREATE INDEX "cpts_department_department_code_idx" ON "cpts_department"("department_code");

-- CreateIndex
CREATE UNIQUE INDEX "cpts_department_cpts_id_rank_key" ON "cpts_department"("cpts_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "stated_figure_cpts_id_measure_as_of_earliest_citation_id_key" ON "stated_figure"("cpts_id", "measure", "as_of_earliest", "citation_id");

-- CreateIndex
CREATE UNIQUE INDEX "lifecycle_event_cpts_id_kind_earliest_latest_key" ON "lifecycle_event"("cpts_id", "kind", "earliest", "latest");

-- CreateIndex
CREATE INDEX "perimeter_membership_commune_code_idx" ON "perimeter_membership"("commune_code");

-- CreateIndex
CREATE UNIQUE INDEX "perimeter_membership_cpts_id_commune_code_valid_from_key" ON "perimeter_membership"("cpts_id", "commune_code", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "professional_count_cpts_id_profession_scope_as_of_earliest_key" ON "professional_count"("cpts_id", "profession", "scope", "as_of_earliest");

-- CreateIndex
CREATE INDEX "partner_structure_cpts_id_idx" ON "partner_structure"("cpts_id");

-- CreateIndex
CREATE UNIQUE INDEX "mission_engagement_cpts_id_mission_key" ON "mission_engagement"("cpts_id", "mission");

-- CreateIndex
CREATE UNIQUE INDEX "mission_objective_engagement_id_rank_key" ON "mission_objective"("engagement_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "contract_cpts_id_signed_earliest_signed_latest_key" ON "contract"("cpts_id", "signed_earliest", "signed_latest");

-- CreateIndex
CREATE INDEX "funding_fact_cpts_id_idx" ON "funding_fact"("cpts_id");

-- CreateIndex
CREATE INDEX "funding_fact_department_code_idx" ON "funding_fact"("department_code");

-- CreateIndex
CREATE UNIQUE INDEX "published_coverage_department_code_as_of_earliest_key" ON "published_coverage"("department_code", "as_of_earliest");

-- CreateIndex
CREATE UNIQUE INDEX "published_figure_territory_measure_as_of_earliest_key" ON "published_figure"("territory", "measure", "as_of_earliest");

-- CreateIndex
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry"("subject");

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_department_code_fkey" FOREIGN KEY ("department_code") REFERENCES "department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_epci_code_fkey" FOREIGN KEY ("epci_code") REFERENCES "epci"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_commune_code" ADD CONSTRAINT "former_commune_code_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cpts_department" ADD CONSTRAINT "cpts_department_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cpts_department" ADD CONSTRAINT "cpts_department_department_code_fkey" FOREIGN KEY ("department_code") REFERENCES "department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cpts_department" ADD CONSTRAINT "cpts_department_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stated_figure" ADD CONSTRAINT "stated_figure_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stated_figure" ADD CONSTRAINT "stated_figure_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lifecycle_event" ADD CONSTRAINT "lifecycle_event_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lifecycle_event" ADD CONSTRAINT "lifecycle_event_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "perimeter_membership" ADD CONSTRAINT "perimeter_membership_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "perimeter_membership" ADD CONSTRAINT "perimeter_membership_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "perimeter_membership" ADD CONSTRAINT "perimeter_membership_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "perimeter_outline" ADD CONSTRAINT "perimeter_outline_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "professional_count" ADD CONSTRAINT "professional_count_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "professional_count" ADD CONSTRAINT "professional_count_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_structure" ADD CONSTRAINT "partner_structure_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_structure" ADD CONSTRAINT "partner_structure_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mission_engagement" ADD CONSTRAINT "mission_engagement_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mission_engagement" ADD CONSTRAINT "mission_engagement_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mission_objective" ADD CONSTRAINT "mission_objective_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "mission_engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mission_objective" ADD CONSTRAINT "mission_objective_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_party" ADD CONSTRAINT "contract_party_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_amount" ADD CONSTRAINT "contract_amount_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_amount" ADD CONSTRAINT "contract_amount_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_fact" ADD CONSTRAINT "funding_fact_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_fact" ADD CONSTRAINT "funding_fact_department_code_fkey" FOREIGN KEY ("department_code") REFERENCES "department"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_fact" ADD CONSTRAINT "funding_fact_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_coverage" ADD CONSTRAINT "published_coverage_department_code_fkey" FOREIGN KEY ("department_code") REFERENCES "department"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_coverage" ADD CONSTRAINT "published_coverage_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


