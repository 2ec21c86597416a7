import { integer } from "@/lib/format/fr";
import { faultWords, OUTCOME } from "@/lib/format/imports";
import { typeset } from "@/lib/format/typography";
import type { ImportPage, ReportLine } from "@/lib/queries/imports/pages";
import { addressWith, type Query } from "@/lib/schemas/address";
import type { LineChoice } from "@/lib/schemas/imports-address";
import { DataTable } from "../tables/DataTable";
import { Pager } from "../tables/Pager";
import { RowFaults } from "../tables/RowFaults";

interface ImportReportProps {
  readonly page: ImportPage;
  readonly path: string;
  readonly query: Query;
}

const CHOICES: readonly (readonly [LineChoice, string])[] = [
  ["toutes", "Toutes les lignes"],
  ["refusees", "Refusées"],
  ["creees", "Créées"],
  ["changees", "Changées"],
  ["inchangees", "Inchangées"],
];

/** The report line by line, by the numbers that the spreadsheet shows. */
export function ImportReport({ page, path, query }: ImportReportProps) {
  const { counts, faulty, lines, kind } = page;
  if (counts === null) return null;
  const { created, changed, unchanged, refused } = counts;
  const countOf: Readonly<Record<LineChoice, number>> = {
    toutes: created + changed + unchanged + refused,
    refusees: refused,
    creees: created,
    changees: changed,
    inchangees: unchanged,
  };
  const to = (changes: Readonly<Record<string, string | null>>) =>
    `${addressWith(path, query, { page: null, ...changes })}#lignes`;
  return (
    <>
      <nav className="seg years" aria-label="Lignes montrées">
        {CHOICES.map(([choice, label]) => (
          <a
            key={choice}
            className={choice === page.choice ? "btn pri" : "btn"}
            aria-current={choice === page.choice ? "true" : undefined}
            href={to({ voir: choice, colonne: null })}
          >
            <span>
              {label} ({integer(countOf[choice])})
            </span>
          </a>
        ))}
      </nav>
      {faulty.length > 0 && (
        <nav className="import-columns" aria-label="Colonnes à corriger">
          <span>Colonnes à corriger{"\u00a0"}:</span>
          <ul>
            {faulty.map(({ column, lines: many }) => (
              <li key={column}>
                <a
                  href={to({ voir: "refusees", colonne: column === page.column ? null : column })}
                  aria-current={column === page.column ? "true" : undefined}
                >
                  {column} ({integer(many)})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <DataTable<ReportLine & { readonly rank: number }>
        columns={[
          {
            key: "row",
            header: kind === "polygons" ? "Objet" : "Ligne",
            label: kind === "polygons" ? "Objet" : "Ligne",
            rowHeader: true,
            cell: ({ row }) =>
              row === null ? (
                "Hors fichier"
              ) : (
                <span className="nb">
                  {kind === "polygons" ? "Objet" : "Ligne"} {integer(row)}
                </span>
              ),
          },
          { key: "cpts", header: "CPTS", label: "CPTS", className: "anywhere", cell: ({ cpts }) => cpts },
          {
            key: "subject",
            header: "Objet",
            label: "Objet",
            className: "anywhere",
            cell: ({ subject }) => subject,
          },
          {
            key: "what",
            header: "Ce qui en est fait",
            label: "Ce qui en est fait",
            full: true,
            cell: (line) => <What line={line} />,
          },
        ]}
        rows={lines}
        rowKey={({ rank }) => String(rank)}
        caption="Lignes du fichier et ce qui en est fait"
        captionHidden
        phone="cards"
        empty="Aucune ligne."
      />
      <Pager path={path} query={query} page={page.page} pages={page.pages} hash="#lignes" />
    </>
  );
}

function What({ line: { outcome, faults, changes, notes } }: { readonly line: ReportLine }) {
  return (
    <>
      <b className={outcome === "refused" ? "row-refused" : undefined}>{OUTCOME[outcome]}</b>
      <RowFaults faults={faults.map((fault) => ({ column: fault.column, message: faultWords(fault) }))} />
      {changes.length > 0 && (
        <ul className="row-faults">
          {changes.map(({ label, before, after }) => (
            <li key={label}>
              {label}
              {"\u00a0"}: {before ?? "rien"} <span aria-hidden="true">→</span>
              <span className="vh"> devient </span> {after ?? "rien"}
            </li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} className="note">
          {typeset(note)}
        </p>
      ))}
    </>
  );
}
