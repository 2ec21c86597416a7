/** Points of a closed line in drawing units, the closing point repeated or not. */
export type Ring = readonly (readonly [x: number, y: number])[];

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Distance of the centre to the border, negative outside. */
  readonly distance: number;
}

const HALF_DIAGONAL = Math.SQRT2;

/**
 * The point of a polygon farthest from its border, within a hundredth of its size.
 *
 * Squares that could still hold a better point than the best one known are split in four until none can:
 * the method of Mapbox's polylabel, whose package is not among the dependencies.
 *
 * @param rings the outer ring, then the holes.
 * @throws RangeError when the outer ring is empty.
 */
export function innermostPoint(rings: readonly Ring[]): [x: number, y: number] {
  const outer = rings[0];
  if (outer === undefined || outer.length === 0) throw new RangeError("a polygon needs an outer ring");
  const xs = outer.map(([x]) => x);
  const ys = outer.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const size = Math.min(right - left, bottom - top);
  const middle = cellAt((left + right) / 2, (top + bottom) / 2, 0, rings);
  if (size <= 0) return [middle.x, middle.y];

  const precision = size / 100;
  let best = middle;
  let waiting: Cell[] = [];
  for (let x = left; x < right; x += size) {
    for (let y = top; y < bottom; y += size) {
      waiting.push(cellAt(x + size / 2, y + size / 2, size / 2, rings));
    }
  }
  // Level by level: every square of one size is judged before any is split, so that the order in which
  // they were made never decides between equal points.
  while (waiting.length > 0) {
    for (const cell of waiting) if (cell.distance > best.distance) best = cell;
    const bar = best.distance + precision;
    waiting = waiting
      .filter((cell) => cell.distance + cell.half * HALF_DIAGONAL > bar)
      .flatMap(({ x, y, half }) => {
        const h = half / 2;
        return [
          cellAt(x - h, y - h, h, rings),
          cellAt(x + h, y - h, h, rings),
          cellAt(x - h, y + h, h, rings),
          cellAt(x + h, y + h, h, rings),
        ];
      });
  }
  return [best.x, best.y];
}

function cellAt(x: number, y: number, half: number, rings: readonly Ring[]): Cell {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1) ?? [NaN, NaN];
    for (const [bx, by] of ring) {
      if (ay > y !== by > y && x < ((ax - bx) * (y - by)) / (ay - by) + bx) inside = !inside;
      nearest = Math.min(nearest, squaredDistance(x, y, ax, ay, bx, by));
      [ax, ay] = [bx, by];
    }
  }
  return { x, y, half, distance: (inside ? 1 : -1) * Math.sqrt(nearest) };
}

/** Squared distance of (x, y) to the segment from a to b. */
function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}
