import Flatbush from "flatbush";
import type { Polygon } from "./layer";

/** Lines that come closer than this without going through one another touch, as neighbours' borders do: 0.1 mm. */
const TOUCHING = 1e-9;

/**
 * Where two lines of a polygon's border cross, the outer ring's or a hole's; null where none do. Lines that touch,
 * or share a stretch, leave inside and outside as clear as they were.
 */
export function crossingOf(polygon: Polygon): readonly [longitude: number, latitude: number] | null {
  const segments = segmentsOf(polygon);
  const count = segments.length / 4;
  if (count < 4) return null;
  const boxes = new Flatbush(count);
  for (let i = 0; i < count; i++) {
    const [ax, ay, bx, by] = at(segments, i);
    boxes.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  boxes.finish();
  for (let i = 0; i < count; i++) {
    const one = at(segments, i);
    const [ax, ay, bx, by] = one;
    let found: readonly [number, number] | null = null;
    boxes.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (j) => {
      if (found === null && j > i) found = crossing(one, at(segments, j));
      return false;
    });
    if (found) return found;
  }
  return null;
}

type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/** All sides of all rings, four numbers each; points said twice make none. */
function segmentsOf(polygon: Polygon): Float64Array {
  const points = polygon.reduce((sum, ring) => sum + ring.length / 2, 0);
  const segments = new Float64Array(points * 4);
  let end = 0;
  for (const ring of polygon) {
    for (let i = 2; i + 1 < ring.length; i += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = ring.subarray(i - 2, i + 2);
      if (ax === bx && ay === by) continue;
      segments.set([ax, ay, bx, by], end);
      end += 4;
    }
  }
  return segments.subarray(0, end);
}

function at(segments: Float64Array, index: number): Segment {
  const i = index * 4;
  return [segments[i] ?? 0, segments[i + 1] ?? 0, segments[i + 2] ?? 0, segments[i + 3] ?? 0];
}

/** Where two segments go through one another: the ends of each well on both sides of the other. */
function crossing(one: Segment, other: Segment): readonly [number, number] | null {
  const [a, b] = sides(one, other);
  if (!parted(a, b)) return null;
  const [c, d] = sides(other, one);
  if (!parted(c, d)) return null;
  const share = a / (a - b);
  return [one[0] + share * (one[2] - one[0]), one[1] + share * (one[3] - one[1])];
}

const parted = (a: number, b: number): boolean =>
  (a > TOUCHING && b < -TOUCHING) || (a < -TOUCHING && b > TOUCHING);

/** Distances of the ends of one segment to the line of the other, with the sign of their side. */
function sides(one: Segment, [cx, cy, dx, dy]: Segment): readonly [number, number] {
  const length = Math.hypot(dx - cx, dy - cy);
  const side = (x: number, y: number) => ((dx - cx) * (y - cy) - (dy - cy) * (x - cx)) / length;
  return [side(one[0], one[1]), side(one[2], one[3])];
}
