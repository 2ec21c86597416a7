import { describe, expect, it } from "vitest";
import { SEED } from "../../../prisma/seed";
import {
  cptsOf,
  days,
  NEW_OF_PUY_DE_DOME,
  OTHERS_OF_2020,
  sourceOf,
  TWELVE_OF_PUY_DE_DOME,
} from "./seed-index";

/** Every figure of domain.md, section 7: CPTS, measure, value, qualifier, day, document. */
const FIGURES = [
  ["porte-de-drome-ardeche", "population", 47_000, "about", "2024-10-14", "seed-000"],
  ["porte-de-drome-ardeche", "communes", 35, "exact", "2024-10-14", "seed-000"],
  ["porte-de-drome-ardeche", "size_tier", 2, "exact", "2024-10-14", "seed-000"],
  ["porte-de-drome-ardeche", "members", 50, "about", "2024-10-14", "seed-000"],
  ["sud-ard-drom", "population", 45_500, "more_than", "2023-12-07", "seed-001"],
  ["sud-ard-drom", "communes", 17, "exact", "2023-12-07", "seed-001"],
  ["sud-ard-drom", "members", 45, "more_than", "2023-12-07", "seed-001"],
  ["sud-ard-drom", "professionals", 290, "exact", "2023-12-07", "seed-001"],
  ["sud-allier", "professionals", 135, "exact", "2020-06-17", "seed-002"],
  ["haute-combraille-et-volcans", "population", 18_750, "exact", "2020-02-19", "seed-004"],
  ["haute-combraille-et-volcans", "communes", 38, "exact", "2020-02-19", "seed-004"],
  ["haute-combraille-et-volcans", "professionals", 120, "exact", "2020-02-19", "seed-004"],
  ["royans-vercors", "population", 9_600, "about", "2024-01-12", "ars-royans-vercors"],
  ["royans-vercors", "communes", 18, "exact", "2024-01-12", "ars-royans-vercors"],
  ["pilat", "population", 24_765, "exact", "2025-07-02", "ars-pilat"],
  ["pilat", "communes", 23, "exact", "2025-07-02", "ars-pilat"],
] as const;

const SIGNATURES: readonly (readonly [slug: string, when: string, source: string])[] = [
  ["porte-de-drome-ardeche", "2024-10-14", "seed-000"],
  ["sud-ard-drom", "2023-12-01", "seed-001"],
  ["sud-allier", "2020-06-17", "seed-002"],
  ["haute-combraille-et-volcans", "2020-02-19", "seed-004"],
  ["royans-vercors", "2024-01-12", "ars-royans-vercors"],
  ["pilat", "2025-07-02", "ars-pilat"],
  ...OTHERS_OF_2020.map((slug) => [slug, "2020-01-01..2020-12-31", "seed-003"] as const),
  ...NEW_OF_PUY_DE_DOME.map((slug) => [slug, "2024-12-01..2025-01-31", "seed-003"] as const),
];

const NAMES = {
  "porte-de-drome-ardeche": ["Porte de Drôme Ardèche", ["26", "07"]],
  "sud-ard-drom": ["Sud Ard’Drôm", ["07", "26"]],
  "sud-allier": ["Sud Allier", ["03"]],
  "haute-combraille-et-volcans": ["Haute-Combraille et Volcans", ["63"]],
  "bords-d-allier": ["Bords-d’Allier", ["63"]],
  "sancy-ouest": ["Sancy Ouest", ["63"]],
  "entre-limagne-et-livradois": ["Entre-Limagne-et-Livradois", ["63"]],
  "thiers-dore-et-montagne": ["Thiers Dore-et-Montagne", ["63"]],
  "nord-combrailles": ["Nord Combrailles", ["63"]],
  "val-d-allier-sud": ["Val d’Allier Sud", ["63"]],
  "val-d-artiere": ["Val d’Artière", ["63"]],
  "livradois-forez": ["Livradois Forez", ["63"]],
  "clermont-plus": ["Clermont Plus", ["63"]],
  "combrailles-limagne-et-volcans": ["Combrailles Limagne et Volcans", ["63"]],
  "sud-63": ["Sud 63", ["63"]],
  "royans-vercors": ["Royans-Vercors", ["26"]],
  pilat: ["Pilat", ["42", "07"]],
};

