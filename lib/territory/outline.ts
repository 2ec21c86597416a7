import type { Feature, GeoJsonObject, MultiPolygon, Polygon, Position } from "geojson";
import { feature, merge } from "topojson-client";
import { topology } from "topojson-server";
import type {
  ArcIndexes,
  GeometryCollection,
  GeometryObject,
  MultiPolygon as MultiPolygonObject,
  Polygon as PolygonObject,
  Properties,
  Topology,
} from "topojson-specification";

/** A commune re-established after the contours' vintage, drawn inside the polygon of another. */
export type HeldCommune = readonly [code: string, name: string, population: number];

/** What the files of `public/geo/<vintage>/departements/` say of a commune besides its shape and its code (id). */
export interface CommuneProperties {
  /** Name. */
  readonly n: string;
  /** Municipal population (PMUN). */
  readonly p: number;
  /** Communes whose territory is inside this polygon and that have none of their own. */
  readonly h?: readonly HeldCommune[];
}

/** One file of `public/geo/<vintage>/departements/`. */
export type DepartmentTopology = Topology<{ communes: GeometryCollection<CommuneProperties> }>;

export interface Outline {
  /** The union of the communes that have a polygon; empty when none has. Degrees, WGS84. */
  readonly geometry: MultiPolygon;
  /** The codes asked for that have no polygon of their own in these topologies, sorted. */
  readonly missing: readonly string[];
  /** Those of `missing` whose territory is inside another commune's polygon, with that commune. */
  readonly held: readonly { readonly code: string; readonly holder: string }[];
}

/**
 * The outline of a territory, exact across department borders: the files share one grid of coordinates, so
 * a border has the same points on both sides, becomes one shared arc, and vanishes when both sides belong.
 *
 * @param topologies the departments' files that hold the communes, each department once.
 * @param codes INSEE codes of the communes of the territory.
 */
export function outlineOf(topologies: readonly DepartmentTopology[], codes: ReadonlySet<string>): Outline {
  const communes = communesOf(topologies);
  const members = communes.filter((commune) => codes.has(String(commune.id)));
  const holders = new Map<string, string>();
  for (const { id, properties } of communes) {
    for (const [code] of properties.h ?? []) holders.set(code, String(id));
  }
  const drawn = new Set(members.map((commune) => String(commune.id)));
  const missing = [...codes].filter((code) => !drawn.has(code)).sort();
  return {
    geometry: union(members),
    missing,
    held: missing.flatMap((code) => {
      const holder = holders.get(code);
      return holder === undefined ? [] : [{ code, holder }];
    }),
  };
}

/**
 * The communes outside the territory that share a stretch of border with it (touching at a point is not
 * enough), sorted by code; also across department borders, when their department's file is given.
 */
export function neighboursOf(
  topologies: readonly DepartmentTopology[],
  codes: ReadonlySet<string>,
): readonly string[] {
  const { geometries } = jointTopology(communesOf(topologies)).objects.communes;
  const border = new Set<number>();
  for (const geometry of geometries) {
    if (codes.has(String(geometry.id))) for (const arc of arcsOf(geometry)) border.add(arc);
  }
  return geometries
    .filter((geometry) => !codes.has(String(geometry.id)))
    .filter((geometry) => arcsOf(geometry).some((arc) => border.has(arc)))
    .map((geometry) => String(geometry.id))
    .sort();
}

type Commune = Feature<Polygon | MultiPolygon, CommuneProperties>;

/** Decoded once a file: an import draws hundreds of territories in a row. */
const DECODED = new WeakMap<DepartmentTopology, readonly Commune[]>();

function communesOf(topologies: readonly DepartmentTopology[]): Commune[] {
  return topologies.flatMap((departmentTopology) => {
    const known = DECODED.get(departmentTopology);
    if (known) return [...known];
    const { features } = feature(departmentTopology, departmentTopology.objects.communes);
    const decoded = features.map((commune) => {
      if (commune.geometry.type !== "Polygon" && commune.geometry.type !== "MultiPolygon") {
        throw new TypeError(`commune ${commune.id} has no polygon but a ${commune.geometry.type}`);
      }
      return { ...commune, geometry: commune.geometry };
    });
    DECODED.set(departmentTopology, decoded);
    return decoded;
  });
}

/** One topology for communes of several files: equal points become shared arcs. */
function jointTopology(communes: Commune[]): DepartmentTopology {
  // topojson-server keeps ids and properties, which its types do not say.
  return topology({
    communes: { type: "FeatureCollection", features: communes } as GeoJsonObject,
  }) as DepartmentTopology;
}

function union(communes: Commune[]): MultiPolygon {
  const joint = jointTopology(communes);
  const { coordinates } = merge(joint, joint.objects.communes.geometries.filter(isArea));
  return { type: "MultiPolygon", coordinates: coordinates.map((rings) => rings.map(tidied)) };
}

/** Seven decimals are a centimetre: this only drops the float noise of decoding, and keeps stored outlines short. */
function tidied(ring: Position[]): Position[] {
  return ring.map((position) => position.map((degrees) => Math.round(degrees * 1e7) / 1e7));
}

/** Tells the geometries that topojson-client's `merge` takes (an array: it fails on a collection, despite its types). */
export function isArea<P extends Properties>(geometry: GeometryObject<P>): geometry is Area<P> {
  return geometry.type === "Polygon" || geometry.type === "MultiPolygon";
}

type Area<P extends Properties> = PolygonObject<P> | MultiPolygonObject<P>;

/** Arcs of a geometry, whatever the direction in which it follows them. */
function arcsOf(geometry: GeometryObject): number[] {
  const arcs = isArea(geometry) ? (geometry.arcs as (number | ArcIndexes)[][]).flat(2) : [];
  return arcs.map((arc) => (arc < 0 ? ~arc : arc));
}
