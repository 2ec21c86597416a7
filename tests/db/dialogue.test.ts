import { afterAll, beforeAll, expect, test } from "vitest";
import { dialogueDocument } from "@/components/dialogue/document";
import { isOfYear, type FileOfYear } from "@/components/dialogue/file";
import type { Viewer } from "@/lib/auth/can";
import type { Database } from "@/lib/db/database";
import { insertMeeting } from "@/lib/db/repositories/meetings";
import { pdfFile } from "@/lib/export/pdf";
import { plainText, type Pieces, type PrintedDocument } from "@/lib/format/document";
import { money } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import { dialogueFile, financePage } from "@/lib/queries/money";
import { CASE_SLUG, loadReferenceCase } from "../fixtures/load-reference-case";
import { AS_OF } from "../fixtures/reference-case";
import { readPdf } from "../fixtures/read-pdf";
import { describeEmbedded, useDatabase } from "./harness";
import { acting, agentOf } from "./viewers";

describeEmbedded("the file of the dialogue de gestion", (engine) => {
  let database: Database;
  let cptsId: string;
  const { viewer } = agentOf("63");
  beforeAll(async () => {
    database = await engine.copy();
    useDatabase(database);
    cptsId = await loadReferenceCase(database);
  });
  afterAll(() => database.close());

  const fileOf = async (annee: string, by: Viewer = viewer): Promise<FileOfYear> => {
    const file = await dialogueFile(by, CASE_SLUG, AS_OF, { annee });
    if (!file || !isOfYear(file)) throw new Error(`no file of ${annee}`);
    return file;
  };
  const partOf = (document: PrintedDocument, id: string): string =>
    textsOf(document.parts.filter((part) => part.id === id)).join("\n");

  test("its figures are those of the page of money, and each is in its words", async () => {
    for (const annee of ["1-1", "1-3", "1-5"]) {
      const { of } = await fileOf(annee);
      const page = await financePage(viewer, CASE_SLUG, AS_OF, { annee });
      expect(of.year).toEqual(page?.year);
      const amounts = partOf(dialogueDocument(await fileOf(annee)), "montants");
      for (const { contractedCents, dueCents, paidCents, closingCents, parts } of of.year.lines) {
        for (const cents of [contractedCents, dueCents, paidCents, closingCents]) {
          if (cents !== null) expect(amounts).toContain(money(cents));
        }
        for (const { explanation } of parts) expect(amounts).toContain(typeset(explanation.formula));
      }
      expect(amounts).toContain(money(of.year.totals.dueCents));
    }
  });

  test("results say each indicator, the step it reaches and what it earns; their sum is what is due", async () => {
    const { of } = await fileOf("1-3");
    const access = of.results.missions.find(({ mission }) => mission === "acces_soins");
    expect(access?.indicators.map(({ earnedCents }) => earnedCents)).toEqual([1_500_000, 0, 1_000_000]);
    expect(access?.variable?.due).toBe(2_500_000);
    const results = partOf(dialogueDocument(await fileOf("1-3")), "resultats");
    expect(results).toContain("Résultats arrêtés le 01/06/2024");
    expect(results).toContain("Crise reconnue par l’ARS dans l’année\u00a0: oui.");
    expect(results).toMatch(/3\u00a0% ou moins/);
  });

  test("meetings of the year are told to whoever may read them, and only that is withheld from others", async () => {
    const meeting = (heldOn: string, decisions: string) =>
      insertMeeting(
        database.prisma,
        cptsId,
        { kind: "dialogue_gestion", heldOn, decisions, participants: [], documents: [] },
        "system",
      );
    await meeting("2023-03-14", "Avant l’année.");
    await meeting("2024-05-30", "Le volet variable est arrêté.");
    await meeting("2025-06-02", "Après le dialogue de la suivante.");
    const decisions = partOf(dialogueDocument(await fileOf("1-3")), "decisions");
    expect(decisions).toContain("Dialogue de gestion du 30/05/2024");
    expect(decisions).toContain("Le volet variable est arrêté.");
    expect(decisions).not.toContain("Avant l’année");
    expect(decisions).not.toContain("Après le dialogue");

    const administrator = await fileOf("1-3", acting("administrator").viewer);
    expect(administrator.of.meetings).toBeNull();
    expect(partOf(dialogueDocument(administrator), "decisions")).toContain("n’ouvre pas les réunions");
    expect(administrator.of.year).toEqual((await fileOf("1-3")).of.year);
  });

  test("a year that is not settled is a draft, and says so", async () => {
    const where = { year: 5, cpts: { slug: CASE_SLUG } };
    const status = async (data: object) => {
      await database.prisma.yearReview.updateMany({ where, data });
      await database.prisma.cpts.update({
        where: { slug: CASE_SLUG },
        data: { moneyVersion: { increment: 1 } },
      });
    };
    expect(dialogueDocument(await fileOf("1-5")).draft).toBeNull();
    await status({ status: "proposed", settledOn: null, settledBy: null });
    const open = dialogueDocument(await fileOf("1-5"));
    expect(open.draft).toBe("Résultats non arrêtés");
    expect(partOf(open, "resultats")).toContain("Serait gagné");
    expect(partOf(open, "points-ouverts")).toContain("à arrêter en dialogue de gestion");
    expect((await pdfOf(open)).text).toContain("Résultats non arrêtés");
    await status({ status: "settled", settledOn: new Date("2026-06-01"), settledBy: "system" });
  });

  test("the PDF, read back, says all that the page says, tagged, titled, in French", async () => {
    const document = dialogueDocument(await fileOf("1-3"));
    const pdf = await pdfOf(document);
    const said = textsOf(document.parts).map(squeezed);
    expect(said.length).toBeGreaterThan(200);
    const all = squeezed(pdf.text);
    expect(said.filter((words) => !all.includes(words))).toEqual([]);

    expect(pdf.lang).toBe("fr-FR");
    expect(pdf.title).toBe(`${document.title}, ${document.subject}`);
    expect(pdf.outline).toEqual(document.parts.map(({ title }) => title));
    expect(pdf.name).toBe(`dialogue-de-gestion_${CASE_SLUG}_annee-3_${AS_OF}.pdf`);
    const tables = document.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" ? [block] : [])),
    );
    expect(pdf.roles.H1).toBe(1);
    expect(pdf.roles.H2).toBe(document.parts.length);
    // A table that goes on to a second sheet is found on each.
    expect(pdf.roles.Table).toBeGreaterThanOrEqual(tables.length);
    const rows = tables.flatMap((table) => [...table.rows, ...(table.foot ?? [])]);
    const heads = tables.reduce((sum, { columns }) => sum + columns.length, 0);
    expect(pdf.roles.TR).toBe(tables.length + rows.length);
    expect(pdf.roles.TH).toBe(heads + rows.length);
    expect(pdf.text).toContain(`Page 1 sur ${pdf.sheets.length}`);
    expect(pdf.text).not.toContain("\ufffd");
  });
});

