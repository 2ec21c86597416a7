import fs from "node:fs";
import path from "node:path";

export const STYLES = ["regular", "bold", "italic"] as const;
export type Style = (typeof STYLES)[number];

/** Some characters in one font. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/** The site's typeface in its files of fixed weight; what the first does not draw is looked for in the second. */
const SUBSETS = ["latin", "latin-ext"] as const;
const FILE: Readonly<Record<Style, string>> = {
  regular: "400-normal",
  bold: "700-normal",
  italic: "400-italic",
};

/** What the typeface has no glyph for, in what it has: nothing that is written may come out as an empty box. */
const INSTEAD: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u2011": "-",
  "\t": " ",
  "—": "–",
  "→": "->",
  "≤": "<=",
  "≥": ">=",
  "≈": "environ ",
};

/** What pdfkit keeps of a font it has read. Its types leave this out. */
interface Loaded {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
}

export type Runs = (text: string, style: Style) => readonly Run[];

/** Registers the typeface in a document. @returns how a text is cut between its files. */
export function typefaceOf(document: PDFKit.PDFDocument): Runs {
  const draws = new Map<string, (code: number) => boolean>();
  for (const style of STYLES) {
    for (const subset of SUBSETS) {
      const name = `${subset}-${style}`;
      document.registerFont(name, fileOf(subset, style));
      document.font(name);
      const { font } = (document as unknown as Loaded)._font;
      draws.set(name, (code) => font.hasGlyphForCodePoint(code));
    }
  }
  const fontOf = (sign: string, style: Style): string | null =>
    SUBSETS.map((subset) => `${subset}-${style}`).find((name) =>
      draws.get(name)?.(sign.codePointAt(0) ?? 0),
    ) ?? null;
  return (text, style) => {
    const runs: { font: string; text: string }[] = [];
    for (const sign of text.normalize("NFC")) {
      const font = fontOf(sign, style);
      const drawn = font === null ? (INSTEAD[sign] ?? "?") : sign;
      const name = font ?? `latin-${style}`;
      const last = runs.at(-1);
      if (last?.font === name) last.text += drawn;
      else runs.push({ font: name, text: drawn });
    }
    return runs;
  };
}

const BYTES = new Map<string, Buffer>();

/** Read once, when the first document is made. */
function fileOf(subset: (typeof SUBSETS)[number], style: Style): Buffer {
  const name = `radio-canada-${subset}-${FILE[style]}.woff`;
  const known = BYTES.get(name);
  if (known) return known;
  const folder = path.join(
    /*turbopackIgnore: true*/ process.cwd(),
    "node_modules/@fontsource/radio-canada/files",
  );
  const bytes = fs.readFileSync(/*turbopackIgnore: true*/ path.join(folder, name));
  BYTES.set(name, bytes);
  return bytes;
}
