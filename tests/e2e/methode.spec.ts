import { LINE_NAMES, PART_NAMES, SCHEDULES, SIZE_TIERS } from "@/lib/funding";
import { FIGURES, expect, expectAccessible, test } from "./fixtures";

/** No-break spaces as plain ones. */
const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const euros = (cents: number): string => `${String(cents / 100).replace(/\B(?=(\d{3})+$)/g, " ")} €`;

for (const schedule of SCHEDULES) {
  test(`every amount of ${schedule.id}, with its mark and a source`, FIGURES, async ({ page }) => {
    await page.goto("/methode");
    const table = page.getByRole("table", { name: `Barème ${schedule.label}`, exact: false }).first();
    const rows = (await table.locator("tbody tr").allInnerTexts()).map(plain);
    const expected = schedule.grid[1].map(({ line, part }, i) => {
      const amounts = SIZE_TIERS.map((tier) => schedule.grid[tier][i]!);
      return { name: LINE_NAMES[line].short, part: PART_NAMES[part], amounts };
    });
    expect(rows).toHaveLength(expected.length);
    for (const [i, { name, part, amounts }] of expected.entries()) {
      expect(rows[i]).toContain(name);
      expect(rows[i]).toContain(part);
      const told = [...(rows[i] ?? "").matchAll(/([\d ]+ €) ([VDH])\b.*?\[(\d+)\]/g)];
      expect(told.map(([, amount, mark]) => `${(amount ?? "").trim()} ${mark}`)).toEqual(
        amounts.map(({ cents, mark }) => `${euros(cents ?? 0)} ${mark}`),
      );
      for (const [t, [, , , source]] of told.entries()) {
        const said = await page.locator(`#${schedule.id}-${source}`).innerText();
        expect(plain(said)).toContain(plain(amounts[t]!.source));
      }
    }
    const maxima = plain(await table.locator("tfoot").innerText());
    for (const { euros: amount, mark } of schedule.publishedMaxima) {
      expect(maxima).toContain(`${euros(amount * 100)} ${mark}`);
    }
  });
}

test("states the difference of 2019's third tier", FIGURES, async ({ page }) => {
  await page.goto("/methode#baremes");
  await expect(page.locator("#aci-2019 .callout")).toContainText(
    /Taille 3\s: les lignes font 375\s000\s€, le maximum publié est de 370\s000\s€, soit \+5\s000\s€/,
  );
});

test(
  "says which EPCI stand in for which CPTS, the reading of 80 000, the deadlines, the conventions",
  FIGURES,
  async ({ page }) => {
    await page.goto("/methode");
    const perimeters = page.getByRole("table", { name: /périmètres estimés/ });
    await expect(perimeters.locator("tbody tr")).toHaveCount(10);
    await expect(perimeters.getByRole("row").filter({ hasText: "Clermont Plus" })).toContainText(
      "Clermont Auvergne Métropole",
    );
    await expect(page.locator("#tailles")).toContainText(
      /Exactement 80\s000 habitants\s: taille 2, lecture de Maillage/,
    );
    const missions = page.getByRole("table", { name: /Les missions, par barème/ });
    await expect(missions.getByRole("row").filter({ hasText: "crises" })).toContainText("sous 6 mois");
    await expect(page.locator("#versement")).toContainText("Prorata en jours exacts");
    await expect(page.locator("#versement")).toContainText("art. 9.1");
    await expect(page.locator("#donnees")).toContainText("Licence Ouverte");
    await expect(page.locator("#donnees").getByRole("link", { name: "Sannerville" })).toBeVisible();
    await expect(page.locator("#api").getByRole("link")).toHaveAttribute("href", "/api/v1/openapi.json");
  },
);

test("its table of contents leads to each part", async ({ page }) => {
  await page.goto("/methode");
  const links = page.getByRole("navigation", { name: "Sur cette page" }).getByRole("link");
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))) {
    await expect(page.locator(href)).toHaveCount(1);
  }
});

test("is accessible", async ({ page }) => {
  await page.goto("/methode");
  await expectAccessible(page);
});
