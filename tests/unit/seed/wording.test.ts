import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SEED } from "../../../prisma/seed";

/** Every text of the data meant for people, with where it stands. */
function textsIn(value: unknown, at: string): (readonly [at: string, text: string])[] {
  if (typeof value === "string") return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "url" ? [] : textsIn(inner, `${at}.${key}`),
  );
}

const TEXTS = textsIn(SEED, "SEED");
const offending = (pattern: RegExp) => TEXTS.filter(([, text]) => pattern.test(text));

describe("French typography", () => {
  it("uses the typographic apostrophe and no broken letter", () => {
    expect(offending(/['\uFFFD]/)).toEqual([]);
  });

  it("keeps a no-break space before : ; ? ! » % € and after «", () => {
    expect(offending(/ [:;?!»%€]/)).toEqual([]);
    expect(offending(/«(?!\u00A0)/)).toEqual([]);
    expect(offending(/[^\u00A0]»/)).toEqual([]);
    expect(offending(/[\p{L}\d)»][;?!]/u)).toEqual([]);
  });

  it("separates thousands by a narrow no-break space", () => {
    expect(offending(/\d[ \u00A0]\d{3}(?!\d)/)).toEqual([]);
    expect(TEXTS.some(([, text]) => text.includes("382\u202F500\u00A0€"))).toBe(true);
  });
});

describe("personal data", () => {
  // Surnames printed in the documents, as digests so that they are not written here either.
  const NAMED = new Set([
    "ba0d81d2195e3abf",
    "662c0db90add33e2",
    "dfb081ead694cd2a",
    "e145469bc483e97b",
    "391ffccf807cc07b",
    "15f2adb5a5b61d9e",
    "f19ee8e19ab8ea95",
    "08238a4051c81661",
    "c2557ea26703e614",
    "2e69ed968fe5b16e",
    "3b347e36d244f057",
    "4a4d37ecfa289b23",
    "9925efea0d9f439c",
    "d206993045e738ae",
    "2e6b80ec7588f022",
    "36387a14a3616eea",
    "6ab77e7098901f85",
  ]);

  it("names nobody", () => {
    const words = TEXTS.flatMap(([at, text]) =>
      text
        .split(/[^\p{L}]+/u)
        .map(
          (word) => [at, createHash("sha256").update(word.toLowerCase()).digest("hex").slice(0, 16)] as const,
        ),
    );
    expect(words.filter(([, digest]) => NAMED.has(digest))).toEqual([]);
  });

  it("gives no title that introduces a person, nor an address or telephone", () => {
    expect(offending(/(?<!\p{L})(Dr|Docteur|M\.|Mme|Monsieur|Madame|présidée?)(?!\p{L})/u)).toEqual([]);
    expect(offending(/@[\w-]+\.\w|\b0\d([ .]\d{2}){4}\b/)).toEqual([]);
  });
});

describe("senses", () => {
  it("are short, and no long stretch is copied from a document", () => {
    for (const { id, sense, note } of SEED.citations) {
      expect(sense.length, id).toBeLessThanOrEqual(220);
      if (note !== null) expect(note.length, id).toBeLessThanOrEqual(320);
      expect(sense.endsWith("."), id).toBe(true);
    }
  });
});
