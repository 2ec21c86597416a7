import type { DepartmentTopology } from "@/lib/territory/outline";

/**
 * A department of square communes: each letter of the drawing is one, told by two letters (row, column), its code
 * the prefix then the place. The coordinates are whole, so that two grids side by side share their border.
 */
export function gridOf(
  prefix: string,
  rows: number,
  columns: number,
  [left, top] = [0, 0],
): DepartmentTopology {
  const arcs: number[][][] = [];
  const known = new Map<string, number>();
  const arc = (from: [number, number], to: [number, number]): number => {
    const back = known.get(`${to} ${from}`);
    if (back !== undefined) return ~back;
    const key = `${from} ${to}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    known.set(key, arcs.length);
    arcs.push([from, [to[0] - from[0], to[1] - from[1]]]);
    return arcs.length - 1;
  };
  const geometries = Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const [x, y] = [left + column, top - row];
    const corners: [number, number][] = [
      [x, y],
      [x + 1, y],
      [x + 1, y - 1],
      [x, y - 1],
    ];
    const ring = corners.map((corner, k) => arc(corner, corners[(k + 1) % 4] ?? corner));
    const id = `${prefix}${row}${column}`;
    return { type: "Polygon" as const, id, arcs: [ring], properties: { n: id, p: 100 } };
  });
  return {
    type: "Topology",
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs,
    objects: { communes: { type: "GeometryCollection", geometries } },
  };
}
