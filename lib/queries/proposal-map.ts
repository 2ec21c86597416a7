import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import { communeContours, departmentContours } from "../db/contours";
import { listOutlines } from "../db/repositories/outlines";
import type { IsoDay } from "../kernel/date";
import { sameData } from "../kernel/same-data";
import type { TerritoryContent } from "../record/sections";
import { isArea, outlineOf, type DepartmentTopology } from "../territory/outline";
import { centreOf, pathOf } from "../territory/paths";
import { fitProjection, type Bounds, type Projection } from "../territory/projection";
import type { World } from "./world";

/** Twice the width at which it is shown. */
const WIDTH = 1200;
/** What is shown around the territory, of its width and height. */
const AROUND = 0.18;

export type CommuneFate = "kept" | "added" | "removed" | "changed";

/** A territory before and after in one drawing, whole across departments. Paths in drawing units. */
export interface ProposalMapModel {
  readonly width: number;
  readonly height: number;
  readonly departments: readonly {
    readonly code: string;
    readonly name: string;
    readonly path: string;
    /** Where its name stands; null where that is outside the drawing. */
    readonly at: readonly [number, number] | null;
  }[];
  readonly communes: readonly {
    readonly code: string;
    readonly name: string;
    readonly fate: CommuneFate;
    readonly path: string;
  }[];
  /** Null where there was no territory, or is none. */
  readonly before: string | null;
  readonly after: string | null;
  /** The other territories located around, on the day of effect. */
  readonly others: readonly { readonly slug: string; readonly name: string; readonly path: string }[];
  /** Names of communes that have no contour of their own. */
  readonly undrawn: readonly string[];
}

interface Perimeters {
  readonly base: TerritoryContent;
  readonly proposed: TerritoryContent;
}

/** Null when none of the communes has a contour. */
export async function proposalMap(
  world: World,
  slug: string,
  { base, proposed }: Perimeters,
  asOf: IsoDay,
): Promise<ProposalMapModel | null> {
  const fates = fatesOf(base, proposed);
  const codes = [...new Set([...fates.keys()].flatMap((code) => departmentOf(world, code)))].sort();
  const topologies = codes.map(communeContours);
  const shapes = topologies.flatMap((topology) => shapesOf(topology, fates));
  if (shapes.length === 0) return null;
  const projection = fitProjection(around(shapes.map(({ geometry }) => geometry)), WIDTH);
  const outline = (codesOf: TerritoryContent): string | null => {
    const { geometry } = outlineOf(topologies, new Set(codesOf.communes.map(({ code }) => code)));
    return geometry.coordinates.length === 0 ? null : pathOf(geometry, projection, 0);
  };
  const drawn = new Set(shapes.map(({ code }) => code));
  return {
    width: projection.width,
    height: projection.height,
    departments: departmentsOf(world, codes, projection),
    communes: shapes.map(({ code, fate, geometry }) => ({
      code,
      name: world.commune.get(code)?.name ?? code,
      fate,
      path: pathOf(geometry, projection, 0),
    })),
    before: outline(base),
    after: outline(proposed),
    others: await othersOf(world, slug, codes, projection, asOf),
    undrawn: [...fates.keys()]
      .filter((code) => !drawn.has(code))
      .map((code) => world.commune.get(code)?.name ?? code)
      .sort(),
  };
}

function fatesOf(base: TerritoryContent, proposed: TerritoryContent): Map<string, CommuneFate> {
  const before = new Map(base.communes.map((one) => [one.code, one.share]));
  const fates = new Map<string, CommuneFate>(base.communes.map(({ code }) => [code, "removed"]));
  for (const { code, share } of proposed.communes) {
    const held = before.get(code);
    fates.set(code, held === undefined ? "added" : sameData(held, share) ? "kept" : "changed");
  }
  return fates;
}

function shapesOf(topology: DepartmentTopology, fates: ReadonlyMap<string, CommuneFate>) {
  return topology.objects.communes.geometries.flatMap((object) => {
    const code = String(object.id);
    const fate = fates.get(code);
    if (fate === undefined || !isArea(object)) return [];
    const { geometry } = feature(topology, object) as Feature<Geometry>;
    return geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [{ code, fate, geometry }] : [];
  });
}

type Area = ReturnType<typeof shapesOf>[number]["geometry"];

/** [west, south, east, north] of what is drawn, with room around it. */
function around(areas: readonly Area[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const area of areas) {
    for (const position of area.coordinates.flat(area.type === "Polygon" ? 1 : 2) as number[][]) {
      const [longitude = NaN, latitude = NaN] = position;
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  const [across, up] = [(east - west) * AROUND, (north - south) * AROUND];
  return [west - across, south - up, east + across, north + up];
}

function departmentsOf(world: World, codes: readonly string[], projection: Projection) {
  const all = [...departmentContours().values()];
  const shown = all.filter(({ code }) => codes.includes(code));
  return shown.map(({ code, geometry }) => {
    const at = centreOf(geometry, projection);
    const inside = at[0] > 0 && at[0] < projection.width && at[1] > 0 && at[1] < projection.height;
    return {
      code,
      name: world.departmentOf.get(code)?.name ?? code,
      path: pathOf(geometry, projection, 0),
      at: inside ? at : null,
    };
  });
}

async function othersOf(
  world: World,
  slug: string,
  codes: readonly string[],
  projection: Projection,
  asOf: IsoDay,
) {
  const near = world.cpts.filter(
    (cpts) =>
      cpts.slug !== slug &&
      cpts.memberships.some(({ commune }) => departmentOf(world, commune).some((one) => codes.includes(one))),
  );
  const outlines = await listOutlines(
    world.db.prisma,
    asOf,
    near.map((cpts) => cpts.slug),
  );
  return outlines
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .map((outline) => ({
      slug: outline.slug,
      name: world.cptsBySlug.get(outline.slug)?.name ?? outline.slug,
      path: pathOf(outline.geometry, projection, 0),
    }));
}

const departmentOf = (world: World, code: string): string[] => {
  const found = world.commune.get(code);
  return found ? [found.departmentCode] : [];
};
