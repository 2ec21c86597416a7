import { money } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { CptsPage } from "@/lib/queries/cpts-page";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import type { WhyBasis } from "./LineWhy";

/** What the amounts of a CPTS rest on: its published population, its tier and where that was read, its schedule. */
export function whyBasis({ stated, size, year }: CptsPage): WhyBasis {
  const { population } = stated;
  return {
    populationQualifier: population?.qualifier ?? "exact",
    populationNote: population ? (
      <>
        habitants, population publiée
        <SourceRef n={population.ref} />
      </>
    ) : (
      "aucune source ne donne la population"
    ),
    sizeNote: (
      <>
        <Num>{typeset(year?.size?.label ?? "")}</Num>
        {size?.kind === "deduced" && (
          <Num>{` ; déduite du plafond publié de ${money(size.amountCents)}, que cette taille seule rejoint`}</Num>
        )}
        {size?.kind === "stated" && " ; écrite par la source"}
        {year && <SourceRef n={year.schedule.ref} />}
      </>
    ),
    scheduleRef: year?.schedule.ref ?? null,
  };
}
