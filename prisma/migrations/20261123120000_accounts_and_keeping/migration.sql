-- CreateEnum
CREATE TYPE "account_role" AS ENUM ('coordinator', 'agent', 'analyst', 'administrator');

-- CreateEnum
CREATE TYPE "organisation" AS ENUM ('ars', 'cpam', 'cpts', 'other');

-- CreateEnum
CREATE TYPE "record_section" AS ENUM ('identity', 'territory', 'professionals', 'partners', 'project', 'missions', 'contract');

-- CreateEnum
CREATE TYPE "submission_status" AS ENUM ('submitted', 'returned', 'accepted', 'withdrawn');

-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('point_etape', 'dialogue_gestion');

-- DropIndex
DROP INDEX "audit_entry_subject_idx";

-- AlterTable
ALTER TABLE "perimeter_membership" ADD COLUMN     "note" TEXT;

-- CreateTable
CREATE TABLE "auth_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "server_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "server_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "account_grant" (
    "user_id" TEXT NOT NULL,
    "role" "account_role" NOT NULL,
    "organisation" "organisation" NOT NULL,
    "granted_by" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_grant_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "account_scope" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "cpts_id" UUID,
    "department_code" VARCHAR(3),
    "region_code" VARCHAR(2),

    CONSTRAINT "account_scope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "account_role" NOT NULL,
    "organisation" "organisation" NOT NULL,
    "departments" TEXT[],
    "regions" TEXT[],
    "cpts_ids" UUID[],
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cpts_identity" (
    "cpts_id" UUID NOT NULL,
    "legal_form" TEXT,
    "siret" VARCHAR(14),
    "address" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,

    CONSTRAINT "cpts_identity_pkey" PRIMARY KEY ("cpts_id")
);

-- CreateTable
CREATE TABLE "cpts_contact" (
    "cpts_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "function" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,

    CONSTRAINT "cpts_contact_pkey" PRIMARY KEY ("cpts_id","rank")
);

-- CreateTable
CREATE TABLE "health_project" (
    "cpts_id" UUID NOT NULL,
    "summary" TEXT,

    CONSTRAINT "health_project_pkey" PRIMARY KEY ("cpts_id")
);

-- CreateTable
CREATE TABLE "health_project_axis" (
    "cpts_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "mission" "mission",

    CONSTRAINT "health_project_axis_pkey" PRIMARY KEY ("cpts_id","rank")
);

-- CreateTable
CREATE TABLE "section_draft" (
    "cpts_id" UUID NOT NULL,
    "section" "record_section" NOT NULL,
    "content" JSONB NOT NULL,
    "base" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "section_draft_pkey" PRIMARY KEY ("cpts_id","section")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "status" "submission_status" NOT NULL DEFAULT 'submitted',
    "content" JSONB NOT NULL,
    "message" TEXT,
    "submitted_by" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "kind" "meeting_kind" NOT NULL,
    "held_on" DATE NOT NULL,
    "participants" JSONB NOT NULL,
    "decisions" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "meeting_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_content" (
    "document_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "document_content_pkey" PRIMARY KEY ("document_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_account_provider_id_account_id_key" ON "auth_account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit"("key");

-- CreateIndex
CREATE INDEX "account_scope_user_id_idx" ON "account_scope"("user_id");

-- CreateIndex
CREATE INDEX "account_scope_cpts_id_idx" ON "account_scope"("cpts_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "submission_status_idx" ON "submission"("status");

-- CreateIndex
CREATE UNIQUE INDEX "submission_cpts_id_round_key" ON "submission"("cpts_id", "round");

-- CreateIndex
CREATE INDEX "meeting_cpts_id_idx" ON "meeting"("cpts_id");

-- CreateIndex
CREATE INDEX "document_cpts_id_idx" ON "document"("cpts_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_idx" ON "audit_entry"("subject", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_idx" ON "audit_entry"("actor", "id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_grant" ADD CONSTRAINT "account_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_scope" ADD CONSTRAINT "account_scope_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account_grant"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_scope" ADD CONSTRAINT "account_scope_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_scope" ADD CONSTRAINT "account_scope_department_code_fkey" FOREIGN KEY ("department_code") REFERENCES "department"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_scope" ADD CONSTRAINT "account_scope_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cpts_identity" ADD CONSTRAINT "cpts_identity_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cpts_contact" ADD CONSTRAINT "cpts_contact_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_project" ADD CONSTRAINT "health_project_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_project_axis" ADD CONSTRAINT "health_project_axis_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "health_project"("cpts_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_draft" ADD CONSTRAINT "section_draft_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_cpts_id_fkey" FOREIGN KEY ("cpts_id") REFERENCES "cpts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_content" ADD CONSTRAINT "document_content_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema cannot say, as in the first constraints. Names say what is refused.

-- A scope is one CPTS, one department or one region.
ALTER TABLE "account_scope" ADD CONSTRAINT "account_scope_of_one_kind"
  CHECK (num_nonnulls("cpts_id", "department_code", "region_code") = 1);
CREATE UNIQUE INDEX "account_scope_once" ON "account_scope"
  ("user_id", COALESCE("cpts_id"::text, ''), COALESCE("department_code", ''), COALESCE("region_code", ''));
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_expires_later" CHECK ("expires_at" > "created_at");
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_somebody" CHECK (("accepted_at" IS NULL) = ("accepted_by" IS NULL));

-- One proposal of a CPTS waits at a time; a decision names who took it, and a return says why.
CREATE UNIQUE INDEX "submission_one_waiting" ON "submission" ("cpts_id") WHERE "status" = 'submitted';
ALTER TABLE "submission" ADD CONSTRAINT "submission_round_positive" CHECK ("round" > 0);
ALTER TABLE "submission" ADD CONSTRAINT "submission_decided_by_somebody"
  CHECK (("status" = 'submitted') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by" IS NULL));
ALTER TABLE "submission" ADD CONSTRAINT "submission_return_says_why"
  CHECK ("status" <> 'returned' OR length(trim("comment")) > 0);

ALTER TABLE "section_draft" ADD CONSTRAINT "section_draft_version_positive" CHECK ("version" > 0);
ALTER TABLE "cpts_identity" ADD CONSTRAINT "cpts_identity_siret_digits" CHECK ("siret" ~ '^[0-9]{14}$');
ALTER TABLE "cpts_contact" ADD CONSTRAINT "cpts_contact_named" CHECK ("rank" > 0 AND length(trim("name")) > 0 AND length(trim("function")) > 0);
ALTER TABLE "health_project_axis" ADD CONSTRAINT "health_project_axis_titled" CHECK ("rank" > 0 AND length(trim("title")) > 0);
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_says_something" CHECK (length(trim("decisions")) > 0);
ALTER TABLE "document" ADD CONSTRAINT "document_named" CHECK (length(trim("name")) > 0 AND "bytes" > 0);
ALTER TABLE "document" ADD CONSTRAINT "document_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
