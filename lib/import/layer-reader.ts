import { fromLambert93, looksLambert93 } from "./layers/lambert93";
import { isInFrance } from "./layers/place";
import { asIs, polygonOf, polygonsIn, ShapeFault, type Convert } from "./layers/shapes";
import { communesWithin } from "./layers/within";
import { grouped, megabytes, MOST_CELL, MOST_IMPORT_COLUMNS, MOST_LAYER_BYTES } from "./limits";
import type { PolygonFeature, PolygonLayer } from "./layers/layer";
import { communePoints } from "./reference";
import { encodedText } from "./text";
import { Unreadable } from "./unreadable";

const MOST_FEATURES = 5_000;
const MOST_POINTS = 2_000_000;
const MOST_CHARACTERS = 20_000_000;
const EXPORT =
  "Dans votre logiciel de cartographie, exportez la couche en GeoJSON, en WGS84 (EPSG:4326), puis envoyez ce fichier.";

interface RawFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
  readonly isFeature: boolean;
}

/** Reads a layer in this very process: what a process apart runs. @throws Unreadable with the sentence of what is wrong. */
export async function readLayerHere(bytes: Uint8Array): Promise<PolygonLayer> {
  const collection = parsed(bytes);
  const raw = featuresOf(collection);
  const { convert, note } = conversionOf(collection, raw);
  const headings = headingsOf(raw);
  let characters = 0;
  const features = raw.map(({ properties, ...shape }, index): PolygonFeature => {
    const cells = headings.map((heading) => cellOf(properties[heading]));
    characters += cells.reduce((sum, { length }) => sum + length, 0);
    if (characters > MOST_CHARACTERS)
      throw new Unreadable("Cette couche contient trop de texte\u00a0: n’exportez que les attributs utiles.");
    return { row: index + 1, cells, ...shapeOf(shape, convert) };
  });
  const points = await communePoints();
  const communes = communesWithin(features, points);
  return { headings, features, notes: [note, ...heldNotes(communes, points)], communes };
}

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length > MOST_LAYER_BYTES) {
    throw new Unreadable(
      `Ce fichier dépasse ${megabytes(MOST_LAYER_BYTES)}\u00a0: simplifiez les contours ou partagez la couche en plusieurs.`,
    );
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Unreadable(`Ce fichier est une archive ou un classeur, pas une couche GeoJSON. ${EXPORT}`);
  }
  const read = encodedText(bytes);
  if (!read.ok)
    throw new Unreadable(
      bytes.length === 0 ? read.error : `Ce fichier n’est pas une couche GeoJSON. ${EXPORT}`,
    );
  const text = read.value.text.trim();
  if (!text.startsWith("{")) throw new Unreadable(`Ce fichier n’est pas une couche GeoJSON. ${EXPORT}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unreadable(
      text.endsWith("}")
        ? `Ce fichier GeoJSON contient une faute d’écriture. ${EXPORT}`
        : `Ce fichier GeoJSON est tronqué\u00a0: sa fin manque. Téléchargez-le ou exportez-le à nouveau.`,
    );
  }
}

function featuresOf(collection: unknown): RawFeature[] {
  const { type, features } = collection as { readonly type?: unknown; readonly features?: unknown };
  if (type === "Topology") throw new Unreadable(`Ce fichier est du TopoJSON, pas du GeoJSON. ${EXPORT}`);
  const list: unknown = type === "Feature" ? [collection] : features;
  if ((type !== "FeatureCollection" && type !== "Feature") || !Array.isArray(list)) {
    throw new Unreadable(`Ce fichier JSON n’est pas une couche GeoJSON (« FeatureCollection »). ${EXPORT}`);
  }
  if (list.length === 0) throw new Unreadable(`Cette couche n’a aucun polygone. ${EXPORT}`);
  if (list.length > MOST_FEATURES) {
    throw new Unreadable(
      `Cette couche compte plus de ${grouped(MOST_FEATURES)} polygones\u00a0: gardez un polygone par CPTS.`,
    );
  }
  const raw = list.map((one: unknown): RawFeature => {
    const { type, id, properties, geometry } = (isObject(one) ? one : {}) as Readonly<
      Record<string, unknown>
    >;
    const own = isObject(properties) ? (properties as Readonly<Record<string, unknown>>) : {};
    const isNamed = (typeof id === "string" || typeof id === "number") && !("id" in own);
    return { properties: isNamed ? { id, ...own } : own, geometry, isFeature: type === "Feature" };
  });
  if (raw.reduce((sum, { geometry }) => sum + pointsIn(geometry), 0) > MOST_POINTS) {
    throw new Unreadable(
      `Cette couche compte plus de ${grouped(MOST_POINTS)} points\u00a0: simplifiez ses contours, ou partagez-la en plusieurs.`,
    );
  }
  return raw;
}

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function pointsIn(geometry: unknown): number {
  const { coordinates } = (isObject(geometry) ? geometry : {}) as { readonly coordinates?: unknown };
  const deep = (value: unknown, depth: number): number =>
    !Array.isArray(value)
      ? 0
      : depth === 0 || typeof value[0] === "number"
        ? 1
        : value.reduce<number>((sum, one) => sum + deep(one, depth - 1), 0);
  return deep(coordinates, 3);
}

const SAID_DEGREES = /CRS84|4326|4171|4258/;
const SAID_LAMBERT = /\b2154\b|Lambert.?93/i;

/** How the coordinates are read: as said, or as they plainly are. @throws Unreadable where they are neither. */
function conversionOf(
  collection: unknown,
  raw: readonly RawFeature[],
): { readonly convert: Convert; readonly note: string } {
  const { crs } = collection as { readonly crs?: { readonly properties?: { readonly name?: unknown } } };
  const said = typeof crs?.properties?.name === "string" ? crs.properties.name : "";
  const firsts = raw.map(({ geometry }) => firstPoint(geometry)).filter((point) => point !== null);
  const most = (test: (x: number, y: number) => boolean) =>
    firsts.length > 0 && firsts.filter(([x, y]) => test(x, y)).length * 2 > firsts.length;
  if (said !== "" && !SAID_DEGREES.test(said) && !SAID_LAMBERT.test(said)) {
    throw new Unreadable(
      `Les coordonnées de cette couche sont dans un autre système («\u00a0${said.slice(0, 60)}\u00a0»). ${EXPORT}`,
    );
  }
  if (most(looksLambert93)) {
    return {
      convert: fromLambert93,
      note: "Coordonnées en Lambert-93, converties en longitudes et latitudes.",
    };
  }
  if (!most(isInFrance) && most((x, y) => isInFrance(y, x))) {
    throw new Unreadable(
      `Les coordonnées de cette couche sont inversées (latitude, puis longitude). ${EXPORT}`,
    );
  }
  if (most((x, y) => Math.abs(x) > 180 || Math.abs(y) > 90)) {
    throw new Unreadable(
      `Les coordonnées de cette couche ne sont ni en degrés (WGS84) ni en Lambert-93. ${EXPORT}`,
    );
  }
  return { convert: asIs, note: "Coordonnées lues en longitudes et latitudes (WGS84)." };
}

function firstPoint(geometry: unknown): [number, number] | null {
  let value = ((isObject(geometry) ? geometry : {}) as { readonly coordinates?: unknown }).coordinates;
  for (let depth = 0; depth < 4 && Array.isArray(value) && typeof value[0] !== "number"; depth++)
    value = value[0];
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
  return typeof x === "number" && typeof y === "number" ? [x, y] : null;
}

function headingsOf(raw: readonly RawFeature[]): string[] {
  const headings = new Set(raw.flatMap(({ properties }) => Object.keys(properties)));
  if (headings.size > MOST_IMPORT_COLUMNS) {
    throw new Unreadable(
      `Cette couche a plus de ${MOST_IMPORT_COLUMNS} attributs\u00a0: n’exportez que ceux qui servent.`,
    );
  }
  return [...headings];
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return String(value).replace(".", ",");
  return (typeof value === "string" ? value : JSON.stringify(value)).trim().slice(0, MOST_CELL);
}

function shapeOf(
  { geometry, isFeature }: Omit<RawFeature, "properties">,
  convert: Convert,
): Pick<PolygonFeature, "polygons" | "fault"> {
  if (!isFeature) return { polygons: null, fault: "n’est pas un objet géographique (« Feature »)" };
  try {
    return { polygons: polygonsIn(geometry).map((rings) => polygonOf(rings, convert)), fault: null };
  } catch (error) {
    if (error instanceof ShapeFault) return { polygons: null, fault: error.message };
    throw error;
  }
}

function heldNotes(
  communes: ReadonlyMap<number, readonly string[]>,
  points: readonly { readonly code: string; readonly heldBy: string | null }[],
): string[] {
  const found = new Set([...communes.values()].flat());
  return points
    .filter(({ code, heldBy }) => heldBy !== null && found.has(code))
    .map(
      ({ code, heldBy }) =>
        `Commune ${code}\u00a0: sans contour propre, comptée avec le contour de ${heldBy} qui la porte.`,
    );
}
