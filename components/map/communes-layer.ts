import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { CommuneProperties, DepartmentTopology } from "@/lib/territory/outline";
import { pathOf } from "@/lib/territory/paths";
import type { Projection } from "@/lib/territory/projection";
import type { Commune, MapOptions } from "./model";

const SVG = "http://www.w3.org/2000/svg";
/** Work between two looks at the clock, and how long it may keep the main thread. */
const BATCH = 12;
const SLICE_MS = 8;

export interface CommunesLayer {
  of(path: SVGPathElement): Commune | undefined;
  remove(): void;
}

/**
 * Adds the department's communes above the server's picture, a few at a time so that scrolling and
 * typing never wait. The server's mesh is hidden once all are there: theirs stays thin when enlarged.
 */
export async function drawCommunes(
  moving: SVGGElement,
  { geometryHref }: MapOptions,
  projection: Projection,
  signal: AbortSignal,
): Promise<CommunesLayer> {
  const answer = await fetch(geometryHref, { signal });
  if (!answer.ok) throw new Error(`${geometryHref}: ${answer.status}`);
  const topology = (await answer.json()) as DepartmentTopology;
  const communes = new WeakMap<SVGPathElement, Commune>();
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", "communes");
  const shapes = topology.objects.communes.geometries;
  let next = 0;
  while (next < shapes.length && !signal.aborted) {
    const until = performance.now() + SLICE_MS;
    while (next < shapes.length && performance.now() < until) {
      for (const shape of shapes.slice(next, next + BATCH)) {
        const { geometry, properties, id } = feature(topology, shape) as Feature<Geometry, CommuneProperties>;
        if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
        const path = document.createElementNS(SVG, "path");
        path.setAttribute("class", "commune");
        path.setAttribute("d", pathOf(geometry, projection));
        communes.set(path, { ...properties, code: String(id) });
        group.append(path);
      }
      next += BATCH;
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  moving.querySelector(".map-fills")?.after(group);
  return { of: (path) => communes.get(path), remove: () => group.remove() };
}
