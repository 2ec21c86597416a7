import { Absent } from "@/components/ui/Absent";
import { Num } from "@/components/ui/Num";
import { SourceRef } from "@/components/ui/SourceRef";
import { integer } from "@/lib/format/fr";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { DepartmentRow } from "@/lib/queries/territory-rows";
import { addressWith, type Query } from "@/lib/schemas/address";
import { ComputedCells, COMPUTED_COLUMNS } from "./ComputedCells";
import { publishedLong } from "./rates";

interface DepartmentsTableProps {
  readonly caption: string;
  readonly rows: readonly DepartmentRow[];
  readonly footnotes: Footnotes;
  readonly query: Query;
}

/** The map as a table: one department a row, in the order given. */
export function DepartmentsTable({ caption, rows, footnotes, query }: DepartmentsTableProps) {
  return (
    <div className="scroll sticky" role="region" aria-label={caption} tabIndex={0}>
      <table className="territories">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Département</th>
            <th scope="col">Région</th>
            {COMPUTED_COLUMNS.map((header) => (
              <th key={header} scope="col" className="num">
                {header}
              </th>
            ))}
            <th scope="col">Publié</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DepartmentTableRow key={row.code} row={row} footnotes={footnotes} query={query} showRegion />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DepartmentTableRowProps extends Pick<DepartmentsTableProps, "footnotes" | "query"> {
  readonly row: DepartmentRow;
  readonly showRegion: boolean;
}

export function DepartmentTableRow({ row, footnotes, query, showRegion }: DepartmentTableRowProps) {
  const { code, name, population, regionName, published, state } = row;
  const told = published && publishedLong(published);
  return (
    <tr className={state === "none" ? "void" : undefined}>
      <th scope="row">
        <a href={addressWith(`/departements/${code}`, { date: query.date }, {})}>{name}</a>{" "}
        <span className="mut">{code}</span>
      </th>
      {showRegion && <td>{regionName}</td>}
      <td className="num">
        <Num>{integer(population)}</Num>
      </td>
      <ComputedCells row={row} isMinimum={false} />
      <td className="pub">
        {published && told ? (
          <>
            <span>
              <Num>{told}</Num>
            </span>{" "}
            <SourceRef n={footnotes.numberOf(published.citation)} />
          </>
        ) : (
          <Absent why="non_communique" />
        )}
      </td>
    </tr>
  );
}
