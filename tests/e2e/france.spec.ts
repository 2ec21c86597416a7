import { FIGURES, expect, expectAccessible, test } from "./fixtures";

test.describe("France", () => {
  test("sets what the Sénat publishes beside what Maillage describes", FIGURES, async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("France");
    await expect(page.locator(".lead")).toContainText(/82\u00a0% de la population couverte, 5,4 millions/);
    await expect(page.locator(".lead")).toContainText("Maillage décrit 17\u00a0CPTS");
    const published = page.getByRole("region", { name: "Ce que le Sénat publie" });
    for (const figure of ["82\u00a0%", "5,4\u00a0M", "121\u00a0M€", "105,8\u00a0M€ à 348 CPTS"]) {
      await expect(published).toContainText(figure);
    }
    for (const figure of [
      "ACI signé 700",
      "non signé 24",
      "intention 85",
      "Corse 78,93\u00a0%",
      "Normandie 26,58\u00a0%",
    ]) {
      await expect(published).toContainText(figure);
    }
  });

  test("gives the Puy-de-Dôme 66,9 % computed, 99,8 % published, 12 CPTS", FIGURES, async ({ page }) => {
    await page.goto("/");
    const described = page.getByRole("region", { name: "Ce que Maillage décrit" });
    const row = described.getByRole("row").filter({ hasText: "Puy-de-Dôme" });
    await expect(row).toContainText("66,9\u00a0%");
    await expect(row).toContainText("99,8\u00a0%");
    await expect(row).toContainText("12 sur 12");
    const loire = described.getByRole("row").filter({ hasText: "Loire" });
    await expect(loire).toContainText("non communiqué");
    await expect(loire).not.toContainText("0\u00a0%");
    await expect(described).toContainText("96\u00a0départements attendent leurs données");
  });

  test("derives the averages paid, marked D", FIGURES, async ({ page }) => {
    await page.goto("/");
    const averages = page.getByRole("table", { name: /Montant versé par CPTS/ });
    await expect(averages.getByRole("row").filter({ hasText: "2022" })).toContainText(
      /304\u202f023\u00a0€\s*D/,
    );
    await expect(averages.getByRole("row").filter({ hasText: "2023" })).toContainText(
      /238\u202f189\u00a0€\s*D/,
    );
  });

  test(
    "draws its map without JavaScript; the keyboard stops only at what holds data",
    FIGURES,
    async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto("/");
      const map = page.getByRole("group", { name: /Carte des départements/ });
      await expect(map).toBeVisible();
      await expect(map.getByRole("link")).toHaveCount(5);
      await expect(
        map.getByRole("link", {
          name: "Puy-de-Dôme (63)\u00a0: 66,9\u00a0% calculés, périmètres estimés, 12\u00a0CPTS",
        }),
      ).toHaveAttribute("href", "/departements/63");
      await expect(map.locator("a.fr-void")).toHaveCount(96);
      await expect(map.locator("a.fr-void title").first()).toHaveText(/aucune CPTS décrite/);
      await context.close();
    },
  );

  test("leads from any department of the map to its page", async ({ page, isMobile }) => {
    test.skip(isMobile, "the pointer's path; a finger has the table");
    await page.goto("/");
    // Through the outline that the shared picture lends, away from the label.
    const shape = page.locator('a.fr-void[href="/departements/33"] use');
    const box = await shape.boundingBox();
    if (!box) throw new Error("the Gironde is not on the map");
    await page.mouse.click(box.x + box.width * 0.55, box.y + box.height * 0.75);
    await expect(page).toHaveURL(/\/departements\/33$/);
  });

  test(
    "keeps the day in its links, describes nothing in 2019, and says what it ignored",
    FIGURES,
    async ({ page }) => {
      await page.goto("/?date=2019-12-31");
      await expect(page.getByText("Aucune CPTS n’est décrite à cette date.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Ain" }).first()).toHaveAttribute(
        "href",
        "/departements/01?date=2019-12-31",
      );
      await page.goto("/?date=2024-13-01");
      await expect(page.getByText("Adresse ignorée en partie.")).toBeVisible();
      await expect(page.locator(".lead")).toContainText("17\u00a0CPTS");
    },
  );

  test("shows as a maximum, not as a fact, what an uncertain day may bring", FIGURES, async ({ page }) => {
    await page.goto("/?date=2024-12-31");
    const row = page
      .getByRole("region", { name: "Ce que Maillage décrit" })
      .getByRole("row")
      .filter({ hasText: "Puy-de-Dôme" });
    await expect(row).toContainText(/7,4\u00a0%\s*jusqu’à 66,9\u00a0%/);
  });
});

test.describe("departments", () => {
  test("lists the 101 under their 18 regions, with the sums of each", FIGURES, async ({ page }) => {
    await page.goto("/departements");
    const table = page.getByRole("table");
    await expect(table.locator("tbody")).toHaveCount(18);
    await expect(table.locator('th[scope="row"]')).toHaveCount(101);
    const region = table.locator("#r84 tr").first();
    await expect(region).toContainText(/598\u202f859/);
    await expect(region).toContainText("au moins 7,3\u00a0%");
    await expect(table.locator("#r94")).toContainText("78,93\u00a0% en zone blanche");
  });

  test("sorts by links, and says when an order is unknown", FIGURES, async ({ page }) => {
    await page.goto("/departements");
    await page.getByRole("link", { name: "Par population" }).click();
    await expect(page.locator("tbody tr").first()).toContainText("Nord");
    await expect(page.locator("tbody tr")).toHaveCount(101);
    await page.goto("/departements?tri=couleur");
    await expect(page.getByText("Adresse ignorée en partie.")).toBeVisible();
  });

  test("a region says that its rate is a minimum; an unknown one is not found", FIGURES, async ({ page }) => {
    await page.goto("/regions/84");
    await expect(page.locator(".lead")).toContainText(
      "17\u00a0CPTS décrites dans 5 de ses 12\u00a0départements",
    );
    await expect(page.locator(".lead")).toContainText("au moins 7,3\u00a0%");
    expect((await page.goto("/regions/99"))?.status()).toBe(404);
  });
});

for (const address of ["/", "/departements", "/departements?tri=habitants", "/regions/84", "/regions/94"]) {
  test(`${address} is accessible`, async ({ page }) => {
    await page.goto(address);
    await expectAccessible(page);
  });
}
