-- CreateTable
CREATE TABLE "payment_upload" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payment_upload_uploaded_by_uploaded_at_idx" ON "payment_upload"("uploaded_by", "uploaded_at");
