import { expectAccessible } from "../fixtures";
import { expect, test } from "./people";

test("an agent creates a CPTS from its letter of intent, and follows its steps", async ({
  arsAgent: page,
}) => {
  const name = `Monts d’Essai ${test.info().project.name} ${Date.now().toString(36)}`;
  await page.goto("/espace/cpts/nouvelle");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nouvelle CPTS");
  await expectAccessible(page);

  // Nothing filled: each fault leads to its field.
  await page.getByRole("button", { name: "Créer la CPTS" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "à corriger" });
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await summary.getByRole("link", { name: /^Le nom de la CPTS est obligatoire/ }).click();
  await expect(page.getByLabel("Nom de la CPTS")).toBeFocused();

  // A department that is not the agent's; what was typed stays.
  await page.getByLabel("Nom de la CPTS").fill(name);
  await page.getByLabel("Département du contrat").selectOption("75");
  await page.getByLabel("Jour de la lettre d’intention").fill("2026-09-14");
  await page.getByRole("button", { name: "Créer la CPTS" }).click();
  await expect(summary).toContainText("Aucun de ces départements n’est le vôtre");
  await expect(page.getByLabel("Nom de la CPTS")).toHaveValue(name);
  await expect(page.getByLabel("Département du contrat")).toHaveValue("75");

  await page.getByLabel("Département du contrat").selectOption("63");
  await page.getByLabel("Autre département, 1").selectOption("03");
  await page.getByRole("button", { name: "Créer la CPTS" }).click();
  // A CPTS of the other width's run may have nearly this name: it is pointed out, then told apart.
  const distinct = page.getByLabel("C’est bien une autre CPTS.");
  await expect(distinct.or(page.locator(".outcome"))).toBeVisible();
  if (await distinct.isVisible()) {
    await distinct.check();
    await page.getByRole("button", { name: "Créer la CPTS" }).click();
  }
  await expect(page.locator(".outcome")).toContainText(`${name} est créée`);
  await expect(page.getByRole("link", { name: "invitez la personne qui la coordonne" })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Étape", { exact: true }).selectOption("project_validated");
  await page.getByLabel("Jour", { exact: true }).fill("2026-10-31");
  await page.getByLabel("Dernier jour possible").fill("2026-10-01");
  await page.getByRole("button", { name: "Enregistrer l’étape" }).click();
  await expect(summary).toContainText("Le dernier jour possible doit suivre");
  await expectAccessible(page);
  await page.getByLabel("Jour", { exact: true }).fill("2026-10-01");
  await page.getByLabel("Dernier jour possible").fill("2026-10-31");
  await page.getByRole("button", { name: "Enregistrer l’étape" }).click();
  await expect(page.locator(".outcome")).toContainText("L’étape est enregistrée");
  await expect(page.getByRole("listitem").filter({ hasText: "Projet de santé validé" })).toContainText(
    "oct.",
  );

  await page.goto(
    page
      .url()
      .replace("/espace/cpts/", "/cpts/")
      .replace(/\/etapes.*/, ""),
  );
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByText("Périmètre non connu", { exact: true }).first()).toBeVisible();
});

test("a name already taken is pointed out, with a link, before anything is created", async ({
  arsAgent: page,
}) => {
  await page.goto("/espace/cpts/nouvelle");
  await page.getByLabel("Nom de la CPTS").fill("haute combraille & volcans");
  await page.getByLabel("Département du contrat").selectOption("63");
  await page.getByLabel("Jour de la lettre d’intention").fill("2026-09-14");
  await page.getByRole("button", { name: "Créer la CPTS" }).click();
  await expect(page.getByText("Ce nom existe déjà, ou presque.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Haute-Combraille et Volcans/ })).toBeVisible();
  await expect(page.getByLabel("C’est bien une autre CPTS.")).not.toBeChecked();
  await expectAccessible(page);
});

test("nobody but agents creates, and nobody else sees the steps", async ({
  coordinator,
  neighbour,
  analyst,
}) => {
  for (const page of [coordinator, analyst]) {
    expect((await page.goto("/espace/cpts/nouvelle"))?.status()).toBe(404);
  }
  const steps = "/espace/cpts/haute-combraille-et-volcans/etapes";
  expect((await neighbour.goto(steps))?.status()).toBe(404);
  await coordinator.goto(steps);
  await expect(coordinator.getByRole("button", { name: "Enregistrer l’étape" })).toHaveCount(0);
  await expect(coordinator.getByText("se propose à l’ARS et à la CPAM")).toBeVisible();
  await expectAccessible(coordinator);
});
