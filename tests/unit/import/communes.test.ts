import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  resolveCommune,
  resolveDepartment,
  resolveDepartments,
  type CommuneIndex,
  type CommuneWanted,
} from "@/lib/import/communes";
import { communeReference } from "@/lib/import/reference";
import departments from "@/prisma/reference/departments.json";

let reference: CommuneIndex;
beforeAll(async () => void (reference = await communeReference()));

const resolved = (wanted: CommuneWanted) => {
  const found = resolveCommune(wanted, reference);
  return "fault" in found ? found.fault : `${found.code} ${found.how}${found.partial ? " partial" : ""}`;
};
const said = (wanted: CommuneWanted) => {
  const found = resolveCommune(wanted, reference);
  return "fault" in found ? found.fault : found.said;
};

describe("a commune of a file", () => {
  test.each<[CommuneWanted, string]>([
    [{ code: "63300" }, "63300 same"],
    [{ code: " 2a004 " }, "2A004 same"],
    [{ code: "1004" }, "01004 repaired_code"],
    [{ code: "20004" }, "2A004 former_code"],
    [{ code: "01018", name: "Bellegarde-sur-Valserine" }, "01033 former_code"],
    [{ code: "01091", name: "chatillon en michaille" }, "01033 former_code"],
    [{ code: "75112" }, "75056 arrondissement partial"],
    [{ code: "69381", name: "Lyon 1er arrondissement" }, "69123 arrondissement partial"],
    [{ name: "Marseille 03" }, "13055 arrondissement partial"],
    [{ name: "Paris 12ème" }, "75056 arrondissement partial"],
    [{ name: "PARIS" }, "75056 name"],
    [{ name: "St Eloy les Mines" }, "63338 name"],
    [{ name: "Havre (Le)" }, "76351 name"],
    [{ name: "Le Puy en Velay", department: "43" }, "43157 name"],
    [{ name: "Clermont-Ferrand Cedex 1" }, "63113 name"],
    [{ name: "Sutrieu" }, "01036 former_name"],
    [{ name: "Saint-Denis", department: "93" }, "93066 name"],
    [{ name: "Saint-Denis", postalCode: "97400" }, "97411 name"],
    [{ name: "Riom (63300)" }, "63300 same"],
    [{ code: "63113", name: "Clermont Ferrand" }, "63113 same"],
  ])("%o is %s", (wanted, expected) => expect(resolved(wanted)).toBe(expected));

  test("is refused with the candidates where it may be several, with both names where two are said", () => {
    expect(resolved({ name: "Saint-Denis" })).toMatch(
      /^plusieurs communes se nomment «\u00a0Saint-Denis\u00a0»\u00a0: .*Saint-Denis \(93066\)/,
    );
    expect(resolved({ code: "63113", name: "Riom" })).toBe(
      "le code 63113 est celui de Clermont-Ferrand, pas de «\u00a0Riom\u00a0»\u00a0: corrigez l’un ou l’autre",
    );
    expect(resolved({ code: "01018", name: "Riom" })).toContain("est celui de Valserhône, pas de");
    expect(resolved({ code: "63200" })).toMatch(/code postal, pas un code INSEE|^63200/);
    expect(resolved({ code: "99999" })).toContain("n’est le code INSEE d’aucune commune");
    expect(resolved({ name: "Trifouilly" })).toContain("vérifiez son orthographe");
    expect(resolved({ name: "Riom", department: "26" })).toContain("mais ailleurs de Riom (63300)");
    expect(resolved({ postalCode: "99999" })).toContain("n’est le code postal d’aucune commune");
    expect(resolved({})).toContain("aucune commune n’est indiquée");
  });

  test("says what was understood, and nothing where nothing had to be", () => {
    expect(said({ code: "63300", name: "RIOM" })).toBeNull();
    expect(said({ name: "riom" })).toBeNull();
    expect(said({ code: "1004" })).toBe("code 1004 sans son zéro\u00a0: Ambérieu-en-Bugey (01004)");
    expect(said({ code: "01091" })).toBe(
      "ancien code 01091 «\u00a0Châtillon-en-Michaille\u00a0»\u00a0: aujourd’hui Valserhône (01033)",
    );
    expect(said({ code: "75112" })).toBe("Paris 12e arrondissement\u00a0: une partie de Paris (75056)");
  });

  test("is found by its code, its code without its zero and its full name, each of them", () => {
    for (const commune of reference.byCode.values()) {
      const found = resolveCommune({ code: commune.code, name: commune.name.toUpperCase() }, reference);
      if (!("code" in found) || found.code !== commune.code || found.said !== null) {
        expect({ commune: commune.code, found }).toBe("itself");
      }
      const named = resolveCommune({ name: commune.name, department: commune.departmentCode }, reference);
      if ("code" in named ? named.code !== commune.code : !named.fault.includes(commune.code)) {
        // Several of one name in one department are listed, six of them at most.
        if (!("fault" in named) || !named.fault.startsWith("plusieurs")) {
          expect({ commune: commune.code, named }).toBe("itself");
        }
      }
    }
  });

  test("never throws on what people type", () => {
    fc.assert(
      fc.property(
        fc.record({ code: fc.string(), name: fc.string(), postalCode: fc.string() }, { requiredKeys: [] }),
        (wanted) => {
          const found = resolveCommune(wanted, reference);
          expect("fault" in found ? found.fault.length : reference.byCode.has(found.code)).toBeTruthy();
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a department of a file", () => {
  const of = (text: string) => {
    const found = resolveDepartment(text, departments);
    return "fault" in found ? found.fault : found.code;
  };
  test.each([
    ["63", "63"],
    ["1", "01"],
    ["2a", "2A"],
    ["Puy de Dôme", "63"],
    ["63 - Puy-de-Dôme", "63"],
    ["Puy-de-Dôme (63)", "63"],
    ["Département du Puy-de-Dôme", "63"],
    ["TARN ET GARONNE", "82"],
    ["Réunion", "974"],
    ["974", "974"],
    ["Haute-Corse", "2B"],
  ])("%s is %s", (text, code) => expect(of(text)).toBe(code));

  test("is refused where it is two, or none", () => {
    expect(of("20")).toContain("désigne deux départements");
    expect(of("Corse")).toContain("désigne deux départements");
    expect(of("63 Drôme")).toContain("est celui de Puy-de-Dôme, pas de Drôme");
    expect(of("Auvergne")).toContain("n’est pas un département");
    const several = resolveDepartments("07, Drôme / 26", departments);
    expect(several.map((one) => ("code" in one ? one.code : one.fault))).toEqual(["07", "26", "26"]);
  });

  test("is found by its name and code, each of them", () => {
    for (const { code, name } of departments) {
      expect(of(name)).toBe(code);
      expect(of(`${code} ${name}`)).toBe(code);
    }
  });
});
