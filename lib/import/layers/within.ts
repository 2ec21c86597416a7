import type { CommunePoint, Polygon, PolygonFeature } from "./layer";

/**
 * The communes whose interior point falls inside each feature, by its row, in the order of the points. Inside is
 * even-odd: holes are outside. A feature without a usable shape holds none.
 *
 * Points are met from south to north by each side of a border, and only those level with it: a side of a hundred
 * metres meets a few of the 35,000.
 */
export function communesWithin(
  features: readonly Pick<PolygonFeature, "row" | "polygons">[],
  points: readonly CommunePoint[],
): ReadonlyMap<number, readonly string[]> {
  const places = points
    .map(({ longitude, latitude }, index) => ({ longitude, latitude, index }))
    .sort((a, b) => a.latitude - b.latitude);
  const xs = Float64Array.from(places, ({ longitude }) => longitude);
  const ys = Float64Array.from(places, ({ latitude }) => latitude);
  const isIn = new Uint8Array(places.length);
  return new Map(
    features.map(({ row, polygons }) => {
      const held = new Set<number>();
      for (const polygon of polygons ?? []) {
        const [from, to] = rangeOf(polygon, ys);
        isIn.fill(0, from, to);
        for (const ring of polygon) meet(ring, xs, ys, isIn);
        for (let i = from; i < to; i++) if (isIn[i] === 1) held.add(places[i]?.index ?? -1);
      }
      return [row, [...held].sort((a, b) => a - b).flatMap((index) => points[index]?.code ?? [])];
    }),
  );
}

/** Turns over every point that has a side of the ring to its right. */
function meet(ring: Float64Array, xs: Float64Array, ys: Float64Array, isIn: Uint8Array): void {
  for (let i = 3; i < ring.length; i += 2) {
    const ax = ring[i - 3] ?? 0;
    const ay = ring[i - 2] ?? 0;
    const bx = ring[i - 1] ?? 0;
    const by = ring[i] ?? 0;
    if (ay === by) continue;
    const [low, high] = ay < by ? [ay, by] : [by, ay];
    const slope = (bx - ax) / (by - ay);
    for (let at = firstFrom(ys, low); at < ys.length; at++) {
      const y = ys[at] ?? Infinity;
      if (y >= high) break;
      if ((xs[at] ?? 0) < ax + (y - ay) * slope) isIn[at] = 1 - (isIn[at] ?? 0);
    }
  }
}

function rangeOf(polygon: Polygon, ys: Float64Array): [from: number, to: number] {
  let [south, north] = [Infinity, -Infinity];
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i += 2) {
      south = Math.min(south, ring[i] ?? Infinity);
      north = Math.max(north, ring[i] ?? -Infinity);
    }
  }
  return [firstFrom(ys, south), firstFrom(ys, north)];
}

/** The first of the ascending values that is not below. */
function firstFrom(values: Float64Array, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
