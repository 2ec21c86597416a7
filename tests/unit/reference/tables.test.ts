import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { communes, departments, epci, GEO, reference, regions, text } from "./published";

const all = communes();
const byCode = new Map(all.map((commune) => [commune.code, commune]));

describe("the reference tables", () => {
  it("hold the communes, departments and regions of COG 2026", () => {
    expect(all).toHaveLength(34_875);
    expect(byCode.size).toBe(34_875);
    expect(departments()).toHaveLength(101);
    expect(regions()).toHaveLength(18);
    expect(departments().reduce((sum, department) => sum + department.communes, 0)).toBe(34_875);
  });

  it.each([
    ["03", 333_298, 317],
    ["07", 334_231, 335],
    ["26", 524_207, 362],
    ["63", 664_453, 463],
  ])("count department %s as INSEE does", (code, population, count) => {
    const members = all.filter(({ departmentCode }) => departmentCode === code);
    expect(members.reduce((sum, commune) => sum + commune.population, 0)).toBe(population);
    expect(departments().find((department) => department.code === code)).toMatchObject({
      population,
      communes: count,
    });
  });

  it("count France as INSEE does, by commune, department and region alike", () => {
    for (const table of [all, departments(), regions()]) {
      expect(table.reduce<number>((sum, { population }) => sum + population, 0)).toBe(68_350_798);
    }
  });

  it("keep the vintage of Mayotte's census apart", () => {
    expect(byCode.get("97611")).toMatchObject({
      name: "Mamoudzou",
      population: 71_437,
      populationVintage: 2017,
    });
    expect(new Set(all.filter((c) => c.departmentCode === "976").map((c) => c.populationVintage))).toEqual(
      new Set([2017]),
    );
    expect(new Set(all.filter((c) => c.departmentCode !== "976").map((c) => c.populationVintage))).toEqual(
      new Set([2023]),
    );
  });

  it("sum the arrondissements of Paris, Lyon and Marseille, and keep Verdun's destroyed villages at zero", () => {
    expect(byCode.get("75056")?.population).toBe(2_103_778);
    expect(byCode.get("69123")?.population).toBe(519_127);
    expect(byCode.get("13055")?.population).toBe(886_040);
    expect(all.filter(({ population }) => population === 0).map(({ code }) => code)).toEqual([
      "55039",
      "55050",
      "55139",
      "55189",
      "55239",
      "55307",
    ]);
  });

  it("give every commune postal codes and an EPCI, but four islands", () => {
    expect(all.filter(({ postalCodes }) => postalCodes.length === 0)).toEqual([]);
    expect(all.filter(({ epciCode }) => epciCode === null).map(({ code }) => code)).toEqual([
      "22016",
      "29083",
      "29155",
      "85113",
    ]);
    const known = new Set(epci().map(({ code }) => code));
    expect(all.filter(({ epciCode }) => epciCode !== null && !known.has(epciCode))).toEqual([]);
  });

  it("say nothing of the EPCI populations of 2022", () => {
    expect(Object.keys(epci()[0] ?? {})).toEqual(["code", "name", "kind"]);
    const members = all.filter(({ epciCode }) => epciCode === "246300701");
    expect(members.reduce((sum, { population }) => sum + population, 0)).toBe(295_488);
  });

  it("resolve a former code to one current commune", () => {
    const former = all.flatMap(({ code, formerCodes }) => formerCodes.map(([old]) => [old, code] as const));
    const successor = new Map(former);
    expect(former).toHaveLength(4240);
    expect(successor.size).toBe(4240);
    expect([...successor.keys()].filter((code) => byCode.has(code))).toEqual([]);
    expect(successor.get("01340")).toBe("01015");
    // The package's anciensCodes say 60054 and 55245; its records of these communes, and INSEE, say otherwise.
    expect(successor.get("60455")).toBe("60694");
    expect(successor.get("55273")).toBe("55386");
    expect(byCode.get("60694")?.formerCodes).toEqual([["60455", "La Neuville-Garnier"]]);
  });

  it("have an area for every commune with a polygon of its own", () => {
    expect(all.filter((c) => (c.areaHectares === null) !== (c.contour !== "own"))).toEqual([]);
    const areas = all.flatMap(({ areaHectares }) => areaHectares ?? []);
    expect(Math.min(...areas)).toBeGreaterThan(0);
    // Neussargues en Pinatelle (91.98 km²) and Saline (16.67 km²) were published with these areas.
    expect(byCode.get("15141")?.areaHectares).toBe(9226);
    expect(byCode.get("14712")?.areaHectares).toBe(1662);
  });

  it("match the checksums of the manifest, file by file", () => {
    const { checksums, counts, attribution } = reference<{
      checksums: Record<string, string>;
      counts: Record<string, number>;
      attribution: string;
    }>("manifest");
    for (const [file, sha256] of Object.entries(checksums)) {
      expect(createHash("sha256").update(text(file)).digest("hex"), file).toBe(sha256);
    }
    const present = [
      ...readdirSync(GEO, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          path.relative(path.resolve(GEO, "../../.."), path.join(entry.parentPath, entry.name)),
        ),
      ...readdirSync(path.resolve(GEO, "../../../prisma/reference"))
        .filter((name) => name !== "manifest.json")
        .map((name) => `prisma/reference/${name}`),
    ];
    expect(Object.keys(checksums).sort()).toEqual(present.sort());
    expect(counts).toMatchObject({ communes: 34_875, departments: 101, regions: 18, population: 68_350_798 });
    expect(attribution).toContain("IGN ADMIN EXPRESS COG 2018");
  });
});
