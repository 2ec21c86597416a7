import { expectAccessible } from "../fixtures";
import { expect, newContext, PASSWORD, PEOPLE, signIn, test } from "./people";

test("whoever opens a private page signs in, then is where they were going", async ({ page }) => {
  await page.goto("/espace");
  await expect(page).toHaveURL("/connexion?retour=%2Fespace");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connexion");
  await expectAccessible(page);
  await page.getByLabel("Adresse électronique").fill(PEOPLE.analyst.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/espace$/);
  await expect(page.getByText(PEOPLE.analyst.name).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion/);
});

test("an unknown address and a wrong password are told alike, and what was typed stays", async ({ page }) => {
  const answers: string[] = [];
  for (const email of ["personne@exemple.fr", PEOPLE.analyst.email]) {
    await page.goto("/connexion");
    await page.getByLabel("Adresse électronique").fill(email);
    await page.getByLabel("Mot de passe", { exact: true }).fill("ce n'est pas le bon");
    await page.getByRole("button", { name: "Se connecter" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "corriger" });
    await expect(summary).toBeFocused();
    answers.push(await summary.innerText());
    await expect(page.getByLabel("Adresse électronique")).toHaveValue(email);
    await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveValue("");
  }
  expect(answers[0]).toBe(answers[1]);
  await expectAccessible(page);
});

test("an empty form says what is missing, each fault a link to its field", async ({ page }) => {
  await page.goto("/connexion");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("link", { name: "Indiquez une adresse électronique." }).click();
  await expect(page.getByLabel("Adresse électronique")).toBeFocused();
  await expect(page.getByLabel("Adresse électronique")).toHaveAccessibleDescription(/Indiquez une adresse/);
  await expectAccessible(page);
});

test("signing in leads nowhere outside, and needs no script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/connexion?retour=//exemple.org/");
  await page.getByLabel("Adresse électronique").fill(PEOPLE.analyst.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill("faux");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText("ne convient pas")).toBeVisible();
  await expect(page.getByLabel("Adresse électronique")).toHaveValue(PEOPLE.analyst.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(`${baseURL}/espace`);
  await context.close();
});

test("whoever guesses is stopped, and told when to try again", async ({ page }) => {
  test.setTimeout(90_000);
  const email = `devine.${Date.now().toString(36)}${test.info().workerIndex}@exemple.fr`;
  await page.goto("/connexion");
  for (let i = 0; i < 9; i += 1) {
    await page.getByLabel("Adresse électronique").fill(email);
    await page.getByLabel("Mot de passe", { exact: true }).fill(`essai ${i}`);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveValue("");
  }
  await expect(page.getByText(/Trop d’essais\. Réessayez dans 1\d minutes/).first()).toBeVisible();
  await expectAccessible(page);
});

test("a password is shown on demand", async ({ page }) => {
  await page.goto("/connexion");
  const field = page.getByLabel("Mot de passe", { exact: true });
  await field.fill("secret");
  await page.getByRole("button", { name: "Afficher le mot de passe" }).click();
  await expect(field).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Masquer le mot de passe" }).click();
  await expect(field).toHaveAttribute("type", "password");
});

test("links that open nothing say so", async ({ page }) => {
  for (const path of ["/invitation/nimporte", "/premier-compte/nimporte"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre rien");
    await expectAccessible(page);
  }
});

test("the cookie is out of reach of scripts and of other sites", async ({ browser }) => {
  const context = await newContext(browser);
  const page = await context.newPage();
  await signIn(page, PEOPLE.analyst.email);
  const cookies = await context.cookies();
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: "Lax" },
  ]);
  const response = await page.goto("/espace");
  expect(response?.headers()["cache-control"]).toContain("no-store");
  await context.close();
});
