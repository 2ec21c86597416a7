import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bordersOf, neighboursWithin } from "@/lib/territory/borders";
import { neighboursOf, type DepartmentTopology } from "@/lib/territory/outline";
import { communesBetween, enclavesOf, piecesOf } from "@/lib/territory/perimeter-checks";
import { gridOf } from "./a-grid";

const set = (...codes: string[]) => new Set(codes);
const alike = () => 100;
const shipped = (code: string): DepartmentTopology =>
  JSON.parse(fs.readFileSync(`public/geo/2026/departements/${code}.json`, "utf8")) as DepartmentTopology;

describe("the borders between communes", () => {
  const grid = bordersOf([gridOf("a", 3, 3)]);

  test("communes that share a side touch, those that share a corner do not", () => {
    expect([...(grid.neighbours.get("a11") ?? [])].sort()).toEqual(["a01", "a10", "a12", "a21"]);
    expect([...(grid.neighbours.get("a00") ?? [])].sort()).toEqual(["a01", "a10"]);
  });

  test("those along the edge are the rim", () => {
    expect(grid.rim.has("a11")).toBe(false);
    expect(grid.rim.size).toBe(8);
  });

  test("two departments side by side are one picture: what lies between is an edge no more", () => {
    const both = bordersOf([gridOf("a", 3, 3), gridOf("b", 3, 1, [3, 0])]);
    expect([...(both.neighbours.get("a12") ?? [])].sort()).toEqual(["a02", "a11", "a22", "b10"]);
    expect(both.rim.has("a12")).toBe(false);
    expect(both.lines.filter(({ a, b }) => a === "a12" && b === "b10")).toHaveLength(1);
    expect(both.lines.filter(({ a, b }) => a === "b10" && b === "a12")).toHaveLength(0);
  });

  test("a commune without a polygon of its own touches the one that holds it", () => {
    const topology = gridOf("a", 1, 2);
    const [first] = topology.objects.communes.geometries;
    Object.assign(first?.properties ?? {}, { h: [["a99", "Retrouvée", 12]] });
    expect([...(bordersOf([topology]).neighbours.get("a99") ?? [])]).toEqual(["a00"]);
  });

  test("says of the Puy-de-Dôme and the Allier what their joint topology says", () => {
    const topologies = [shipped("63"), shipped("03")];
    const borders = bordersOf(topologies);
    for (const codes of [set("63300"), set("63001", "63295"), set("03118", "63001", "03175")]) {
      const held = [...neighboursWithin(borders, codes)].filter((code) => {
        const holder = topologies.some(({ objects }) =>
          objects.communes.geometries.some(({ id }) => String(id) === code),
        );
        return holder;
      });
      expect(held.sort()).toEqual(neighboursOf(topologies, codes));
    }
  });
});

describe("the pieces of a territory", () => {
  const borders = bordersOf([gridOf("a", 4, 4)]);

  test("one that holds together is one piece", () => {
    expect(piecesOf(set("a00", "a01", "a11"), borders, alike)).toEqual([["a00", "a01", "a11"]]);
  });

  test("a corner joins nothing; the most populated piece comes first", () => {
    const population = (code: string) => (code === "a33" ? 1_000 : 100);
    expect(piecesOf(set("a00", "a11", "a33"), borders, population)).toEqual([["a33"], ["a00"], ["a11"]]);
  });

  test("codes that no map holds are in no piece", () => {
    expect(piecesOf(set("a00", "99999"), borders, alike)).toEqual([["a00"]]);
  });

  test("the communes between are the fewest that join a piece to the rest", () => {
    expect(communesBetween(["a00"], set("a00", "a03"), borders)).toEqual(["a01", "a02"]);
    expect(communesBetween(["a00"], set("a00"), borders)).toEqual([]);
  });

  test("whatever the territory, its pieces are it, apart from one another", () => {
    const all = [...borders.neighbours.keys()];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...all)), (codes) => {
        const pieces = piecesOf(new Set(codes), borders, alike);
        expect(pieces.flat().sort()).toEqual([...codes].sort());
        for (const piece of pieces) {
          const touching = neighboursWithin(borders, new Set(piece));
          expect(codes.filter((code) => touching.has(code))).toEqual([]);
        }
        const [, ...others] = pieces;
        for (const piece of others) {
          const joined = new Set([...codes, ...communesBetween(piece, new Set(codes), borders)]);
          expect(piecesOf(joined, borders, alike).length).toBeLessThan(pieces.length);
        }
      }),
    );
  });
});

describe("enclaves and holes", () => {
  const borders = bordersOf([gridOf("a", 4, 4)]);
  const ring = set("a00", "a01", "a02", "a10", "a12", "a20", "a21", "a22");

  test("a commune surrounded by the territory is pointed out", () => {
    expect(enclavesOf(ring, borders)).toEqual([["a11"]]);
  });

  test("what reaches the edge of the map is surrounded by nothing known", () => {
    ring.delete("a01");
    expect(enclavesOf(ring, borders)).toEqual([]);
  });

  test("nothing surrounds anything where nothing is held", () => {
    expect(enclavesOf(set(), borders)).toEqual([]);
  });

  test("a hole at a department's border is seen once its neighbour is drawn", () => {
    const held = set("a01", "a10", "a21", "a31");
    const alone = bordersOf([gridOf("a", 4, 2)]);
    expect(enclavesOf(set(...held, "a00"), alone)).toEqual([]);
    const both = bordersOf([gridOf("a", 4, 2), gridOf("b", 4, 1, [2, 0])]);
    expect(enclavesOf(set("a01", "a10", "a21", "b10"), both)).toEqual([["a11"]]);
  });
});
