import type { GeoProjection } from "d3-geo";
import type { MultiPolygon, Polygon } from "geojson";
import type { Placement } from "@/lib/territory/paths";

export type Rectangle = readonly [x: number, y: number, width: number, height: number];

const METRES_PER_DEGREE = 111_195;

/**
 * Places shapes as large as they can be in the middle of a rectangle.
 *
 * @param geometries shapes in degrees.
 * @param projection a d3 projection of scale 1 and no translation; it is not clipped, nor changed.
 */
export function fitted(
  geometries: readonly (Polygon | MultiPolygon)[],
  [x, y, width, height]: Rectangle,
  projection: GeoProjection,
): Placement & { readonly metresPerUnit: number } {
  const project = ([longitude = NaN, latitude = NaN]: readonly number[]): [number, number] => {
    const point = projection([longitude, latitude]);
    if (point === null) throw new Error(`${longitude}, ${latitude} cannot be projected`);
    return point;
  };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { type, coordinates } of geometries) {
    const rings = type === "Polygon" ? coordinates : coordinates.flat();
    for (const [px, py] of rings.flat().map(project)) {
      [left, top] = [Math.min(left, px), Math.min(top, py)];
      [right, bottom] = [Math.max(right, px), Math.max(bottom, py)];
    }
  }
  const scale = Math.min(width / (right - left), height / (bottom - top));
  const offsetX = x + width / 2 - (scale * (left + right)) / 2;
  const offsetY = y + height / 2 - (scale * (top + bottom)) / 2;
  // One degree northwards from the middle of the shapes, drawn.
  const middle = projection.invert?.([(left + right) / 2, (top + bottom) / 2]);
  if (!middle) throw new Error("a drawing needs a projection that inverts");
  const [, south] = project(middle);
  const [, north] = project([middle[0], middle[1] + 1]);
  return {
    point: (position) => {
      const [px, py] = project(position);
      return [offsetX + scale * px, offsetY + scale * py];
    },
    metresPerUnit: METRES_PER_DEGREE / (scale * (south - north)),
  };
}

/** A rectangle without a margin on each side. */
export function inside([x, y, width, height]: Rectangle, margin: number): Rectangle {
  return [x + margin, y + margin, width - 2 * margin, height - 2 * margin];
}
