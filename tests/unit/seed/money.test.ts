import { describe, expect, it } from "vitest";
import { SEED } from "../../../prisma/seed";
import type { FundingFact } from "../../../lib/record/cpts";
import { cptsOf, days, sourceOf, TWELVE_OF_PUY_DE_DOME } from "./seed-index";

const row = (f: FundingFact) => [
  f.payer,
  f.purpose,
  f.status,
  f.period,
  f.amountCents,
  f.amountToCents,
  days(f.asOf),
  sourceOf(f.citation),
];

const JANUARY_2025 = "2025-01-01..2025-01-31";
const ARS_OF_63 = ["ars", "start_up", "promised", "once", 25_170_000, null, JANUARY_2025, "seed-003"];
const CPAM_OF_63 = [
  "cpam",
  "full_year",
  "ceiling",
  "yearly",
  28_750_000,
  58_000_000,
  JANUARY_2025,
  "seed-003",
];

describe("money as stated, in cents", () => {
  it.each([
    [
      "porte-de-drome-ardeche",
      [
        ["cpam", "first_year_missions", "paid", "once", 15_000_000, null, "2024-10-14", "seed-000"],
        ["cpam", "full_year", "ceiling", "yearly", 31_750_000, null, "2024-10-14", "seed-000"],
        ["ars", "project_writing", "paid", "once", 5_000_000, null, "2024-10-14", "seed-000"],
        ["msa", "methodological_support", "paid", "once", null, null, "2024-10-14", "seed-000"],
      ],
    ],
    [
      "sud-ard-drom",
      [
        ["ars", "start_up", "paid", "once", 1_500_000, null, "2023-12-07", "seed-001"],
        ["cpam", "full_year", "ceiling", "yearly", 38_250_000, null, "2023-12-07", "seed-001"],
        ["cpam", "core_missions", "floor", "yearly", 18_000_000, null, "2023-12-07", "seed-001"],
      ],
    ],
    [
      "sud-allier",
      [
        ["cpam", "full_year", "ceiling", "yearly", 18_500_000, null, "2020-06-17", "seed-002"],
        ["ars", "project_writing", "paid", "once", 1_500_000, null, "2020-06-17", "seed-002"],
      ],
    ],
    [
      "haute-combraille-et-volcans",
      [
        ["ars", "project_writing", "paid", "once", 1_500_000, null, "2020-02-19", "seed-004"],
        ["cpam", "full_year", "ceiling", "yearly", 22_000_000, null, "2020-02-19", "seed-004"],
        ARS_OF_63,
        CPAM_OF_63,
      ],
    ],
    ["royans-vercors", []],
    ["pilat", []],
  ])("of %s", (slug, expected) => {
    expect(cptsOf(slug).funding.map(row)).toEqual(expected);
  });

  it.each(TWELVE_OF_PUY_DE_DOME)("of %s: what the document says of each of the twelve", (slug) => {
    const facts = cptsOf(slug).funding.filter(({ citation }) => sourceOf(citation) === "seed-003");
    expect(facts.map(row)).toEqual([ARS_OF_63, CPAM_OF_63]);
    expect(facts[0]?.note).toContain("peut désigner les douze ou ces trois-là");
  });

  it("is attached to the Puy-de-Dôme only where no CPTS is named", () => {
    expect(SEED.departmentFunding.map((f) => [f.department, ...row(f)])).toEqual([
      ["63", "msa", "methodological_support", "paid", "once", null, null, JANUARY_2025, "seed-003"],
    ]);
  });
});

