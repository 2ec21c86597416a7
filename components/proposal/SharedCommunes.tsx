import { count, integer } from "@/lib/format/fr";
import type { SharedCommune } from "@/lib/queries/proposal-conflicts";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Callout } from "../ui/Notice";
import { Num } from "../ui/Num";
import { shareWords } from "./words";

const COLUMNS: readonly Column<SharedCommune>[] = [
  {
    key: "name",
    header: "Commune",
    label: "Commune",
    rowHeader: true,
    cell: ({ name, code }) => <a href={`/communes/${code}`}>{name ?? code}</a>,
  },
  {
    key: "population",
    header: "Habitants",
    label: "Habitants",
    numeric: true,
    cell: ({ population }) =>
      population === null ? <Absent why="non_communique" /> : <Num>{integer(population)}</Num>,
  },
  {
    key: "share",
    header: "Part demandée",
    label: "Part demandée",
    cell: ({ share }) => shareWords(share),
  },
  {
    key: "others",
    header: "Déjà tenue par",
    label: "Déjà tenue par",
    full: true,
    cell: ({ claims }) => (
      <ul>
        {claims.map(({ slug, name, share, basis, from }) => (
          <li key={`${slug} ${from}`}>
            <a href={`/cpts/${slug}`}>{name}</a> ({shareWords(share)}
            {basis === "estimated" && ", périmètre estimé"})
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: "note",
    header: "Explication de la CPTS",
    label: "Explication de la CPTS",
    full: true,
    cell: ({ note }) => note ?? <span className="warnw">aucune</span>,
  },
];

/** What another CPTS holds too: allowed, but knowingly. */
export function SharedCommunes({ shared }: { readonly shared: readonly SharedCommune[] }) {
  if (shared.length === 0) return null;
  const unexplained = shared.filter(({ note }) => note === null).length;
  return (
    <div className="shared">
      <Callout kind={unexplained > 0 ? "error" : "warn"}>
        <p>
          <b>
            <Num>{count(shared.length, "commune est tenue", "communes sont tenues")}</Num> aussi par une autre
            CPTS.
          </b>{" "}
          {unexplained > 0 && `${count(unexplained, "commune l’est", "communes le sont")} sans explication. `}
          Leurs habitants ne comptent qu’une fois dans la couverture, à l’étape la plus avancée.
        </p>
      </Callout>
      <DataTable
        columns={COLUMNS}
        rows={shared}
        rowKey={({ code }) => code}
        caption="Communes tenues par plusieurs CPTS"
        phone="cards"
      />
    </div>
  );
}
