import { expect, expectAccessible } from "../fixtures";
import { CPTS_OF, test } from "./people";

const PAGE = `/espace/cpts/${CPTS_OF.coordinator}/financement`;

test("due, paid and spent of a contract year, each explained; what nobody communicated is no zero", async ({
  arsAgent: page,
}) => {
  await page.goto(`${PAGE}?annee=1-2`);
  await expect(page.locator(".money-lead")).toContainText("au moins 50\u202f000\u00a0€ dus");
  await expect(page.locator(".money-lead")).toContainText("versements non communiqués");
  const table = page.getByRole("table", { name: "Année 2 du contrat, ligne par ligne" });
  await expect(table.locator("tr.g").first()).toContainText("non communiqué");
  const why = table.getByText("Fonctionnement, volet fixe").first();
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(table).toContainText("dû en entier pour l’année");
  await expectAccessible(page);

  await page.getByRole("navigation", { name: "Année du contrat" }).getByText("Année 1").click();
  await expect(page).toHaveURL(/annee=1-1/);
  const dues = page.getByRole("table", { name: "Échéances de l’année 1" });
  await expect(dues.locator("tbody tr").first()).toContainText("en entier, à la signature");
  await expect(dues.locator("tbody tr").first()).toContainText("Versement non communiqué");

  await page.goto(`${PAGE}?annee=9-9`);
  await expect(page.locator(".callout.err")).toContainText("n’est pas une année de contrat de cette CPTS");
});

test("the calendar of a territory, and what stops a CPTS from having one", async ({ arsAgent: page }) => {
  await page.goto("/espace/echeancier?mois=24");
  await expect(page.getByText(/sans échéancier/)).toBeVisible();
  await page.getByLabel("Montrer").selectOption("retard");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/vue=retard/);
  await expect(page.getByText(/sans versement enregistré/)).toBeVisible();
  await expectAccessible(page);
});

test("nobody else reads the money of a CPTS, nor the calendar of a territory", async ({
  neighbour: page,
}) => {
  for (const address of [PAGE, "/espace/echeancier"]) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(404);
  }
});
