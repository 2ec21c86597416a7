import { FIGURES, expect, expectAccessible, mapIsAlive, test } from "./fixtures";

test.describe("Puy-de-Dôme", () => {
  test("answers in one sentence, sets published beside computed, and lists its twelve CPTS", async ({
    page,
  }) => {
    await page.goto("/departements/63");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Puy-de-Dôme");
    await expect(page.locator(".lead")).toContainText("12 CPTS signées");
    await expect(page.locator(".lead")).toContainText(/444\u202f708 habitants \(66,9\u00a0%\)/);
    await expect(page.locator(".lead")).toContainText(/219\u202f745 habitants/);
    const figures = page.locator(".figs");
    await expect(figures.getByText("99,8\u00a0%").first()).toBeVisible();
    await expect(figures.getByText("66,9\u00a0%").first()).toBeVisible();
    await expect(page.locator(".list li")).toHaveCount(12);
    await expect(page.getByRole("region", { name: "Tableau des CPTS" }).locator("tbody tr")).toHaveCount(12);
  });

  test("shows the arithmetic behind the rate", FIGURES, async ({ page }) => {
    await page.goto("/departements/63");
    await page.getByText("Le calcul").click();
    await expect(page.locator(".how dl").first()).toContainText(
      /444\u202f708 ÷ 664\u202f453 habitants = 66,93\u00a0%/,
    );
  });

  test("draws the first picture without JavaScript", FIGURES, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/departements/63");
    await expect(page.locator(".map-outlines a")).toHaveCount(6);
    await expect(
      page.getByRole("link", { name: /CPTS Clermont Plus, ACI signé, périmètre estimé/ }),
    ).toBeVisible();
    await context.close();
  });

  test("tells the facts of the commune under the pointer or the finger, with links", async ({
    page,
    isMobile,
  }) => {
    await page.goto("/departements/63");
    await mapIsAlive(page);
    await expect(page.locator("path.commune")).toHaveCount(463);
    const box = await page.locator(".map-picture").boundingBox();
    if (!box) throw new Error("no map");
    const [x, y] = [box.x + box.width * 0.43, box.y + box.height * 0.49];
    if (isMobile) await page.touchscreen.tap(x, y);
    else await page.mouse.click(x, y);
    const tip = page.locator(".map-tip");
    await expect(tip).toContainText("Clermont-Ferrand (63113)");
    await expect(tip).toContainText(/Clermont Plus : ACI signé, périmètre estimé/);
    await tip.getByRole("link", { name: "CPTS Clermont Plus" }).click();
    await expect(page).toHaveURL(/\/cpts\/clermont-plus/);
  });

  test("zooms by its buttons and comes back", async ({ page }) => {
    await page.goto("/departements/63");
    await mapIsAlive(page);
    const moving = page.locator("g.map-moving");
    await page.getByRole("button", { name: "Agrandir la carte" }).click();
    await expect(moving).toHaveAttribute("transform", /scale\(1\.6\)/);
    await page.getByRole("button", { name: "Revoir toute la carte" }).click();
    await expect(moving).toHaveAttribute("transform", /scale\(1\)/);
  });

  test(
    "goes back in time by its address, and yesterday's coverage is yesterday's",
    FIGURES,
    async ({ page }) => {
      await page.goto("/departements/63?date=2024-06-30");
      await expect(page.locator(".lead")).toContainText("5 CPTS signées");
      await page.goto("/departements/63?date=2019-12-31");
      await expect(page.locator(".lead")).toContainText("Aucune CPTS signée");
      await page.goto("/departements/63?date=2024-12-15");
      await expect(page.locator(".lead")).toContainText("7 autres signatures possibles");
    },
  );

  test("steps from one change to the next", async ({ page }) => {
    await page.goto("/departements/63");
    await page.getByRole("link", { name: /Changement précédent/ }).click();
    await expect(page).toHaveURL(/date=202\d-\d\d-\d\d/);
    await expect(page.getByRole("link", { name: "Aujourd’hui" })).toBeVisible();
  });

  test("says what it ignored of a senseless address", FIGURES, async ({ page }) => {
    await page.goto("/departements/63?date=31-12-2024&vue=globe");
    await expect(page.getByText("« 31-12-2024 » n’est pas une date écrite AAAA-MM-JJ")).toBeVisible();
    await expect(page.getByText("« globe » n’est pas connu")).toBeVisible();
    await expect(page.locator(".lead")).toContainText("12 CPTS signées");
  });

  test("sorts its table by links, and the address keeps the order", FIGURES, async ({ page }) => {
    await page.goto("/departements/63?date=2026-01-01");
    const table = page.getByRole("region", { name: "Tableau des CPTS" });
    await table.getByRole("link", { name: "CPTS", exact: true }).click();
    await expect(page).toHaveURL(/date=2026-01-01/);
    await expect(page).toHaveURL(/tri=-nom/);
    await table.getByRole("link", { name: "CPTS", exact: true }).click();
    await expect(table.locator("tbody th").first()).toHaveText("Bords-d’Allier");
  });

  test("gives every commune's facts in a table that the keyboard reaches", async ({ page }) => {
    await page.goto("/departements/63");
    const tab = page
      .getByRole("navigation", { name: "Vues du département" })
      .getByRole("link", { name: /^Communes/ });
    await tab.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/vue=communes/);
    await expect(page.locator("tbody tr")).toHaveCount(100);
    await expect(page.locator("tbody tr").first()).toContainText("Clermont-Ferrand");
    const last = page.getByRole("navigation", { name: "Pages de la liste" }).getByRole("link").last();
    await last.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("tbody tr")).toHaveCount(63);
    await page.goto("/departements/63?vue=hors-perimetre");
    await expect(page.locator("caption")).toContainText("197 communes");
    await expect(page.locator("tbody tr").first()).toContainText("Riom");
  });
});

