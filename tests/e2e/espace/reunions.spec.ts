import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { expect, newContext, PEOPLE, recordOf, signIn, test } from "./people";
import { stateOf } from "./places.mjs";

const list = () => `/espace/cpts/${recordOf("reunions")}/reunions`;

async function record(page: Page, decisions: string): Promise<void> {
  await page.goto(list());
  await page.getByRole("link", { name: "Enregistrer une réunion" }).click();
  await page.getByLabel("Jour").fill("2026-11-10");
  await page.getByLabel("Fonction, 1").fill("coordinatrice");
  await page.getByLabel("Organisme, 1").fill("CPTS");
  await page.getByLabel("Décisions").fill(decisions);
  await page.getByRole("button", { name: "Enregistrer la réunion" }).click();
  await expect(page.locator(".outcome")).toContainText("La réunion est enregistrée");
}

const meeting = (page: Page, decisions: string) => page.getByRole("article").filter({ hasText: decisions });

test("an agent records a meeting, mends its faults, changes it, removes it", async ({ arsAgent: page }) => {
  const decisions = `Le projet est attendu pour mars (${test.info().project.name}).`;
  await page.goto(`${list()}/nouvelle`);
  await expectAccessible(page);
  await page.getByLabel("Organisme, 2").fill("ARS");
  await page.getByRole("button", { name: "Enregistrer la réunion" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "à corriger" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Le jour est obligatoire");
  await expectAccessible(page);
  await summary.getByRole("link", { name: /^La fonction est obligatoire/ }).click();
  await expect(page.getByLabel("Fonction, 2")).toBeFocused();
  await expect(page.getByLabel("Organisme, 2")).toHaveValue("ARS");

  await page.getByRole("button", { name: "Ajouter des lignes" }).click();
  await expect(page.getByLabel("Fonction, 4")).toBeFocused();
  await expect(page.getByLabel("Organisme, 2")).toHaveValue("ARS");

  await record(page, decisions);
  await expectAccessible(page);
  await meeting(page, decisions)
    .getByRole("link", { name: /^Modifier/ })
    .click();
  await page.getByLabel("Type de réunion").selectOption("dialogue_gestion");
  await page.getByRole("button", { name: "Enregistrer la réunion" }).click();
  await expect(meeting(page, decisions).getByRole("heading")).toHaveText("Dialogue de gestion du 10/11/2026");

  await meeting(page, decisions)
    .getByRole("link", { name: /^Modifier/ })
    .click();
  await page.getByText("Retirer cette réunion").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Retirer la réunion" }).click();
  await expect(page.locator(".outcome")).toContainText("retirée");
  await expect(page.getByText(decisions)).toHaveCount(0);
});

test("two who edit at once: the second sees both versions, and chooses", async ({
  browser,
  arsAgent: first,
}) => {
  const decisions = `Deux plumes (${test.info().project.name}).`;
  await record(first, decisions);
  await meeting(first, decisions)
    .getByRole("link", { name: /^Modifier/ })
    .click();
  const context = await newContext(browser, stateOf("arsAgent"));
  const second = await context.newPage();
  await second.goto(first.url());

  await first.getByLabel("Décisions").fill(`${decisions} Reporté à avril.`);
  await first.getByRole("button", { name: "Enregistrer la réunion" }).click();
  await expect(first.locator(".outcome")).toContainText("modifiée");

  await second.getByLabel("Décisions").fill(`${decisions} Reporté à mai.`);
  await second.getByRole("button", { name: "Enregistrer la réunion" }).click();
  const conflict = second.getByRole("alert").filter({ hasText: "Modifiée entre-temps" });
  await expect(conflict).toContainText(PEOPLE.arsAgent.name);
  await expect(conflict).toContainText("Reporté à avril.");
  await expect(second.getByLabel("Décisions")).toHaveValue(`${decisions} Reporté à mai.`);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Enregistrer ma version à la place" }).click();
  await expect(meeting(second, decisions)).toContainText("Reporté à mai.");
  await context.close();
});

test("without scripts the form still adds lines, refuses and records", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, PEOPLE.arsAgent.email);
  const decisions = `Sans scripts (${test.info().project.name}).`;
  await page.goto(`${list()}/nouvelle`);
  await page.getByLabel("Fonction, 1").fill("médecin conseil");
  await page.getByRole("button", { name: "Ajouter des lignes" }).click();
  await expect(page.getByLabel("Fonction, 6")).toBeVisible();
  await expect(page.getByLabel("Fonction, 1")).toHaveValue("médecin conseil");
  await page.getByLabel("Décisions").fill(decisions);
  await page.getByRole("button", { name: "Enregistrer la réunion" }).click();
  await expect(page.getByText("Le jour est obligatoire").first()).toBeVisible();
  await page.getByLabel("Jour").fill("2026-11-12");
  await page.getByRole("button", { name: "Enregistrer la réunion" }).click();
  await expect(page.getByText("La réunion est enregistrée.")).toBeVisible();
  await expect(page.getByText(decisions)).toBeVisible();
  await context.close();
});

test("analysts read, strangers find nothing, nobody else writes", async ({
  analyst,
  neighbour,
  cpamAgent,
}) => {
  await analyst.goto(list());
  await expect(analyst.getByRole("heading", { level: 1 })).toContainText("Réunions");
  await expect(analyst.getByRole("link", { name: "Enregistrer une réunion" })).toHaveCount(0);
  await expectAccessible(analyst);
  expect((await analyst.goto(`${list()}/nouvelle`))?.status()).toBe(404);
  for (const page of [neighbour, cpamAgent]) expect((await page.goto(list()))?.status()).toBe(404);
});
