import type { Tx } from "./rows";

export interface CptsName {
  readonly slug: string;
  readonly name: string;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
}

/** Every CPTS by slug, with its departments: what a new name is compared with. */
export async function listCptsNames(tx: Tx): Promise<CptsName[]> {
  const rows = await tx.cpts.findMany({
    select: {
      slug: true,
      name: true,
      departments: {
        select: { department: { select: { code: true, name: true } } },
        orderBy: { rank: "asc" },
      },
    },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ slug, name, departments }) => ({
    slug,
    name,
    departments: departments.map(({ department }) => department),
  }));
}

export async function findCptsName(tx: Tx, slug: string): Promise<string | null> {
  const row = await tx.cpts.findUnique({ where: { slug }, select: { name: true } });
  return row?.name ?? null;
}
