import { acting } from "@/app/api/espace/acting";
import { notFound } from "@/lib/commands/outcome";
import { ok } from "@/lib/kernel/result";
import { territoryDepartment } from "@/lib/queries/territory-department";

/** A department as the territory's editor needs it: its communes, their EPCI, what other CPTS hold there. */
export const GET = acting<{ slug: string; code: string }>(async (actor, { slug, code }) => {
  const department = await territoryDepartment(actor, slug, code);
  return department === null ? notFound() : ok(department);
});
