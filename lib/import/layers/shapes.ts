import type { Polygon, Ring } from "./layer";
import { crossingOf } from "./crossings";
import { isInFrance, placeName } from "./place";

/** What is wrong with the shape of one feature, as the end of a sentence about it. */
export class ShapeFault extends Error {
  override readonly name = "ShapeFault";
}

/** Longitude and latitude of a point of the file. */
export type Convert = (x: number, y: number) => readonly [longitude: number, latitude: number];

export const asIs: Convert = (x, y) => [x, y];

const KINDS: Readonly<Record<string, string>> = {
  Point: "un point",
  MultiPoint: "des points",
  LineString: "une ligne",
  MultiLineString: "des lignes",
  GeometryCollection: "un assemblage de formes",
};

/** The coordinates of a geometry's polygons, not yet checked. @throws ShapeFault where it has none. */
export function polygonsIn(geometry: unknown): readonly unknown[] {
  if (geometry === null || geometry === undefined) throw new ShapeFault("n’a pas de contour");
  const { type, coordinates } = geometry as { readonly type?: unknown; readonly coordinates?: unknown };
  if (type !== "Polygon" && type !== "MultiPolygon") {
    throw new ShapeFault(`est ${KINDS[String(type)] ?? "d’une forme inconnue"}, pas un polygone`);
  }
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) throw new ShapeFault("a un contour vide");
  return polygons as readonly unknown[];
}

/** @throws ShapeFault that says which ring is wrong, and where. */
export function polygonOf(rings: unknown, convert: Convert): Polygon {
  if (!Array.isArray(rings) || rings.length === 0) throw new ShapeFault("a un contour vide");
  const polygon = rings.map((ring: unknown, index) => ringOf(ring, index, convert));
  const [outer, ...holes] = polygon;
  if (!outer) throw new ShapeFault("a un contour vide");
  const crossing = crossingOf(polygon);
  if (crossing) {
    throw new ShapeFault(
      `a un contour qui se recoupe près de ${placeName(crossing)}\u00a0: corrigez-y le tracé dans votre logiciel de cartographie`,
    );
  }
  // After the crossing: the two halves of a bow tie cancel out.
  polygon.forEach((ring, index) => {
    if (Math.abs(twiceArea(ring)) < 1e-12) {
      throw new ShapeFault(`a un ${ringName(index)} sans surface, près de ${placeName(firstOf(ring))}`);
    }
  });
  holes.forEach((hole, i) => {
    if (isOutside(hole, outer)) {
      throw new ShapeFault(
        `a un trou (le ${i + 1}ᵉ) hors de son contour, près de ${placeName(firstOf(hole))}`,
      );
    }
  });
  return polygon;
}

const ringName = (index: number): string => (index === 0 ? "contour" : `trou (le ${index}ᵉ)`);

function ringOf(ring: unknown, index: number, convert: Convert): Ring {
  const name = ringName(index);
  if (!Array.isArray(ring) || ring.length === 0) throw new ShapeFault(`a un ${name} vide`);
  const points = new Float64Array(ring.length * 2);
  ring.forEach((point: unknown, i) => {
    const [x, y] = Array.isArray(point) ? (point as unknown[]) : [];
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) {
      throw new ShapeFault(`a un ${name} dont le ${i + 1}ᵉ point n’est pas fait de deux nombres`);
    }
    const [longitude, latitude] = convert(x, y);
    if (!isInFrance(longitude, latitude)) {
      throw new ShapeFault(`a un ${name} dont le ${i + 1}ᵉ point n’est pas en France`);
    }
    points[i * 2] = longitude;
    points[i * 2 + 1] = latitude;
  });
  const place = placeName(firstOf(points));
  if (ring.length < 4) throw new ShapeFault(`a un ${name} de moins de trois côtés, près de ${place}`);
  if (points[0] !== points.at(-2) || points[1] !== points.at(-1)) {
    throw new ShapeFault(
      `a un ${name} qui n’est pas fermé, près de ${place}\u00a0: son dernier point doit être le premier`,
    );
  }
  return points;
}

const firstOf = (ring: Ring): readonly [number, number] => [ring[0] ?? 0, ring[1] ?? 0];

/** Around its first point, or the digits of far coordinates would hide a small ring. */
function twiceArea(ring: Ring): number {
  const [x0, y0] = firstOf(ring);
  let sum = 0;
  for (let i = 3; i < ring.length; i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = ring.subarray(i - 3, i + 1);
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

const MOST_TRIED = 24;

/** Whether most of a hole's points are out of the ring: some may be on it. */
function isOutside(hole: Ring, outer: Ring): boolean {
  const count = hole.length / 2 - 1;
  const step = Math.max(1, Math.floor(count / MOST_TRIED));
  let [tried, outside] = [0, 0];
  for (let i = 0; i < count; i += step) {
    tried += 1;
    if (!isInside(hole[i * 2] ?? 0, hole[i * 2 + 1] ?? 0, outer)) outside += 1;
  }
  return outside * 2 > tried;
}

function isInside(x: number, y: number, ring: Ring): boolean {
  let inside = false;
  for (let i = 3; i < ring.length; i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = ring.subarray(i - 3, i + 1);
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
  }
  return inside;
}
