import fs from "node:fs/promises";
import { expectAccessible } from "../fixtures";
import { expect, freshCoordinator, PEOPLE, recordOf, test } from "./people";

test("what a coordinator writes is told, before and after, to the parties alone", async ({
  browser,
  administrator,
  neighbour,
  analyst,
}) => {
  const slug = recordOf("historique");
  const path = `/espace/cpts/${slug}/historique`;
  const camille = await freshCoordinator(browser, administrator, slug);
  const { page } = camille;
  await page.goto(path);
  await expect(page.getByText("Rien ne s’est passé")).toBeVisible();
  await expectAccessible(page);

  const content = { name: "Essai", website: "https://pilat.exemple.fr", contacts: [] };
  const saved = await page.request.put(`/api/espace/cpts/${slug}/sections/identity/draft`, {
    data: { version: 0, content },
  });
  expect(saved.status()).toBe(200);

  await page.goto(path);
  const line = page.getByRole("listitem").filter({ hasText: "a saisi un brouillon de Identité et contacts" });
  await expect(line).toContainText(camille.name);
  await line.getByText("Avant et après").click();
  await expect(line.getByRole("cell", { name: "https://pilat.exemple.fr" })).toBeVisible();
  await expect(line.getByText("Données telles qu’enregistrées")).toBeVisible();
  await expect(line.locator("pre").first()).toBeHidden();
  await expectAccessible(page);

  await page.getByLabel("Type").selectOption("propositions");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/type=propositions/);
  await expect(page.getByText("Rien ne s’est passé")).toBeVisible();

  for (const stranger of [neighbour, analyst]) expect((await stranger.goto(path))?.status()).toBe(404);
  await administrator.goto(path);
  await expect(administrator.getByText("a saisi un brouillon").first()).toBeVisible();
  await expectAccessible(administrator);
  await camille.close();
});

test("the journal is for administrators: read, filtered, exported, and the export told", async ({
  administrator: page,
  arsAgent,
  coordinator,
}) => {
  for (const other of [arsAgent, coordinator]) {
    expect((await other.goto("/espace/journal"))?.status()).toBe(404);
    expect((await other.request.post("/api/espace/journal/export")).status()).toBe(403);
  }
  await page.goto("/espace/journal?type=comptes");
  await expect(page.getByText("a créé son compte").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Nom ou courriel").fill("vidal");
  await page.getByRole("button", { name: "Filtrer" }).click();
  const lines = page.locator("ol.audit > li");
  await expect(lines.first()).toContainText(PEOPLE.coordinator.name);

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter en CSV" }).click();
  const file = await (await waiting).path();
  const csv = await fs.readFile(file, "utf8");
  expect(csv.startsWith("\ufeffnumero;instant_utc;date_heure_paris;personne;")).toBe(true);
  expect(csv).toContain("accept_invitation");

  await page.goto("/espace/journal?type=exports");
  await expect(page.getByText("a exporté le journal").first()).toBeVisible();
});
