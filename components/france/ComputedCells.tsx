import { Absent } from "@/components/ui/Absent";
import { Num } from "@/components/ui/Num";
import { integer } from "@/lib/format/fr";
import type { ComputedRow, DepartmentRow, RegionRow } from "@/lib/queries/territory-rows";
import { rateText } from "./rates";

/** From « Habitants » to « CPTS décrites »: the same for departments and regions. */
export const COMPUTED_COLUMNS = [
  "Habitants",
  "Couverts, calculé",
  "Hors périmètre connu",
  "Taux calculé",
  "dont estimé",
  "CPTS décrites",
] as const;

/** Of them, those that a territory without data has nothing to say in. */
const SILENT = COMPUTED_COLUMNS.length - 1;

interface ComputedCellsProps {
  readonly row: DepartmentRow | RegionRow;
  /** A part of the territory is not computed: its rate is at least this. */
  readonly isMinimum: boolean;
}

/** The computed cells of a row, « Habitants » aside: figures, or the word that stands in their place. */
export function ComputedCells({ row: { state, computed, cpts }, isMinimum }: ComputedCellsProps) {
  if (state === "none") {
    return (
      <td colSpan={SILENT} className="mut">
        Aucune CPTS décrite
      </td>
    );
  }
  return (
    <>
      {computed ? <Figures computed={computed} isMinimum={isMinimum} /> : <Unlocated />}
      <td className="num">{integer(cpts)}</td>
    </>
  );
}

function Figures({ computed, isMinimum }: { readonly computed: ComputedRow; readonly isMinimum: boolean }) {
  const { signed, outside, signedRate, possibleRate, estimatedShare } = computed;
  return (
    <>
      <td className="num">
        <Num>{integer(signed)}</Num>
      </td>
      <td className="num">
        <Num>{integer(outside)}</Num>
      </td>
      <td className="num">
        {isMinimum && "au moins "}
        <b>
          <Num>{rateText(signedRate)}</Num>
        </b>
        {possibleRate && (
          <span className="fr-may-be">
            jusqu’à <Num>{rateText(possibleRate)}</Num>
          </span>
        )}
      </td>
      <td className="num">
        {estimatedShare ? <Num>{rateText(estimatedShare, 0)}</Num> : <Absent why="sans_objet" />}
      </td>
    </>
  );
}

function Unlocated() {
  return (
    <>
      <td className="num">
        <Absent why="non_communique" />
      </td>
      <td className="num">
        <Absent why="non_communique" />
      </td>
      <td className="num">
        <Absent why="non_communique" />
      </td>
      <td className="num">
        <Absent why="sans_objet" />
      </td>
    </>
  );
}