/** Every text of these parts, in reading order. */
function textsOf(parts: PrintedDocument["parts"]): string[] {
  return parts.flatMap(({ title, blocks }) => [
    title,
    ...blocks
      .flatMap((block): Pieces[] => {
        switch (block.kind) {
          case "heading":
          case "paragraph":
            return [block.text];
          case "facts":
            return block.facts.flatMap(({ term, text }) => [
              term.charAt(0).toUpperCase() + term.slice(1),
              text,
            ]);
          case "list":
            return [...block.items];
          case "table":
            return [
              block.caption,
              ...block.columns.map(({ label }) => label),
              ...[...block.rows, ...(block.foot ?? [])].flatMap(({ cells }) => cells),
            ];
          case "signatures":
            return block.parties.flatMap(({ party, name }) => [party, name ?? ""]);
        }
      })
      .map(plainText),
  ]);
}

/** A line may break anywhere, and the typeface has one no-break space. */
const squeezed = (text: string): string => text.replace(/\s/g, "");

async function pdfOf(document: PrintedDocument) {
  const about = [CASE_SLUG, "annee-3"];
  const file = pdfFile(document, { kind: "dialogue-de-gestion", about, on: AS_OF });
  const read = await readPdf(file);
  return { ...read, name: file.name, text: read.sheets.map(({ text }) => text).join("") };
}
