import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS_OF, headingOf, headingsKey, IMPORT_KINDS, proposeMapping } from "@/lib/import/columns";
import { readProfession } from "@/lib/import/professions";
import { readBoolean, readCount, readScope, readSizeTier, readStage, saysNothing } from "@/lib/import/values";
import { PROFESSION } from "@/lib/format/labels";
import { PROFESSIONS } from "@/lib/record/cpts";
import { searchName } from "@/lib/territory/search-name";

/** What is proposed, as heading by field, without the fields that have none. */
function proposed(kind: (typeof IMPORT_KINDS)[number], headings: readonly string[]) {
  const mapping: Readonly<Record<string, number | null>> = proposeMapping<string>(headings, FIELDS_OF[kind]);
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([field, index]) => (index === null ? [] : [[field, headings[index]]])),
  );
}

describe("the columns proposed from headings", () => {
  test("one row a CPTS, as an ARS keeps them", () => {
    expect(
      proposed("cpts", [
        "N°",
        "Nom de la CPTS",
        "Département(s)",
        "Stade d’avancement",
        "Date de la lettre d’intention (JJ/MM/AAAA)",
        "Date de validation du projet de santé",
        "Date signature ACI",
        "Population couverte",
        "Taille",
        "Nb de communes",
        "Mail",
      ]),
    ).toEqual({
      name: "Nom de la CPTS",
      department: "Département(s)",
      stage: "Stade d’avancement",
      letterOfIntent: "Date de la lettre d’intention (JJ/MM/AAAA)",
      projectValidated: "Date de validation du projet de santé",
      signature: "Date signature ACI",
      population: "Population couverte",
      sizeTier: "Taille",
      communes: "Nb de communes",
      email: "Mail",
    });
  });

  test("one row CPTS × commune, the properties of a layer, professionals in either shape", () => {
    expect(proposed("territory", ["CPTS", "Code INSEE", "Commune", "CP", "Dépt"])).toEqual({
      name: "CPTS",
      communeCode: "Code INSEE",
      communeName: "Commune",
      postalCode: "CP",
      department: "Dépt",
    });
    expect(proposed("polygons", ["id", "nom_cpts", "statut", "date_signature", "departement"])).toEqual({
      identifier: "id",
      name: "nom_cpts",
      stage: "statut",
      signature: "date_signature",
      department: "departement",
    });
    expect(proposed("professionals", ["CPTS", "Profession", "Effectif", "Date"])).toEqual({
      name: "CPTS",
      profession: "Profession",
      count: "Effectif",
      asOf: "Date",
    });
    expect(
      proposed("professionals", ["Nom", "MG", "IDE", "Nb kinés", "Sages-femmes", "Chirurgiens-dentistes"]),
    ).toEqual({
      name: "Nom",
      "profession:medecin_generaliste": "MG",
      "profession:infirmier": "IDE",
      "profession:masseur_kinesitherapeute": "Nb kinés",
      "profession:sage_femme": "Sages-femmes",
      "profession:chirurgien_dentiste": "Chirurgiens-dentistes",
    });
  });

  test("no heading is written so that it could never be found, none twice in a kind", () => {
    for (const kind of IMPORT_KINDS) {
      const all = FIELDS_OF[kind].flatMap(({ key, headings }) => headings.map((heading) => [heading, key]));
      for (const [heading = ""] of all) expect(searchName(heading)).toBe(heading);
      const doubled = all.filter(([heading, key]) => all.some(([h, k]) => h === heading && k !== key));
      expect(doubled, kind).toEqual([]);
      expect(FIELDS_OF[kind].every(({ label }) => label !== "")).toBe(true);
    }
  });

  test("a column is proposed once, whatever the headings", () => {
    const words = FIELDS_OF.cpts.flatMap(({ headings }) => headings);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, "autre chose"), { maxLength: 15 }), (headings) => {
        const found = Object.values(proposeMapping(headings, FIELDS_OF.cpts)).filter((one) => one !== null);
        expect(new Set(found).size).toBe(found.length);
        const isKnown = headingOf(FIELDS_OF.cpts);
        expect(found.every((index) => isKnown(headings[index] ?? ""))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("headings are remembered by their words and their order", () => {
    const key = headingsKey(["Nom de la CPTS", "Étape"]);
    expect(headingsKey(["nom de la CPTS ", "ETAPE"])).toBe(key);
    expect(headingsKey(["Étape", "Nom de la CPTS"])).not.toBe(key);
    expect(headingsKey(["Nom de la", "CPTS Étape"])).not.toBe(key);
    expect(headingsKey(["Nom de la CPTS", "Étape", ""])).not.toBe(key);
    expect(key.length).toBeLessThan(40);
  });
});

describe("values", () => {
  test.each([
    ["initiative", "intent"],
    ["redaction", "intent"],
    ["valide", "validated"],
    ["signataire", "signed"],
    ["Lettre d’intention", "intent"],
    ["LOI", "intent"],
    ["Projet de santé validé", "validated"],
    ["Projet de santé non validé", "intent"],
    ["ACI signé", "signed"],
    ["ACI non signé", "validated"],
    ["Projet validé, en attente de signature", "validated"],
    ["Contrat résilié", "terminated"],
    ["En cours de rédaction", "intent"],
    ["", null],
    ["bleu", null],
  ])("stage %s is %s", (text, stage) => expect(readStage(text)).toBe(stage));

  test("counts, sizes, yes and no, scopes, silences", () => {
    expect(
      ["0", "47 000", "47.000", "47\u202f000", "1,234,567", "12,0", "12,5", "-3", "", "env. 50"].map(
        readCount,
      ),
    ).toEqual([0, 47_000, 47_000, 47_000, 1_234_567, 12, null, null, null, null]);
    expect(
      ["2", "T3", "Taille 4", "< 40 000", "40 à 80 000", "80 000 - 175 000", "> 175 000", "5", ""].map(
        readSizeTier,
      ),
    ).toEqual([2, 3, 4, 1, 2, 3, 4, null, null]);
    expect(["Oui", "X", "VRAI", "non", "Faux", "0", "peut-être", ""].map(readBoolean)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      null,
      null,
    ]);
    expect(["Adhérents", "membres", "Territoire", "?"].map(readScope)).toEqual([
      "members",
      "members",
      "territory",
      null,
    ]);
    expect(["NC", "n.c.", "-", "Non communiqué", "0", "Riom"].map(saysNothing)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("professions as the product names them, and as people write them", () => {
    for (const profession of PROFESSIONS) {
      for (const name of PROFESSION[profession])
        expect([name, readProfession(name)]).toEqual([name, profession]);
      expect(readProfession(profession)).toBe(profession);
    }
    expect(
      [
        "Infirmier(ère)s",
        "IDEL",
        "Kinés",
        "Médecins généralistes",
        "Sage Femme",
        "Infirmier·e·s",
        "coiffeur",
      ].map(readProfession),
    ).toEqual([
      "infirmier",
      "infirmier",
      "masseur_kinesitherapeute",
      "medecin_generaliste",
      "sage_femme",
      "infirmier",
      null,
    ]);
  });
});
