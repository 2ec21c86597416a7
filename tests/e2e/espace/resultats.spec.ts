import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { expect, keeperOf, PEOPLE, recordOf, signIn, test } from "./people";

/** Signed on 17/06/2020, tier 1: prévention is worth 10,000 € of variable share a year. */
const home = () => `/espace/cpts/${recordOf("resultats")}`;
const PHONE = { width: 390, height: 844 };

test.describe.configure({ mode: "serial" });

const claire = keeperOf("resultats");

async function addIndicator(page: Page, rank: number, label: string, threshold: string, euros: string) {
  await page.getByRole("button", { name: "Ajouter un indicateur" }).click();
  // Two rows may go by one name while they are typed: fields are found by their place in the form.
  const field = (name: string) => page.locator(`#champ-indicators-${rank}-${name}`);
  await field("mission").selectOption("prevention");
  await field("label").fill(label);
  await field("unit").fill("%");
  await field("steps-0-threshold").fill(threshold);
  await field("steps-0-euros").fill(euros);
}

async function onPhone(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  if (wide) await page.setViewportSize(wide);
}

test("indicators are typed, held to the envelope, proposed and accepted", async ({ arsAgent }) => {
  const { page } = claire;
  await page.goto(`${home()}/indicateurs`);
  await addIndicator(page, 0, "Patients vaccinés", "62,5", "6 000");
  const sums = page.getByRole("row", { name: /Prévention/ });
  await expect(sums).toContainText("il manque 4 000 €");
  await expect(page.getByText("1 somme ne tombe pas juste")).toBeVisible();
  await expectAccessible(page);
  await onPhone(page);
  await page.getByRole("link", { name: "Relire et proposer" }).click();
  await expect(page.getByText("totalisent 6 000 €, pour une enveloppe variable de 10 000 €")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Proposer/ })).toHaveCount(0);

  await page.goto(`${home()}/indicateurs`);
  await addIndicator(page, 1, "Patients dépistés", "40", "4 000");
  await expect(sums).toContainText("La somme tombe juste.");
  await page.getByRole("link", { name: "Relire et proposer" }).click();
  await page.getByRole("button", { name: "Proposer à l’ARS et à la CPAM" }).click();
  await expect(page.getByText("La proposition est envoyée.")).toBeVisible();

  await arsAgent.goto(new URL(page.url()).pathname);
  await expect(arsAgent.getByRole("heading", { name: "Patients dépistés" })).toBeVisible();
  await expect(arsAgent.getByText("40 % ou plus : 4 000 € (tout ou rien)")).toBeVisible();
  await expectAccessible(arsAgent);
  await arsAgent.getByRole("button", { name: "Accepter" }).click();
  await expect(arsAgent.getByText("Acceptée", { exact: true }).first()).toBeVisible();
});

test("results are proposed by the coordinator, settled by the agent, closed, and reopened with a reason", async ({
  arsAgent: agent,
}) => {
  const { page } = claire;
  const year = `${home()}/resultats/1-2`;
  await page.goto(`${home()}/resultats`);
  await expect(page.getByRole("row", { name: /Année 2/ })).toContainText("À proposer");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Année 2" }).click();
  await expectAccessible(page);

  await test.step("what is typed earns at once what the engine says, and faults keep it", async () => {
    await page.getByLabel("Patients vaccinés (%)").fill("62,5");
    await expect(page.getByText("palier « 62,5 % ou plus » atteint")).toBeVisible();
    await page.getByLabel("Patients dépistés (%)").fill("39");
    await expect(page.getByText("6 000 € + 0 € = 6 000 € sur 10 000 €")).toBeVisible();
    await page.getByText("Justificatif").first().click();
    await page.locator("#resultats-link-acces_soins").fill("bilan");
    await page.getByRole("button", { name: "Proposer à l’ARS et à la CPAM" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "à corriger" });
    await expect(summary).toBeFocused();
    await expect(page.getByText("6 000 € + 0 € = 6 000 € sur 10 000 €")).toBeVisible();
    await expectAccessible(page);
    await summary.getByRole("link", { name: /Le lien \(Accès aux soins\)/ }).click();
    await expect(page.locator("#resultats-link-acces_soins")).toBeFocused();
    await page.locator("#resultats-link-acces_soins").fill("https://exemple.fr/bilan.pdf");
    await page.getByLabel("Taux d’atteinte des objectifs, Parcours pluriprofessionnels, en %").fill("80");
    await onPhone(page);
    await page.getByRole("button", { name: "Proposer à l’ARS et à la CPAM" }).click();
    await expect(page.locator(".outcome")).toContainText("proposés");
  });

  await test.step("the agent settles, once what lacks is said to stay unknown", async () => {
    await agent.goto(year);
    await expect(agent.getByLabel("Patients vaccinés (%)")).toHaveValue("62,5");
    await agent.getByRole("button", { name: "Arrêter l’année" }).click();
    const summary = agent.getByRole("alert").filter({ hasText: "à corriger" });
    await expect(summary).toContainText("Le jour du dialogue de gestion est obligatoire");
    await expect(summary).toContainText("le taux d’atteinte (Accès aux soins)");
    await expectAccessible(agent);
    await agent.getByLabel("Jour du dialogue de gestion").fill("2022-09-15");
    await agent.getByLabel(/Ce qui n’a pas de valeur ne sera pas connu/).check();
    await agent.getByRole("button", { name: "Arrêter l’année" }).click();
    await expect(agent.getByText("Année arrêtée", { exact: false }).first()).toBeVisible();
    await expectAccessible(agent);
  });

  await test.step("closed: the coordinator reads, and changes nothing", async () => {
    await page.goto(year);
    await expect(page.getByText("le 15/09/2022 par l’ARS")).toBeVisible();
    await expect(page.getByRole("button", { name: /Enregistrer|Proposer|Rouvrir/ })).toHaveCount(0);
    await expect(page.getByRole("row", { name: /Patients vaccinés/ })).toContainText("6 000 €");
    await onPhone(page);
  });

  await test.step("reopened by the agent, never without a reason, which everybody of the record reads", async () => {
    const reason = "Une attestation est arrivée après le dialogue.";
    await agent.getByText("Rouvrir cette année").click();
    await agent.getByRole("button", { name: "Rouvrir l’année" }).click();
    await expect(agent.getByRole("alert").filter({ hasText: "Le motif est obligatoire" })).toBeFocused();
    await expectAccessible(agent);
    await agent.getByLabel("Motif de la réouverture").fill(reason);
    await agent.getByRole("button", { name: "Rouvrir l’année" }).click();
    await expect(agent.locator(".outcome")).toContainText("rouverte");
    await page.goto(year);
    await expect(page.getByText(reason)).toBeVisible();
    await expect(page.getByLabel("Patients vaccinés (%)")).toHaveValue("62,5");
    await page.goto(`${home()}/historique`);
    await expect(page.getByText(/a rouvert les résultats de l’année 2 du contrat 1/).first()).toBeVisible();
  });
});

test("without scripts a year is typed, refused in words and kept", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, PEOPLE.arsAgent.email);
  await page.goto(`${home()}/resultats/1-3`);
  await page.getByLabel("Patients vaccinés (%)").fill("beaucoup");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(
    page.getByText(/La valeur \(Prévention, indicateur 1\).*n’est pas un nombre/).first(),
  ).toBeVisible();
  await page.getByLabel("Patients vaccinés (%)").fill("70");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Les résultats sont enregistrés.")).toBeVisible();
  await expect(page.getByText("palier « 62,5 % ou plus » atteint")).toBeVisible();
  await context.close();
});
