import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import { communeContours, departmentBounds, departmentContours } from "../db/contours";
import { listOutlines } from "../db/repositories/outlines";
import type { IsoDay } from "../kernel/date";
import { centreOf, pathOf } from "../territory/paths";
import { fitProjection, MAP_WIDTH } from "../territory/projection";
import type { World } from "./world";

/** Where a commune is in its department, and the territories that hold it: paths in drawing units. */
export interface CommuneMapModel {
  readonly width: number;
  readonly height: number;
  readonly department: string;
  readonly commune: string;
  readonly at: readonly [x: number, y: number];
  /** The known territories of the department, other departments included (cut by the drawing). */
  readonly territories: readonly CommuneMapTerritory[];
}

export interface CommuneMapTerritory {
  readonly slug: string;
  readonly path: string;
  /** It holds the commune. */
  readonly holds: boolean;
  readonly estimated: boolean;
}

/** A CPTS located in the department that day. */
export type LocatedTerritory = Omit<CommuneMapTerritory, "path">;

/**
 * The situation map of a commune. One without a contour of its own is shown where the commune that holds
 * its contour is.
 *
 * @param contour the code whose polygon is drawn.
 * @param located the CPTS of the department whose perimeter is known that day.
 * @returns null when no polygon has this code. Throws a RangeError on an unknown department.
 */
export async function communeMap(
  { db }: World,
  departmentCode: string,
  contour: string,
  located: readonly LocatedTerritory[],
  asOf: IsoDay,
): Promise<CommuneMapModel | null> {
  const projection = fitProjection(departmentBounds(departmentCode), MAP_WIDTH);
  const ground = departmentContours().get(departmentCode);
  const topology = communeContours(departmentCode);
  const found = topology.objects.communes.geometries.find(({ id }) => String(id) === contour);
  if (!found || !ground) return null;
  const { geometry } = feature(topology, found) as Feature<Geometry>;
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return null;
  const outlines =
    located.length === 0
      ? []
      : await listOutlines(
          db.prisma,
          asOf,
          located.map(({ slug }) => slug),
        );
  return {
    width: projection.width,
    height: projection.height,
    department: pathOf(ground.geometry, projection, 0),
    commune: pathOf(geometry, projection),
    at: centreOf(geometry, projection),
    territories: outlines.flatMap(({ slug, geometry: outline }): CommuneMapTerritory[] => {
      const territory = located.find((one) => one.slug === slug);
      if (!territory || outline.coordinates.length === 0) return [];
      return [{ ...territory, path: pathOf(outline, projection, 0) }];
    }),
  };
}
