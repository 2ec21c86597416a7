import { integer, percent } from "@/lib/format/fr";
import { rate } from "@/lib/kernel/rate";
import type { BlankEpci, DepartmentPage } from "@/lib/queries/department-page";
import { DataTable } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";

interface BlankCommunesProps {
  readonly page: DepartmentPage;
  /** Where all of them are listed. */
  readonly allHref: string;
}

const FIRST = 9;

/** Communes in no known perimeter: by EPCI, then the most populated. */
export function BlankCommunes({ page, allHref }: BlankCommunesProps) {
  const { coverage, blankByEpci, communes, department } = page;
  const rowOf = new Map(communes.map((commune) => [commune.code, commune]));
  const first = coverage.blankCommunes.slice(0, FIRST).flatMap(({ code }) => rowOf.get(code) ?? []);
  const share = (population: number) => percent(rate(population, coverage.population.total)) ?? "";
  return (
    <div className="two">
      <DataTable<BlankEpci>
        columns={[
          {
            key: "epci",
            header: "EPCI",
            label: "EPCI",
            rowHeader: true,
            cell: ({ name }) => name ?? "Sans EPCI",
          },
          {
            key: "n",
            header: "Communes",
            label: "Communes",
            numeric: true,
            cell: (row) => <Num>{integer(row.communes)}</Num>,
          },
          {
            key: "p",
            header: "Habitants",
            label: "Habitants",
            numeric: true,
            cell: (row) => <Num>{integer(row.population)}</Num>,
          },
          {
            key: "s",
            header: "Part du département",
            label: "Part",
            numeric: true,
            cell: (row) => <Num>{share(row.population)}</Num>,
          },
        ]}
        rows={blankByEpci.slice(0, FIRST)}
        rowKey={({ name }) => name ?? ""}
        caption={
          blankByEpci.length > FIRST
            ? `Par intercommunalité, les ${FIRST} plus peuplées sur ${blankByEpci.length}`
            : "Par intercommunalité"
        }
        phone="cards"
        cardColumns={3}
        foot={
          <tr>
            <th scope="row">
              {blankByEpci.length > FIRST ? `Les ${blankByEpci.length} intercommunalités` : "Total"}
            </th>
            <td className="num" data-l="Communes">
              <Num>{integer(coverage.blank.communes)}</Num>
            </td>
            <td className="num" data-l="Habitants">
              <Num>{integer(coverage.blank.population)}</Num>
            </td>
            <td className="num" data-l="Part">
              <Num>{share(coverage.blank.population)}</Num>
            </td>
          </tr>
        }
      />
      <div>
        <DataTable
          columns={[
            {
              key: "nom",
              header: "Commune",
              label: "Commune",
              rowHeader: true,
              cell: ({ code, name }) => <a href={`/communes/${code}`}>{name}</a>,
            },
            { key: "code", header: "Code", label: "Code", cell: ({ code }) => code },
            {
              key: "epci",
              header: "EPCI",
              label: "EPCI",
              cell: ({ epciName }) => epciName ?? <Absent why="sans_objet" />,
            },
            {
              key: "p",
              header: "Habitants",
              label: "Habitants",
              numeric: true,
              cell: ({ population }) => <Num>{integer(population)}</Num>,
            },
          ]}
          rows={first}
          rowKey={({ code }) => code}
          caption="Par commune, les plus peuplées d’abord"
          phone="cards"
          cardColumns={3}
        />
        {coverage.blank.communes > FIRST && (
          <p className="more">
            <span>
              1 à {first.length} sur {integer(coverage.blank.communes)}
            </span>
            <a className="btn" href={allHref}>
              Afficher les {integer(coverage.blank.communes)} communes
            </a>
          </p>
        )}
        {coverage.blank.communes === 0 && (
          <p className="note">Toutes les communes de {department.name} sont couvertes.</p>
        )}
      </div>
    </div>
  );
}
