import { expectAccessible } from "../fixtures";
import { expect, keeperOf, newContext, recordOf, test } from "./people";
import { stateOf } from "./places.mjs";

const keeper = keeperOf("depenses");
/** One record: a contract year, and a calendar year, for each width. */
const year = () => (test.info().project.use.isMobile ? 2 : 1);
const sheet = () => `/espace/cpts/${recordOf("depenses")}/depenses?annee=1-${year()}`;

test("a coordinator keeps a year's budget and spending, sums following what is typed", async ({
  browser,
}) => {
  const { page } = keeper;
  const running = (part: string) =>
    page.getByLabel(`Fonctionnement, loyers et charges courantes, ${part}, en euros`);
  await page.goto(sheet());
  await expectAccessible(page);
  await running("budget").fill("12 000");
  await running("dépensé").fill("12 500,5");
  const block = page
    .locator("details")
    .filter({ has: page.getByRole("heading", { name: "Fonctionnement" }) });
  await expect(block.locator("tfoot")).toContainText("12 500,50 €");
  await expect(page.getByText("dépassement").last()).toBeVisible();
  await page.getByRole("heading", { name: "Prévention" }).click();
  const services = page.getByLabel("Prévention, prestations, dépensé, en euros");
  await services.fill("mille");
  await page.getByRole("button", { name: "Enregistrer les dépenses" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "à corriger" });
  await expect(summary).toContainText("Prévention, prestations, dépensé : « mille »");
  await summary.getByRole("link").click();
  await expect(services).toBeFocused();
  await expectAccessible(page);

  // Another window of the same person saves first, without scripts.
  const { baseURL, viewport } = test.info().project.use;
  const storageState = await page.context().storageState();
  const plain = await browser.newContext({ baseURL, viewport, storageState, javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto(sheet());
  await other.getByLabel("Fonctionnement, prestations, budget, en euros").fill("40");
  await other.getByRole("button", { name: "Enregistrer les dépenses" }).click();
  await expect(other.getByText("Les dépenses de l’année sont enregistrées.")).toBeVisible();
  await plain.close();

  await services.fill("1 000");
  await page.getByRole("button", { name: "Enregistrer les dépenses" }).click();
  const conflict = page.getByRole("alert").filter({ hasText: "Modifié entre-temps" });
  await expect(conflict.getByRole("row", { name: /Fonctionnement, prestations/ })).toContainText("40 €");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enregistrer ma version à la place" }).click();
  await expect(page.locator(".outcome")).toContainText("enregistrées");

  const agent = await newContext(browser, stateOf("cpamAgent"));
  const reader = await agent.newPage();
  await reader.goto(sheet());
  await expect(reader.getByRole("row", { name: /^Total de la ligne/ }).first()).toContainText("−500,50 €");
  await expect(reader.getByRole("button", { name: "Enregistrer les dépenses" })).toHaveCount(0);
  await expectAccessible(reader);
  await agent.close();
});

test("what professionals received is checked against the ceiling, and no name is kept", async () => {
  const { page } = keeper;
  const calendar = 2022 + year();
  await page.goto(`/espace/cpts/${recordOf("depenses")}/indemnites?annee=${calendar}`);
  const amounts = page.getByLabel(/^Ce que chaque professionnel a reçu/);
  await amounts.fill("47 000\nDr Martin 1 200\n900");
  await page.getByRole("button", { name: "Enregistrer et vérifier" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "à corriger" })).toContainText("ligne 2");
  await amounts.fill("47 000\n1 200\n900");
  await page.getByRole("button", { name: "Enregistrer et vérifier" }).click();
  await expect(page.getByText(`1 professionnel au-dessus du plafond en ${calendar}.`)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`^${calendar}`) })).toContainText("49 100 €");
  await expectAccessible(page);
});
