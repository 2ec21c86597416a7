import { count } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { OpenTable } from "@/lib/queries/open-data";
import { DataTable, type Column } from "../tables/DataTable";
import { Downloads } from "../tables/Downloads";
import { Num } from "../ui/Num";

type TableColumn = OpenTable["columns"][number];

const KIND: Readonly<Record<TableColumn["kind"], string>> = {
  text: "texte",
  code: "code (texte)",
  integer: "entier",
  decimal: "nombre",
  cents: "euros",
  rate: "taux, de 0 à 1",
  day: "jour",
  boolean: "oui ou non",
};

interface OpenTableSectionProps {
  readonly table: OpenTable;
  /** Address of the table, whose format is yet to be said. */
  readonly href: string;
  /** Address of its file that stays. */
  readonly stable: string;
  readonly long: boolean;
}

/** One open table: what a row is, its columns, its files. */
export function OpenTableSection({ table, href, stable, long }: OpenTableSectionProps) {
  const { id, title, description, columns, rows, key, references } = table;
  return (
    <section className="od-table" id={id} aria-labelledby={`${id}-t`}>
      <h3 id={`${id}-t`}>
        {title}{" "}
        <span className="mut">
          <Num>{count(rows, "ligne")}</Num>
        </span>
      </h3>
      <p>{typeset(description)}</p>
      <p className="note">
        Adresse qui ne change pas&nbsp;: <a href={stable}>{stable}</a>
        {key.length > 0 && (
          <>
            . Une ligne se nomme par <code>{key.join(", ")}</code>
          </>
        )}
        {references.map(({ column, table: other, names }) => (
          <span key={column}>
            . <code>{column}</code> renvoie à{" "}
            <a href={`#${other}`}>
              {other}.{names}
            </a>
          </span>
        ))}
        .
      </p>
      <details className="od-columns">
        <summary>
          Les {columns.length} colonnes<span className="vh"> de {title}</span>
        </summary>
        <DataTable
          columns={COLUMNS}
          rows={columns}
          rowKey={({ name }) => name}
          caption={`Colonnes de ${title}`}
          captionHidden
          phone="cards"
        />
      </details>
      <Downloads href={href} what={`«\u00a0${title}\u00a0»`} long={long} />
    </section>
  );
}

const COLUMNS: readonly Column<TableColumn>[] = [
  {
    key: "name",
    header: "Colonne",
    label: "Colonne",
    rowHeader: true,
    cell: ({ name }) => <code>{name}</code>,
  },
  { key: "label", header: "En français", label: "En français", cell: ({ label }) => label },
  { key: "kind", header: "Nature", label: "Nature", cell: ({ kind }) => KIND[kind] },
  {
    key: "description",
    header: "Ce qu’elle dit",
    label: "Ce qu’elle dit",
    full: true,
    cell: ({ description, words }) => (
      <>
        {typeset(description)}
        {words && (
          <span className="mut">
            {" "}
            (
            {Object.entries(words).map(([code, word], i) => (
              <span key={code}>
                {i > 0 && ", "}
                <code>{code}</code>&nbsp;: {word}
              </span>
            ))}
            )
          </span>
        )}
      </>
    ),
  },
];
