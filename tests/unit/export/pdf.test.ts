import { expect, test } from "vitest";
import { pdfFile } from "@/lib/export/pdf";
import { cash, type Block, type PrintedDocument } from "@/lib/format/document";
import { readPdf } from "../../fixtures/read-pdf";

const documentOf = (...blocks: Block[]): PrintedDocument => ({
  title: "Essai",
  subject: "tableau",
  lead: "Une phrase.",
  draft: "Brouillon",
  made: "Maillage, essai",
  parts: [{ id: "a", title: "1. Partie", blocks }],
});

const readBack = (document: PrintedDocument) =>
  readPdf(pdfFile(document, { kind: "essai", about: [], on: "2026-11-23" }));

test("a long table keeps its head on each sheet, and has it once in its structure", async () => {
  const rows = Array.from({ length: 120 }, (_, i) => ({
    key: String(i),
    cells: [`Ligne ${i}`, [cash(123_456_789 + i, "H")]],
  }));
  const columns = [{ label: "Quoi" }, { label: "Combien", numeric: true }];
  const { sheets, roles } = await readBack(documentOf({ kind: "table", caption: "Longue", columns, rows }));
  expect(sheets.length).toBeGreaterThan(2);
  for (const { text } of sheets.slice(0, -1)) expect(text).toMatch(/Quoi\s*Combien/);
  // Two heads of columns, and the head of each row.
  expect(roles.TH).toBe(2 + rows.length);
  expect(roles.TD).toBe(rows.length);
  const all = sheets.map(({ text }) => text).join("");
  for (const i of [0, 60, 119]) {
    expect(all.replaceAll("\u00a0", " ")).toContain(`1 234 5${67 + Math.floor((89 + i) / 100)},`);
    expect(all).toContain(`Ligne ${i}`);
  }
  sheets.forEach(({ text }, i) => {
    expect(text).toContain(`Page ${i + 1} sur ${sheets.length}`);
    expect(text).toContain("Brouillon");
  });
});

test("every sign of the interface is drawn, and what the typeface lacks is said in what it has", async () => {
  const text = "L’œuvre coûte −1\u202f234,50\u00a0€ «\u00a0Ÿ\u00a0» × 2 – ĳ, x ≥ 3 → ∑";
  const {
    sheets: [sheet],
  } = await readBack(documentOf({ kind: "paragraph", text }));
  expect(sheet?.text.replaceAll("\u00a0", " ")).toContain(
    "L’œuvre coûte −1 234,50 € « Ÿ » × 2 – ĳ, x >= 3 -> ?",
  );
});

test("a text longer than a sheet goes on to the next, whole, as one paragraph of each", async () => {
  const words = Array.from({ length: 3_000 }, (_, i) => `mot${i}`).join(" ");
  const unbroken = "a".repeat(400);
  const { sheets, roles } = await readBack(
    documentOf({ kind: "paragraph", text: words }, { kind: "list", items: [unbroken, "fin"] }),
  );
  const all = sheets.map(({ text }) => text).join("");
  for (const i of [0, 1_500, 2_999]) expect(all).toContain(`mot${i}`);
  expect(all.match(/a{20,}/g)?.join("").length).toBe(400);
  expect(roles.LBody).toBe(2);
});
