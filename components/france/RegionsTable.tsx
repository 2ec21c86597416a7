import { Absent } from "@/components/ui/Absent";
import { Num } from "@/components/ui/Num";
import { SourceRef } from "@/components/ui/SourceRef";
import { integer, publishedRate, when } from "@/lib/format/fr";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { RegionRow } from "@/lib/queries/territory-rows";
import { addressWith, type Query } from "@/lib/schemas/address";
import { ComputedCells, COMPUTED_COLUMNS } from "./ComputedCells";

interface RegionsTableProps {
  readonly rows: readonly RegionRow[];
  readonly footnotes: Footnotes;
  readonly query: Query;
}

const CAPTION = "Les régions\u00a0: population couverte, calculée et publiée";

/** One region a row, each leading to its departments. */
export function RegionsTable({ rows, footnotes, query }: RegionsTableProps) {
  return (
    <div className="scroll sticky" role="region" aria-label={CAPTION} tabIndex={0}>
      <table className="territories">
        <caption className="vh">{CAPTION}</caption>
        <thead>
          <tr>
            <th scope="col">Région</th>
            <th scope="col" className="num">
              Départements décrits
            </th>
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
            <RegionTableRow key={row.code} row={row} footnotes={footnotes} query={query} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RegionTableRow({
  row,
  footnotes,
  query,
}: Pick<RegionsTableProps, "footnotes" | "query"> & { readonly row: RegionRow }) {
  return (
    <tr className={row.state === "none" ? "void" : undefined}>
      <th scope="row">
        <a href={addressWith(`/regions/${row.code}`, { date: query.date }, {})}>{row.name}</a>
      </th>
      <td className="num">
        {integer(row.described)} sur {integer(row.departments)}
      </td>
      <td className="num">
        <Num>{integer(row.population)}</Num>
      </td>
      <ComputedCells row={row} isMinimum={row.isMinimum} />
      <td className="pub">
        <PublishedRegion row={row} footnotes={footnotes} />
      </td>
    </tr>
  );
}

/** What is published of a region: its inhabitants in zone blanche. */
export function PublishedRegion({
  row: { publishedUncovered },
  footnotes,
}: Pick<RegionsTableProps, "footnotes"> & { readonly row: RegionRow }) {
  if (!publishedUncovered) return <Absent why="non_communique" />;
  const { value, asOf, citation } = publishedUncovered;
  return (
    <>
      <Num>{publishedRate(value)}</Num> en zone blanche, {when(asOf)}{" "}
      <SourceRef n={footnotes.numberOf(citation)} />
    </>
  );
}

/** Where a region stands in the table of all departments. */
export function regionAnchor(code: string): string {
  return `r${code}`;
}
