import manifest from "@/prisma/reference/manifest.json";
import outline from "@/prisma/reference/departments-outline.json";
import { rateValue } from "../kernel/rate";
import type { DepartmentRow } from "./territory-rows";

/** The class of a rate: 1 under a quarter, then by quarters. */
export type RateClass = 1 | 2 | 3 | 4;

export interface MapDepartment {
  readonly row: DepartmentRow;
  /** Middle of its label, in percent of the drawing. */
  readonly label: { readonly x: number; readonly y: number };
  /** Drawn in a frame of its own, whose caption already names it. */
  readonly captioned: boolean;
}

/** A department that holds data: its shape comes with the page. */
export interface MapShape extends MapDepartment {
  readonly paths: readonly string[];
  /** Null where no CPTS is located: a dot stands in its middle. */
  readonly rateClass: RateClass | null;
  readonly estimated: boolean;
  /** Middle of the shape, in drawing units. */
  readonly at: { readonly x: number; readonly y: number };
}

/** The map of the country: shapes of what holds data, the rest in one picture shared by all pages. */
export interface FranceMapModel {
  readonly width: number;
  readonly height: number;
  /** The picture; `#d63` in it is the shape of one department. */
  readonly href: string;
  readonly shapes: readonly MapShape[];
  readonly others: readonly MapDepartment[];
  readonly captions: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** Lays the rows on the drawing of the reference. Throws a RangeError on a department that it does not draw. */
export function franceMap(rows: readonly DepartmentRow[]): FranceMapModel {
  const [, , width = 0, height = 0] = outline.viewBox;
  const percent = ([x = 0, y = 0]: readonly number[]) => ({
    x: hundredths((100 * x) / width),
    y: hundredths((100 * y) / height),
  });
  const drawnOf = new Map(outline.departments.map((drawn) => [drawn.code, drawn]));
  const single = new Set(outline.frames.filter(({ codes }) => codes.length === 1).map(({ id }) => id));
  const placed = rows.map((row) => {
    const drawn = drawnOf.get(row.code);
    if (!drawn) throw new RangeError(`department ${row.code} is not on the map`);
    const [x = 0, y = 0] = drawn.label;
    const captioned = drawn.frame !== null && single.has(drawn.frame);
    return { row, label: percent(drawn.label), captioned, drawn, at: { x, y } };
  });
  return {
    width,
    height,
    href: `/geo/${manifest.vintages.cog}/france.svg`,
    shapes: apart(placed.filter(({ row }) => row.state !== "none")).map(
      ({ row, label, captioned, drawn, at }) => ({
        row,
        label,
        captioned,
        at,
        paths: [drawn.path, ...("inPlace" in drawn && drawn.inPlace ? [drawn.inPlace] : [])],
        rateClass: row.computed && rateClass(rateValue(row.computed.signedRate) ?? 0),
        estimated: (row.computed?.estimatedShare?.numerator ?? 0) > 0,
      }),
    ),
    others: placed
      .filter(({ row }) => row.state === "none")
      .map(({ row, label, captioned }) => ({ row, label, captioned })),
    captions: outline.frames.map(({ caption, captionAt }) => ({ text: caption, ...percent(captionAt) })),
  };
}

/** A quarter belongs to the class it opens, all to the last one. */
export function rateClass(value: number): RateClass {
  return value < 0.25 ? 1 : value < 0.5 ? 2 : value < 0.75 ? 3 : 4;
}

/** Two labels nearer than this, in percent of the drawing, would touch on a phone. */
const TOUCHING = { x: 10, y: 4 };

/** Moves apart, one up and one down, the labels of neighbours that would touch; by code, so always the same way. */
function apart<T extends MapDepartment>(placed: readonly T[]): T[] {
  const labels = placed
    .map(({ row: { code }, label }) => ({ code, x: label.x, y: label.y }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  labels.forEach((one, i) => {
    for (const other of labels.slice(i + 1)) {
      const down = other.y - one.y;
      const near = Math.abs(other.x - one.x) < TOUCHING.x && Math.abs(down) < TOUCHING.y;
      if (!near) continue;
      const [upper, lower] = down < 0 ? [other, one] : [one, other];
      const push = (TOUCHING.y - Math.abs(down)) / 2;
      upper.y = hundredths(upper.y - push);
      lower.y = hundredths(lower.y + push);
    }
  });
  const moved = new Map(labels.map(({ code, x, y }) => [code, { x, y }]));
  return placed.map((one) => ({ ...one, label: moved.get(one.row.code) ?? one.label }));
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