describe("the CPTS of the public documents", () => {
  it("are the fifteen of the seeds and two more, with their departments in the order named", () => {
    expect(
      Object.fromEntries(
        SEED.cpts.map(({ slug, name, departments }) => [slug, [name, departments.map(({ code }) => code)]]),
      ),
    ).toEqual(NAMES);
    expect(TWELVE_OF_PUY_DE_DOME).toHaveLength(12);
  });

  it("carry every stated figure, and none that no document states", () => {
    const stated = SEED.cpts.flatMap(({ slug, figures }) =>
      figures.map((f) => [slug, f.measure, f.value, f.qualifier, days(f.asOf), sourceOf(f.citation)]),
    );
    expect(stated).toEqual(FIGURES);
  });

  it.each(SIGNATURES)("%s was signed %s, and nothing else is dated", (slug, when, source) => {
    const { events } = cptsOf(slug);
    expect(events.map((e) => [e.kind, days(e.when), sourceOf(e.citation)])).toEqual([
      ["signature", when, source],
    ]);
  });

  it("covers every CPTS with a signature", () => {
    expect(SIGNATURES.map(([slug]) => slug).sort()).toEqual(SEED.cpts.map(({ slug }) => slug).sort());
  });
});

describe("professionals by profession", () => {
  const headcount = (slug: string) =>
    Object.fromEntries(cptsOf(slug).professionals.map(({ profession, count }) => [profession, count]));

  it("sum to the 120 of Haute-Combraille et Volcans", () => {
    const counts = headcount("haute-combraille-et-volcans");
    expect(counts).toEqual({
      medecin_generaliste: 23,
      infirmier: 43,
      pharmacien: 10,
      chirurgien_dentiste: 15,
      sage_femme: 4,
      masseur_kinesitherapeute: 18,
      pedicure_podologue: 4,
      orthophoniste: 2,
      orthoptiste: 1,
    });
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(120);
  });

  it("sum to the 135 of Sud Allier", () => {
    const counts = headcount("sud-allier");
    expect(counts).toEqual({
      medecin_generaliste: 27,
      infirmier: 60,
      masseur_kinesitherapeute: 29,
      chirurgien_dentiste: 16,
      orthophoniste: 3,
    });
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(135);
  });

  it("are those of the territory, and stated for these two only", () => {
    const counted = SEED.cpts.filter(({ professionals }) => professionals.length > 0);
    expect(counted.map(({ slug }) => slug)).toEqual(["sud-allier", "haute-combraille-et-volcans"]);
    for (const { professionals } of counted) {
      expect(
        professionals.every(({ scope, qualifier }) => scope === "territory" && qualifier === "exact"),
      ).toBe(true);
    }
  });
});

describe("partner structures", () => {
  const partners = (slug: string) =>
    cptsOf(slug).partners.map(({ kind, name, count, beds }) => [kind, name, count, beds]);

  it("of Sud Allier: teams, centres, houses and vehicles", () => {
    expect(partners("sud-allier")).toEqual([
      ["esp", null, 6, null],
      ["cmp", null, 2, null],
      ["msp", null, 4, null],
      ["ambulance", null, 10, null],
      ["vsl", null, 17, null],
    ]);
  });

  it("of Haute-Combraille et Volcans: a plural without a number has no count", () => {
    expect(partners("haute-combraille-et-volcans")).toEqual([
      ["msp", null, 2, null],
      ["ehpad", null, 6, 312],
      ["sad", null, 4, null],
      ["ssiad", null, 1, null],
      ["maison_services_public", null, null, null],
      ["clic", null, null, null],
      ["maia", null, null, null],
      ["etablissement_sante", "établissements sanitaires les plus proches", null, null],
      ["etablissement_sante", "CHU de Clermont-Ferrand", 1, null],
      [
        "collectivite",
        "Syndicat mixte pour l’aménagement et le développement des Combrailles (SMADC)",
        1,
        null,
      ],
    ]);
  });

  it("of the two others are named without a number", () => {
    expect(partners("porte-de-drome-ardeche").map(([kind, , count]) => [kind, count])).toEqual([
      ["msp", null],
      ["centre_sante", null],
      ["etablissement_sante", null],
      ["autre", null],
      ["autre", null],
      ["etablissement_sante", null],
      ["autre", null],
    ]);
    expect(partners("sud-ard-drom").map(([kind, , count]) => [kind, count])).toEqual([
      ["etablissement_sante", null],
      ["autre", null],
    ]);
  });
});
