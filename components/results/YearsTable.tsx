import { day, money, when } from "@/lib/format/fr";
import { YEAR_STATE, yearSlug } from "@/lib/format/labels-results";
import type { Span } from "@/lib/kernel/date";
import type { ResultsPage, YearRow } from "@/lib/queries/results";
import { DataTable } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Flag } from "../ui/Flag";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";

const CHIP: Readonly<Record<YearRow["state"], string>> = {
  to_come: "chip",
  under_way: "chip",
  to_propose: "chip warn",
  proposed: "chip",
  settled: "chip signed",
};

/** The contract years of a CPTS, the latest first, and where the results of each stand. */
export function YearsTable({ page }: { readonly page: ResultsPage }) {
  const several = page.contracts.length > 1;
  return (
    <DataTable<YearRow>
      caption="Les années de contrat et l’état de leurs résultats"
      captionHidden
      phone="cards"
      className="years"
      rows={page.years}
      rowKey={yearSlug}
      columns={[
        {
          key: "year",
          header: "Année du contrat",
          label: "Année",
          rowHeader: true,
          cell: (row) => (
            <>
              {row.state === "to_come" ? (
                `Année ${row.year}`
              ) : (
                <a href={`/espace/cpts/${page.slug}/resultats/${yearSlug(row)}`}>Année {row.year}</a>
              )}
              {several && <small className="mut"> contrat {row.contractNo}</small>}
            </>
          ),
        },
        {
          key: "period",
          header: "Période",
          label: "Période",
          cell: ({ start, end, pastTerm }) => (
            <>
              {periodWords(start, end)}
              {pastTerm && (
                <>
                  {" "}
                  <Flag />
                </>
              )}
            </>
          ),
        },
        {
          key: "state",
          header: "Résultats",
          label: "Résultats",
          cell: ({ state, isReopened, settledOn }) => (
            <>
              <span className={CHIP[state]}>{YEAR_STATE[state]}</span>
              {settledOn !== null && <small className="mut"> le {day(settledOn)}</small>}
              {isReopened && <small className="mut"> rouverte</small>}
            </>
          ),
        },
        {
          key: "variable",
          header: "Volet variable atteint",
          label: "Volet variable atteint",
          numeric: true,
          cell: (row) => <Variable of={row} />,
        },
      ]}
    />
  );
}

function Variable({ of: { variable, state } }: { readonly of: YearRow }) {
  if (variable === null) return <Absent why={state === "to_come" ? "sans_objet" : "non_communique"} />;
  const { dueCents, amountCents, mark, isPartial } = variable;
  return (
    <>
      {isPartial && "au moins "}
      <Money cents={dueCents} mark={mark} />
      <small className="mut">
        {" "}
        sur <Num>{money(amountCents)}</Num>
        {state !== "settled" && ", non arrêté"}
      </small>
    </>
  );
}

/** « du 19/02/2021 au 18/02/2022 », or as surely as the signature is known. */
export function periodWords(start: Span, end: Span): string {
  const known = start.earliest === start.latest;
  return known
    ? `du ${day(start.earliest)} au ${day(end.earliest)}`
    : `début\u00a0: ${when(start)}\u00a0; fin\u00a0: ${when(end)}`;
}