/** Who signs beside the CPTS. */
const PARTIES: readonly (readonly [slug: string, parties: readonly string[]])[] = [
  ["porte-de-drome-ardeche", ["CPAM de la Drôme", "ARS Auvergne-Rhône-Alpes"]],
  ["sud-ard-drom", ["CPAM de l’Ardèche", "ARS Auvergne-Rhône-Alpes"]],
  ["sud-allier", ["CPAM de l’Allier", "ARS Auvergne-Rhône-Alpes"]],
  ["royans-vercors", ["CPAM de la Drôme", "ARS Auvergne-Rhône-Alpes"]],
  ["pilat", ["CPAM de la Loire", "MSA Ardèche Drôme Loire", "ARS Auvergne-Rhône-Alpes"]],
  ...TWELVE_OF_PUY_DE_DOME.map(
    (slug) => [slug, ["CPAM du Puy-de-Dôme", "ARS Auvergne-Rhône-Alpes"]] as const,
  ),
];

describe("contracts", () => {
  it.each(SEED.cpts)("of $slug: five years from the signature, no amount of its annex known", (cpts) => {
    expect(cpts.contracts).toHaveLength(1);
    const [contract] = cpts.contracts;
    expect(contract?.signed).toEqual(cpts.events[0]?.when);
    expect(contract).toMatchObject({ termMonths: 60, endedOn: null, scheduleId: null, amounts: [] });
    expect(contract?.parties[0]).toEqual({ kind: "cpts", name: `CPTS ${cpts.name}` });
  });

  it.each(PARTIES)("of %s is signed with %s", (slug, parties) => {
    expect(
      cptsOf(slug)
        .contracts[0]?.parties.slice(1)
        .map(({ name }) => name),
    ).toEqual(parties);
  });
});

describe("published coverage", () => {
  it("of the three departments, in ten-thousandths", () => {
    expect(
      SEED.publishedCoverage.map((p) => [
        p.department,
        days(p.asOf),
        p.signedCpts,
        p.signedRate,
        p.signedOrUnderWayRate,
        p.base,
        sourceOf(p.citation),
      ]),
    ).toEqual([
      ["26", "2024-10-14", 7, null, 9600, "des Drômois", "seed-000"],
      ["07", "2023-12-07", null, 5120, 6840, "de la population du territoire ardéchois", "seed-001"],
      ["63", JANUARY_2025, 12, 9980, null, "du territoire", "seed-003"],
    ]);
    expect(SEED.publishedCoverage[2]?.note).toContain("Une seule commune, en cours de rattachement");
  });

  it("of the country, by the Sénat, and the Drôme's sixth CPTS", () => {
    const may2025 = "2025-05-01..2025-05-31";
    expect(
      SEED.publishedFigures.map((p) => [
        p.territory,
        p.measure,
        p.value,
        p.unit,
        p.qualifier,
        days(p.asOf),
        sourceOf(p.citation),
      ]),
    ).toEqual([
      ["D26", "signed_cpts", 6, "cpts", "exact", "2024-01-12", "ars-royans-vercors"],
      ["FR", "signed_cpts", 700, "cpts", "exact", may2025, "senat-r25-032"],
      ["FR", "validated_projects", 24, "cpts", "exact", may2025, "senat-r25-032"],
      ["FR", "letters_of_intent", 85, "cpts", "exact", may2025, "senat-r25-032"],
      ["FR", "covered_population_rate", 8200, "ten_thousandths", "exact", may2025, "senat-r25-032"],
      ["FR", "uncovered_population", 5_400_000, "inhabitants", "about", may2025, "senat-r25-032"],
      ["R94", "uncovered_population_rate", 7893, "ten_thousandths", "exact", may2025, "senat-r25-032"],
      ["R28", "uncovered_population_rate", 2658, "ten_thousandths", "exact", may2025, "senat-r25-032"],
      ["FR", "aci_payments", 10_580_000_000, "cents", "about", "2022-01-01..2022-12-31", "senat-r25-032"],
      ["FR", "paid_cpts", 348, "cpts", "exact", "2022-01-01..2022-12-31", "senat-r25-032"],
      ["FR", "aci_payments", 12_100_000_000, "cents", "about", "2023-01-01..2023-12-31", "senat-r25-032"],
      ["FR", "paid_cpts", 508, "cpts", "exact", "2023-01-01..2023-12-31", "senat-r25-032"],
    ]);
  });
});
