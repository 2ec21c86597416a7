import fs from "node:fs";
import { expectAccessible } from "../fixtures";
import { expect, freshPerson, newContext, PASSWORD, signIn, test } from "./people";

const ANALYST = { role: "analyst", organisation: "other" } as const;

test("one's sessions are listed, this one marked, and the others closed", async ({
  administrator,
  browser,
}) => {
  const { page, email, close } = await freshPerson(browser, administrator, ANALYST);
  const context = await newContext(browser);
  const other = await context.newPage();
  await signIn(other, email);
  await page.goto("/espace/compte");
  await expectAccessible(page);
  await expect(page.getByRole("rowheader", { name: /sur/ })).toHaveCount(2);
  await expect(page.getByText("cette session")).toHaveCount(1);
  await page.getByRole("button", { name: "Fermer les autres sessions" }).click();
  await expect(page.getByRole("rowheader", { name: /sur/ })).toHaveCount(1);
  await other.goto("/espace");
  await expect(other).toHaveURL(/\/connexion/);
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/espace$/);
  await context.close();
  await close();
});

test("one's name is corrected, and read at once beside what one does", async ({ administrator, browser }) => {
  const { page, close } = await freshPerson(browser, administrator, ANALYST);
  await page.goto("/espace/compte");
  await page.getByLabel("Prénom et nom").fill(" ");
  await page.getByRole("button", { name: "Corriger mon nom" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "corriger" })).toBeFocused();
  await page.getByLabel("Prénom et nom").fill("Dominique Corrigé");
  await page.getByRole("button", { name: "Corriger mon nom" }).click();
  await expect(page.getByText("Votre nom est corrigé.")).toBeVisible();
  await expect(page.locator(".espace-bar")).toContainText("Dominique Corrigé");
  await expectAccessible(page);
  await close();
});

test("a password is changed on the present one", async ({ administrator, browser }) => {
  const { page, email, close } = await freshPerson(browser, administrator, ANALYST);
  await page.goto("/espace/compte");
  await page.getByLabel("Mot de passe actuel", { exact: true }).fill("pas le bon");
  await page.getByLabel("Nouveau mot de passe", { exact: true }).fill("Trois lacs au pied du puy");
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "corriger" })).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Mot de passe actuel", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Nouveau mot de passe", { exact: true }).fill("Trois lacs au pied du puy");
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(page.getByText("Votre mot de passe est changé.")).toBeVisible();
  const context = await newContext(browser);
  await signIn(await context.newPage(), email, "Trois lacs au pied du puy");
  await context.close();
  await close();
});

test("one takes one's data away, then closes the account for good", async ({ administrator, browser }) => {
  const { page, name, email, close } = await freshPerson(browser, administrator, ANALYST);
  await page.goto("/espace/compte");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Télécharger mes données" }).click(),
  ]);
  const data = JSON.parse(fs.readFileSync(await download.path(), "utf8"));
  expect(data).toMatchObject({
    account: { name, email },
    rights: { role: "analyst" },
    signInMethods: [{ kind: "password" }],
    sessions: [{}],
    journal: [{ action: "accept_invitation" }],
  });
  expect(JSON.stringify(data)).not.toContain("scrypt");

  await page.getByLabel("Votre mot de passe, pour confirmer", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Fermer mon compte" }).click();
  await expect(page.getByText("Votre compte est fermé")).toBeVisible();
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion/);
  await administrator.goto(`/espace/comptes?q=${email}`);
  await expect(administrator.getByText("Aucun compte ne correspond")).toBeVisible();
  await expectAccessible(administrator);
  await close();
});

test("the last administrator cannot close, and is told what to do", async ({ administrator }) => {
  await administrator.goto("/espace/compte");
  await administrator.getByLabel("Votre mot de passe, pour confirmer", { exact: true }).fill(PASSWORD);
  await administrator.getByRole("button", { name: "Fermer mon compte" }).click();
  await expect(administrator.getByText("Vous êtes le dernier administrateur").first()).toBeVisible();
});

test("one's data are not given to a stranger nor to another site", async ({ request, administrator }) => {
  expect((await request.post("/api/espace/compte/donnees")).status()).toBe(401);
  const answer = await administrator.request.post("/api/espace/compte/donnees", {
    headers: { "sec-fetch-site": "cross-site" },
  });
  expect(answer.status()).toBe(403);
  expect((await request.get("/api/espace/compte/donnees")).status()).toBe(405);
});
