import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import { communeContours, departmentBounds, GEO_VINTAGE } from "../db/contours";
import { listOutlines } from "../db/repositories/outlines";
import type { IsoDay } from "../kernel/date";
import { STAGE_RANK, type Stage } from "../record/lifecycle";
import { outlineOf, type CommuneProperties, type DepartmentTopology } from "../territory/outline";
import { centreOf, pathOf } from "../territory/paths";
import { fitProjection, MAP_WIDTH, type Projection } from "../territory/projection";
import type { World } from "./world";

/** What the map of a department shows, ready to draw. */
export interface DepartmentMapModel {
  readonly code: string;
  readonly name: string;
  /** Drawing units of the viewBox, and metres on the ground under one of them. */
  readonly width: number;
  readonly height: number;
  readonly metresPerUnit: number;
  /** [west, south, east, north]: with the width, all that the projection needs. */
  readonly bounds: readonly [number, number, number, number];
  /** The communes' contours, and the picture of their boundaries; both immutable. */
  readonly geometryHref: string;
  readonly meshHref: string;
  /** The department's own surface. */
  readonly ground: string;
  /** CPTS with a known perimeter, lowest stage first: the highest is drawn last. */
  readonly shapes: readonly MapShape[];
  /** Communes outside the shapes to find one's way by, most populated first, not too close to one another. */
  readonly towns: readonly MapTown[];
}

export interface MapShape {
  readonly slug: string;
  readonly path: string;
  /** Where its label stands, inside its part of the department. */
  readonly at: readonly [number, number];
}

export interface MapTown {
  readonly name: string;
  readonly at: readonly [number, number];
}

/** A CPTS located that day, with its communes in this department. */
export interface LocatedCpts {
  readonly slug: string;
  readonly stage: Stage;
  readonly communes: readonly string[];
}

const MOST_TOWNS = 7;
/** Drawing units between two named towns, so that labels do not run into one another. */
const TOWN_SPACING = { x: 190, y: 70 };

/** Draws the department as of a day. Throws a RangeError on an unknown department. */
export async function departmentMap(
  { db, departmentOf }: World,
  code: string,
  asOf: IsoDay,
  located: readonly LocatedCpts[],
): Promise<DepartmentMapModel> {
  const department = departmentOf.get(code);
  if (!department) throw new RangeError(`no department ${code}`);
  const bounds = departmentBounds(code);
  const projection = fitProjection(bounds, MAP_WIDTH);
  const topology = communeContours(code);
  const cptsOf = new Map(located.map((cpts) => [cpts.slug, cpts]));
  const outlines = await listOutlines(db.prisma, asOf, [...cptsOf.keys()]);
  const shapes = outlines
    .map(({ slug, geometry }) => ({ cpts: cptsOf.get(slug), geometry }))
    .sort((a, b) => rank(a.cpts) - rank(b.cpts))
    .flatMap(({ cpts, geometry }): MapShape[] => {
      if (!cpts || geometry.coordinates.length === 0) return [];
      // The label belongs to the part that this map shows: the perimeter may go on next door.
      const here = outlineOf([topology], new Set(cpts.communes)).geometry;
      if (here.coordinates.length === 0) return [];
      return [{ slug: cpts.slug, path: pathOf(geometry, projection), at: centreOf(here, projection) }];
    });
  const { width, height, metresPerUnit } = projection;
  const covered = new Set(located.flatMap(({ communes }) => communes));
  return {
    code,
    name: department.name,
    width,
    height,
    metresPerUnit,
    bounds,
    geometryHref: `/geo/${GEO_VINTAGE}/departements/${code}.json`,
    meshHref: `/geo/${GEO_VINTAGE}/maillage/${code}.svg`,
    // Of the very contours drawn above it: the published outline of departments is coarser.
    ground: pathOf(outlineOf([topology], codesOf(topology)).geometry, projection),
    shapes,
    towns: townsOf(topology, projection, covered, shapes),
  };
}

function rank(cpts: LocatedCpts | undefined): number {
  return cpts ? STAGE_RANK[cpts.stage] : 0;
}

function townsOf(
  topology: DepartmentTopology,
  projection: Projection,
  covered: ReadonlySet<string>,
  shapes: readonly MapShape[],
): MapTown[] {
  const taken = shapes.map(({ at }) => at);
  const towns: MapTown[] = [];
  const candidates = topology.objects.communes.geometries
    .filter(({ id }) => !covered.has(String(id)))
    .sort((a, b) => factsOf(b).p - factsOf(a).p)
    .slice(0, 4 * MOST_TOWNS);
  for (const candidate of candidates) {
    if (towns.length === MOST_TOWNS) break;
    const { geometry } = feature(topology, candidate) as Feature<Geometry>;
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const at = centreOf(geometry, projection);
    const crowded = [...taken, ...towns.map((town) => town.at)].some(
      ([x, y]) => Math.abs(x - at[0]) < TOWN_SPACING.x && Math.abs(y - at[1]) < TOWN_SPACING.y,
    );
    if (!crowded) towns.push({ name: factsOf(candidate).n, at });
  }
  return towns;
}

function codesOf({ objects }: DepartmentTopology): ReadonlySet<string> {
  return new Set(objects.communes.geometries.map(({ id }) => String(id)));
}

const NOTHING: CommuneProperties = { n: "", p: 0 };

/** Every commune of the shipped files has its properties; the format's types do not know it. */
function factsOf({ properties }: { readonly properties?: object }): CommuneProperties {
  return { ...NOTHING, ...properties };
}
