import PDFDocument from "pdfkit";
import type { Pieces } from "../../format/document";
import type { IsoDay } from "../../kernel/date";
import { typefaceOf, type Run, type Runs } from "./fonts";
import { linesOf, type Line, type Setting } from "./lines";

/** Points: A4, upright. */
export const SHEET = { width: 595.28, height: 841.89, left: 42, right: 42, top: 58, bottom: 52 } as const;
export const WIDTH = SHEET.width - SHEET.left - SHEET.right;
export const INK = "#13242a";
export const INK_2 = "#44575e";
export const RULE = "#aab5b9";
export const WARN = "#7a4a00";
/** Of a line, beside the size of its letters. */
const LEADING = 1.32;

export type Element = PDFKit.PDFStructureElement;

/** What each sheet says around the text: read once, by the eye alone. */
export interface Furniture {
  readonly title: string;
  readonly head: string;
  readonly foot: string;
  /** Across the sheet and at its head; null for a final document. */
  readonly draft: string | null;
  readonly on: IsoDay;
}

// pdfkit's types know neither this subset nor a document without a first font.
interface Options extends Omit<PDFKit.PDFDocumentOptions, "subset"> {
  readonly subset: string;
}

/**
 * Sheets of a tagged PDF (PDF/UA: each text is in the structure, all else is an artifact), filled from top to
 * bottom. Coordinates are points from the top left.
 */
export class Sheets {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: Element;
  y: number = SHEET.top;
  readonly #runs: Runs;

  constructor(private readonly furniture: Furniture) {
    const options: Options = {
      size: "A4",
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      font: "",
      pdfVersion: "1.7",
      subset: "PDF/UA",
      tagged: true,
      lang: "fr-FR",
      displayTitle: true,
      info: {
        Title: furniture.title,
        Author: "Maillage",
        Creator: "Maillage",
        CreationDate: new Date(`${furniture.on}T12:00:00Z`),
      },
    };
    this.pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions);
    this.#runs = typefaceOf(this.pdf);
    this.root = this.pdf.struct("Document");
    this.pdf.addStructure(this.root);
    this.turn();
  }

  /** A new sheet. */
  turn(): void {
    this.pdf.addPage();
    this.y = SHEET.top;
    const { draft } = this.furniture;
    if (draft !== null) this.artifact(() => this.#watermark(draft));
  }

  /** Turns unless this many points are left. */
  need(points: number): void {
    if (this.y + points > this.limit) this.turn();
  }

  get limit(): number {
    return SHEET.height - SHEET.bottom;
  }

  get left(): number {
    return this.limit - this.y;
  }

  lines(text: Pieces, setting: Setting): Line[] {
    return linesOf(text, setting, this.#runs, (run, size) => this.#measure(run, size));
  }

  lineHeight = (size: number): number => size * LEADING;

  element(type: string, parent: Element, scope?: "Row" | "Column"): Element {
    // The types of pdfkit leave the scope of a header out; its language is that of the document.
    const options = scope ? { lang: "fr-FR", scope } : {};
    const element = this.pdf.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws these lines as the content of an element, from a point down. */
  draw(
    element: Element,
    tag: string,
    lines: readonly Line[],
    at: { readonly x: number; readonly y: number; readonly size: number; readonly colour?: string },
    rightEdge?: number,
  ): void {
    const content = this.pdf.markStructureContent(tag);
    this.ink(lines, at, rightEdge);
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** The same, as no part of the structure. */
  ink(
    lines: readonly Line[],
    at: { readonly x: number; readonly y: number; readonly size: number; readonly colour?: string },
    rightEdge?: number,
  ): void {
    const { x, y, size, colour = INK } = at;
    lines.forEach((line, i) => {
      let left = rightEdge === undefined ? x : rightEdge - line.width;
      for (const run of line.runs) {
        this.pdf.font(run.font).fontSize(size).fillColor(colour);
        this.pdf.text(run.text, left, y + i * this.lineHeight(size), { lineBreak: false });
        left += this.#measure(run, size);
      }
    });
  }

  artifact(paint: () => void): void {
    this.pdf.markContent("Artifact", { type: "Pagination" });
    paint();
    this.pdf.endMarkedContent();
  }

  rule(y: number, { x = SHEET.left, width = WIDTH, weight = 0.5, colour = RULE } = {}): void {
    this.artifact(() => {
      this.pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight)
        .strokeColor(colour)
        .stroke();
    });
  }

  /** Numbers the sheets and ends the document, whose bytes may then be read. */
  end(): PDFKit.PDFDocument {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let i = 0; i < count; i += 1) {
      this.pdf.switchToPage(start + i);
      this.artifact(() => this.#furnish(i + 1, count));
    }
    this.root.end();
    this.pdf.end();
    return this.pdf;
  }

  #furnish(number: number, count: number): void {
    const { head, foot, draft } = this.furniture;
    const size = 8;
    const small = (text: string, y: number, rightEdge?: number, colour = INK_2) => {
      const lines = this.lines(text, { size, width: WIDTH });
      this.ink(lines, { x: SHEET.left, y, size, colour }, rightEdge);
    };
    if (number > 1) small(head, 30);
    if (draft !== null) small(draft, 30, SHEET.left + WIDTH, WARN);
    small(foot, SHEET.height - 34);
    small(`Page ${number} sur ${count}`, SHEET.height - 34, SHEET.left + WIDTH);
  }

  /** Pale and slanted, under the text. */
  #watermark(words: string): void {
    const size = 46;
    const [line] = this.lines(words, { size, width: 2 * SHEET.height, style: "bold" });
    if (!line) return;
    const middle = { x: SHEET.width / 2, y: SHEET.height / 2 };
    this.pdf.save();
    this.pdf.rotate(-52, { origin: [middle.x, middle.y] });
    this.ink([line], { x: middle.x - line.width / 2, y: middle.y - size / 2, size, colour: "#f0f2f3" });
    this.pdf.restore();
  }

  #measure(run: Run, size: number): number {
    return this.pdf.font(run.font).fontSize(size).widthOfString(run.text);
  }
}
