import type { ImportMapping } from "./import-files";
import type { Tx } from "./rows";

/** The columns that the account chose last for files of these headings. */
export async function findMapping(
  tx: Tx,
  owner: string,
  kind: string,
  headings: string,
): Promise<ImportMapping | null> {
  const row = await tx.importMapping.findUnique({
    where: { owner_kind_headings: { owner, kind, headings } },
    select: { mapping: true },
  });
  return (row?.mapping ?? null) as ImportMapping | null;
}

export async function rememberMapping(
  tx: Tx,
  key: { readonly owner: string; readonly kind: string; readonly headings: string },
  mapping: ImportMapping,
): Promise<void> {
  const data = { mapping: { ...mapping }, updatedAt: new Date() };
  await tx.importMapping.upsert({
    where: { owner_kind_headings: key },
    create: { ...key, ...data },
    update: data,
  });
}
