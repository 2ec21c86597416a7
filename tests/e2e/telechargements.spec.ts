import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import readXlsxFile from "read-excel-file/node";
import { expect, expectAccessible, test } from "./fixtures";

/** Clicks one of the formats of the only table of a page; the file's name and bytes. */
async function downloaded(page: Page, format: string) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: format }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a table is taken away as the page shows it, in the order and of the day of its address", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "the same files at both widths");
  await page.goto("/departements/26?vue=communes&tri=-nom&date=2025-06-30");
  const shown = await page.locator("main tbody tr").evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.children].map((cell) => (cell.textContent ?? "").trim());
      return {
        name: cells[0],
        code: cells[1],
        population: (cells[3] ?? "").replace(/\D/g, ""),
        stage: cells[4],
      };
    }),
  );
  expect(shown).toHaveLength(100);
  await page.getByText(/^Télécharger les communes/).click();

  const french = await downloaded(page, "CSV pour Excel");
  expect(french.name).toBe("maillage_communes-26_2025-06-30.fr.csv");
  const text = french.bytes.toString("utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, delimiter: ";" });
  expect(
    data.slice(0, shown.length).map((row) => ({
      name: row.Commune,
      code: row.Code?.replace(/^="(.*)"$/, "$1"),
      population: row.Habitants,
      stage: row.Étape?.toLowerCase(),
    })),
  ).toEqual(shown.map((row) => ({ ...row, stage: row.stage?.toLowerCase() })));

  const workbook = await downloaded(page, "Excel (XLSX)");
  const [sheet, about] = await readXlsxFile(workbook.bytes);
  expect(sheet?.data.slice(1, 101).map(([code]) => code)).toEqual(shown.map(({ code }) => code));
  expect(about?.data.find(([label]) => label === "Chiffres au")?.[1]).toBe("30/06/2025");
});

test("open data are described, accessible, and a long file says what has come", async ({ page }) => {
  await page.goto("/donnees");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Données ouvertes");
  const section = page.locator("#communes");
  await section.getByText("Les 11 colonnes").click();
  await expect(section.getByText("Population municipale", { exact: true })).toBeVisible();
  await section.getByText("Télécharger « Communes »").click();
  await expectAccessible(page);
  const waiting = page.waitForEvent("download");
  await section.getByRole("link", { name: /^CSV :/ }).click();
  expect((await waiting).suggestedFilename()).toBe("maillage_communes_2026-11-23.csv");
  await expect(section.getByRole("status")).toHaveText("Fichier reçu, enregistré par le navigateur.");
});
