import type { Feature, MultiPolygon, Polygon } from "geojson";
import { merge } from "topojson-client";
import type { CommuneProperties, DepartmentTopology, HeldCommune } from "@/lib/territory/outline";
import { isArea } from "@/lib/territory/outline";
import { fitProjection, MAP_WIDTH } from "@/lib/territory/projection";
import type { Bounds } from "@/lib/territory/projection";
import { encoded, gridTopology, lightenOnGrid, toBounds } from "./grid";
import type { GridShape } from "./grid";
import { meshOf } from "./mesh";
import { byCode } from "./places";
import type { Commune, Department, Tables } from "./tables";

/** Share of the vertices of the departments' outlines that maps of the whole country keep. */
const OUTLINES_KEPT = "15%";

export interface Published {
  /** Path under `public/geo/<vintage>/` → content. */
  readonly files: ReadonlyMap<string, string>;
  readonly bounds: { departments: Record<string, Bounds>; national: Record<string, Bounds> };
  /** Outlines of the departments with every vertex of their communes. */
  readonly outlines: readonly GridShape[];
}

/**
 * What browsers download: the communes of each department, the mesh of its borders, and the outlines of the
 * departments and of the regions.
 *
 * @throws Error when a polygon and a commune do not match one to one.
 */
export function publish(
  shapes: readonly GridShape[],
  { communes, departments, regions }: Tables,
  folder: string,
): Published {
  const features = communeFeatures(shapes, communes);
  const files = new Map<string, string>();
  const bounds: Record<string, Bounds> = {};
  for (const { code } of departments) {
    const members = features.filter(({ department }) => department === code).map(({ feature }) => feature);
    const department: DepartmentTopology = gridTopology("communes", members);
    bounds[code] = toBounds(members.map(({ geometry }) => geometry));
    files.set(`departements/${code}.json`, JSON.stringify(encoded(department)));
    files.set(`maillage/${code}.svg`, meshOf(department, fitProjection(bounds[code], MAP_WIDTH)));
  }

  const inCells = gridTopology(
    "communes",
    features.map(({ feature }) => feature),
  );
  const departmentOf = new Map(features.map(({ feature, department }) => [String(feature.id), department]));
  const outlines = departments.map(({ code }): GridShape => {
    const members = inCells.objects.communes.geometries
      .filter(isArea)
      .filter(({ id }) => departmentOf.get(String(id)) === code);
    return { type: "Feature", properties: { code }, geometry: merge(inCells, members) };
  });
  const light = lightenOnGrid(outlines, OUTLINES_KEPT, folder);
  files.set("departements.json", outlinesFile("departements", departments, light));
  files.set("regions.json", outlinesFile("regions", regions, regionOutlines(light, departments)));

  const overseas = departments.filter(({ code }) => code.startsWith("97"));
  const metropolitan = outlines.filter(({ properties }) => !properties.code.startsWith("97"));
  return {
    files,
    bounds: {
      departments: bounds,
      national: {
        metropole: toBounds(metropolitan.map(({ geometry }) => geometry)),
        ...Object.fromEntries(overseas.flatMap(({ code }) => (bounds[code] ? [[code, bounds[code]]] : []))),
      },
    },
    outlines,
  };
}

/** Regions made of the departments as drawn, so that their borders are the same lines. */
function regionOutlines(shapes: readonly GridShape[], departments: readonly Department[]): GridShape[] {
  const inCells = gridTopology(
    "departements",
    shapes.map((shape) => ({ ...shape, id: shape.properties.code })),
  );
  const regionOf = new Map(departments.map(({ code, regionCode }) => [code, regionCode]));
  return [...new Set(regionOf.values())].map((region): GridShape => {
    const members = inCells.objects.departements.geometries
      .filter(isArea)
      .filter(({ id }) => regionOf.get(String(id)) === region);
    return { type: "Feature", properties: { code: region }, geometry: merge(inCells, members) };
  });
}

/** A published file of outlines: id = code, `n` name, `p` population. */
function outlinesFile(
  name: string,
  rows: readonly { readonly code: string; readonly name: string; readonly population: number }[],
  shapes: readonly GridShape[],
): string {
  const shapeOf = new Map(shapes.map((shape) => [shape.properties.code, shape]));
  const features = rows.map((row) => {
    const shape = shapeOf.get(row.code);
    if (shape === undefined) throw new Error(`${row.code} (${row.name}) has no outline`);
    return { ...shape, id: row.code, properties: { n: row.name, p: row.population } };
  });
  return JSON.stringify(encoded(gridTopology(name, features)));
}

interface CommuneFeature {
  readonly department: string;
  readonly feature: Feature<Polygon | MultiPolygon, CommuneProperties>;
}

function communeFeatures(shapes: readonly GridShape[], communes: readonly Commune[]): CommuneFeature[] {
  const shapeOf = new Map(shapes.map((shape) => [shape.properties.code, shape]));
  if (shapeOf.size !== shapes.length) throw new Error("a commune has two shapes");
  const heldIn = new Map<string, HeldCommune[]>();
  for (const { code, name, population, contour } of communes) {
    if (contour !== "own") heldIn.set(contour, [...(heldIn.get(contour) ?? []), [code, name, population]]);
  }
  const drawn = communes.filter(({ contour }) => contour === "own").sort(byCode);
  if (drawn.length !== shapes.length) throw new Error(`${shapes.length} shapes for ${drawn.length} communes`);
  return drawn.map(({ code, name, population, departmentCode }) => {
    const shape = shapeOf.get(code);
    if (shape === undefined) throw new Error(`${code} (${name}) lost its polygon`);
    const held = heldIn.get(code);
    return {
      department: departmentCode,
      feature: {
        type: "Feature",
        id: code,
        properties: { n: name, p: population, ...(held && { h: held }) },
        geometry: shape.geometry,
      },
    };
  });
}
