import fc from "fast-check";
import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import { innermostPoint } from "@/lib/territory/innermost";
import { centreOf, pathOf } from "@/lib/territory/paths";
import { fitProjection } from "@/lib/territory/projection";
import { reference } from "./published";

const anywhere = fc
  .record({
    west: fc.double({ min: -62, max: 55, noNaN: true }),
    south: fc.double({ min: -22, max: 51, noNaN: true }),
    across: fc.double({ min: 0.01, max: 5, noNaN: true }),
    down: fc.double({ min: 0.01, max: 5, noNaN: true }),
  })
  .map(({ west, south, across, down }) => [west, south, west + across, south + down] as const);

describe("the projection of a department", () => {
  it("inverts, and keeps every point of the bounds in the drawing", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anywhere, share, share, (bounds, u, v) => {
        const [west, south, east, north] = bounds;
        const { point, invert, width, height } = fitProjection(bounds, 1000);
        const place = [west + u * (east - west), south + v * (north - south)] as const;
        const [x, y] = point(place);
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(height);
        const [longitude, latitude] = invert([x, y]);
        expect(longitude).toBeCloseTo(place[0], 9);
        expect(latitude).toBeCloseTo(place[1], 9);
        expect(height / width).toBeGreaterThanOrEqual(0.6);
        expect(height / width).toBeLessThanOrEqual(1.25);
      }),
    );
  });

  it("is true to shape in the middle, with y downwards", () => {
    const { point, metresPerUnit } = fitProjection([2, 45, 4, 46], 1000);
    const [x, y] = point([3, 45.5]);
    const [, higher] = point([3, 45.6]);
    const [farther] = point([3.1, 45.5]);
    expect(y - higher).toBeCloseTo(11_119.5 / metresPerUnit, 1);
    expect(farther - x).toBeCloseTo((11_119.5 * Math.cos((45.5 * Math.PI) / 180)) / metresPerUnit, 1);
  });

  it("centres a shape too tall or too wide for the page", () => {
    const tall = fitProjection([0, 0, 0.1, 3], 1000);
    expect(tall.height).toBe(1250);
    expect(tall.point([0.05, 1.5])).toEqual([expect.closeTo(500, 6), expect.closeTo(625, 6)]);
    const wide = fitProjection([0, 0, 3, 0.1], 1000);
    expect(wide.height).toBe(600);
    expect(wide.point([1.5, 0.05])).toEqual([expect.closeTo(500, 6), expect.closeTo(300, 6)]);
  });

  it("refuses empty bounds", () => {
    expect(() => fitProjection([2, 45, 2, 46], 1000)).toThrow(RangeError);
    expect(() => fitProjection([2, NaN, 3, 46], 1000)).toThrow(RangeError);
  });
});

const asIs = { point: ([x = NaN, y = NaN]: readonly number[]) => [x, y] as const };
const square = (x: number, y: number, side: number) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

