import { gzipSync } from "node:zlib";
import type { GeometryCollection, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { outlineOf } from "@/lib/territory/outline";
import type { CommuneProperties } from "@/lib/territory/outline";
import { fitProjection, MAP_WIDTH } from "@/lib/territory/projection";
import type { Bounds } from "@/lib/territory/projection";
import { HELD_BY } from "@/scripts/reference/succession";
import { squareMetres } from "@/scripts/reference/surface";
import {
  communes,
  departmentCodes,
  departments,
  encloses,
  polygonsOf,
  reference,
  text,
  topologyOf,
} from "./published";

const all = communes();
const byCode = new Map(all.map((commune) => [commune.code, commune]));
const topologies = new Map(departmentCodes().map((code) => [code, topologyOf(code)]));

describe("the contours of the communes", () => {
  it("give every commune one polygon, in its department's file, or a commune that holds it", () => {
    const places = new Map<string, string[]>();
    const place = (code: string, where: string) => places.set(code, [...(places.get(code) ?? []), where]);
    for (const [department, { objects }] of topologies) {
      for (const { id, properties } of objects.communes.geometries) {
        place(String(id), department);
        expect(properties).toMatchObject({
          n: byCode.get(String(id))?.name,
          p: byCode.get(String(id))?.population,
        });
        for (const [code, name, population] of (properties as CommuneProperties).h ?? []) {
          place(code, `in ${id}`);
          expect(byCode.get(code)).toMatchObject({ name, population });
        }
      }
    }
    const expected = all.map(({ code, departmentCode, contour }) => [
      code,
      [contour === "own" ? departmentCode : `in ${contour}`],
    ]);
    expect([...places].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(expected);
    expect(topologies.size).toBe(101);
  });

  // Positions of the seven villages as public maps give them, in degrees.
  it.each([
    ["14666", -0.2228, 49.1806],
    ["15031", 2.9547, 45.1158],
    ["15035", 2.9333, 45.15],
    ["15047", 2.8828, 45.1544],
    ["15171", 2.9708, 45.1733],
    ["85165", -1.1302, 46.7982],
    ["85212", -1.152, 46.7965],
  ])("say which polygon holds %s: the one its village is in", (code, longitude, latitude) => {
    const topology = topologies.get(code.slice(0, 2));
    if (topology === undefined) throw new Error(code);
    const around = [...polygonsOf([topology])]
      .filter(([, polygons]) => polygons.some(([outer]) => encloses(outer ?? [], longitude, latitude)))
      .map(([holder]) => holder);
    expect(around).toEqual([HELD_BY.get(code)]);
    expect(byCode.get(code)).toMatchObject({ contour: HELD_BY.get(code), areaHectares: null });
  });

  it("weigh at most 100 kB gzipped for nine departments in ten", () => {
    const sizes = [...topologies.keys()].map(
      (code) => gzipSync(text(`public/geo/2026/departements/${code}.json`)).byteLength,
    );
    expect(sizes.filter((size) => size <= 100_000).length).toBeGreaterThanOrEqual(91);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100_000);
  });

  it.each(["03", "07", "26", "63"])("keep the area of each commune of %s within 5 %%", (department) => {
    const topology = topologies.get(department);
    if (topology === undefined) throw new Error(department);
    for (const [code, coordinates] of polygonsOf([topology])) {
      const before = (byCode.get(code)?.areaHectares ?? NaN) * 10_000;
      const after = squareMetres({ type: "MultiPolygon", coordinates });
      expect(Math.abs(after / before - 1), code).toBeLessThanOrEqual(0.05);
    }
  });

  it("keep the area of every department within 0.5 %", () => {
    for (const { code, areaHectares } of departments()) {
      const topology = topologies.get(code);
      if (topology === undefined) throw new Error(code);
      const coordinates = [...polygonsOf([topology]).values()].flat();
      const after = squareMetres({ type: "MultiPolygon", coordinates }) / 10_000;
      expect(Math.abs(after / areaHectares - 1), code).toBeLessThanOrEqual(0.005);
    }
  });
});

describe("the shared grid", () => {
  it("is written the same in every file", () => {
    const files = [...topologies.values(), outlines("departements"), outlines("regions")];
    for (const { transform, arcs } of files) {
      expect(transform).toEqual({ scale: [0.0001, 0.0001], translate: [0, 0] });
      expect(arcs.flat(2).every(Number.isInteger)).toBe(true);
    }
  });

  it("makes the borders of all departments meet: the only holes of the mainland are Llívia and the étang de Berre", () => {
    const metropolitan = [...topologies].filter(([code]) => !code.startsWith("97")).map(([, t]) => t);
    const codes = new Set(all.map(({ code }) => code));
    const { geometry } = outlineOf(metropolitan, codes);
    const holes = geometry.coordinates.flatMap((rings) => rings.slice(1));
    const hectares = holes.map((ring) => squareMetres({ type: "Polygon", coordinates: [ring] }) / 10_000);
    expect(hectares.map(Math.round).sort((a, b) => a - b)).toEqual([1307, 15_486]);
  });

  it("gives outlines to the 101 departments and the 18 regions, on lines they share", () => {
    const shapes = outlines("departements").objects["departements"]?.geometries ?? [];
    expect(shapes.map(({ id }) => id)).toEqual(departments().map(({ code }) => code));
    expect(outlines("regions").objects["regions"]?.geometries).toHaveLength(18);
  });
});

describe("the bounds and the prebuilt meshes", () => {
  const { departments: bounds, national } = reference<Record<string, Record<string, Bounds>>>("bounds");

  it("bound every department exactly", () => {
    expect(Object.keys(bounds ?? {}).sort()).toEqual([...topologies.keys()].sort());
    for (const [code, topology] of topologies) {
      const positions = [...polygonsOf([topology]).values()].flat(3);
      const at = (axis: 0 | 1) => positions.map((position) => position[axis] ?? NaN);
      const extremes = (values: number[]) =>
        values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)] as const, [
          Infinity,
          -Infinity,
        ] as readonly [number, number]);
      const [west, east] = extremes(at(0));
      const [south, north] = extremes(at(1));
      for (const [i, value] of [west, south, east, north].entries()) {
        expect(bounds?.[code]?.[i], code).toBeCloseTo(value, 9);
      }
    }
    expect(Object.keys(national ?? {}).sort()).toEqual(["971", "972", "973", "974", "976", "metropole"]);
  });

  it("are drawn in the projection that pages use, lines only, at most 40 kB gzipped", () => {
    for (const code of topologies.keys()) {
      const svg = text(`public/geo/2026/maillage/${code}.svg`);
      const box = bounds?.[code];
      if (box === undefined) throw new Error(code);
      const { width, height } = fitProjection(box, MAP_WIDTH);
      expect(svg).toContain(`viewBox="0 0 ${width} ${height}" fill="none"`);
      expect(svg).not.toMatch(/<(?!\/?svg|path )|style|script|NaN|fill="(?!none)/);
      expect(gzipSync(svg).byteLength, code).toBeLessThanOrEqual(40_000);
    }
  });
});

function outlines(name: "departements" | "regions"): Topology<Record<string, GeometryCollection>> {
  return JSON.parse(text(`public/geo/2026/${name}.json`)) as Topology<Record<string, GeometryCollection>>;
}
