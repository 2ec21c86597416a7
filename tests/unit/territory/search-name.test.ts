import { describe, expect, test } from "vitest";
import { searchName, searchTerms } from "@/lib/territory/search-name";

describe("searchName", () => {
  test.each([
    ["Saint-Éloy-les-Mines", "saint eloy les mines"],
    ["L'Haÿ-les-Roses", "l hay les roses"],
    ["L’Abergement-Clémenciat", "l abergement clemenciat"],
    ["Œuilly", "oeuilly"],
    ["Bâgé-Dommartin", "bage dommartin"],
    ["  Le   Mans ", "le mans"],
    ["Nÿons & Çà", "nyons ca"],
    ["Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson", "saint remy en bouzemont saint genest et isson"],
    ["%_\\", ""],
  ])("%s → %s", (name, expected) => {
    expect(searchName(name)).toBe(expected);
    expect(searchName(searchName(name))).toBe(expected);
  });

  test("composed and decomposed accents are the same", () => {
    expect(searchName("É".normalize("NFD"))).toBe(searchName("É".normalize("NFC")));
  });
});

describe("searchTerms", () => {
  test.each([
    ["St Éloy", ["st eloy", "saint eloy"]],
    ["ste-foy", ["ste foy", "sainte foy"]],
    ["st", ["st", "saint"]],
    ["strasbourg", ["strasbourg"]],
    [" - ", []],
  ])("%s → %j", (text, expected) => {
    expect(searchTerms(text)).toEqual(expected);
  });
});
