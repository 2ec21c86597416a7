import { count } from "@/lib/format/fr";
import type { CeilingCheck } from "@/lib/funding";
import type { IndemnitiesPage, ToldYear } from "@/lib/queries/indemnities";
import { DataTable } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { Callout } from "../ui/Notice";

/** Whether somebody received more than the year's ceiling, in a sentence. */
export function CeilingVerdict({ page }: { readonly page: IndemnitiesPage }) {
  const { year, told, ceiling } = page;
  if (ceiling === null) {
    return (
      <Callout>
        <b>Plafond de {year} non connu de Maillage.</b> Aucun dépassement ne peut être constaté pour cette
        année.
      </Callout>
    );
  }
  if (told === null) return null;
  const { above } = told.check;
  if (above === null || above.count === 0) {
    return (
      <Callout kind="info">
        <b>Aucun dépassement en {year}.</b> Aucun des montants saisis n’est au-dessus du plafond de{" "}
        <Money cents={ceiling.cents} mark={ceiling.mark} />.
      </Callout>
    );
  }
  return (
    <Callout kind="error">
      <b>
        {count(above.count, "professionnel")} au-dessus du plafond en {year}.
      </b>{" "}
      <Money cents={above.excessCents} /> au-delà, au total, du plafond de{" "}
      <Money cents={ceiling.cents} mark={ceiling.mark} /> par professionnel.
    </Callout>
  );
}

/** The ceiling of a year and where it is read. */
export function CeilingSource({ ceiling }: Pick<CeilingCheck, "ceiling">) {
  if (ceiling === null) return null;
  return (
    <p className="note">
      Plafond annuel de la sécurité sociale {ceiling.year}&nbsp;:{" "}
      <Money cents={ceiling.cents} mark={ceiling.mark} /> ({ceiling.source}). Décret n°&nbsp;2022-375&nbsp;:
      ce qu’un professionnel reçoit de la CPTS dans une année civile ne peut le dépasser&nbsp;; l’atteindre
      n’est pas le dépasser.
    </p>
  );
}

/** Every year told, against its ceiling. */
export function IndemnitiesTable({ page }: { readonly page: IndemnitiesPage }) {
  const path = `/espace/cpts/${page.slug}/indemnites`;
  return (
    <DataTable<ToldYear>
      columns={[
        {
          key: "year",
          header: "Année civile",
          label: "Année civile",
          rowHeader: true,
          cell: ({ year }) => <a href={`${path}?annee=${year}`}>{year}</a>,
        },
        {
          key: "professionals",
          header: "Professionnels",
          label: "Professionnels",
          numeric: true,
          cell: ({ professionals }) => professionals,
        },
        {
          key: "total",
          header: "Total",
          label: "Total",
          numeric: true,
          cell: ({ total }) => <Money cents={total} />,
        },
        {
          key: "highest",
          header: "Le plus élevé",
          label: "Le plus élevé",
          numeric: true,
          cell: ({ highest }) => (highest === null ? <Absent why="sans_objet" /> : <Money cents={highest} />),
        },
        {
          key: "ceiling",
          header: "Plafond",
          label: "Plafond",
          numeric: true,
          cell: ({ check: { ceiling } }) =>
            ceiling === null ? (
              <Absent why="a_confirmer">non connu</Absent>
            ) : (
              <Money cents={ceiling.cents} mark={ceiling.mark} detail={ceiling.source} />
            ),
        },
        {
          key: "above",
          header: "Au-dessus",
          label: "Au-dessus",
          numeric: true,
          cell: ({ check: { above } }) => (above === null ? <Absent why="a_confirmer" /> : above.count),
        },
        {
          key: "excess",
          header: "Dépassement total",
          label: "Dépassement total",
          numeric: true,
          cell: ({ check: { above } }) =>
            above === null ? <Absent why="a_confirmer" /> : <Money cents={above.excessCents} />,
        },
      ]}
      rows={page.all}
      rowKey={({ year }) => String(year)}
      caption="Indemnités des professionnels par année civile, face au plafond"
      captionHidden
      phone="cards"
    />
  );
}
