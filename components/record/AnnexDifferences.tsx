import { money, moneyDifference, whenInSentence } from "@/lib/format/fr";
import { LINE_WORDS, PART_WORDS } from "@/lib/format/section-words";
import type { AnnexYear } from "@/lib/queries/annex-years";
import { DataTable } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { FormPart } from "./FormPart";

/** The annex beside the schedule, as the engine computes it from what was last saved. */
export function AnnexDifferences({ years }: { readonly years: readonly AnnexYear[] }) {
  if (years.length === 0) return null;
  return (
    <FormPart
      id="ecarts"
      title="Écart au barème"
      who="Calculé d’après les montants enregistrés à l’ouverture de cette page."
    >
      {years.map(({ signed, year, scheduleLabel, lines }) => (
        <div className="wide" key={`${signed.earliest} ${year}`}>
          <DataTable
            columns={[
              {
                key: "line",
                header: "Ligne",
                label: "Ligne",
                rowHeader: true,
                cell: ({ line, part }) => `${LINE_WORDS[line]}, ${PART_WORDS[part]}`,
              },
              {
                key: "contract",
                header: "Annexe",
                label: "Annexe",
                numeric: true,
                cell: ({ contractCents }) => <Num>{money(contractCents)}</Num>,
              },
              {
                key: "schedule",
                header: `Barème ${scheduleLabel}`,
                label: "Barème",
                numeric: true,
                cell: ({ scheduleCents }) =>
                  scheduleCents === null ? <Absent why="sans_objet" /> : <Num>{money(scheduleCents)}</Num>,
              },
              {
                key: "difference",
                header: "Écart",
                label: "Écart",
                numeric: true,
                cell: ({ differenceCents }) =>
                  differenceCents === null ? (
                    <Absent why="sans_objet" />
                  ) : (
                    <Num>{moneyDifference(differenceCents)}</Num>
                  ),
              },
            ]}
            rows={lines}
            rowKey={({ line, part }) => `${line} ${part}`}
            caption={`Année ${year} du contrat signé ${whenInSentence(signed)}`}
            phone="cards"
          />
        </div>
      ))}
    </FormPart>
  );
}
