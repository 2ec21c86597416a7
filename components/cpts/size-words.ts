import { money, NBSP } from "@/lib/format/fr";
import { SIZE_BASIS } from "@/lib/format/labels";
import type { CptsPage } from "@/lib/queries/cpts-page";

/** « CPTS de taille 1 », and what that rests on; « CPTS » alone where nothing says it. */
export function sizeWords({ size, standing }: Pick<CptsPage, "size" | "standing">): {
  readonly title: string;
  readonly basis: string;
} {
  if (size?.kind === "deduced") {
    const basis = `Taille déduite du plafond publié de ${money(size.amountCents)}`;
    return { title: `CPTS de taille ${size.tier}`, basis };
  }
  const { tier, basis } = standing.size;
  if (tier === null || basis === null) return { title: "CPTS", basis: `Taille${NBSP}: non communiquée` };
  const isEstimate = basis === "estimated_perimeter";
  return {
    title: isEstimate ? "CPTS" : `CPTS de taille ${tier}`,
    basis: `Taille ${tier}, ${SIZE_BASIS[basis]}`,
  };
}
