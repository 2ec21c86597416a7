import { Num } from "@/components/ui/Num";
import { count, integer } from "@/lib/format/fr";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { DepartmentRow, RegionRow } from "@/lib/queries/territory-rows";
import type { Query } from "@/lib/schemas/address";
import { ComputedCells, COMPUTED_COLUMNS } from "./ComputedCells";
import { DepartmentTableRow } from "./DepartmentsTable";
import { PublishedRegion, regionAnchor } from "./RegionsTable";

interface RegionGroupsProps {
  readonly regions: readonly RegionRow[];
  readonly departments: readonly DepartmentRow[];
  readonly footnotes: Footnotes;
  readonly query: Query;
}

const CAPTION = "Les départements par région\u00a0: population couverte, calculée et publiée";

/** All the departments under their regions, each region with its own sums. */
export function RegionGroups({ regions, departments, footnotes, query }: RegionGroupsProps) {
  return (
    <div className="scroll sticky" role="region" aria-label={CAPTION} tabIndex={0}>
      <table className="territories grouped">
        <caption className="vh">{CAPTION}</caption>
        <thead>
          <tr>
            <th scope="col">Région, département</th>
            {COMPUTED_COLUMNS.map((header) => (
              <th key={header} scope="col" className="num">
                {header}
              </th>
            ))}
            <th scope="col">Publié</th>
          </tr>
        </thead>
        {regions.map((region) => (
          <tbody key={region.code} id={regionAnchor(region.code)}>
            <tr className="group">
              <th scope="rowgroup">
                {region.name} <span className="mut">{count(region.departments, "département")}</span>
              </th>
              <td className="num">
                <Num>{integer(region.population)}</Num>
              </td>
              <ComputedCells row={region} isMinimum={region.isMinimum} />
              <td className="pub">
                <PublishedRegion row={region} footnotes={footnotes} />
              </td>
            </tr>
            {departments
              .filter(({ regionCode }) => regionCode === region.code)
              .map((row) => (
                <DepartmentTableRow
                  key={row.code}
                  row={row}
                  footnotes={footnotes}
                  query={query}
                  showRegion={false}
                />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
