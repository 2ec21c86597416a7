import { mesh } from "topojson-client";
import { pathOf } from "@/lib/territory/paths";
import type { DepartmentTopology } from "@/lib/territory/outline";
import type { Projection } from "@/lib/territory/projection";
import { toDegrees } from "./grid";

/** Greys of the look's map strokes: an SVG used as an image cannot read the page's custom properties. */
const COMMUNE_BORDER = "#a3b1b7";
const DEPARTMENT_BORDER = "#44575e";

/**
 * The borders of a department's communes as a picture, for the first sight of a page before any script:
 * lines only, each drawn once, so that what lies under it shows through.
 *
 * @param inCells the department's topology, in cells of the grid.
 */
export function meshOf(inCells: DepartmentTopology, projection: Projection): string {
  const { communes } = inCells.objects;
  const placement = { point: (cell: readonly number[]) => projection.point(toDegrees(cell)) };
  const inner = pathOf(
    mesh(inCells, communes, (a, b) => a !== b),
    placement,
  );
  const outer = pathOf(
    mesh(inCells, communes, (a, b) => a === b),
    placement,
  );
  const { width, height } = projection;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `fill="none" stroke-linejoin="round" stroke-linecap="round">` +
    (inner && `<path stroke="${COMMUNE_BORDER}" stroke-width=".9" d="${inner}"/>`) +
    `<path stroke="${DEPARTMENT_BORDER}" stroke-width="1.8" d="${outer}"/></svg>`
  );
}
