import { piecesOf, wordsOf, type Piece, type Pieces } from "../../format/document";
import type { Run, Runs, Style } from "./fonts";

/** A line as it is drawn, and how wide it is, in points. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly width: number;
  readonly style?: Style;
}

export type Measure = (run: Run, size: number) => number;

interface Word {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Cuts a text into lines no wider than the setting; a word that is wider than that is cut too. */
export function linesOf(text: Pieces, setting: Setting, runs: Runs, measure: Measure): Line[] {
  const { size, width } = setting;
  const lines: Line[] = [];
  let line: { runs: Run[]; width: number } = { runs: [], width: 0 };
  const close = () => {
    lines.push(line);
    line = { runs: [], width: 0 };
  };
  for (const word of wordsIn(text, setting, runs, measure)) {
    if (line.width + inked(word, size, measure) > width && line.runs.length > 0) close();
    for (const part of word.width > width ? cut(word, setting, measure) : [word]) {
      if (line.width + inked(part, size, measure) > width && line.runs.length > 0) close();
      line.runs.push(...part.runs);
      line.width += part.width;
    }
  }
  if (line.runs.length > 0 || lines.length === 0) close();
  return lines.map((one) => ({ ...one, width: inked(one, size, measure) }));
}

/** Words with the space that follows them, which stays at the end of a line: text that is copied keeps it. */
function wordsIn(text: Pieces, { size, style = "regular" }: Setting, runs: Runs, measure: Measure): Word[] {
  // A word may go on in the next piece: « 12 € » then a comma.
  const words: Run[][] = [[]];
  for (const piece of piecesOf(text)) {
    for (const part of wordsOf(piece)
      .replace(/\s*\n\s*/g, " ")
      .match(/[^ ]* ?/g) ?? []) {
      if (part === "") continue;
      words.at(-1)?.push(...runs(part, styleOf(piece, style)));
      if (part.endsWith(" ")) words.push([]);
    }
  }
  return words
    .filter((own) => own.length > 0)
    .map((own) => ({ runs: own, width: own.reduce((sum, run) => sum + measure(run, size), 0) }));
}

/** A hypothesis is set in italics, as on a screen. */
function styleOf(piece: Piece, style: Style): Style {
  if (typeof piece === "string") return style;
  if (piece.kind === "strong") return "bold";
  return piece.kind === "money" && piece.mark === "H" && style === "regular" ? "italic" : style;
}

/** The width of what is inked: the space at the end of a line is in the margin. */
function inked({ runs, width }: Word, size: number, measure: Measure): number {
  const last = runs.at(-1);
  return last?.text.endsWith(" ") ? width - measure({ ...last, text: " " }, size) : width;
}

function cut({ runs }: Word, { size, width }: Setting, measure: Measure): Word[] {
  const parts: Word[] = [];
  for (const { font, text } of runs) {
    let own = "";
    for (const sign of text) {
      if (own !== "" && measure({ font, text: own + sign }, size) > width) {
        parts.push({ runs: [{ font, text: own }], width: measure({ font, text: own }, size) });
        own = "";
      }
      own += sign;
    }
    parts.push({ runs: [{ font, text: own }], width: measure({ font, text: own }, size) });
  }
  return parts;
}
