import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { SEED } from "../../../prisma/seed";
import { cptsOf, sourceOf } from "./seed-index";

interface Epci {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string; readonly nom: string }[];
}

// Read from the package rather than imported: its JSON is large and would be type-checked whole.
const EPCI = JSON.parse(
  readFileSync(
    path.join(process.cwd(), "node_modules/@etalab/decoupage-administratif/data/epci.json"),
    "utf8",
  ),
) as Epci[];

const found = (code: string) => EPCI.find((epci) => epci.code === code);

/** CPTS, its EPCI, their communes in the COG 2026: the list of domain.md, section 7. */
const ESTIMATED = [
  ["porte-de-drome-ardeche", ["CC Porte de DrômArdèche"], 34],
  ["sud-ard-drom", ["CC Drôme Sud Provence", "CC du Rhône aux Gorges de l'Ardèche"], 23],
  ["sud-allier", ["CC Saint-Pourçain Sioule Limagne"], 60],
  ["haute-combraille-et-volcans", ["CC Chavanon Combrailles et Volcans"], 36],
  ["thiers-dore-et-montagne", ["CC Thiers Dore et Montagne"], 30],
  ["nord-combrailles", ["CC du Pays de Saint-Eloy"], 34],
  ["livradois-forez", ["CC Ambert Livradois Forez"], 58],
  ["clermont-plus", ["Clermont Auvergne Métropole"], 21],
  ["sud-63", ["CA Agglo Pays d'Issoire"], 87],
  ["royans-vercors", ["CC du Royans-Vercors"], 18],
] as const;

const UNKNOWN = [
  "bords-d-allier",
  "sancy-ouest",
  "entre-limagne-et-livradois",
  "val-d-allier-sud",
  "val-d-artiere",
  "combrailles-limagne-et-volcans",
  "pilat",
];

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

describe("perimeters", () => {
  it.each(ESTIMATED)("of %s is estimated by %s: %i communes", (slug, names, communes) => {
    const perimeter = cptsOf(slug).estimatedPerimeter;
    const epci = perimeter?.epci.map(found) ?? [];
    expect(epci.map((e) => plain(e?.nom ?? "unknown code"))).toEqual(names.map(plain));
    expect(new Set(epci.flatMap((e) => e?.membres.map(({ code }) => code) ?? [])).size).toBe(communes);
    expect(sourceOf(perimeter?.citation ?? "")).toBe("maillage-perimetres");
    // The citation announces the same communes as the reference holds.
    const sense = SEED.citations.find(({ id }) => id === perimeter?.citation)?.sense ?? "";
    const announced = [...sense.matchAll(/les (\d+)/g)].map(([, n]) => Number(n));
    expect(announced.reduce((sum, n) => sum + n, 0)).toBe(communes);
  });

  it.each(UNKNOWN)("of %s is unknown", (slug) => {
    expect(cptsOf(slug).estimatedPerimeter).toBeNull();
  });

  it("are ten estimated and seven unknown", () => {
    expect([...ESTIMATED.map(([slug]) => slug), ...UNKNOWN].sort()).toEqual(
      SEED.cpts.map(({ slug }) => slug).sort(),
    );
  });

  it("of Royans-Vercors holds as many communes as published", () => {
    const published = cptsOf("royans-vercors").figures.find(({ measure }) => measure === "communes");
    expect(found("200067767")?.membres).toHaveLength(published?.value ?? -1);
  });

  it("of Sud Allier holds the two communes its document names", () => {
    const names = found("200071389")?.membres.map(({ nom }) => nom);
    expect(names).toEqual(expect.arrayContaining(["Chantelle", "Gannat"]));
  });
});
