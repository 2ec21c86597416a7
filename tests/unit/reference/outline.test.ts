import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neighboursOf, outlineOf } from "@/lib/territory/outline";
import { areaInCells, border, polygonsOf, topologyOf } from "./published";

const drome = topologyOf("26");
const ardeche = topologyOf("07");
const both = [drome, ardeche];
const polygons = polygonsOf(both);
const codes = [...polygons.keys()];
/** On the two banks of the Rhône: Tournon, Mauves and Glun in Ardèche, Tain and La Roche-de-Glun in Drôme. */
const banks = new Set(["07324", "07152", "07097", "26347", "26271"]);

describe("the outline of a territory", () => {
  it("is the union of its communes: the same area, and no border inside", () => {
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 1 }), (members) => {
        const { geometry, missing } = outlineOf(both, new Set(members));
        const parts = members.flatMap((code) => polygons.get(code) ?? []);
        expect(missing).toEqual([]);
        expect(border(geometry.coordinates)).toEqual(border(parts));
        expect(areaInCells(geometry.coordinates)).toBeCloseTo(areaInCells(parts), 3);
      }),
      { numRuns: 40 },
    );
  });

  it("crosses a department border as if it were not there", () => {
    const { geometry } = outlineOf(both, banks);
    expect(geometry.coordinates).toHaveLength(1);
    expect(geometry.coordinates[0]).toHaveLength(1);
    const riverbank = border([...polygonsOf([drome]).values()].flat());
    const drawn = border(geometry.coordinates);
    const edges = new Set([...banks].flatMap((code) => [...border(polygons.get(code) ?? [])]));
    const vanished = [...riverbank].filter((edge) => edges.has(edge) && !drawn.has(edge));
    expect(vanished.length).toBeGreaterThan(10);
  });

  it("does not depend on the order of the files", () => {
    const one = outlineOf([drome, ardeche], banks).geometry;
    const other = outlineOf([ardeche, drome], banks).geometry;
    expect(border(one.coordinates)).toEqual(border(other.coordinates));
  });

  it("writes coordinates without the noise of decoding", () => {
    const positions = outlineOf(both, banks).geometry.coordinates.flat(3);
    expect(positions.every((degrees) => degrees === Number(degrees.toFixed(4)))).toBe(true);
  });

  it("reports the codes without polygon, and the commune that holds them", () => {
    const cantal = topologyOf("15");
    const { geometry, missing, held } = outlineOf([cantal], new Set(["15141", "15171", "15031", "99999"]));
    expect(geometry.coordinates).toHaveLength(1);
    expect(missing).toEqual(["15031", "15171", "99999"]);
    expect(held).toEqual([
      { code: "15031", holder: "15141" },
      { code: "15171", holder: "15141" },
    ]);
  });

  it("is empty for no commune", () => {
    expect(outlineOf(both, new Set()).geometry).toEqual({ type: "MultiPolygon", coordinates: [] });
  });
});

describe("the neighbours of a territory", () => {
  it("of Tain-l'Hermitage are on both sides of a department border", () => {
    expect(neighboursOf(both, new Set(["26347"]))).toEqual(["07245", "07324", "26110", "26156", "26179"]);
    expect(neighboursOf([drome], new Set(["26347"]))).not.toContain("07324");
  });
});
