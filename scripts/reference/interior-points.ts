import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { innermostPoint } from "@/lib/territory/innermost";
import { mapshaper, type Contours } from "./contours";
import { HELD_BY } from "./succession";
import { squareMetres } from "./surface";
import { byCode } from "./places";

/** A row of `commune-points.json`; the fourth is the commune whose contour holds this one, which has none. */
export type PointRow = readonly [code: string, longitude: number, latitude: number, heldBy?: string];

const RADIANS = Math.PI / 180;

/**
 * A point well inside each commune: of its largest part, the point farthest from the border, from contours with
 * every vertex. A commune without contour has the point of the one that holds it.
 *
 * @param folder the temporary folder of the build.
 */
export function interiorPoints({ file }: Contours, folder: string): PointRow[] {
  const whole = join(folder, "whole.json");
  // Communes that merged since have one contour a former commune.
  mapshaper([file, "-dissolve", "code", "-o", whole, "format=geojson", "precision=0.000001"]);
  const { features } = JSON.parse(readFileSync(whole, "utf8")) as FeatureCollection<
    Polygon | MultiPolygon,
    { code: string }
  >;
  const points = new Map(
    features.map(({ properties, geometry }): [string, PointRow] => [
      properties.code,
      [properties.code, ...innermost(geometry)],
    ]),
  );
  for (const [code, holder] of HELD_BY) {
    const point = points.get(holder);
    if (!point) throw new Error(`${holder} has no contour to hold ${code}`);
    points.set(code, [code, point[1], point[2], holder]);
  }
  return [...points.values()]
    .map((row) => ({ code: row[0], row }))
    .sort(byCode)
    .map(({ row }) => row);
}

function innermost(geometry: Polygon | MultiPolygon): [longitude: number, latitude: number] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons
    .map((rings) => ({ rings, area: squareMetres({ type: "Polygon", coordinates: rings }) }))
    .reduce((a, b) => (b.area > a.area ? b : a)).rings;
  // A degree of longitude is shorter than one of latitude: distances are compared as on the ground.
  const shrink = Math.cos((largest[0]?.[0]?.[1] ?? 0) * RADIANS);
  const [x, y] = innermostPoint(
    largest.map((ring) =>
      ring.map(([longitude = 0, latitude = 0]: Position): [number, number] => [longitude * shrink, latitude]),
    ),
  );
  return [rounded(x / shrink), rounded(y)];
}

/** To a metre: far less than from such a point to a border. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
