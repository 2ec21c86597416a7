import type { Feature, MultiPolygon, Polygon } from "geojson";
import { merge } from "topojson-client";
import type { CommuneProperties, DepartmentTopology, HeldCommune } from "@/lib/territory/outline";
import { fitProjection, MAP_WIDTH } from "@/lib/territory/projection";
import type { Bounds } from "@/lib/territory/projection";
import { encoded, gridTopology, toBounds } from "./grid";
import type { GridShape } from "./grid";
import { meshOf } from "./mesh";
import { byCode } from "./places";
import type { Commune, Tables } from "./tables";

/** A department or region, its outline in cells of the grid. */
export type OutlineShape = Feature<MultiPolygon, { readonly n: string; readonly p: number }> & {
  readonly id: string;
};

export interface Published {
  /** Path under `public/geo/<vintage>/` → content. */
  readonly files: ReadonlyMap<string, string>;
  readonly bounds: { departments: Record<string, Bounds>; national: Record<string, Bounds> };
  readonly departments: readonly OutlineShape[];
}

/**
 * What browsers download: the communes of each department, the mesh of its borders, and the outlines of the
 * departments and of the regions.
 *
 * @throws Error when a polygon and a commune do not match one to one.
 */
export function publish(shapes: readonly GridShape[], { communes, departments, regions }: Tables): Published {
  const features = communeFeatures(shapes, communes);
  const files = new Map<string, string>();
  const bounds: Record<string, Bounds> = {};
  for (const { code } of departments) {
    const members = features.filter(({ department }) => department === code).map(({ feature }) => feature);
    const inCells: DepartmentTopology = gridTopology("communes", members);
    bounds[code] = toBounds(members.map(({ geometry }) => geometry));
    files.set(`departements/${code}.json`, JSON.stringify(encoded(inCells)));
    files.set(`maillage/${code}.svg`, meshOf(inCells, fitProjection(bounds[code], MAP_WIDTH)));
  }

  const regionOf = new Map(departments.map(({ code, regionCode }) => [code, regionCode]));
  const country = gridTopology(
    "communes",
    features.map(({ feature }) => feature),
  );
  const departmentOf = new Map(features.map(({ feature, department }) => [String(feature.id), department]));
  const outlineOf = (name: string, population: number, id: string, belongs: (department: string) => boolean) => {
    const geometries = country.objects.communes.geometries.filter((geometry) =>
      belongs(departmentOf.get(String(geometry.id)) ?? ""),
    );
    const geometry = merge(country, { type: "GeometryCollection", geometries });
    return { type: "Feature", id, properties: { n: name, p: population }, geometry } satisfies OutlineShape;
  };
  const departmentOutlines = departments.map(({ code, name, population }) =>
    outlineOf(name, population, code, (department) => department === code),
  );
  const regionOutlines = regions.map(({ code, name, population }) =>
    outlineOf(name, population, code, (department) => regionOf.get(department) === code),
  );
  files.set("departements.json", JSON.stringify(encoded(gridTopology("departements", departmentOutlines))));
  files.set("regions.json", JSON.stringify(encoded(gridTopology("regions", regionOutlines))));

  const overseas = departments.filter(({ code }) => code.startsWith("97"));
  const metropolitan = departmentOutlines.filter(({ id }) => !id.startsWith("97"));
  return {
    files,
    bounds: {
      departments: bounds,
      national: {
        metropole: toBounds(metropolitan.map(({ geometry }) => geometry)),
        ...Object.fromEntries(overseas.flatMap(({ code }) => (bounds[code] ? [[code, bounds[code]]] : []))),
      },
    },
    departments: departmentOutlines,
  };
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
