import { expectAccessible } from "../fixtures";
import { expect, test } from "./people";
import { stateOf } from "./places.mjs";

test("an analyst reads a view, its charts and their tables, and takes the table away", async ({
  analyst: page,
}) => {
  await page.goto("/espace");
  await page.getByRole("link", { name: "Analyse", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Analyse" })).toBeVisible();
  await expect(page.locator(".money-lead")).toContainText("dus");
  await page.getByLabel("Grouper par").selectOption("cpts");
  await page.getByRole("button", { name: "Afficher" }).click();
  await expect(page).toHaveURL(/par=cpts/);
  const table = page.getByRole("region", { name: /^Synthèse, à faire défiler/ });
  await expect(table.getByRole("row").last()).toContainText("Total");

  await expect(page.locator("#exercices svg.recharts-surface").first()).toBeVisible();
  await page.locator("#exercices").getByText("Les chiffres de ces graphiques").click();
  await expect(page.locator("#exercices").getByRole("table")).toBeVisible();
  await expectAccessible(page);

  await page.getByText("Télécharger cette synthèse").click();
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: /^CSV : cette synthèse/ }).click();
  expect((await arriving).suggestedFilename()).toMatch(/^maillage_analyse-cpts_.*\.csv$/);

  const picture = page.waitForEvent("download");
  await page.getByRole("button", { name: /Image \(SVG\).*exercice/ }).click();
  expect((await picture).suggestedFilename()).toMatch(/\.svg$/);
});

test("filters and figures need no script", async ({ browser }) => {
  const { baseURL, viewport } = test.info().project.use;
  const plain = await browser.newContext({
    baseURL,
    viewport,
    storageState: stateOf("arsAgent"),
    javaScriptEnabled: false,
  });
  const page = await plain.newPage();
  await page.goto("/analyse?par=cpts");
  await page.getByText("Filtres", { exact: false }).first().click();
  await page.getByLabel("Département", { exact: true }).selectOption("03");
  await page.getByRole("button", { name: "Afficher" }).click();
  await expect(page).toHaveURL(/departement=03/);
  await expect(page.locator("#synthese tbody tr").first()).toBeVisible();
  await expect(page.locator("#exercices details")).toHaveCount(2);
  await plain.close();
});

test("a coordinator has no such page, a stranger signs in first, a key is shown once", async ({
  analyst,
  coordinator,
  page,
}) => {
  expect((await coordinator.goto("/analyse"))?.status()).toBe(403);
  await page.goto("/analyse?par=cpts");
  await expect(page).toHaveURL(/\/connexion\?retour=%2Fanalyse%3Fpar%3Dcpts/);

  await analyst.goto("/espace/compte#cles");
  await analyst.getByLabel("Ce qui s’en servira").fill("Essai");
  await analyst.getByRole("button", { name: "Faire une clé" }).click();
  const key = await analyst.getByLabel("Clé d’accès", { exact: true }).inputValue();
  const by = { headers: { authorization: `Bearer ${key}` } };
  expect((await page.request.get("/api/v1/analysis", by)).status()).toBe(200);
  await analyst.reload();
  await expect(analyst.locator("body")).not.toContainText(key);
});
