import type { Tx } from "./rows";

/** How a CPTS may be named in a file, and where it is. */
export interface DirectoryCpts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly siret: string | null;
  readonly departments: readonly string[];
}

export async function listDirectory(tx: Tx): Promise<DirectoryCpts[]> {
  const rows = await tx.cpts.findMany({
    select: {
      id: true,
      slug: true,
      name: true,
      identity: { select: { siret: true } },
      departments: { select: { departmentCode: true }, orderBy: { rank: "asc" } },
    },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ identity, departments, ...one }) => ({
    ...one,
    siret: identity?.siret ?? null,
    departments: departments.map(({ departmentCode }) => departmentCode),
  }));
}
