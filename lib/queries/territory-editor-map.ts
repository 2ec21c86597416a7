import type { Feature, Geometry, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { communeContours, departmentBounds, departmentContours, GEO_VINTAGE } from "../db/contours";
import { listOutlines } from "../db/repositories/outlines";
import type { IsoDay } from "../kernel/date";
import { centreOf, pathOf } from "../territory/paths";
import { fitProjection, MAP_WIDTH, type Bounds, type Projection } from "../territory/projection";
import { atRevision } from "./cache";
import type { World } from "./world";

/** The first picture of the editor: several departments as one drawing, before the browser adds the communes. */
export interface EditorMap {
  readonly width: number;
  readonly height: number;
  readonly metresPerUnit: number;
  /** [west, south, east, north] of the departments together: with the width, all that the projection needs. */
  readonly bounds: Bounds;
  readonly departments: readonly {
    readonly code: string;
    readonly ground: string;
    /** The picture of the boundaries of its communes, and where it stands. */
    readonly meshHref: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Other CPTS with a known perimeter. */
  readonly others: readonly {
    readonly slug: string;
    readonly name: string;
    readonly estimated: boolean;
    readonly path: string;
    readonly at: readonly [number, number];
  }[];
  /** The communes held. */
  readonly territory: string;
  /** What to show first: [x, y, width, height] around the communes held; null where none is. */
  readonly focus: readonly [number, number, number, number] | null;
  /** The outline of the territory on record; empty where none is. */
  readonly present: string;
}

interface Asked {
  readonly slug: string;
  readonly asOf: IsoDay;
  readonly departments: readonly string[];
  readonly held: ReadonlySet<string>;
}

export async function editorMap(world: World, { slug, asOf, departments, held }: Asked): Promise<EditorMap> {
  const bounds = union(departments.map(departmentBounds));
  const projection = fitProjection(bounds, MAP_WIDTH);
  const { width, height, metresPerUnit } = projection;
  const shapes = held.size === 0 ? [] : departments.flatMap((code) => shapesOf(code, held));
  const outlines = await outlinesNear(world, asOf, departments);
  const own = outlines.find((one) => one.slug === slug);
  return {
    width,
    height,
    metresPerUnit,
    bounds,
    departments: departments.map((code) => groundOf(code, projection)),
    others: outlines.flatMap(({ slug: other, geometry }) => {
      const cpts = world.cptsBySlug.get(other);
      if (!cpts || other === slug || geometry.coordinates.length === 0) return [];
      const estimated = cpts.memberships.some(({ basis, to }) => basis === "estimated" && to === null);
      const at = centreOf(geometry, projection);
      return [{ slug: other, name: cpts.name, estimated, path: pathOf(geometry, projection), at }];
    }),
    territory: shapes.map((shape) => pathOf(shape, projection)).join(""),
    focus: frameOf(shapes, projection),
    present: own ? pathOf(own.geometry, projection) : "",
  };
}

/** The outlines of the CPTS that hold communes of these departments, this one's own too. */
function outlinesNear(world: World, asOf: IsoDay, departments: readonly string[]) {
  const here = new Set(departments);
  const slugs = world.cpts
    .filter(({ memberships }) =>
      memberships.some(({ commune }) => here.has(world.commune.get(commune)?.departmentCode ?? "")),
    )
    .map(({ slug }) => slug);
  const key = `editor outlines ${asOf} ${[...departments].sort().join(" ")}`;
  return atRevision(world.revision, key, () => listOutlines(world.db.prisma, asOf, slugs));
}

function groundOf(code: string, joint: Projection): EditorMap["departments"][number] {
  const own = fitProjection(departmentBounds(code), MAP_WIDTH);
  const [left, top] = joint.point(own.invert([0, 0]));
  const [right, bottom] = joint.point(own.invert([own.width, own.height]));
  const contour = departmentContours().get(code);
  return {
    code,
    ground: contour ? pathOf(contour.geometry, joint) : "",
    meshHref: `/geo/${GEO_VINTAGE}/maillage/${code}.svg`,
    x: rounded(left),
    y: rounded(top),
    width: rounded(right - left),
    height: rounded(bottom - top),
  };
}

function shapesOf(department: string, held: ReadonlySet<string>): (Polygon | MultiPolygon)[] {
  const topology = communeContours(department);
  return topology.objects.communes.geometries
    .filter(({ id }) => held.has(String(id)))
    .flatMap((shape) => {
      const { geometry } = feature(topology, shape) as Feature<Geometry>;
      return geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [geometry] : [];
    });
}

function frameOf(shapes: readonly (Polygon | MultiPolygon)[], projection: Projection): EditorMap["focus"] {
  const points = shapes.flatMap(({ coordinates }) => corners(coordinates));
  if (points.length === 0) return null;
  const xs = points.map((point) => projection.point(point)[0]);
  const ys = points.map((point) => projection.point(point)[1]);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [rounded(x), rounded(y), rounded(Math.max(...xs) - x), rounded(Math.max(...ys) - y)];
}

/** South-west and north-east of a shape. */
function corners(coordinates: Polygon["coordinates"] | MultiPolygon["coordinates"]): [number, number][] {
  const flat = coordinates.flat(Infinity) as number[];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [longitude = NaN, latitude = NaN] = [flat[i], flat[i + 1]];
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [
    [west, south],
    [east, north],
  ];
}

function union(all: readonly Bounds[]): Bounds {
  const [first = [0, 0, 1, 1] as Bounds, ...rest] = all;
  return rest.reduce<Bounds>(
    ([w, s, e, n], [west, south, east, north]) => [
      Math.min(w, west),
      Math.min(s, south),
      Math.max(e, east),
      Math.max(n, north),
    ],
    first,
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
