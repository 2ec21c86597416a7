import { departmentBounds, departmentContours } from "../db/contours";
import { listOutlines } from "../db/repositories/outlines";
import type { IsoDay } from "../kernel/date";
import { centreOf, pathOf } from "../territory/paths";
import { fitProjection, type Bounds } from "../territory/projection";
import type { CptsStanding } from "./cpts-standing";
import type { World } from "./world";

/** Twice the width at which it is shown: whole units are then half a pixel, and short to write. */
const WIDTH = 720;

/** Where a CPTS is: its departments, its own outline when its perimeter is known, the others located there. */
export interface CptsMapModel {
  readonly width: number;
  readonly height: number;
  readonly departments: readonly {
    readonly code: string;
    readonly name: string;
    readonly path: string;
    /** Where its name stands. */
    readonly at: readonly [number, number];
  }[];
  /** Null when the perimeter is unknown: nothing is then coloured. */
  readonly outline: string | null;
  readonly others: readonly { readonly slug: string; readonly name: string; readonly path: string }[];
}

/** Null when no source attaches the CPTS to a department and it has no perimeter. */
export async function cptsMap(
  world: World,
  { slug, departments: codes }: CptsStanding,
  asOf: IsoDay,
): Promise<CptsMapModel | null> {
  const contours = codes.flatMap((code) => departmentContours().get(code) ?? []);
  if (contours.length === 0) return null;
  const projection = fitProjection(around(contours.map(({ code }) => departmentBounds(code))), WIDTH);
  const shown = new Set(codes);
  const neighbours = world.cpts.filter(
    (cpts) =>
      cpts.slug === slug ||
      cpts.memberships.some(({ commune }) => shown.has(world.commune.get(commune)?.departmentCode ?? "")),
  );
  const outlines = await listOutlines(
    world.db.prisma,
    asOf,
    neighbours.map((cpts) => cpts.slug),
  );
  const drawn = outlines
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .map((outline) => ({ slug: outline.slug, path: pathOf(outline.geometry, projection, 0) }));
  return {
    width: projection.width,
    height: projection.height,
    departments: contours.map(({ code, geometry }) => ({
      code,
      name: world.departmentOf.get(code)?.name ?? code,
      path: pathOf(geometry, projection, 0),
      at: centreOf(geometry, projection),
    })),
    outline: drawn.find((one) => one.slug === slug)?.path ?? null,
    others: drawn
      .filter((one) => one.slug !== slug)
      .map((one) => ({ ...one, name: world.cptsBySlug.get(one.slug)?.name ?? one.slug })),
  };
}

function around(bounds: readonly Bounds[]): Bounds {
  return [
    Math.min(...bounds.map(([west]) => west)),
    Math.min(...bounds.map(([, south]) => south)),
    Math.max(...bounds.map(([, , east]) => east)),
    Math.max(...bounds.map(([, , , north]) => north)),
  ];
}
