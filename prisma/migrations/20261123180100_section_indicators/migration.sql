-- AlterEnum
ALTER TYPE "record_section" ADD VALUE 'indicators';
