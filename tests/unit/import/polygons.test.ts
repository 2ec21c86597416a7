import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readLayerHere } from "@/lib/import/layer-reader";
import { fromLambert93 } from "@/lib/import/layers/lambert93";
import { communesWithin, type CommunePoint, type Polygon } from "@/lib/import/polygons";
import { communePoints } from "@/lib/import/reference";
import { Unreadable } from "@/lib/import/unreadable";
import { communes, encloses, polygonsOf, topologyOf } from "../reference/published";

type Ring = readonly (readonly number[])[];
const feature = (coordinates: unknown, properties: object = {}, type = "Polygon") => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
const layer = (features: readonly unknown[], more: object = {}) =>
  Buffer.from(JSON.stringify({ type: "FeatureCollection", ...more, features }));
const square = (x = 3, y = 45.7, size = 0.2): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
async function refused(bytes: Uint8Array): Promise<string> {
  try {
    return `read: ${(await readLayerHere(bytes)).features.length}`;
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

let points: readonly CommunePoint[];
beforeAll(async () => void (points = await communePoints()));

describe("the interior points of the communes", () => {
  test("are one a commune of the reference, the seven without contour at their holder's", () => {
    const all = communes();
    expect(points.map(({ code }) => code)).toEqual(all.map(({ code }) => code).sort());
    const holder = new Map(all.map(({ code, contour }) => [code, contour === "own" ? null : contour]));
    const place = new Map(points.map(({ code, longitude, latitude }) => [code, [longitude, latitude]]));
    for (const { code, heldBy } of points) {
      expect(heldBy).toBe(holder.get(code));
      if (heldBy !== null) expect(place.get(code)).toEqual(place.get(heldBy));
    }
  });

  test("fall inside their commune as maps draw it, and in no other", () => {
    const drawn = polygonsOf([topologyOf("63"), topologyOf("2A"), topologyOf("974")]);
    const own = points.filter(({ code, heldBy }) => drawn.has(code) && heldBy === null);
    expect(own.length).toBe(drawn.size);
    for (const { code, longitude, latitude } of own) {
      const rings = drawn.get(code)?.flat() ?? [];
      const around = rings.filter((ring) => encloses(ring, longitude, latitude)).length;
      expect([code, around % 2]).toEqual([code, 1]);
    }
  });
});

describe("a layer", () => {
  test("of departments' own shape gives each commune to its department, properties as text", async () => {
    const features = [...polygonsOf([topologyOf("63")])].slice(0, 150).map(([code, coordinates], i) => ({
      ...feature(
        coordinates,
        { nom_cpts: `CPTS ${code}`, statut: "signataire", pop: 12.5, ok: true, autre: null, liste: [1] },
        "MultiPolygon",
      ),
      id: `AMBU_CPTS.${i}`,
    }));
    const found = await readLayerHere(
      layer(features, { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4326" } } }),
    );
    expect(found.headings).toEqual(["id", "nom_cpts", "statut", "pop", "ok", "autre", "liste"]);
    expect(found.features[1]?.cells.slice(2)).toEqual(["signataire", "12,5", "oui", "", "[1]"]);
    for (const { row, cells, fault } of found.features) {
      expect(fault).toBeNull();
      expect(found.communes.get(row)).toEqual([cells[1]?.replace("CPTS ", "")]);
    }
    expect(found.notes[0]).toContain("WGS84");
  });

  test("holds the communes whose contour another carries, and says so", async () => {
    const drawn = polygonsOf([topologyOf("14")]).get("14712");
    const found = await readLayerHere(layer([feature(drawn, {}, "MultiPolygon")]));
    expect(found.communes.get(1)).toEqual(["14666", "14712"]);
    expect(found.notes.join(" ")).toContain(
      "14666\u00a0: sans contour propre, comptée avec le contour de 14712",
    );
  });

  test("in Lambert-93 is converted, said or not", async () => {
    // IGN: the origin of the projection; the others by its own inverse, to the centimetre.
    expect(fromLambert93(700_000, 6_600_000)).toEqual([expect.closeTo(3, 10), expect.closeTo(46.5, 9)]);
    const [longitude, latitude] = fromLambert93(652_469.02, 6_862_035.26);
    expect(longitude).toBeCloseTo(2.3522, 3);
    expect(latitude).toBeCloseTo(48.8566, 3);
    const ring = [
      [700_000, 6_500_000],
      [720_000, 6_500_000],
      [720_000, 6_520_000],
      [700_000, 6_520_000],
      [700_000, 6_500_000],
    ];
    const said = { crs: { properties: { name: "EPSG:2154" } } };
    for (const more of [{}, said]) {
      const found = await readLayerHere(layer([feature([ring])], more));
      expect(found.notes[0]).toContain("Lambert-93");
      expect(found.communes.get(1)?.length).toBeGreaterThan(5);
      const elsewhere = found.communes.get(1)?.filter((code) => !/^(03|63)/.test(code));
      expect(elsewhere).toEqual([]);
    }
  });

  test.each<[string, unknown, RegExp]>([
    ["no shape", { type: "Feature", properties: {}, geometry: null }, /n’a pas de contour/],
    ["a point", feature([3, 45], {}, "Point"), /est un point, pas un polygone/],
    ["something else", { type: "x" }, /n’est pas un objet géographique/],
    ["no ring", feature([]), /contour vide/],
    ["no polygon", feature([], {}, "MultiPolygon"), /contour vide/],
    ["an empty ring", feature([[]]), /contour vide/],
    ["a ring that is not closed", feature([square().slice(0, 4)]), /n’est pas fermé, près de 45,7000°/],
    [
      "too few points",
      feature([
        [
          [3, 45],
          [3.1, 45],
          [3, 45],
        ],
      ]),
      /moins de trois côtés/,
    ],
    [
      "no surface",
      feature([
        [
          [3, 45],
          [3.1, 45],
          [3.2, 45],
          [3, 45],
        ],
      ]),
      /sans surface/,
    ],
    [
      "no number",
      feature([
        [
          [3, 45],
          [3.1, null],
          [3.1, 45.1],
          [3, 45],
        ],
      ]),
      /2ᵉ point n’est pas fait de deux nombres/,
    ],
    ["another depth", feature([[[[3, 45]]]]), /point n’est pas fait de deux nombres/],
    [
      "a point far away",
      feature([
        [
          [3, 45],
          [3.1, 80],
          [3.1, 45.1],
          [3, 45],
        ],
      ]),
      /n’est pas en France/,
    ],
    [
      "itself crossed",
      feature([
        [
          [3, 45],
          [3.2, 45.2],
          [3.2, 45],
          [3, 45.2],
          [3, 45],
        ],
      ]),
      /se recoupe près de 45,1000°\u00a0N, 3,1000°\u00a0E/,
    ],
    ["a hole that crosses", feature([square(), square(3.1, 45.8, 0.2)]), /se recoupe/],
    ["a hole outside", feature([square(), square(3.5, 45.7, 0.1)]), /trou \(le 1ᵉ\) hors de son contour/],
  ])("with %s keeps the others and says what is wrong", async (_, wrong, fault) => {
    const found = await readLayerHere(layer([feature([square()]), wrong, feature([square()])]));
    expect(found.features.map(({ row, polygons }) => [row, polygons !== null])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
    expect(found.features[1]?.fault).toMatch(fault);
    expect(found.communes.get(2)).toEqual([]);
  });

  test("is refused whole where nothing can be made of it", async () => {
    const swapped = square().map(([x = 0, y = 0]) => [y, x]);
    expect(await refused(layer([feature([swapped])]))).toMatch(/inversées.*WGS84/);
    expect(
      await refused(layer([feature([square()])], { crs: { properties: { name: "EPSG:3857" } } })),
    ).toContain("EPSG:3857");
    expect(await refused(layer([feature([square(300_000, 5_700_000, 1_000)])]))).toContain("ni en degrés");
    expect(await refused(layer([]))).toContain("aucun polygone");
    expect(await refused(layer(Array.from({ length: 5_001 }, () => ({}))))).toContain(
      "plus de 5\u202f000 polygones",
    );
    expect(await refused(layer([feature([square()])]).subarray(0, -9))).toContain("tronqué");
    expect(await refused(Buffer.from('{"type":}'))).toContain("faute d’écriture");
    expect(await refused(Buffer.from('{"type":"Topology"}'))).toContain("TopoJSON");
    expect(await refused(Buffer.from("CPTS;Commune"))).toContain("n’est pas une couche GeoJSON");
    expect(await refused(Buffer.from([0x50, 0x4b, 3, 4]))).toContain("archive");
    expect(
      await refused(
        Buffer.from(
          `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":${"[".repeat(50_000)}${"]".repeat(50_000)}}}]}`,
        ),
      ),
    ).toMatch(/^read: 1/);
  });
});

test("the communes of 800 polygons of a thousand points are found in a moment", () => {
  const circles = Array.from({ length: 800 }, (_, i) => {
    const [x, y] = [-1 + (i % 30) * 0.25, 43.5 + Math.floor(i / 30) * 0.2];
    const ring = Array.from({ length: 1_001 }, (_, k) => {
      const angle = ((k % 1_000) / 1_000) * 2 * Math.PI;
      return [x + 0.2 * Math.cos(angle), y + 0.15 * Math.sin(angle)];
    });
    return { row: i + 1, polygons: [[Float64Array.from(ring.flat())]] };
  });
  const started = performance.now();
  const found = communesWithin(circles, points);
  const took = performance.now() - started;
  if (process.env.MEASURE) console.log("communes of 800 polygons", Math.round(took), "ms");
  // The aim is 1,500; a shared machine may be busy.
  expect(took).toBeLessThan(6_000);
  expect([...found.values()].filter(({ length }) => length > 10).length).toBeGreaterThan(600);
});

test("points fall inside as they do one by one, holes and several polygons included", () => {
  const at = fc.integer({ min: -20, max: 20 }).map((n) => n / 10 + 0.013);
  const ring = fc
    .array(fc.tuple(at, at), { minLength: 3, maxLength: 9 })
    .map((corners) => [...corners, corners[0] ?? [0, 0]]);
  const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
  const place = fc.integer({ min: -25, max: 25 }).map((n) => n / 10);
  const cloud = fc.array(fc.tuple(place, place), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(polygon, { maxLength: 3 }), cloud, (drawn, places) => {
      const some = places.map(([longitude, latitude], i): CommunePoint => ({
        code: String(i),
        longitude,
        latitude,
        heldBy: null,
      }));
      const polygons = drawn.map((rings): Polygon => rings.map((one) => Float64Array.from(one.flat())));
      const expected = some.filter(({ longitude, latitude }) =>
        drawn.some((rings) => rings.filter((one) => encloses(one, longitude, latitude)).length % 2 === 1),
      );
      expect(communesWithin([{ row: 7, polygons }], some).get(7)).toEqual(expected.map(({ code }) => code));
    }),
    { numRuns: 300 },
  );
});
