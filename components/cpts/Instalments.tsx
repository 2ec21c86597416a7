import { day, money } from "@/lib/format/fr";
import type { Instalment } from "@/lib/funding";
import type { EnvelopeView } from "@/lib/queries/cpts-envelope-view";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { INSTALMENT_KIND, LINE_LABEL } from "./line-words";

const COLUMNS: readonly Column<Instalment>[] = [
  { key: "on", header: "Date", label: "Date", rowHeader: true, cell: ({ dueOn }) => day(dueOn) },
  { key: "line", header: "Ligne", label: "Ligne", cell: ({ line }) => LINE_LABEL[line] },
  {
    key: "kind",
    header: "Versement",
    label: "Versement",
    cell: ({ kind }) => INSTALMENT_KIND[kind],
  },
  {
    key: "amount",
    header: "Montant",
    label: "Montant",
    numeric: true,
    cell: ({ amountCents }) => <Num>{money(amountCents)}</Num>,
  },
];

/** When the year's known dues are paid; what has no known due has no date either, and the page says so. */
export function Instalments({ envelope, year }: { readonly envelope: EnvelopeView; readonly year: number }) {
  const { instalments, dueIsMinimum, dueCents } = envelope;
  return (
    <section aria-labelledby="versements" className="pay">
      <h3 id="versements">Calendrier de versement, année {year}</h3>
      {instalments === null ? (
        <p className="note">
          <Absent why="a_confirmer" />{" "}
          {dueCents === null
            ? "après le terme, rien n’est dû sans renouvellement."
            : "le jour de la signature n’est pas connu\u00a0: les dates des versements ne le sont pas non plus."}
        </p>
      ) : (
        <>
          <DataTable
            columns={COLUMNS}
            rows={instalments}
            rowKey={({ dueOn, line, kind }) => `${dueOn}${line}${kind}`}
            caption={`Versements connus de l’année ${year}`}
            captionHidden
            phone="cards"
          />
          {dueIsMinimum && (
            <p className="note">
              Liste incomplète&nbsp;: les missions sans date de démarrage ni résultats connus n’y sont pas.
            </p>
          )}
        </>
      )}
    </section>
  );
}
