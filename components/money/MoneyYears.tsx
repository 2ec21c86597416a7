import { yearSpan } from "../cpts/YearNav";
import type { YearChoice } from "@/lib/queries/money/finance-page";
import { yearKey } from "@/lib/schemas/money-address";

interface MoneyYearsProps {
  readonly slug: string;
  /** The page of the record that keeps the year in its address. */
  readonly page: string;
  readonly years: readonly YearChoice[];
  readonly shown: Pick<YearChoice, "contractNo" | "year">;
}

/** The contract years, by links; of several contracts, each says which. */
export function MoneyYears({ slug, page, years, shown }: MoneyYearsProps) {
  const several = years.some(({ contractNo }) => contractNo > 1);
  return (
    <nav className="seg years" aria-label="Année du contrat">
      {years.map((one) => {
        const isShown = one.contractNo === shown.contractNo && one.year === shown.year;
        return (
          <a
            key={yearKey(one)}
            className={isShown ? "btn pri" : "btn"}
            aria-current={isShown ? "true" : undefined}
            href={`/espace/cpts/${slug}/${page}?annee=${yearKey(one)}`}
            title={yearSpan(one)}
          >
            <span>
              {several && `Contrat ${one.contractNo}, `}
              {several ? "année" : "Année"} {one.year}
              {one.pastTerm && ", après terme"}
            </span>
          </a>
        );
      })}
    </nav>
  );
}
