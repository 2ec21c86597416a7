import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { exported, fileName, type Export, type Table } from "@/lib/export";
import { decimalOf, eurosOf } from "@/lib/export/cells";
import type { ExportFormat } from "@/lib/schemas/export-format";
import { ABOUT, AMBERIEU, bytesOf, NEGATIVE, RISKY, SAMPLES, UNKNOWN, type Sample } from "./sample";

const ROWS = [AMBERIEU, UNKNOWN, NEGATIVE];
const textOf = async (format: ExportFormat, rows: Export<Sample>["rows"] = ROWS) =>
  (await bytesOf(exported({ table: SAMPLES, about: ABOUT, rows }, format))).toString("utf8");

const WORDS: Table<string> = {
  ...SAMPLES,
  columns: [{ name: "said", label: "Dit", kind: "text", description: "Texte", of: (text) => text }],
  key: [],
};

describe("CSV for a French Excel", () => {
  test("has its mark, semicolons, decimal commas, French days and words, and ends every line by CRLF", async () => {
    const lines = (await textOf("csv-fr", [AMBERIEU, NEGATIVE])).split("\r\n");
    expect(lines[0]).toBe("\ufeffCode INSEE;Nom;Habitants;Part;Montant;Taux;Jour;Estimé");
    expect(lines[1]).toBe(
      '"=""01004""";Ambérieu-en-Bugey;15554;0,5;1234567,89;0,6690123456789012;19/02/2020;oui',
    );
    expect(lines[2]).toBe(`"=""01001""";'-12;-12;0,5;-0,05;0;19/02/2020;oui`);
    expect(lines[3]).toBe("");
  });

  test("says why a value is absent, in words, and quotes what a cell may not hold bare", async () => {
    const { data } = Papa.parse<string[]>(await textOf("csv-fr"), { delimiter: ";" });
    expect(data[2]).toEqual([
      '="2A004"',
      'Aurillac ; dit "l’autre"\nici',
      "non communiqué",
      "",
      "à confirmer",
      "sans objet",
      "",
      "non",
    ]);
  });
});

describe("CSV by RFC 4180", () => {
  test("is read back by another library: points, ISO days, codes for what is absent, zeros kept", async () => {
    const text = await textOf("csv");
    expect(text.startsWith("code,name,people")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data[0]).toEqual({
      code: "01004",
      name: "Ambérieu-en-Bugey",
      people: "15554",
      share: "0.5",
      amount: "1234567.89",
      rate: "0.6690123456789012",
      on: "2020-02-19",
      estimated: "true",
    });
    expect(data[1]).toMatchObject({
      people: "non_communique",
      share: "",
      amount: "a_confirmer",
      rate: "sans_objet",
    });
    expect(data[2]).toMatchObject({ people: "-12", amount: "-0.05", name: "'-12" });
  });

  test("gives any text back, an apostrophe before it only where it might run", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), async (texts) => {
        const file = await bytesOf(exported({ table: WORDS, about: ABOUT, rows: texts }, "csv"));
        const { data } = Papa.parse<string[]>(file.toString("utf8"), { delimiter: ",", newline: "\r\n" });
        const read = data.slice(1, texts.length + 1).map(([cell = ""]) => cell);
        expect(read.map((cell, i) => (cell === texts[i] ? cell : cell.slice(1)))).toEqual(texts);
        expect(read.every((cell) => !/^\s*[=+\-@＝＋－＠]/.test(cell))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test.each(["csv-fr", "csv"] as const)("no text of a %s runs in a spreadsheet", async (format) => {
  const file = await bytesOf(exported({ table: WORDS, about: ABOUT, rows: RISKY }, format));
  const { data } = Papa.parse<string[]>(file.toString("utf8").replace(/^\ufeff/, ""), {
    delimiter: format === "csv" ? "," : ";",
    newline: "\r\n",
  });
  expect(data.slice(1, RISKY.length + 1)).toEqual(RISKY.map((text) => [`'${text}`]));
});

test("JSON says what it holds, then its rows: cents, numbers, codes for what is absent", async () => {
  const read: unknown = JSON.parse(await textOf("json"));
  expect(read).toMatchObject({
    table: { id: "communes-01", key: ["code"] },
    about: { asOf: "2025-01-31", licence: "Licence Ouverte / Etalab 2.0" },
    rows: [
      { code: "01004", people: 15_554, share: 0.5, amount: 123_456_789, on: "2020-02-19", estimated: true },
      { people: "non_communique", share: null, amount: "a_confirmer", rate: "sans_objet", on: null },
      { name: "-12", people: -12, amount: -5 },
    ],
  });
  expect(JSON.parse(await textOf("json", []))).toMatchObject({ rows: [] });
});

test("a cell that is not what its column says is refused by the column's name", async () => {
  const wrong = textOf("csv", [{ ...AMBERIEU, cents: 12.5 }]);
  await expect(wrong).rejects.toThrow("column amount cannot hold 12.5");
});

describe("figures", () => {
  test("euros are exact to the cent, whatever the amount", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        expect(eurosOf(cents)).toMatch(/^-?\d+\.\d\d$/);
        expect(BigInt(eurosOf(cents).replace(".", ""))).toBe(BigInt(cents));
      }),
    );
    expect([eurosOf(0), eurosOf(-5), eurosOf(7), eurosOf(120, ",")]).toEqual([
      "0.00",
      "-0.05",
      "0.07",
      "1,20",
    ]);
  });

  test("a decimal reads back as the same number and has no exponent", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
        expect(Number(decimalOf(value))).toBe(value);
        expect(decimalOf(value)).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
    expect(decimalOf(1e-7)).toBe("0.0000001");
  });
});

describe("the name of a file", () => {
  test("sorts by day within a table, and is the same on every system", () => {
    const file = { id: "communes-63", asOf: "2026-11-23", filters: ["ACI signé", ""] };
    expect(fileName(file, "csv")).toBe("maillage_communes-63_2026-11-23_aci-signe.csv");
    expect(fileName({ id: "cpts", asOf: "2026-11-23" }, "csv-fr")).toBe("maillage_cpts_2026-11-23.fr.csv");
  });
});

describe("a stream", () => {
  test("asks for rows as they are read, and lets go of them when its reader leaves", async () => {
    let given = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) {
          given += 1;
          yield AMBERIEU;
        }
      } finally {
        closed = true;
      }
    }
    const reader = exported({ table: SAMPLES, about: ABOUT, rows: endless() }, "csv").getReader();
    for (let i = 0; i < 3; i++) await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    // What was read, and what waits to be.
    const soon = given;
    expect(soon).toBeLessThan(5_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(given).toBe(soon);
    await reader.cancel();
    expect(closed).toBe(true);
  });
});
