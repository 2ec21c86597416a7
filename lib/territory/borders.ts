import type { Position } from "geojson";
import type { GeometryObject } from "topojson-specification";
import { isArea, type CommuneProperties, type DepartmentTopology } from "./outline";

/** A stretch of border with the same commune on each side; null beyond what is drawn. */
export interface BorderLine {
  readonly a: string;
  readonly b: string | null;
  /** [longitude, latitude], WGS 84. */
  readonly points: readonly Position[];
}

/** Who touches whom: the communes of several departments as one picture. */
export interface Borders {
  readonly lines: readonly BorderLine[];
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Communes that touch what is not drawn: the sea, another country, a department that was not asked for. */
  readonly rim: ReadonlySet<string>;
}

/**
 * The borders between communes, across department borders too: the files share one grid of coordinates, so
 * that a border has the same points on both sides. A commune without a polygon of its own touches the one
 * that holds its contour, and nothing else.
 *
 * Quick enough for the browser to compute it each time a department is added: the borders inside a
 * department are arcs that its file already shares, only those along its edge are compared.
 */
export function bordersOf(topologies: readonly DepartmentTopology[]): Borders {
  const lines: BorderLine[] = [];
  const edges: BorderLine[] = [];
  const held: [code: string, holder: string][] = [];
  for (const topology of topologies) {
    const owners = ownersOf(topology);
    owners.forEach(([a, b], arc) => {
      if (a === undefined) return;
      const line = { a, b: b ?? null, points: pointsOf(topology, arc) };
      (b === undefined ? edges : lines).push(line);
    });
    for (const { id, properties } of topology.objects.communes.geometries) {
      // Every commune of the shipped files has its properties; the format's types do not know it.
      const { h } = (properties ?? {}) as Partial<CommuneProperties>;
      for (const [code] of h ?? []) held.push([code, String(id)]);
    }
  }
  lines.push(...joined(edges));
  const neighbours = new Map<string, Set<string>>();
  const rim = new Set<string>();
  for (const { a, b } of lines) {
    if (b === null) {
      rim.add(a);
      reach(neighbours, a);
    } else touch(neighbours, a, b);
  }
  for (const [code, holder] of held) touch(neighbours, code, holder);
  return { lines, neighbours, rim };
}

/** The communes outside `codes` that touch one of them. */
export function neighboursWithin({ neighbours }: Borders, codes: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const code of codes) {
    for (const other of neighbours.get(code) ?? []) if (!codes.has(other)) found.add(other);
  }
  return found;
}

function touch(neighbours: Map<string, Set<string>>, a: string, b: string): void {
  reach(neighbours, a).add(b);
  reach(neighbours, b).add(a);
}

function reach(neighbours: Map<string, Set<string>>, code: string): Set<string> {
  const known = neighbours.get(code);
  if (known) return known;
  const made = new Set<string>();
  neighbours.set(code, made);
  return made;
}

/** By arc, the communes on its sides: one along the edge of the department, else two. */
function ownersOf({ arcs, objects }: DepartmentTopology): string[][] {
  const owners: string[][] = arcs.map(() => []);
  for (const geometry of objects.communes.geometries) {
    const id = String(geometry.id);
    for (const arc of arcsOf(geometry)) {
      const sides = owners[arc];
      if (sides && !sides.includes(id)) sides.push(id);
    }
  }
  return owners;
}

function arcsOf(geometry: GeometryObject): number[] {
  if (!isArea(geometry)) return [];
  const rings = geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat();
  return rings.flat().map((arc) => (arc < 0 ? ~arc : arc));
}

function pointsOf({ arcs, transform }: DepartmentTopology, arc: number): Position[] {
  const [kx = 1, ky = 1] = transform?.scale ?? [];
  const [dx = 0, dy = 0] = transform?.translate ?? [];
  let [x, y] = [0, 0];
  return (arcs[arc] ?? []).map(([stepX = 0, stepY = 0]) => {
    [x, y] = transform ? [x + stepX, y + stepY] : [stepX, stepY];
    return [x * kx + dx, y * ky + dy];
  });
}

/** Edges of departments cut where the commune on the other side changes, each stretch once. */
function joined(edges: readonly BorderLine[]): BorderLine[] {
  const sides = new Map<string, string[]>();
  for (const { a, points } of edges) {
    for (let i = 1; i < points.length; i += 1) {
      const key = segment(points[i - 1], points[i]);
      sides.set(key, [...(sides.get(key) ?? []), a]);
    }
  }
  const done = new Set<string>();
  return edges.flatMap(({ a, points }) => {
    const lines: (BorderLine & { points: Position[] })[] = [];
    let open: (BorderLine & { points: Position[] }) | undefined;
    for (let i = 1; i < points.length; i += 1) {
      const [from, to] = [points[i - 1], points[i]];
      const key = segment(from, to);
      if (from === undefined || to === undefined || done.has(key)) {
        open = undefined;
        continue;
      }
      done.add(key);
      const b = sides.get(key)?.find((side) => side !== a) ?? null;
      if (open && open.b === b) open.points.push(to);
      else lines.push((open = { a, b, points: [from, to] }));
    }
    return lines;
  });
}

/** The same name whichever way one walks it. */
function segment(from: Position | undefined, to: Position | undefined): string {
  const [p, q] = [String(from), String(to)];
  return p < q ? `${p} ${q}` : `${q} ${p}`;
}
