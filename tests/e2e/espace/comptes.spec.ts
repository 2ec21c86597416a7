import { expectAccessible } from "../fixtures";
import { CPTS_OF, expect, freshPerson, invite, newContext, PASSWORD, PEOPLE, signIn, test } from "./people";

const fresh = () => `invite.${Date.now().toString(36)}${test.info().workerIndex}@exemple.fr`;

test("an agent sees the coordinators of their territory, and only them", async ({ arsAgent, cpamAgent }) => {
  await arsAgent.goto("/espace/comptes");
  await expect(arsAgent.getByRole("rowheader", { name: PEOPLE.coordinator.name })).toBeVisible();
  await expect(arsAgent.getByText(PEOPLE.neighbour.email)).toHaveCount(0);
  await expect(arsAgent.getByText(PEOPLE.administrator.email)).toHaveCount(0);
  await expectAccessible(arsAgent);
  await cpamAgent.goto("/espace/comptes");
  await expect(cpamAgent.getByText(PEOPLE.neighbour.email)).toBeVisible();
  await expect(cpamAgent.getByText(PEOPLE.coordinator.email)).toHaveCount(0);
});

test("whoever invites nobody finds nothing there", async ({ coordinator, analyst }) => {
  for (const page of [coordinator, analyst]) {
    for (const path of ["/espace/comptes", "/espace/comptes/inviter"]) {
      expect((await page.goto(path))?.status()).toBe(404);
    }
  }
});

test("the form of invitation says what is missing and keeps what was typed", async ({ administrator }) => {
  await administrator.goto("/espace/comptes/inviter");
  await expectAccessible(administrator);
  await administrator.getByRole("button", { name: "Inviter" }).click();
  await expect(administrator.getByRole("alert").filter({ hasText: "corriger" })).toBeFocused();
  await administrator.getByLabel("Adresse électronique de la personne").fill("pas une adresse");
  await administrator.getByRole("radio", { name: /Agent ARS/ }).check();
  await administrator.getByRole("radio", { name: "ARS", exact: true }).check();
  await administrator.getByRole("searchbox", { name: "Nom ou numéro" }).fill("puy");
  await administrator.getByRole("checkbox", { name: "Puy-de-Dôme (63)" }).check();
  await administrator.getByRole("button", { name: "Inviter" }).click();
  await expect(administrator.getByText("Cette adresse n’en est pas une.").first()).toBeVisible();
  await expect(administrator.getByLabel("Adresse électronique de la personne")).toHaveValue(
    "pas une adresse",
  );
  await expect(administrator.getByRole("checkbox", { name: "Puy-de-Dôme (63)" })).toBeChecked();
  await expectAccessible(administrator);
});

test("an invitation is made, renewed, then withdrawn; its links die with it", async ({
  administrator,
  page,
}) => {
  const email = fresh();
  const first = await invite(administrator, email, { role: "analyst", organisation: "other" });
  await expectAccessible(administrator);
  await page.goto(first);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invitation");
  await expectAccessible(page);

  await administrator.goto("/espace/comptes");
  await administrator.getByRole("button", { name: `Refaire un lien pour ${email}` }).click();
  const link = await administrator.getByLabel("Lien à transmettre").inputValue();
  await expectAccessible(administrator);
  await page.goto(first);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre rien");
  await page.goto(new URL(link).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invitation");

  await administrator.getByRole("button", { name: `Retirer l’invitation de ${email}` }).click();
  await expect(administrator.getByRole("rowheader", { name: email })).toHaveCount(0);
  await page.goto(new URL(link).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre rien");
});

test("a weak password is refused with the way to mend it", async ({ administrator, page }) => {
  const path = await invite(administrator, fresh(), { role: "analyst", organisation: "other" });
  await page.goto(path);
  await page.getByLabel("Prénom et nom").fill("Camille Durand");
  for (const [password, said] of [
    ["court", /ajoutez-en au moins 7/],
    ["camille et les volcans", /contient «\s*camille/],
    ["motdepasse2026", /l’un des plus courants/],
  ] as const) {
    await page.getByLabel("Mot de passe", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveAccessibleDescription(said);
    await expect(page.getByLabel("Prénom et nom")).toHaveValue("Camille Durand");
  }
  await expectAccessible(page);
});

test("access is taken back and given again", async ({ arsAgent, browser }) => {
  const { page, name, email, close } = await freshPerson(browser, arsAgent, {
    role: "coordinator",
    cpts: [CPTS_OF.coordinator],
  });
  await arsAgent.goto("/espace/comptes");
  await arsAgent.getByRole("button", { name: `Retirer l’accès de ${name}` }).click();
  await expect(arsAgent.getByRole("button", { name: `Rétablir l’accès de ${name}` })).toBeVisible();
  await expectAccessible(arsAgent);
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion/);
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText("Votre accès a été retiré.").first()).toBeVisible();
  await arsAgent.getByRole("button", { name: `Rétablir l’accès de ${name}` }).click();
  await expect(arsAgent.getByRole("button", { name: `Retirer l’accès de ${name}` })).toBeVisible();
  await signIn(page, email);
  await close();
});

test("a link handed over sets another password, and ends the sessions", async ({ arsAgent, browser }) => {
  const { page, name, email, close } = await freshPerson(browser, arsAgent, {
    role: "coordinator",
    cpts: [CPTS_OF.coordinator],
  });
  await arsAgent.goto("/espace/comptes");
  await arsAgent.getByRole("button", { name: `Lien de mot de passe pour ${name}` }).click();
  const link = await arsAgent.getByLabel("Lien à transmettre").inputValue();
  const context = await newContext(browser);
  const elsewhere = await context.newPage();
  await elsewhere.goto(new URL(link).pathname);
  await expectAccessible(elsewhere);
  await elsewhere.getByLabel("Nouveau mot de passe", { exact: true }).fill("Trois lacs au pied du puy");
  await elsewhere.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(elsewhere.getByText("Votre mot de passe est changé")).toBeVisible();
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion/);
  await signIn(elsewhere, email, "Trois lacs au pied du puy");
  await elsewhere.goto(new URL(link).pathname);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre rien");
  await context.close();
  await close();
});
