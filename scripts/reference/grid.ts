import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, GeoJsonObject, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Bounds } from "@/lib/territory/projection";
import { mapshaper } from "./contours";

/**
 * All published files place their points on this one grid, 0.0001° (11 m north to south, 7 to 8 m west to
 * east in metropolitan France): a vertex of a border is exactly the same in two departments' files.
 */
const DECIMALS = 4;
const CELLS_PER_DEGREE = 10 ** DECIMALS;
/** Written as a literal: 1 / 10000 must read the same everywhere. */
export const CELL = 0.0001;

/**
 * Share of the removable vertices that is kept. Plain Visvalingam removes by area, so that at 50 % the worst
 * commune of 03, 07, 26 and 63 is 4 % off; mapshaper's weighted variant, smoother to the eye, is 10 % off.
 */
const KEPT = "50%";

/** A shape whose coordinates are integers: cells of the grid. */
export type GridShape = Feature<Polygon | MultiPolygon, { readonly code: string }>;

/**
 * The communes of the whole country, simplified in one layer so that borders stay common, on the grid.
 *
 * @param contours path of the detailed contours, one feature per polygon, `properties.code`.
 * @param folder a temporary folder.
 */
export function simplifyOnGrid(contours: string, folder: string): GridShape[] {
  const simplify = ["snap", "-dissolve", "code", "-simplify", KEPT, "visvalingam", "keep-shapes"];
  return throughMapshaper(contours, simplify, folder);
}

/**
 * Outlines already on the grid, lightened for maps of the whole country: a part of their vertices.
 *
 * @param kept share of the vertices, as mapshaper takes it: "20%".
 */
export function lightenOnGrid(outlines: readonly GridShape[], kept: string, folder: string): GridShape[] {
  const input = join(folder, "outlines.json");
  writeFileSync(input, JSON.stringify({ type: "FeatureCollection", features: outlines.map(inDegrees) }));
  return throughMapshaper(input, ["-simplify", kept, "visvalingam", "keep-shapes"], folder);
}

/** A shape in cells as GeoJSON in degrees, for mapshaper. */
export function inDegrees({ properties, geometry }: GridShape): Feature<MultiPolygon, { code: string }> {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return {
    type: "Feature",
    properties: { code: properties.code },
    geometry: {
      type: "MultiPolygon",
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(toDegrees))),
    },
  };
}

function throughMapshaper(input: string, simplify: readonly string[], folder: string): GridShape[] {
  const output = join(folder, "simplified.json");
  mapshaper([
    ...["-i", input, ...simplify],
    ...["-snap", `precision=${CELL}`, "fix-geometry", "-clean"],
    ...["-o", output, "format=topojson", "no-quantization"],
  ]);
  const simplified = JSON.parse(readFileSync(output, "utf8")) as Topology<
    Record<string, GeometryCollection<{ code: string }>>
  >;
  const layer = Object.values(simplified.objects)[0];
  if (layer === undefined) throw new Error("mapshaper wrote no layer");
  // Rounding arc by arc keeps both sides of a border alike.
  const arcs = simplified.arcs.map((arc) => withoutRepeats(arc.map(toCell)));
  return shapesOf({ ...simplified, arcs }, layer);
}

/** The shapes of a topology in cells of the grid, without the rings that the grid reduces to nothing. */
function shapesOf(gridTopology: Topology, layer: GeometryCollection<{ code: string }>): GridShape[] {
  return feature(gridTopology, layer).features.map(({ geometry, properties }) => {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") {
      throw new Error(`${properties.code} has no polygon left`);
    }
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const kept = polygons.map((rings) => rings.filter(encloses)).filter((rings) => rings.length > 0);
    const [only] = kept;
    if (only === undefined) throw new Error(`${properties.code} has no polygon left on the grid`);
    return {
      type: "Feature",
      properties: { code: properties.code },
      geometry:
        kept.length === 1
          ? { type: "Polygon", coordinates: only }
          : { type: "MultiPolygon", coordinates: kept },
    };
  });
}

/** One topology of several shapes, in cells: equal borders become one arc. */
export function gridTopology<Name extends string, P extends object>(
  name: Name,
  shapes: readonly Feature<Polygon | MultiPolygon, P>[],
): Topology<Record<Name, GeometryCollection<P>>> {
  const collection = { type: "FeatureCollection", features: shapes } as GeoJsonObject;
  return topology({ [name]: collection }) as Topology<Record<Name, GeometryCollection<P>>>;
}

/** The published form: differences along each arc, and the grid as its transform, the same in every file. */
export function encoded<T extends Topology>(inCells: T): T {
  const arcs = inCells.arcs.map((arc) => {
    let [fromX, fromY] = [0, 0];
    return arc.map(([x = NaN, y = NaN]) => {
      const step = [x - fromX, y - fromY];
      [fromX, fromY] = [x, y];
      return step;
    });
  });
  // The bounding box is left out: it is in cells, and bounds.json has it in degrees.
  const transform = { scale: [CELL, CELL], translate: [0, 0] };
  return { type: "Topology", transform, objects: inCells.objects, arcs } as unknown as T;
}

/** [longitude, latitude] exactly as topojson-client decodes the published files. */
export function toDegrees([x = NaN, y = NaN]: readonly number[]): [number, number] {
  return [x * CELL, y * CELL];
}

/** The smallest bounds around shapes in cells, in degrees, written with the grid's decimals. */
export function toBounds(geometries: readonly (Polygon | MultiPolygon)[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { type, coordinates } of geometries) {
    const rings: Position[][] = type === "Polygon" ? coordinates : coordinates.flat();
    for (const [x = NaN, y = NaN] of rings.flat()) {
      [west, south] = [Math.min(west, x), Math.min(south, y)];
      [east, north] = [Math.max(east, x), Math.max(north, y)];
    }
  }
  const degrees = (cells: number) => cells / CELLS_PER_DEGREE;
  return [degrees(west), degrees(south), degrees(east), degrees(north)];
}

function toCell([longitude = NaN, latitude = NaN]: readonly number[]): [number, number] {
  return [Math.round(longitude * CELLS_PER_DEGREE), Math.round(latitude * CELLS_PER_DEGREE)];
}

/** An arc keeps two points at least, as TopoJSON asks. */
function withoutRepeats(arc: readonly [number, number][]): [number, number][] {
  const kept = arc.filter(([x, y], i) => {
    const before = arc[i - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });
  const [only] = kept;
  return kept.length === 1 && only !== undefined ? [only, only] : kept;
}

function encloses(ring: readonly Position[]): boolean {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = NaN, ay = NaN] = ring[i - 1] ?? [];
    const [bx = NaN, by = NaN] = ring[i] ?? [];
    twice += ax * by - bx * ay;
  }
  return twice !== 0;
}
