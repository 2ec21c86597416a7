import { money } from "@/lib/format/fr";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { CptsSize } from "@/lib/queries/cpts-standing";

/** What a size tier rests on, after its number. */
export const SIZE_BASIS: Readonly<Record<NonNullable<CptsSize["basis"]>, string>> = {
  stated: "écrite par la source",
  stated_population: "d’après la population publiée",
  declared_perimeter: "d’après le périmètre déclaré",
  estimated_perimeter: "estimée d’après le périmètre, à confirmer",
};

/** « CPTS de taille 1, d’après la population publiée ». */
export function sizeWords({ size, standing }: Pick<CptsPage, "size" | "standing">): string {
  if (size?.kind === "deduced") {
    return `CPTS de taille ${size.tier}, déduite du plafond publié de ${money(size.amountCents)}`;
  }
  const { tier, basis } = standing.size;
  if (tier === null || basis === null) return "CPTS, taille non communiquée";
  return `CPTS de taille ${tier}, ${SIZE_BASIS[basis]}`;
}
