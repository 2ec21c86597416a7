import { expectAccessible } from "../fixtures";
import { CPTS_OF, expect, test } from "./people";

const HOME = `/espace/cpts/${CPTS_OF.coordinator}`;

test("a coordinator finds what is missing in the record, why, and where to mend it", async ({
  coordinator: page,
}) => {
  await page.goto("/espace");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ce qui m’attend");
  await expect(page.getByRole("heading", { name: "Ma CPTS" })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("table")
    .getByRole("link", { name: /volcans/i })
    .click();
  await expect(page).toHaveURL(HOME);
  await expect(page.getByRole("navigation", { name: "Rubriques de la fiche" })).toBeVisible();
  const contact = page.getByRole("listitem").filter({ hasText: "Aucun contact avec sa fonction" });
  await expect(contact).toContainText("ne savent pas à qui écrire");
  await expect(contact.getByRole("link")).toHaveAttribute("href", `${HOME}/identite`);
  await expectAccessible(page);
});

test("what needs an agent first is seen without scrolling", async ({ arsAgent: page }) => {
  await page.goto("/espace");
  const heading = page.getByRole("heading", { name: "Propositions à décider" });
  await expect(heading).toBeInViewport();
  await expect(page.getByRole("link", { name: "Créer une CPTS" })).toHaveAttribute(
    "href",
    "/espace/cpts/nouvelle",
  );
  await expect(
    page
      .getByRole("table")
      .getByRole("link", { name: /Allier/ })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test("the list of the country is filtered by the address, which says what it ignores", async ({
  analyst: page,
}) => {
  await page.goto("/espace");
  await page.getByLabel("Département", { exact: true }).selectOption("63");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/departement=63/);
  // Other tests create some meanwhile.
  await expect(page.getByText(/CPTS sur \d+/)).toBeVisible();
  await expectAccessible(page);
  await page.goto("/espace?departement=99&tri=couleur");
  await expect(page.getByText("Adresse ignorée en partie").first()).toBeVisible();
  await page.goto("/espace?departement=42&etape=intention");
  await expect(page.getByText("Aucune CPTS ne répond à ces filtres.")).toBeVisible();
  await expectAccessible(page);
});

test("an administrator finds accounts and the journal", async ({ administrator: page }) => {
  await page.goto("/espace");
  await expect(page.getByRole("heading", { name: "Comptes ouverts" })).toBeInViewport();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Ouvrir le journal" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Journal/);
});

test("a record's home opens to its parties and to those who read everything, and to nobody else", async ({
  coordinator,
  arsAgent,
  analyst,
  administrator,
  neighbour,
  cpamAgent,
}) => {
  for (const reader of [coordinator, arsAgent, analyst, administrator]) {
    expect((await reader.goto(HOME))?.status()).toBe(200);
    await expectAccessible(reader);
  }
  for (const stranger of [neighbour, cpamAgent]) expect((await stranger.goto(HOME))?.status()).toBe(404);
});
