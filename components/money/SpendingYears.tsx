import type { SpendingPage } from "@/lib/queries/spending";
import { yearRefText } from "@/lib/schemas/year-ref";
import { yearDays, yearName } from "./words";

const STATE = { none: null, begun: "en cours de saisie", complete: "complète" } as const;

/** The contract years, by links: the address says which is shown. */
export function SpendingYears({ page }: { readonly page: SpendingPage }) {
  const { slug, years, year: shown, hasSeveral } = page;
  return (
    <nav className="seg years" aria-label="Année du contrat">
      {years.map((year) => {
        const isShown = year === shown;
        return (
          <a
            key={yearRefText(year)}
            className={isShown ? "btn pri" : "btn"}
            aria-current={isShown ? "true" : undefined}
            href={`/espace/cpts/${slug}/depenses?annee=${yearRefText(year)}`}
            title={yearDays(year)}
          >
            <span>
              {yearName(year, { hasSeveral })}
              {STATE[year.state] && <small>, {STATE[year.state]}</small>}
            </span>
          </a>
        );
      })}
    </nav>
  );
}
