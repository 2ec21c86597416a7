import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { DepartmentTopology } from "../territory/outline";
import type { Bounds } from "../territory/projection";
import { shippedText } from "./load/files";

/** Folder of `public/geo`: the contours' vintage is in every address, which browsers keep for a year. */
export const GEO_VINTAGE = "2026";

export interface DepartmentContour {
  readonly code: string;
  /** WGS 84, simplified as published in `public/geo`. */
  readonly geometry: Polygon | MultiPolygon;
}

type DepartmentsTopology = Topology<{ departements: GeometryCollection<{ n: string }> }>;

let contours: ReadonlyMap<string, DepartmentContour> | undefined;
let bounds: Readonly<Record<string, Bounds>> | undefined;

/** The outlines of the 101 departments, by code; read once. Throws a StartupFault when the file is missing. */
export function departmentContours(): ReadonlyMap<string, DepartmentContour> {
  return (contours ??= readContours());
}

/** [west, south, east, north] of a department's communes: what every drawing of it is fitted to. */
export function departmentBounds(code: string): Bounds {
  bounds ??= (
    JSON.parse(shippedText(process.cwd(), "prisma", "reference", "bounds.json")) as {
      departments: Record<string, Bounds>;
    }
  ).departments;
  const found = bounds[code];
  if (!found) throw new RangeError(`no bounds for department ${code}`);
  return found;
}

/** The communes' contours of a department, as the browser gets them. Not kept: a drawing is, which needs it once. */
export function communeContours(code: string): DepartmentTopology {
  departmentBounds(code);
  const text = shippedText(process.cwd(), "public", "geo", GEO_VINTAGE, "departements", `${code}.json`);
  return JSON.parse(text) as DepartmentTopology;
}

function readContours(): ReadonlyMap<string, DepartmentContour> {
  const text = shippedText(process.cwd(), "public", "geo", GEO_VINTAGE, "departements.json");
  const topology = JSON.parse(text) as DepartmentsTopology;
  const { features } = feature(topology, topology.objects.departements);
  return new Map(
    features.flatMap(({ id, geometry }) =>
      geometry.type === "Polygon" || geometry.type === "MultiPolygon"
        ? [[String(id), { code: String(id), geometry }] as const]
        : [],
    ),
  );
}
