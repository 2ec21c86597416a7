import {
  type Block,
  type Fact,
  type Pieces,
  type PrintedDocument,
  type Signatory,
} from "../../format/document";
import type { IsoDay } from "../../kernel/date";
import { INK, INK_2, RULE, SHEET, Sheets, WARN, WIDTH, type Element } from "./sheets";
import { drawTable } from "./table";

const BODY = 9;

/** The document as a tagged PDF, ended: its bytes are there to be read. `on` is the day it is dated. */
export function pdfOf(document: PrintedDocument, on: IsoDay): PDFKit.PDFDocument {
  const { title, subject, lead, draft, made, parts } = document;
  const sheets = new Sheets({
    title: `${title}, ${subject}`,
    head: `${title}, ${subject}`,
    foot: made,
    draft,
    on,
  });
  const { root } = sheets;
  sheets.y = 44;
  write(sheets, "H1", `${title}, ${subject}`, { size: 18, bold: true, after: 6 });
  if (draft !== null) write(sheets, "P", `${draft}.`, { size: 11, bold: true, colour: WARN, after: 4 });
  write(sheets, "P", lead, { size: 10.5, after: 4 });
  for (const part of parts) {
    const section = sheets.element("Sect", root);
    sheets.need(76);
    sheets.y += 12;
    sheets.rule(sheets.y, { weight: 1.2, colour: INK });
    sheets.y += 6;
    sheets.pdf.outline.addItem(part.title);
    write(sheets, "H2", part.title, { size: 13, bold: true, after: 5, parent: section });
    for (const block of part.blocks) drawBlock(sheets, section, block);
  }
  return sheets.end();
}

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly after: number;
  readonly parent?: Element;
  readonly x?: number;
  readonly element?: Element;
}

/** A text in lines, over as many sheets as it takes. */
function write(sheets: Sheets, tag: string, text: Pieces, look: Look): void {
  const { size, bold = false, colour = INK, after, x = SHEET.left } = look;
  const element = look.element ?? sheets.element(tag, look.parent ?? sheets.root);
  const width = SHEET.left + WIDTH - x;
  let lines = sheets.lines(text, { size, width, style: bold ? "bold" : "regular" });
  while (lines.length > 0) {
    const fits = Math.floor(sheets.left / sheets.lineHeight(size));
    if (fits < 1) {
      sheets.turn();
      continue;
    }
    const now = lines.slice(0, fits);
    sheets.draw(element, tag, now, { x, y: sheets.y, size, colour });
    sheets.y += now.length * sheets.lineHeight(size);
    lines = lines.slice(fits);
  }
  sheets.y += after;
}

function drawBlock(sheets: Sheets, parent: Element, block: Block): void {
  switch (block.kind) {
    case "heading":
      // With what it announces.
      sheets.need(64);
      sheets.y += 5;
      return write(sheets, "H3", block.text, { size: 10.2, bold: true, after: 3, parent });
    case "paragraph":
      return write(sheets, "P", block.text, {
        size: block.tone === "note" ? 8.4 : BODY,
        colour: block.tone === "note" ? INK_2 : block.tone === "warn" ? WARN : INK,
        after: 4,
        parent,
      });
    case "facts":
      return drawFacts(sheets, parent, block.facts);
    case "list":
      return drawList(sheets, parent, block.items);
    case "table":
      return drawTable(sheets, parent, block);
    case "signatures":
      return drawSignatures(sheets, parent, block.parties);
  }
}

/** Terms on the left, what is known of each on the right: a list of labels. */
function drawFacts(sheets: Sheets, parent: Element, facts: readonly Fact[]): void {
  const size = BODY;
  const labelWidth = 128;
  const list = sheets.element("L", parent);
  for (const { term, text } of facts) {
    const label = sheets.lines(term.charAt(0).toUpperCase() + term.slice(1), { size, width: labelWidth });
    const body = sheets.lines(text, { size, width: WIDTH - labelWidth - 10 });
    sheets.need(Math.min(label.length, body.length, 4) * sheets.lineHeight(size) + 5);
    const item = sheets.element("LI", list);
    const y = sheets.y;
    sheets.draw(sheets.element("Lbl", item), "Lbl", label, { x: SHEET.left, y, size, colour: INK_2 });
    const least = y + label.length * sheets.lineHeight(size);
    write(sheets, "LBody", text, {
      size,
      after: 0,
      x: SHEET.left + labelWidth + 10,
      element: sheets.element("LBody", item),
    });
    sheets.y = (sheets.y < y ? sheets.y : Math.max(sheets.y, least)) + 2;
    sheets.rule(sheets.y);
    sheets.y += 2;
  }
  sheets.y += 5;
}

function drawList(sheets: Sheets, parent: Element, items: readonly Pieces[]): void {
  const size = BODY;
  const list = sheets.element("L", parent);
  for (const text of items) {
    sheets.need(sheets.lineHeight(size));
    const item = sheets.element("LI", list);
    const dot = sheets.lines("•", { size, width: 10 });
    sheets.draw(sheets.element("Lbl", item), "Lbl", dot, { x: SHEET.left + 2, y: sheets.y, size });
    write(sheets, "LBody", text, {
      size,
      after: 2.5,
      x: SHEET.left + 14,
      element: sheets.element("LBody", item),
    });
  }
  sheets.y += 4;
}

/** A box for each party, with room to write. */
function drawSignatures(sheets: Sheets, parent: Element, parties: readonly Signatory[]): void {
  const gap = 12;
  const height = 120;
  const width = (WIDTH - gap * (parties.length - 1)) / parties.length;
  sheets.need(height + 6);
  const { y } = sheets;
  parties.forEach(({ party, name }, i) => {
    const x = SHEET.left + i * (width + gap);
    sheets.artifact(() => {
      sheets.pdf.rect(x, y, width, height).lineWidth(0.8).strokeColor(RULE).stroke();
    });
    const size = BODY;
    const title = sheets.lines(party, { size, width: width - 16, style: "bold" });
    sheets.draw(sheets.element("P", parent), "P", title, { x: x + 8, y: y + 8, size });
    if (name === null || name === party) return;
    const whole = sheets.lines(name, { size, width: width - 16 });
    const below = y + 8 + title.length * sheets.lineHeight(size);
    sheets.draw(sheets.element("P", parent), "P", whole, { x: x + 8, y: below, size });
  });
  sheets.y = y + height + 6;
}
