import { describe, expect, it } from "vitest";
import { SEED } from "../../../prisma/seed";
import { cptsOf, NEW_OF_PUY_DE_DOME, OTHERS_OF_2020, sourceOf } from "./seed-index";

/** Mission and number of the CPTS's own objectives, as each document gives them. */
const ENGAGED = [
  [
    "porte-de-drome-ardeche",
    "seed-000",
    { acces_soins: 2, parcours: 1, prevention: 2, crise_sanitaire: 0, qualite: 2, accompagnement: 2 },
  ],
  [
    "sud-ard-drom",
    "seed-001",
    { acces_soins: 5, parcours: 4, prevention: 4, crise_sanitaire: 0, qualite: 2, accompagnement: 3 },
  ],
  // Three compulsory and two complementary: the contract of June 2020 knows no crisis mission.
  ["sud-allier", "seed-002", { acces_soins: 6, parcours: 6, prevention: 4, qualite: 2, accompagnement: 1 }],
  // Six headings, five missions: « médecin traitant » and « soins non programmés » are one in the agreement.
  [
    "haute-combraille-et-volcans",
    "seed-004",
    { acces_soins: 5, parcours: 3, prevention: 3, qualite: 2, accompagnement: 2 },
  ],
  ...NEW_OF_PUY_DE_DOME.map(
    (slug) => [slug, "seed-003", { acces_soins: 0, parcours: 0, prevention: 0, crise_sanitaire: 0 }] as const,
  ),
  ...OTHERS_OF_2020.map((slug) => [slug, "seed-003", {}] as const),
  ["royans-vercors", "ars-royans-vercors", {}],
  ["pilat", "ars-pilat", {}],
] as const;

describe("missions", () => {
  it.each(ENGAGED)("of %s, stated by %s", (slug, source, expected) => {
    const { missions } = cptsOf(slug);
    expect(Object.fromEntries(missions.map((m) => [m.mission, m.objectives.length]))).toEqual(expected);
    for (const { citation, objectives } of missions) {
      expect(sourceOf(citation)).toBe(source);
      for (const objective of objectives) expect(sourceOf(objective.citation)).toBe(source);
    }
  });

  it("are tested for every CPTS", () => {
    expect(ENGAGED.map(([slug]) => slug).sort()).toEqual(SEED.cpts.map(({ slug }) => slug).sort());
  });

  it("have no start date: no document gives one", () => {
    for (const { missions } of SEED.cpts) {
      for (const { startedOn, endedOn } of missions) expect([startedOn, endedOn]).toEqual([null, null]);
    }
  });

  it("keep the doubt on Sud Allier's complementary missions", () => {
    const notes = new Map(SEED.citations.map(({ id, note }) => [id, note]));
    for (const { mission, citation } of cptsOf("sud-allier").missions) {
      if (mission === "qualite" || mission === "accompagnement") {
        expect(notes.get(citation)).toMatch(/sans mission complémentaire/);
      }
    }
  });
});
