import { count, day, integer, plural } from "@/lib/format/fr";
import type { CommuneList, NamedCommune, TerritoryChanges } from "@/lib/queries/proposal-changes";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { BeforeAfter } from "./BeforeAfter";
import { shareWords } from "./words";

interface TerritoryChangeProps {
  readonly changes: TerritoryChanges;
  /** Tells the tables of several rounds apart. */
  readonly id: string;
}

/** Communes that come, go or change, each with its inhabitants; the day it holds from. */
export function TerritoryChange({ changes, id }: TerritoryChangeProps) {
  const { added, removed, changed, kept, from, effectiveFrom } = changes;
  return (
    <div className="change">
      <ul className="facts">
        <li>
          Prend effet le <strong>{effectiveFrom === null ? "jour non renseigné" : day(effectiveFrom)}</strong>
          {from?.before && <> (territoire actuel&nbsp;: depuis le {day(from.before)})</>}
        </li>
        <li>
          <Num>{`${count(added.communes.length, "commune ajoutée", "communes ajoutées")}, ${count(removed.communes.length, "retirée", "retirées")}, ${count(kept, "gardée", "gardées")}${changed.length > 0 ? ` dont ${integer(changed.length)} autrement` : ""}.`}</Num>
        </li>
      </ul>
      <div className="lists">
        {added.communes.length > 0 && <Communes id={`${id}-plus`} title="Communes ajoutées" list={added} />}
        {removed.communes.length > 0 && (
          <Communes id={`${id}-moins`} title="Communes retirées" list={removed} />
        )}
        {changed.length > 0 && <Changed changed={changed} />}
      </div>
    </div>
  );
}

function Communes({ id, title, list }: { id: string; title: string; list: CommuneList }) {
  const partial = list.communes.some(({ share }) => share !== "whole");
  const noted = list.communes.some(({ note }) => note !== null);
  type Row = CommuneList["communes"][number];
  const columns: Column<Row>[] = [
    ...named<Row>(),
    ...(partial
      ? [{ key: "part", header: "Part", label: "Part", cell: ({ share }: Row) => shareWords(share) }]
      : []),
    ...(noted
      ? [
          {
            key: "why",
            header: "Explication",
            label: "Explication",
            full: true,
            cell: ({ note }: Row) => note ?? <span className="mut">aucune</span>,
          },
        ]
      : []),
  ];
  return (
    <div className="held" id={id}>
      <DataTable
        columns={columns}
        rows={list.communes}
        rowKey={({ code }) => code}
        caption={title}
        phone="cards"
        foot={
          <tr>
            <th scope="row">
              {count(list.communes.length, "commune")}
              {partial && ", comptées entières"}
            </th>
            <td data-l="Département" />
            <td className="num" data-l="Habitants">
              {list.population === null ? (
                <Absent why="non_communique" />
              ) : (
                <Num>{integer(list.population)}</Num>
              )}
            </td>
            {partial && <td />}
            {noted && <td />}
          </tr>
        }
      />
    </div>
  );
}

function Changed({ changed }: Pick<TerritoryChanges, "changed">) {
  type Row = TerritoryChanges["changed"][number];
  const columns: Column<Row>[] = [
    ...named<Row>(),
    {
      key: "part",
      header: "Part tenue",
      label: "Part tenue",
      cell: ({ share }) =>
        share ? (
          <BeforeAfter before={shareWords(share.before)} after={shareWords(share.after)} />
        ) : (
          <span className="mut">inchangée</span>
        ),
    },
    {
      key: "why",
      header: "Explication",
      label: "Explication",
      full: true,
      cell: ({ note }) =>
        note ? (
          <BeforeAfter before={note.before ?? "aucune"} after={note.after ?? "aucune"} />
        ) : (
          <span className="mut">inchangée</span>
        ),
    },
  ];
  const title = plural(changed.length, "Commune tenue autrement", "Communes tenues autrement");
  return (
    <div className="held">
      <DataTable columns={columns} rows={changed} rowKey={({ code }) => code} caption={title} phone="cards" />
    </div>
  );
}

function named<Row extends NamedCommune>(): Column<Row>[] {
  return [
    {
      key: "name",
      header: "Commune",
      label: "Commune",
      rowHeader: true,
      cell: ({ name, code }) => (name === null ? code : <a href={`/communes/${code}`}>{name}</a>),
    },
    {
      key: "department",
      header: "Département",
      label: "Département",
      cell: ({ department }) => department ?? <Absent why="non_communique" />,
    },
    {
      key: "population",
      header: "Habitants",
      label: "Habitants",
      numeric: true,
      cell: ({ population }) =>
        population === null ? <Absent why="non_communique" /> : <Num>{integer(population)}</Num>,
    },
  ];
}
