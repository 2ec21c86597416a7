import type { MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { innermostPoint } from "./innermost";
import type { Ring } from "./innermost";

/** Anything that places a [longitude, latitude] on a drawing: a `Projection`, or the composed map of France. */
export interface Placement {
  point(position: readonly number[]): readonly [x: number, y: number];
}

/**
 * An SVG path: absolute start of each ring or line, then relative segments, which are shorter to write.
 *
 * Differences are taken between rounded points, so that rounding never adds up along a line and two shapes
 * that share a border draw exactly the same points. A ring too small to enclose anything at that precision
 * is left out, unless nothing else remains of the shape.
 *
 * @param decimals of a drawing unit that are kept, 0 or 1.
 */
export function pathOf(
  geometry: MultiPolygon | Polygon | MultiLineString,
  placement: Placement,
  decimals: 0 | 1 = 1,
): string {
  const closed = geometry.type !== "MultiLineString";
  const lines: Position[][] =
    geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates;
  const scale = 10 ** decimals;
  const drawn = lines.map((line) => rounded(line, placement, scale, closed));
  const visible = drawn.filter((line) => line.length >= (closed ? 3 : 2));
  const kept = visible.length > 0 ? visible : drawn.slice(0, 1);
  return kept.map((line) => pathOfLine(line, scale, closed)).join("");
}

/**
 * Where a label stands: the point of the largest polygon farthest from its border, in drawing units with
 * one decimal. Unlike a centroid it is always inside, even in a crescent or around an enclave.
 *
 * @throws RangeError when the geometry has no polygon.
 */
export function centreOf(geometry: MultiPolygon | Polygon, placement: Placement): [x: number, y: number] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let largest: Ring[] | undefined;
  let largestArea = -1;
  for (const polygon of polygons) {
    const rings = polygon.map((ring) => ring.map((position) => placement.point(position)));
    const area = Math.abs(signedArea(rings[0] ?? []));
    if (area > largestArea) {
      largest = rings;
      largestArea = area;
    }
  }
  if (largest === undefined) throw new RangeError("a geometry without polygon has no centre");
  const [x, y] = innermostPoint(largest);
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

function signedArea(ring: Ring): number {
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** Points as integers of 1/scale, without repetitions; the closing point of a ring is implied by its `z`. */
function rounded(line: readonly Position[], placement: Placement, scale: number, closed: boolean): Ring {
  const points: [number, number][] = [];
  for (const position of line) {
    const [px, py] = placement.point(position);
    const x = Math.round(px * scale);
    const y = Math.round(py * scale);
    const last = points.at(-1);
    if (last === undefined || last[0] !== x || last[1] !== y) points.push([x, y]);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (closed && points.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) {
    points.pop();
  }
  return points;
}

function pathOfLine(line: Ring, scale: number, closed: boolean): string {
  let [x, y] = line[0] ?? [0, 0];
  let path = `M${number(x, scale)}${spaced(number(y, scale))}`;
  line.slice(1).forEach(([nextX, nextY], i) => {
    const dx = number(nextX - x, scale);
    path += `${i === 0 ? `l${dx}` : spaced(dx)}${spaced(number(nextY - y, scale))}`;
    [x, y] = [nextX, nextY];
  });
  return closed ? `${path}z` : path;
}

/** 15 at scale 10 is "1.5", 5 is ".5". */
function number(value: number, scale: number): string {
  return String(value / scale).replace(/^(-?)0\./, "$1.");
}

/** A minus sign already separates two numbers. */
function spaced(text: string): string {
  return text.startsWith("-") ? text : ` ${text}`;
}
