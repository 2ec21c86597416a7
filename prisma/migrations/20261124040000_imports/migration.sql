-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('cpts', 'territory', 'polygons', 'professionals');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('reading', 'unreadable', 'reported', 'applied', 'undone');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('created', 'changed', 'unchanged', 'refused');

-- CreateTable
CREATE TABLE "import_file" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'reading',
    "file_name" TEXT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "content" BYTEA,
    "table" BYTEA,
    "options" JSONB NOT NULL,
    "mapping" JSONB,
    "notes" TEXT[],
    "fault" TEXT,
    "counts" JSONB,
    "seen" VARCHAR(64),
    "busy_since" TIMESTAMPTZ(3),
    "phase" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_line" (
    "import_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "row" INTEGER,
    "outcome" "import_outcome" NOT NULL,
    "cpts" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "columns" TEXT[],
    "detail" JSONB NOT NULL,

    CONSTRAINT "import_line_pkey" PRIMARY KEY ("import_id","rank")
);

-- CreateTable
CREATE TABLE "import_touch" (
    "import_id" UUID NOT NULL,
    "cpts_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "import_touch_pkey" PRIMARY KEY ("import_id","cpts_id")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "owner" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "headings" VARCHAR(64) NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("owner","kind","headings")
);

-- CreateIndex
CREATE INDEX "import_file_state_created_at_idx" ON "import_file"("state", "created_at");

-- CreateIndex
CREATE INDEX "import_file_created_by_created_at_idx" ON "import_file"("created_by", "created_at");

-- CreateIndex
CREATE INDEX "import_line_import_id_outcome_rank_idx" ON "import_line"("import_id", "outcome", "rank");

-- AddForeignKey
ALTER TABLE "import_line" ADD CONSTRAINT "import_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_touch" ADD CONSTRAINT "import_touch_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- A file is applied by somebody, then undone by somebody; one that is applied keeps what it wrote.
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_applied_by_somebody"
  CHECK (("applied_by" IS NULL) = ("applied_at" IS NULL) AND ("applied_at" IS NOT NULL) = ("state" IN ('applied', 'undone')));
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_undone_by_somebody"
  CHECK (("undone_by" IS NULL) = ("undone_at" IS NULL) AND ("undone_at" IS NOT NULL) = ("state" = 'undone'));
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_progress_in_order" CHECK ("done" >= 0 AND "done" <= "total");
ALTER TABLE "import_line" ADD CONSTRAINT "import_line_ranks_positive" CHECK ("rank" > 0 AND "row" > 0);
