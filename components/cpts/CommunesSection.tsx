import { between, count, integer, list, plural } from "@/lib/format/fr";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { CommuneRow } from "@/lib/queries/cpts-territory";
import { addressWith, type Query } from "@/lib/schemas/address";
import { dated, sortLink, type CommuneColumn } from "@/lib/schemas/cpts-address";
import { Section } from "../layout/Section";
import { DataTable, type Column } from "../tables/DataTable";
import { Downloads } from "../tables/Downloads";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";

/** Beyond that many rows the table waits behind a click. */
const MOST_OPEN = 30;

/** The communes of the territory, as far as it is known. */
export function CommunesSection({ page, query }: { readonly page: CptsPage; readonly query: Query }) {
  const { communes, standing, perimeter, reference, stated } = page;
  if (communes.length === 0 || !reference) {
    return (
      <Section id="communes" title="Communes du territoire">
        <p className="note">
          <Absent why="non_communique">périmètre non connu</Absent>{" "}
          {stated.communes
            ? `la source compte ${count(stated.communes.value, "commune")} sans les nommer.`
            : "aucune source ne nomme ni ne compte ses communes."}
        </p>
      </Section>
    );
  }
  const table = (
    <DataTable
      columns={columnsOf(page, query)}
      rows={communes}
      rowKey={({ code }) => code}
      caption={`Communes du périmètre ${standing.perimeter === "estimated" ? "estimé" : "déclaré"}`}
      captionHidden
      phone="cards"
    />
  );
  return (
    <Section
      id="communes"
      title={count(communes.length, "commune")}
      intro={
        <>
          {standing.perimeter === "estimated" ? "Périmètre estimé" : "Périmètre déclaré"}
          {perimeter.ref !== null && <SourceRef n={perimeter.ref} />}, communes
          <SourceRef n={reference.communes} /> et population municipale {reference.vintage}
          <SourceRef n={reference.population} />
          {standing.byDepartment.length > 1 && (
            <Num>{`\u00a0: ${list(standing.byDepartment.map((part) => partWords(part, page)))}`}</Num>
          )}
          .
        </>
      }
    >
      {communes.length > MOST_OPEN ? (
        <details className="fold" open={query.tri !== undefined}>
          <summary>Voir les {communes.length} communes</summary>
          {table}
        </details>
      ) : (
        table
      )}
      <Downloads
        href={addressWith(`/telecharger/cpts/${page.slug}/communes`, query, { annee: null, bareme: null })}
        what="les communes du territoire"
        rows={communes.length}
      />
    </Section>
  );
}

function partWords(part: CptsPage["standing"]["byDepartment"][number], { departments }: CptsPage): string {
  const name = departments.find(({ code }) => code === part.department)?.name ?? part.department;
  return `${name}, ${count(part.communes, "commune")} et ${between(part.population)} ${plural(part.population.max, "habitant")}`;
}

function columnsOf(page: CptsPage, query: Query): Column<CommuneRow>[] {
  const sort = (by: CommuneColumn) => sortLink(`/cpts/${page.slug}`, query, by, page.communesBy, "#communes");
  return [
    {
      key: "name",
      header: "Commune",
      label: "Commune",
      rowHeader: true,
      sort: sort("nom"),
      cell: ({ code, name }) => <a href={dated(`/communes/${code}`, page)}>{name}</a>,
    },
    { key: "code", header: "Code", label: "Code", sort: sort("code"), cell: ({ code }) => code },
    {
      key: "department",
      header: "Département",
      label: "Département",
      sort: sort("departement"),
      cell: ({ department }) => department.name,
    },
    {
      key: "population",
      header: "Habitants",
      label: "Habitants",
      numeric: true,
      sort: sort("population"),
      cell: ({ population, share }) => (
        <>
          <Num>{integer(population)}</Num>
          {share !== "whole" && (
            <span className="mut">
              {share === "unknown" ? ", part non connue" : `, part ${share.numerator}/${share.denominator}`}
            </span>
          )}
        </>
      ),
    },
  ];
}
