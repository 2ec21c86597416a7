import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { geoConicConformal, geoMercator } from "d3-geo";
import type { GeoProjection } from "d3-geo";
import { merge } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { isArea } from "@/lib/territory/outline";
import { centreOf, pathOf } from "@/lib/territory/paths";
import type { Placement } from "@/lib/territory/paths";
import { mapshaper } from "./contours";
import { fitted, inside } from "./fit";
import type { Rectangle } from "./fit";
import { inDegrees } from "./grid";
import type { GridShape } from "./grid";
import { byCode } from "./places";
import type { Department } from "./tables";

type Point = readonly [x: number, y: number];

/** A boxed part of the drawing, at its own scale. */
interface Frame {
  readonly id: string;
  readonly codes: readonly string[];
  readonly rectangle: Rectangle;
  readonly caption: string;
  /** Start of the caption's baseline. */
  readonly captionAt: Point;
}

/** `prisma/reference/departments-outline.json`: the whole country in one drawing, y downwards. */
export interface France {
  readonly viewBox: Rectangle;
  readonly frames: readonly Frame[];
  readonly departments: readonly {
    readonly code: string;
    readonly path: string;
    /** Middle of the label; the overseas departments have theirs beside the frame, as its caption. */
    readonly label: Point;
    /** The frame that `path` is drawn in; null in the metropolitan drawing. */
    readonly frame: string | null;
    /** Of a metropolitan department drawn in a frame: its shape at its true place, too small for a label. */
    readonly inPlace?: string;
  }[];
  readonly regions: readonly { readonly code: string; readonly path: string }[];
}

const VIEW_BOX: Rectangle = [0, 0, 560, 540];
const METROPOLITAN: Rectangle = [24, 8, 528, 462];
const FRAME_PADDING = 4;
/** Details under this many units of the drawing are dropped. */
const DETAIL = 1;
const PETITE_COURONNE: Frame = {
  id: "petite-couronne",
  codes: ["75", "92", "93", "94"],
  rectangle: [12, 12, 84, 76],
  caption: "Paris, 92, 93, 94",
  captionAt: [13, 100],
};
const OVERSEAS: readonly Frame[] = ["971", "972", "973", "974", "976"].map((code, i) => ({
  id: code,
  codes: [code],
  rectangle: [12 + 84 * i, 484, 50, 46],
  caption: code,
  captionAt: [66 + 84 * i, 500],
}));

/**
 * The national map: metropolitan France and Corsica in the projection of the IGN (Lambert 93), the overseas
 * departments and Paris with its neighbours in frames, each at its own scale.
 *
 * @param shapes outlines of the departments, in cells of the grid.
 * @param folder a temporary folder.
 */
export function drawFrance(
  shapes: readonly GridShape[],
  departments: readonly Department[],
  folder: string,
): France {
  const draw = (codes: readonly string[], rectangle: Rectangle, projection: GeoProjection) =>
    new Drawing(
      shapes.filter(({ properties }) => codes.includes(properties.code)),
      rectangle,
      projection,
      folder,
    );
  const lambert93 = () => geoConicConformal().parallels([44, 49]).rotate([-3, 0]).scale(1).translate([0, 0]);
  const mercator = () => geoMercator().scale(1).translate([0, 0]);
  const metropolitan = departments.map(({ code }) => code).filter((code) => !code.startsWith("97"));
  const country = draw(metropolitan, METROPOLITAN, lambert93());
  const frames = [PETITE_COURONNE, ...OVERSEAS];
  const framed = frames.map(({ id, codes, rectangle }) => ({
    id,
    codes,
    drawing: draw(
      codes,
      inside(rectangle, FRAME_PADDING),
      id === PETITE_COURONNE.id ? lambert93() : mercator(),
    ),
  }));
  const regions = [...new Set(departments.map(({ regionCode }) => regionCode))].sort();
  return {
    viewBox: VIEW_BOX,
    frames,
    departments: departments.toSorted(byCode).map(({ code }) => {
      const frame = framed.find(({ codes }) => codes.includes(code));
      const { path, label } = (frame?.drawing ?? country).shape([code]);
      const inPlace = frame && metropolitan.includes(code) ? country.shape([code]).path : undefined;
      return { code, path, label, frame: frame?.id ?? null, ...(inPlace && { inPlace }) };
    }),
    regions: regions.map((code) => {
      const members = departments.filter(({ regionCode }) => regionCode === code).map((d) => d.code);
      const drawing = framed.find(({ id }) => members.includes(id))?.drawing ?? country;
      return { code, path: drawing.shape(members).path };
    }),
  };
}

type DrawingTopology = Topology<{ shapes: GeometryCollection }>;

/** Some departments, simplified together to what a rectangle of the drawing can show, and fitted in it. */
class Drawing {
  readonly #topology: DrawingTopology;
  readonly #placement: Placement;

  constructor(shapes: readonly GridShape[], rectangle: Rectangle, projection: GeoProjection, folder: string) {
    const input = join(folder, "shapes.json");
    const output = join(folder, "drawing.json");
    const features = shapes.map(inDegrees);
    writeFileSync(input, JSON.stringify({ type: "FeatureCollection", features }));
    const placement = fitted(
      features.map(({ geometry }) => geometry),
      rectangle,
      projection,
    );
    this.#placement = placement;
    mapshaper([
      ...["-i", input, "name=shapes"],
      ...["-simplify", `interval=${Math.round(placement.metresPerUnit * DETAIL)}m`, "keep-shapes"],
      ...["-o", output, "format=topojson", "no-quantization", "id-field=code"],
    ]);
    this.#topology = JSON.parse(readFileSync(output, "utf8")) as DrawingTopology;
  }

  /** The union of some of the departments. */
  shape(codes: readonly string[]): { path: string; label: Point } {
    const { shapes } = this.#topology.objects;
    const geometries = shapes.geometries.filter(isArea).filter(({ id }) => codes.includes(String(id)));
    const geometry = merge(this.#topology, geometries);
    return { path: pathOf(geometry, this.#placement), label: centreOf(geometry, this.#placement) };
  }
}
