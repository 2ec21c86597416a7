import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { accept, CPTS_OF, expect, invite, newContext, test } from "./people";

/** At the identity provider: its own pages, another origin, whose console is no concern of ours. */
async function identify(page: Page, address: string): Promise<void> {
  await page.getByRole("link", { name: "Se connecter avec l’organisme d’essai" }).click();
  await page.locator("input[name=login]").fill(address);
  await page.locator("input[name=password]").fill("n'importe lequel");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

const fresh = (what: string) => `${what}.${Date.now().toString(36)}${test.info().workerIndex}@exemple.fr`;

test("an identity accepts the invitation made to its address, then signs in alone", async ({
  arsAgent,
  browser,
}) => {
  const email = fresh("identite");
  const link = await invite(arsAgent, email, { role: "coordinator", cpts: [CPTS_OF.coordinator] });
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(link);
  await expectAccessible(page);
  await identify(page, email);
  await expect(page).toHaveURL(/\/espace$/);
  await expect(page.getByText("Camille Identité").first()).toBeVisible();
  await context.close();

  const another = await newContext(browser);
  const again = await another.newPage();
  await again.goto("/espace/compte");
  await identify(again, email);
  await expect(again).toHaveURL(/\/espace\/compte$/);
  await expect(again.getByText("fournisseur d’identité", { exact: true })).toBeVisible();
  await expectAccessible(again);
  // Signing out ends the provider's session too: it asks, then leads back.
  await again.getByRole("button", { name: "Se déconnecter", exact: true }).click();
  await again.getByRole("button", { name: /sign me out/i }).click();
  await expect(again.getByText("Vous êtes déconnecté.")).toBeVisible();
  await again.goto("/espace");
  await expect(again).toHaveURL(/\/connexion/);
  await again.getByRole("link", { name: "Se connecter avec l’organisme d’essai" }).click();
  await expect(again.locator("input[name=login]")).toBeVisible();
  await another.close();
});

test("an identity that nobody invited is told to ask, and nothing is made of it", async ({
  browser,
  administrator,
}) => {
  const email = fresh("inconnu");
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto("/connexion");
  await identify(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aucun compte pour cette identité");
  await expectAccessible(page);
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion/);
  await context.close();
  await administrator.goto(`/espace/comptes?q=${email}`);
  await expect(administrator.getByText("Aucun compte ne correspond")).toBeVisible();
});

test("an invitation is for its own address, and for one that is verified; refused, it stays open", async ({
  administrator,
  browser,
}) => {
  const invited = { name: "Camille Doute", email: fresh("doute") };
  const link = await invite(administrator, invited.email, { role: "analyst", organisation: "other" });
  for (const [address, title] of [
    [fresh("autre"), "Cette invitation est pour une autre adresse"],
    [invited.email, "Votre adresse n’est pas vérifiée"],
  ] as const) {
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.goto(link);
    await identify(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectAccessible(page);
    await context.close();
  }
  const context = await newContext(browser);
  const page = await context.newPage();
  await accept(page, link, invited);
  await context.close();
});

test("the address of an existing account gives an identity no way in", async ({ browser }) => {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto("/connexion");
  await identify(page, "anne.petit@exemple.fr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aucun compte pour cette identité");
  await context.close();
});

test("better-auth's own interface is closed", async ({ request }) => {
  for (const path of [
    "sign-up/email",
    "sign-in/email",
    "get-session",
    "list-sessions",
    "ok",
    "callback/autre",
  ]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
    expect((await request.post(`/api/auth/${path}`, { data: {} })).status(), path).toBe(405);
  }
  // An answer that was not asked for signs nobody in.
  const forged = await request.get("/api/auth/callback/oidc?code=abc&state=def", { maxRedirects: 0 });
  expect(forged.headers().location).toContain("/connexion/identite");
});
