import type { Page } from "@playwright/test";
import { FIGURES, expect, expectAccessible, test } from "./fixtures";

/** The search of the header, which a phone keeps in its menu. */
async function searchBox(page: Page, isMobile: boolean) {
  if (isMobile) await page.locator("summary").filter({ hasText: "Menu et recherche" }).click();
  return page.getByRole("banner").getByRole("combobox").and(page.locator(":visible"));
}

test("leads to a commune by its postal code, with the keyboard", async ({ page, isMobile }) => {
  await page.goto("/");
  const box = await searchBox(page, isMobile);
  await box.fill("63000");
  await expect(page.getByRole("option").filter({ hasText: "Clermont-Ferrand" })).toBeVisible();
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(page).toHaveURL(/\/communes\/63113$/);
});

test("leads to a commune by a name without accents, with the keyboard", async ({ page, isMobile }) => {
  await page.goto("/");
  const box = await searchBox(page, isMobile);
  await box.fill("saint eloy les mines");
  await expect(page.getByRole("option").first()).toContainText("Saint-Éloy-les-Mines");
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Saint-Éloy-les-Mines");
});

test("answers on a page without JavaScript, kind by kind", FIGURES, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/recherche");
  await page.getByRole("search", { name: "Dans Maillage" }).getByRole("searchbox").fill("puy de dome");
  await page.getByRole("button", { name: "Rechercher" }).last().click();
  await expect(page).toHaveURL(/\/recherche\?q=puy\+de\+dome/);
  await expect(page.getByRole("region", { name: "Départements" }).getByRole("link")).toHaveAttribute(
    "href",
    "/departements/63",
  );
  await page.goto("/recherche?q=pilat");
  await expect(page.getByRole("region", { name: "CPTS" }).getByRole("link", { name: "Pilat" })).toBeVisible();
  await page.goto("/recherche?q=auvergne");
  await page.getByRole("region", { name: "Régions" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Auvergne-Rhône-Alpes");
  await context.close();
});

test("finds a former commune by its code, and helps when nothing answers", FIGURES, async ({ page }) => {
  await page.goto("/recherche?q=01340");
  await expect(page.getByRole("link", { name: "Arboys en Bugey" })).toBeVisible();
  await page.goto("/recherche?q=%C3%A9%C3%A9zzq");
  await expect(page.locator("main").getByRole("status")).toContainText("Rien ne répond");
  await page.goto("/recherche?q=%25");
  await expect(page.locator("main").getByRole("status")).toContainText("Rien ne répond");
});

for (const address of ["/recherche", "/recherche?q=saint", "/recherche?q=zzzz"]) {
  test(`${address} is accessible`, async ({ page }) => {
    await page.goto(address);
    await expectAccessible(page);
  });
}
