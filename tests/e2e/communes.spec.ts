import { FIGURES, expect, expectAccessible, test } from "./fixtures";

test(
  "Clermont-Ferrand is covered by Clermont Plus, by estimation, since the winter of 2024–2025",
  FIGURES,
  async ({ page }) => {
    await page.goto("/communes/63113");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Clermont-Ferrand");
    await expect(page.locator(".lead")).toContainText("Couverte par Clermont Plus, par estimation");
    await expect(page.locator(".lead")).toContainText("entre décembre 2024 et janvier 2025");
    const row = page
      .getByRole("table", { name: /dont le territoire tient/ })
      .getByRole("row")
      .last();
    await expect(row).toContainText("ACI signé");
    await expect(row).toContainText("déc.\u00a02024 – janv.\u00a02025");
    await expect(row).toContainText("Périmètre estimé, commune entière");
    await expect(row).toContainText("les 21 communes de Clermont Auvergne Métropole");
    await expect(row.getByRole("link", { name: "Clermont Plus" })).toHaveAttribute(
      "href",
      "/cpts/clermont-plus",
    );
    await expect(page.getByText(/146\u202f351 habitants, millésime 2023/)).toBeVisible();
    await expect(page.getByText("63000 et 63100")).toBeVisible();
    await expect(page.locator("#sources")).toContainText("Sept nouvelles CPTS du Puy-de-Dôme");
  },
);

test(
  "Riom is outside the known perimeters, and the CPTS that may hold it are named",
  FIGURES,
  async ({ page }) => {
    await page.goto("/communes/63300");
    await expect(page.locator(".lead")).toContainText("Hors périmètre connu.");
    await expect(page.locator(".lead")).toContainText(
      "6\u00a0CPTS signées du département n’ont pas de périmètre connu",
    );
    await expect(page.locator("#inconnu").getByRole("link", { name: "Val d’Artière" })).toBeVisible();
    await expect(page.locator("main")).not.toContainText("zone blanche");
  },
);

test("an estimate beside a commune does not make it a zone blanche", FIGURES, async ({ page }) => {
  await page.goto("/communes/26362");
  await expect(page.locator(".lead")).toContainText("Hors périmètre connu.");
  await expect(page.locator("#inconnu")).toContainText(
    "7\u00a0CPTS signées sont publiées dans le département, Maillage en décrit 3.",
  );
  await page.goto("/departements/26");
  await expect(page.locator(".lead")).toContainText("hors périmètre connu");
});

test(
  "a day inside the uncertain span says « perhaps », the day before says no",
  FIGURES,
  async ({ page }) => {
    await page.goto("/communes/63113?date=2024-12-15");
    await expect(page.locator(".lead")).toContainText("Peut-être couverte par Clermont Plus");
    await page.goto("/communes/63113?date=2024-11-30");
    await expect(page.locator(".lead")).toContainText("Hors périmètre connu.");
    await expect(page.getByRole("link", { name: "Puy-de-Dôme", exact: true })).toHaveAttribute(
      "href",
      "/departements/63?date=2024-11-30",
    );
  },
);

test("nothing is said of a commune whose department is not described", FIGURES, async ({ page }) => {
  await page.goto("/communes/75056");
  await expect(page.locator(".lead")).toContainText("Aucune CPTS n’est décrite dans ce département.");
  await expect(page.locator(".lead")).toContainText("ce n’est pas dire qu’elle ne l’est pas");
});

test(
  "a code of the past leads to its successor, an unknown one to a page that helps",
  FIGURES,
  async ({ page, request }) => {
    const moved = await request.get("/communes/01340?date=2024-11-30", { maxRedirects: 0 });
    expect(moved.status()).toBe(308);
    expect(moved.headers().location).toBe("/communes/01015?date=2024-11-30");
    await page.goto("/communes/01340");
    await expect(page).toHaveURL(/\/communes\/01015$/);
    await expect(page.getByText("01340 Saint-Bois")).toBeVisible();
    expect((await page.goto("/communes/99999"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Page introuvable");
  },
);

test("a commune without its own contour says whose it shares", FIGURES, async ({ page }) => {
  await page.goto("/communes/14666");
  await expect(page.locator(".co-facts")).toContainText("elle est dans celui de Troarn");
  await page.locator(".co-facts").getByRole("link", { name: "Troarn" }).click();
  await expect(page.locator(".co-facts")).toContainText("comprend aussi Sannerville");
});

for (const code of ["63113", "63300", "75056", "14712"]) {
  test(`/communes/${code} is accessible`, async ({ page }) => {
    await page.goto(`/communes/${code}`);
    await expectAccessible(page);
  });
}
