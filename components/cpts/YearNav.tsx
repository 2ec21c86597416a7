import { day, when } from "@/lib/format/fr";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { YearOfContract } from "@/lib/queries/cpts-contract";
import { addressWith, type Query } from "@/lib/schemas/address";

interface NavProps {
  readonly page: CptsPage;
  readonly query: Query;
}

/** The contract years, by links: the address says which is shown. */
export function YearNav({ page, query }: NavProps) {
  const { contract, year } = page;
  if (!contract || !year) return null;
  return (
    <nav className="seg years" aria-label="Année du contrat">
      {contract.years.map((one) => (
        <a
          key={one.index}
          className={one.index === year.year.index ? "btn pri" : "btn"}
          aria-current={one.index === year.year.index ? "true" : undefined}
          href={`${addressWith(`/cpts/${page.slug}`, query, { annee: String(one.index), bareme: null })}#enveloppe`}
          title={yearSpan(one)}
        >
          <span>
            Année {one.index}
            {one.pastTerm && ", après terme"}
          </span>
        </a>
      ))}
    </nav>
  );
}

/** The schedules the year may be under. */
export function ScheduleNav({ page, query }: NavProps) {
  const { year } = page;
  if (!year || year.schedules.length < 2) return null;
  return (
    <nav className="seg" aria-label="Barème">
      {year.schedules.map(({ id, label }) => (
        <a
          key={id}
          className={id === year.schedule.id ? "btn pri" : "btn"}
          aria-current={id === year.schedule.id ? "true" : undefined}
          href={`${addressWith(`/cpts/${page.slug}`, query, { annee: String(year.year.index), bareme: id })}#enveloppe`}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

/** « du 19/02/2024 au 18/02/2025 », or its uncertain bounds. */
export function yearSpan({ start, end }: Pick<YearOfContract, "start" | "end">): string {
  if (start.earliest === start.latest) return `du ${day(start.earliest)} au ${day(end.earliest)}`;
  return `ouverte ${when(start)}, bornes inconnues au jour près`;
}
