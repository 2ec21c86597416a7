import { SECTION_7 } from "../unit/queries/cpts-section-7";
import { FIGURES, expect, expectAccessible, test } from "./fixtures";

/** French figures hold no-break spaces; a test compares words. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, " ").trim();

const HAUTES = "/cpts/haute-combraille-et-volcans";

test.describe("every figure of the public documents is on its page, with its source", () => {
  for (const { slug, name, source, figures } of SECTION_7) {
    test(name, FIGURES, async ({ page }) => {
      await page.goto(`/cpts/${slug}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      const text = plain(await page.locator("main").innerText());
      for (const figure of figures) expect(text, figure).toContain(figure);
      const sources = plain(await page.locator("#sources").innerText());
      expect(sources).toContain(source);
      // A reference leads to its numbered source.
      const first = page.locator("main a.src").first();
      const target = await first.getAttribute("href");
      await expect(page.locator(target ?? "#nulle-part")).toBeVisible();
    });
  }
});

for (const slug of [
  "haute-combraille-et-volcans",
  "porte-de-drome-ardeche",
  "sud-ard-drom",
  "bords-d-allier",
]) {
  test(`${slug}: accessible, within its window`, async ({ page }) => {
    await page.goto(`/cpts/${slug}`);
    await expectAccessible(page);
  });
}

test("« Pourquoi ce montant ? » opens by keyboard and explains step by step", async ({ page }) => {
  await page.goto(HAUTES);
  const why = page.locator("details.why").nth(1);
  await expect(why.locator(".why-body")).toBeHidden();
  await why.locator("summary").focus();
  await page.keyboard.press("Enter");
  const body = why.locator(".why-body");
  await expect(body).toBeVisible();
  const text = plain(await body.innerText());
  for (const step of ["Population 18 750", "Taille 1", "Barème 50 000 €", "Prorata non communiqué"]) {
    expect(text).toContain(step);
  }
  expect(text).toContain("Il manque la date de démarrage de la mission");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(body).toBeHidden();
});

test("the contract year and the schedule are in the address", async ({ page }) => {
  await page.goto(HAUTES);
  const envelope = page.locator("#enveloppe");
  await expect(envelope).toContainText("la dernière avant le terme");
  await page.getByRole("navigation", { name: "Année du contrat" }).getByText("Année 2").click();
  await expect(page).toHaveURL(/annee=2/);
  await expect(envelope).toContainText("du 19/02/2021 au 18/02/2022");
  expect(plain(await envelope.locator("tfoot").innerText())).toContain("220 000 €");
  await page.goto(`${HAUTES}?annee=4`);
  await page.getByRole("navigation", { name: "Barème" }).getByText("ACI 2019").click();
  await expect(page).toHaveURL(/annee=4&bareme=aci-2019/);
  await expect(envelope).toContainText("Barème antérieur");
});

test("a year past the term is to be confirmed, never presented as due", FIGURES, async ({ page }) => {
  await page.goto(`${HAUTES}?annee=7`);
  const envelope = page.locator("#enveloppe");
  await expect(envelope).toContainText("Après le terme.");
  const total = envelope.locator("tfoot tr").first();
  await expect(total).toContainText("à confirmer");
  await expect(total).not.toContainText("au moins");
});

test("a senseless address falls back and says so", FIGURES, async ({ page }) => {
  await page.goto(`${HAUTES}?annee=99&bareme=x&date=demain`);
  await expect(page.locator(".callout.err")).toContainText("n’est pas une année de ce contrat");
  await expect(page.locator(".callout.err")).toContainText("n’est pas un barème possible");
  await expect(page.locator(".callout.err")).toContainText("n’est pas une date");
});

test("Sud Allier shows both readings of its maximum", FIGURES, async ({ page }) => {
  await page.goto("/cpts/sud-allier");
  const table = plain(await page.getByRole("table", { name: "Chiffres publiés et calculés" }).innerText());
  expect(table).toMatch(/185 000 €.*185 000 €.*0 €/);
  expect(table).toMatch(/185 000 €.*220 000 €.*\+35 000 €/);
});

test(
  "without a perimeter nothing is coloured, without a tier nothing is computed, and the page says why",
  FIGURES,
  async ({ page }) => {
    await page.goto("/cpts/bords-d-allier");
    await expect(page.locator(".loc .own")).toHaveCount(0);
    await expect(page.locator(".loc figcaption")).toContainText("rien n’est colorié");
    await expect(page.locator("#enveloppe")).toContainText("Rien ne peut être calculé sans la taille");
    await expect(page.locator("#communes")).toContainText("périmètre non connu");
  },
);

test("a bi-departmental CPTS is drawn and counted in both", FIGURES, async ({ page }) => {
  await page.goto("/cpts/sud-ard-drom");
  await expect(page.locator(".loc svg")).toHaveAttribute("aria-label", /Ardèche et Drôme, périmètre estimé/);
  expect(plain(await page.locator("#communes").innerText())).toContain("Ardèche, 9 communes");
});

test("the communes sort by links", FIGURES, async ({ page }) => {
  await page.goto("/cpts/sud-ard-drom?tri=-population");
  await expect(page.locator("#communes tbody th").first()).toHaveText("Pierrelatte");
  await expect(page.locator("#communes th[aria-sort]")).toHaveAttribute("aria-sort", "descending");
});

test("an unknown CPTS is a 404 that shows ways out", FIGURES, async ({ page }) => {
  const response = await page.goto("/cpts/nulle-part");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page introuvable");
});

test("the list filters, sorts and keeps its day", async ({ page }) => {
  await page.goto("/cpts");
  await expectAccessible(page);
  const rows = page.locator(".cpts-list tbody tr");
  await expect(rows).toHaveCount(17);
  await page.getByLabel("Département", { exact: true }).selectOption("07");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/departement=07/);
  await expect(rows).toHaveCount(3);
  await page.goto("/cpts?perimetre=inconnu&tri=-signature");
  await expect(rows).toHaveCount(7);
  await expect(rows.first()).toContainText("Pilat");
  await page.goto("/cpts?date=2020-03-01&etape=signe");
  await expect(rows).toHaveCount(1);
  await rows.getByRole("link", { name: "Haute-Combraille et Volcans" }).click();
  await expect(page).toHaveURL(/haute-combraille-et-volcans\?date=2020-03-01/);
});
