import type { MultiPolygon } from "geojson";
import type { Prisma } from "@/generated/prisma/client";
import type { IsoDay } from "../../kernel/date";
import { type Tx, dateOf, dateOrNull } from "./rows";

export interface StoredOutline {
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  /** WGS 84. */
  readonly geometry: MultiPolygon;
}

/** The outlines on the day `asOf` of these CPTS (all when not told), by slug; a CPTS without perimeter has none. */
export async function listOutlines(
  tx: Tx,
  asOf: IsoDay,
  slugs?: readonly string[],
): Promise<{ slug: string; geometry: MultiPolygon }[]> {
  const day = dateOf(asOf);
  const rows = await tx.perimeterOutline.findMany({
    where: {
      cpts: slugs === undefined ? undefined : { slug: { in: [...slugs] } },
      from: { lte: day },
      OR: [{ to: null }, { to: { gt: day } }],
    },
    select: { geometry: true, cpts: { select: { slug: true } } },
    orderBy: { cpts: { slug: "asc" } },
  });
  // Only replaceOutlines writes this column.
  return rows.map((row) => ({ slug: row.cpts.slug, geometry: row.geometry as unknown as MultiPolygon }));
}

/** Puts these outlines in place of all those of the CPTS. */
export async function replaceOutlines(
  tx: Tx,
  cptsId: string,
  outlines: readonly StoredOutline[],
): Promise<void> {
  await tx.perimeterOutline.deleteMany({ where: { cptsId } });
  await tx.perimeterOutline.createMany({
    data: outlines.map(({ from, to, geometry }) => ({
      cptsId,
      from: dateOf(from),
      to: dateOrNull(to),
      geometry: geometry as unknown as Prisma.InputJsonObject,
    })),
  });
}