describe("an SVG path", () => {
  it("is written in short relative steps", () => {
    expect(pathOf({ type: "Polygon", coordinates: [square(10, 20, 0.52)] }, asIs)).toBe(
      "M10 20l.5 0 0 .5-.5 0z",
    );
    expect(
      pathOf(
        {
          type: "MultiLineString",
          coordinates: [
            [
              [0, 0],
              [-1.24, 3],
              [-1.21, 3.01],
              [5, 5],
            ],
          ],
        },
        asIs,
      ),
    ).toBe("M0 0l-1.2 3 6.2 2");
  });

  it("ends where it should, however long: rounding does not add up", () => {
    const steps = fc.array(
      fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
      {
        minLength: 2,
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(steps, (points) => {
        const line = points.map(([x, y]) => [x, y]);
        const path = pathOf({ type: "MultiLineString", coordinates: [line] }, asIs);
        const numbers = (path.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
        const end = [0, 1].map((axis) =>
          numbers.filter((_, i) => i % 2 === axis).reduce((sum, number) => sum + number, 0),
        );
        const last = line.at(-1) ?? [];
        expect(end[0]).toBeCloseTo(Math.round((last[0] ?? NaN) * 10) / 10, 6);
        expect(end[1]).toBeCloseTo(Math.round((last[1] ?? NaN) * 10) / 10, 6);
      }),
    );
  });

  it("is the same each time, and drops what is too small to see unless it is all there is", () => {
    const shape: MultiPolygon = {
      type: "MultiPolygon",
      coordinates: [[square(0, 0, 5), square(1, 1, 2)], [square(8, 8, 0.01)]],
    };
    expect(pathOf(shape, asIs)).toBe("M0 0l5 0 0 5-5 0zM1 1l2 0 0 2-2 0z");
    expect(pathOf(shape, asIs)).toBe(pathOf(structuredClone(shape), asIs));
    expect(pathOf({ type: "Polygon", coordinates: [square(8, 8, 0.01)] }, asIs)).toBe("M8 8z");
  });
});

describe("the place of a label", () => {
  it("is inside the largest polygon, away from its border and its holes", () => {
    const shape: MultiPolygon = {
      type: "MultiPolygon",
      coordinates: [[square(50, 50, 3)], [square(0, 0, 10), square(0.5, 0.5, 5)]],
    };
    const [x, y] = centreOf(shape, asIs);
    expect(Math.min(x, y)).toBeGreaterThan(5.5);
    expect(Math.max(x, y)).toBeLessThan(10);
  });

  it("is in the middle of a square and inside a crescent", () => {
    expect(centreOf({ type: "Polygon", coordinates: [square(0, 0, 10)] }, asIs)).toEqual([5, 5]);
    const crescent = [
      [0, 0],
      [10, 0],
      [10, 2],
      [2, 2],
      [2, 8],
      [10, 8],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    const [x, y] = centreOf({ type: "Polygon", coordinates: [crescent] }, asIs);
    expect(x < 2 || y < 2 || y > 8).toBe(true);
  });

  it("exists for a line and not for nothing", () => {
    expect(
      innermostPoint([
        [
          [1, 1],
          [3, 1],
        ],
      ]),
    ).toEqual([2, 1]);
    expect(() => centreOf({ type: "MultiPolygon", coordinates: [] }, asIs)).toThrow(RangeError);
  });
});

describe("the drawing of the whole country", () => {
  const france = reference<{
    viewBox: [number, number, number, number];
    frames: { id: string; codes: string[]; rectangle: [number, number, number, number] }[];
    departments: {
      code: string;
      path: string;
      label: [number, number];
      frame: string | null;
      inPlace?: string;
    }[];
    regions: { code: string; path: string }[];
  }>("departments-outline");

  it("holds the 101 departments and the 18 regions in at most 60 kB", () => {
    expect(france.departments).toHaveLength(101);
    expect(france.regions).toHaveLength(18);
    expect(JSON.stringify(france).length).toBeLessThanOrEqual(60_000);
    for (const { path } of [...france.departments, ...france.regions])
      expect(path).toMatch(/^M[-\d. lMz]+z$/);
  });

  it("puts each label in the frame of its department, or in the drawing", () => {
    for (const { code, label, frame, inPlace } of france.departments) {
      const box = france.frames.find(({ id }) => id === frame)?.rectangle ?? france.viewBox;
      expect(label[0], code).toBeGreaterThan(box[0]);
      expect(label[0], code).toBeLessThan(box[0] + box[2]);
      expect(label[1], code).toBeGreaterThan(box[1]);
      expect(label[1], code).toBeLessThan(box[1] + box[3]);
      expect(inPlace !== undefined, code).toBe(frame === "petite-couronne");
    }
    expect(france.departments.filter(({ frame }) => frame !== null).map(({ code }) => code)).toEqual([
      "75",
      "92",
      "93",
      "94",
      "971",
      "972",
      "973",
      "974",
      "976",
    ]);
  });
});
