import fs from "node:fs/promises";
import { expectAccessible } from "../fixtures";
import { CPTS_OF, expect, test } from "./people";

const PAGE = `/espace/cpts/${CPTS_OF.coordinator}/dialogue`;

test("the file of a year: read, printed, taken away as a PDF of the same year", async ({
  coordinator: page,
}) => {
  await page.goto(`${PAGE}?annee=1-2`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("année 2");
  await expect(page.locator(".doc-draft")).toHaveText("Résultats non arrêtés");
  await expectAccessible(page);
  const contents = page.getByRole("navigation", { name: "Sommaire du dossier" });
  await contents.getByRole("link", { name: /Montants par ligne/ }).click();
  await expect(page.locator("#montants")).toBeInViewport();
  await expect(page.locator("#montants")).toContainText("Pourquoi ces montants");
  await expect(page.locator("#signatures li")).toHaveText([/^CPTS/, /^Assurance Maladie/, /^ARS/]);

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger le PDF" }).click();
  const file = await coming;
  const name = new RegExp(`^dialogue-de-gestion_${CPTS_OF.coordinator}_annee-2_\\d{4}-\\d\\d-\\d\\d\\.pdf$`);
  expect(file.suggestedFilename()).toMatch(name);
  const bytes = await fs.readFile(await file.path());
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(bytes.length).toBeGreaterThan(20_000);

  await page.emulateMedia({ media: "print" });
  await expect(contents).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Rubriques de la fiche" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Télécharger le PDF" })).toBeHidden();
  await expect(page.locator(".doc-draft")).toBeVisible();
  await expect(page.getByRole("table", { name: "Calcul de chaque montant dû" })).toBeVisible();
});
