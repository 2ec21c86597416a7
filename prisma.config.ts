import { defineConfig } from "prisma/config";

// The server migrates by itself (lib/db/migrate.ts); this serves Prisma's own commands.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/maillage" },
});
