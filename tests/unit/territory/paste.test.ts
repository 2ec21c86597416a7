import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPaste, type CommuneDirectory, type NamedCommune } from "@/lib/territory/paste";
import { searchName } from "@/lib/territory/search-name";

const COMMUNES: readonly NamedCommune[] = [
  ["01004", "Ambérieu-en-Bugey", "01"],
  ["2A004", "Ajaccio", "2A"],
  ["03138", "Saint-Bonnet-de-Four", "03"],
  ["63103", "Châtel-Guyon", "63"],
  ["63004", "Les Ancizes-Comps", "63"],
  ["63244", "Chambaron sur Morge", "63"],
  ["63300", "Riom", "63"],
  ["63470", "Volvic", "63"],
  ["63349", "Saint-Julien", "63"],
  ["21555", "Saint-Julien", "21"],
  ["69215", "Saint-Julien", "69"],
].map(([code = "", name = "", departmentCode = ""]) => ({ code, name, departmentCode }));
const FORMER: Readonly<Record<string, readonly string[]>> = {
  "63361": ["63103"],
  "63068": ["63244"],
  "21999": ["21555", "69215"],
};
const find = (code: string) => COMMUNES.find((one) => one.code === code);
const directory: CommuneDirectory = {
  byCode: find,
  successorsOf: (code) => (FORMER[code] ?? []).flatMap((one) => find(one) ?? []),
  named: (name) => COMMUNES.filter((one) => searchName(one.name) === name),
};
const codes = (text: string) => readPaste(text, directory).recognised.map(({ code }) => code);

describe("reading a pasted list", () => {
  test.each([
    ["lines", "63300\n63470\r\n63103"],
    ["commas and spaces", "63300, 63470,63103"],
    ["semicolons", "63300;63470 ; 63103;"],
    ["tabs and bars", "63300\t63470|63103"],
    ["spaces alone", "63300 63470   63103"],
    ["quotes", '"63300","63470","63103"'],
  ])("understands %s", (_, text) => {
    expect(codes(text)).toEqual(["63300", "63470", "63103"]);
  });

  test("names count as codes do, with or without accents, hyphens and capitals", () => {
    expect(codes("chatel guyon\nRIOM, Volvic")).toEqual(["63103", "63300", "63470"]);
    expect(codes("Riom Chambaron sur Morge Volvic")).toEqual(["63300", "63244", "63470"]);
    expect(codes("Ancizes-Comps (Les)")).toEqual(["63004"]);
    expect(codes("st bonnet de four")).toEqual(["03138"]);
  });

  test("Corsica has letters, and a spreadsheet forgets the first zero", () => {
    expect(codes("2a004; 1004")).toEqual(["2A004", "01004"]);
  });

  test("a code beside its own name is one commune", () => {
    const { recognised, duplicates } = readPaste("63300;Riom\nVolvic (63470)", directory);
    expect(recognised.map(({ code }) => code)).toEqual(["63300", "63470"]);
    expect(duplicates).toEqual([]);
  });

  test("former codes say what they became", () => {
    const { replaced, recognised } = readPaste("63361, 63068", directory);
    expect(replaced.map(({ typed, code, name }) => `${typed} ${code} ${name}`)).toEqual([
      "63361 63103 Châtel-Guyon",
      "63068 63244 Chambaron sur Morge",
    ]);
    expect(recognised).toEqual([]);
  });

  test("the second time is a duplicate, by a former code or a name too", () => {
    const { duplicates } = readPaste("63103\n63361\nChâtel-Guyon\n63300\n63300", directory);
    expect(duplicates.map(({ typed }) => typed)).toEqual(["63361", "Châtel-Guyon", "63300"]);
  });

  test("a name of several communes asks which, unless one alone is on the map", () => {
    const far = readPaste("Saint-Julien", directory);
    expect(far.ambiguous.map(({ typed, options }) => [typed, options.length])).toEqual([["Saint-Julien", 3]]);
    const near = readPaste("Saint-Julien", directory, new Set(["63"]));
    expect(near.recognised.map(({ code }) => code)).toEqual(["63349"]);
  });

  test("a code shared out between several communes asks which", () => {
    expect(readPaste("21999", directory).ambiguous[0]?.options.map(({ code }) => code)).toEqual([
      "21555",
      "69215",
    ]);
  });

  test("what nobody knows is said once, as it was typed", () => {
    expect(readPaste("63999 63300 Atlantide perdue\n63999", directory).unknown).toEqual([
      "63999",
      "Atlantide perdue",
    ]);
  });

  test("nothing comes of nothing", () => {
    for (const text of ["", " \n\t;; ,,", '""']) {
      expect(readPaste(text, directory)).toEqual({
        recognised: [],
        replaced: [],
        duplicates: [],
        ambiguous: [],
        unknown: [],
      });
    }
  });

  test("whatever is pasted, each commune counts once and none is invented", () => {
    const word = fc.oneof(
      fc.constantFrom(...COMMUNES.flatMap(({ code, name }) => [code, name]), ...Object.keys(FORMER)),
      fc.string(),
    );
    const separator = fc.constantFrom("\n", ", ", ";", "\t", " ", " | ", "\r\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, separator)), (parts) => {
        const { recognised, replaced } = readPaste(parts.flat().join(""), directory);
        const taken = [...recognised, ...replaced].map(({ code }) => code);
        expect(new Set(taken).size).toBe(taken.length);
        for (const code of taken) expect(find(code)).toBeDefined();
      }),
    );
  });

  test("any set of codes, in any order and with any separators, is recognised whole", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...COMMUNES.map(({ code }) => code))),
        fc.constantFrom("\n", ", ", ";", " ", "\t"),
        (wanted, separator) => {
          expect(codes(wanted.join(separator))).toEqual(wanted);
        },
      ),
    );
  });
});