test(
  "a department without any CPTS says so, and never shows zero in its place",
  FIGURES,
  async ({ page }) => {
    await page.goto("/departements/01");
    await expect(page.locator(".lead")).toContainText("Aucune CPTS décrite ici");
    await expect(page.getByRole("heading", { name: "Aucune CPTS décrite" })).toBeVisible();
    await expect(page.locator(".figs .big")).toHaveCount(0);
    for (const stage of ["Signé", "Projet validé", "Lettre d’intention"]) {
      const row = page.locator(".legend tbody tr").filter({ hasText: stage });
      await expect(row).toContainText("non communiqué");
      await expect(row).not.toContainText(/\d/);
    }
    await expect(page.getByRole("img", { name: /calculé non communiqué/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: "La couverture dans le temps" })).toHaveCount(0);
  },
);

test("a commune drawn inside another's contour is told with it", async ({ page }) => {
  await page.goto("/departements/15?vue=communes&tri=code");
  await expect(page.getByRole("link", { name: "Celles", exact: true })).toBeVisible();
});

test("departments of every shape answer: overseas, Corsica, Paris", FIGURES, async ({ page }) => {
  for (const [code, name] of [
    ["971", "Guadeloupe"],
    ["973", "Guyane"],
    ["976", "Mayotte"],
    ["2A", "Corse-du-Sud"],
    ["75", "Paris"],
    ["62", "Pas-de-Calais"],
  ] as const) {
    await page.goto(`/departements/${code}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await mapIsAlive(page);
  }
});

test("an unknown department is a page that helps", FIGURES, async ({ page }) => {
  const answer = await page.goto("/departements/99");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page introuvable");
  await expectAccessible(page);
});

for (const address of [
  "/departements/63",
  "/departements/63?vue=communes",
  "/departements/63?vue=hors-perimetre",
  "/departements/63?date=2024-12-15",
  "/departements/63?date=jamais",
  "/departements/07",
  "/departements/26",
  "/departements/42",
  "/departements/01",
  "/departements/62",
  "/departements/974",
]) {
  test(`${address} is accessible`, async ({ page }) => {
    await page.goto(address);
    if (!address.includes("vue=")) await mapIsAlive(page);
    await expectAccessible(page);
  });
}
