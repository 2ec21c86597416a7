import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { expect, keeperOf, newContext, PASSWORD, recordOf, signIn, test } from "./people";

const section = (name: string, slug = recordOf("sections")) => `/espace/cpts/${slug}/${name}`;
const state = (page: Page) => page.locator(".sf-said");
const saved = (page: Page) =>
  expect(state(page)).toHaveText(/Brouillon enregistré à \d\d:\d\d/, { timeout: 15_000 });

/** Does something that saves a draft, and waits for the server's answer: the words on screen may be of an earlier save. */
const saving = async (page: Page, act: () => Promise<void>) => {
  const answer = page.waitForResponse(
    (response) => response.request().method() === "PUT" && response.url().endsWith("/draft"),
  );
  await act();
  expect((await answer).status()).toBe(200);
  await saved(page);
};

test.describe.configure({ mode: "default" });

const claire = keeperOf("sections");
const paul = keeperOf("sections");

test("what is typed is there after a reload, and once saved it is the record", async () => {
  const { page } = claire;
  await page.goto(section("identite"));
  await expect(state(page)).toHaveText(/Aucun brouillon/);
  await expectAccessible(page);
  await page.getByLabel("Forme juridique").fill("Association loi 1901");
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Forme juridique")).toHaveValue("Association loi 1901");
  await page.getByLabel("Forme juridique").fill("SISA");
  await page.reload();
  await expect(page.getByLabel("Forme juridique")).toHaveValue("SISA");
  // What a part says to be public is, and what it says is not, is not.
  await page
    .getByRole("region", { name: "Coordonnées" })
    .getByLabel("Site internet")
    .fill("www.cpts.exemple.fr");
  await page.getByRole("button", { name: "Enregistrer dans la fiche" }).click();
  await expect(state(page)).toHaveText("Enregistré dans la fiche.");
  await page.reload();
  await expect(page.getByLabel("Forme juridique")).toHaveValue("SISA");
  await expect(state(page)).toHaveText(/Aucun brouillon/);
  await page.goto(`/cpts/${recordOf("sections")}`);
  await expect(page.getByRole("link", { name: "cpts.exemple.fr" })).toBeVisible();
  await expect(page.getByText("SISA")).toHaveCount(0);
});

test("faults are summed up on top, tied to their fields, and gone once mended", async () => {
  const { page } = claire;
  await page.goto(section("identite"));
  const before = await page.getByLabel("Nom de la CPTS").inputValue();
  await page.getByLabel("Nom de la CPTS").fill("");
  await page.getByLabel("SIRET").fill("123");
  await page.getByRole("button", { name: "Enregistrer dans la fiche" }).click();
  const summary = page.getByRole("group", { name: "2 saisies sont à corriger" });
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await summary.getByRole("link", { name: /SIRET n’est pas un SIRET/ }).click();
  await expect(page.getByLabel("SIRET")).toBeFocused();
  await expect(page.getByLabel("SIRET")).toHaveAccessibleDescription(/vérifiez ses 14 chiffres/);
  await page.getByLabel("SIRET").fill("");
  await page.getByLabel("Nom de la CPTS").fill(before);
  await expect(page.getByRole("group", { name: /à corriger/ })).toHaveCount(0);
  // Typed back to what the record says, it is no draft any more.
  await expect(state(page)).toHaveText(/Aucun brouillon/);
});

test("a draft is dropped once one has said so", async () => {
  const { page } = claire;
  await page.goto(section("identite"));
  const before = await page.getByLabel("Adresse").first().inputValue();
  await page.getByLabel("Adresse").first().fill("1 rue du Puy");
  await saved(page);
  const drop = page.getByRole("button", { name: "Abandonner le brouillon" });
  await drop.click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(drop).toBeFocused();
  await drop.click();
  await dialog.getByRole("button", { name: "Abandonner le brouillon" }).click();
  await expect(state(page)).toHaveText(/Aucun brouillon/);
  await expect(page.getByLabel("Adresse").first()).toHaveValue(before);
});

test("a mission is added by the keyboard alone, and removing it is undone", async () => {
  const { page } = claire;
  await page.goto(section("missions"));
  const rows = page.locator("#champ-missions > fieldset");
  const before = await rows.count();
  await page.getByRole("button", { name: "Ajouter une mission" }).focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.nth(before).getByLabel(/^Mission/)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(rows.nth(before).getByLabel("Jour de démarrage")).toBeFocused();
  await rows.nth(before).getByLabel("Jour de démarrage").fill("2026-03-01");
  const add = rows.nth(before).getByRole("button", { name: "Ajouter un objectif" });
  await add.focus();
  await page.keyboard.press("Enter");
  await expect(rows.nth(before).getByLabel("Objectif 1")).toBeFocused();
  await page.keyboard.type("Un rendez-vous sous deux jours");
  await saved(page);
  await expectAccessible(page);
  await rows.nth(before).locator("> .row-acts button").focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(before);
  await page.getByRole("button", { name: "Rétablir" }).click();
  await expect(rows.nth(before).getByLabel("Objectif 1")).toHaveValue("Un rendez-vous sous deux jours");
  await saved(page);
});

test("offline, typing goes on; back, it is saved", async () => {
  const { page } = claire;
  await page.goto(section("projet"));
  await page.context().setOffline(true);
  await page.getByLabel("Résumé du projet de santé").fill("Hors ligne");
  await expect(state(page)).toHaveText(/gardée sur cet appareil/, { timeout: 10_000 });
  await expectAccessible(page);
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Résumé du projet de santé")).toHaveValue("Hors ligne");
});

/** The page's scripts wait until they are let go. @returns what lets them */
async function holdScripts(page: Page): Promise<() => void> {
  const scripts = "**/_next/static/chunks/*.js";
  let arrive = () => {};
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(scripts, async (route) => {
    await there;
    await route.continue();
  });
  return arrive;
}

async function abandon(page: Page) {
  await page.getByRole("button", { name: "Abandonner le brouillon" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Abandonner le brouillon" }).click();
  await expect(state(page)).toHaveText(/Aucun brouillon/);
}

test("what is typed before the page's scripts are there is kept", async () => {
  const { page } = claire;
  const typed = `Avant les scripts ${test.info().retry}`;
  const letGo = await holdScripts(page);
  await page.goto(section("identite"), { waitUntil: "commit" });
  const before = await page.getByLabel("Adresse").first().inputValue();
  await page.getByLabel("Forme juridique").fill(typed);
  await page.getByLabel("Adresse").first().fill("2 rue du Puy");
  await saving(page, async () => letGo());
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await expect(page.getByLabel("Forme juridique")).toHaveValue(typed);
  await expect(page.getByLabel("Adresse").first()).toHaveValue("2 rue du Puy");
  await abandon(page);
  await expect(page.getByLabel("Adresse").first()).toHaveValue(before);
});

test("what is chosen and ticked before the page's scripts are there is kept", async () => {
  const { page } = claire;
  const choice = page.locator("main select").first();
  const uncertain = page.getByRole("checkbox", { name: "Jour incertain" }).first();
  const letGo = await holdScripts(page);
  await page.goto(section("contrat"), { waitUntil: "commit" });
  const before = await choice.inputValue();
  const another = choice.locator(`option:not([value=""]):not([value="${before}"])`).first();
  const chosen = (await another.getAttribute("value")) ?? "";
  await choice.selectOption(chosen);
  await uncertain.setChecked(!(await uncertain.isChecked()));
  const ticked = await uncertain.isChecked();
  await saving(page, async () => letGo());
  await page.unrouteAll({ behavior: "wait" });
  await expect(choice).toHaveValue(chosen);
  await expect(uncertain).toBeChecked({ checked: ticked });
  // The form heard of the tick: each day that is uncertain has two fields.
  const days = await page.getByRole("checkbox", { name: "Jour incertain", checked: true }).count();
  await expect(page.getByLabel(/, au plus tôt/)).toHaveCount(days);
  await page.reload();
  await expect(choice).toHaveValue(chosen);
  await abandon(page);
  await expect(choice).toHaveValue(before);
});

test("a session that ends while typing loses nothing: signing in beside saves by itself", async ({
  browser,
}) => {
  const context = await newContext(browser);
  const page = await context.newPage();
  await signIn(page, claire.email);
  await page.goto(section("projet"));
  await context.clearCookies();
  await page.getByLabel("Résumé du projet de santé").fill("Après la session");
  await expect(state(page)).toHaveText(/Session expirée/, { timeout: 10_000 });
  await expectAccessible(page);
  const [beside] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: /Se reconnecter/ }).click(),
  ]);
  await beside.getByLabel("Adresse électronique").fill(claire.email);
  await beside.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await beside.getByRole("button", { name: "Se connecter" }).click();
  await expect(beside).toHaveURL(new RegExp(`${section("projet")}$`));
  await page.bringToFront();
  await saved(page);
  await expect(page.getByLabel("Résumé du projet de santé")).toHaveValue("Après la session");
  await context.close();
});

test("a page closed before it could save finds what was typed on the device", async ({ browser }) => {
  const context = await newContext(browser);
  const page = await context.newPage();
  await signIn(page, claire.email);
  // Nothing leaves this page, not even the last save that closing it sends.
  await page.addInitScript(() => {
    window.fetch = () => Promise.reject(new TypeError("cut"));
  });
  await page.goto(section("projet"));
  await page.getByLabel("Résumé du projet de santé").fill("Avant la panne");
  await expect(state(page)).toHaveText(/gardée sur cet appareil/, { timeout: 10_000 });
  await page.close();
  const again = await context.newPage();
  await again.goto(section("projet"));
  await expect(again.getByText("Saisie retrouvée.")).toBeVisible();
  await expect(again.getByLabel("Résumé du projet de santé")).toHaveValue("Avant la panne");
  await expectAccessible(again);
  await again.getByRole("button", { name: "Écarter cette saisie" }).click();
  await expect(again.getByLabel("Résumé du projet de santé")).not.toHaveValue("Avant la panne");
  await saved(again);
  await context.close();
});

test("two people on one section: the second sees both versions, and each choice is kept", async () => {
  const title = (page: Page) => page.getByLabel("Nom de la CPTS");
  const form = (page: Page) => page.getByLabel("Forme juridique");
  const site = (page: Page) => page.getByLabel("Site internet");
  // What an attempt before this one left must not be what this one types.
  const { retry, repeatEachIndex } = test.info();
  const by = (who: string, what: string) => `${who} ${what} ${retry}.${repeatEachIndex}`;
  const address = `https://www.exemple.fr/${retry}.${repeatEachIndex}`;
  const collide = async (mine: string) => {
    await Promise.all([claire.page.goto(section("identite")), paul.page.goto(section("identite"))]);
    await saving(claire.page, () => form(claire.page).fill(by("Claire", mine)));
    await form(paul.page).fill(by("Paul", mine));
    const panel = paul.page.getByRole("heading", { name: "Cette rubrique a changé pendant votre saisie" });
    await expect(panel).toBeFocused({ timeout: 15_000 });
    await expect(paul.page.locator(".sf-conflict")).toContainText(claire.name);
  };

  await collide("un");
  await expectAccessible(paul.page);
  await saving(paul.page, () => paul.page.getByRole("button", { name: "Garder toute ma version" }).click());
  await claire.page.reload();
  await expect(form(claire.page)).toHaveValue(by("Paul", "un"));

  await collide("deux");
  await paul.page.getByRole("button", { name: "Prendre toute l’autre version" }).click();
  await expect(form(paul.page)).toHaveValue(by("Claire", "deux"));
  await claire.page.reload();
  await expect(form(claire.page)).toHaveValue(by("Claire", "deux"));

  await Promise.all([claire.page.goto(section("identite")), paul.page.goto(section("identite"))]);
  await saving(claire.page, () => form(claire.page).fill(by("Claire", "trois")));
  await site(paul.page).fill(address);
  await expect(paul.page.locator(".sf-conflict")).toBeVisible({ timeout: 15_000 });
  // What I left alone is theirs, what I typed is mine: nothing to tick.
  await saving(paul.page, () =>
    paul.page.getByRole("button", { name: "Continuer avec ce qui est coché" }).click(),
  );
  await expect(form(paul.page)).toHaveValue(by("Claire", "trois"));
  await expect(site(paul.page)).toHaveValue(address);

  // Somebody put the section into the record meanwhile: a version number alone would not tell.
  await claire.page.goto(section("identite"));
  await claire.page.getByRole("button", { name: "Enregistrer dans la fiche" }).click();
  await expect(state(claire.page)).toHaveText("Enregistré dans la fiche.");
  await form(paul.page).fill(by("Paul", "quatre"));
  await expect(paul.page.locator(".sf-conflict")).toContainText("La fiche elle-même a été modifiée", {
    timeout: 15_000,
  });
  await saving(paul.page, () => paul.page.getByRole("button", { name: "Garder toute ma version" }).click());
  await expect(title(paul.page)).not.toHaveValue("");
});

test("a section that waits for a decision is read, not written", async ({ arsAgent }) => {
  const { page } = claire;
  await page.goto(section("missions"));
  await page.getByRole("link", { name: "Relire et proposer" }).click();
  await expect(page).toHaveURL(/\/proposer$/);
  await page.getByRole("button", { name: /^(Proposer|Envoyer|Soumettre)/ }).click();
  await expect(page).not.toHaveURL(/\/proposer$/);
  await page.goto(section("missions"));
  await expect(page.getByText("En attente de décision.")).toBeVisible();
  await expect(page.locator(".sf").locator("input, select, textarea")).toHaveCount(0);
  await expectAccessible(page);
  await arsAgent.goto(section("projet"));
  await expect(arsAgent.getByRole("button", { name: "Enregistrer dans la fiche" })).toBeVisible();
});

test("analysts read without contacts; strangers are told so; what does not exist is not found", async ({
  analyst,
  neighbour,
}) => {
  for (const name of ["identite", "professionnels", "structures", "projet", "missions", "contrat"]) {
    await analyst.goto(section(name));
    await expect(analyst.getByText(/Lecture seule\.|En attente de décision\./)).toBeVisible();
    await expect(analyst.getByRole("button", { name: /Enregistrer|Ajouter|Retirer/ })).toHaveCount(0);
    await expectAccessible(analyst);
  }
  await analyst.goto(section("identite"));
  await expect(analyst.getByText("Votre compte n’ouvre pas les contacts.")).toBeVisible();
  const refused = await neighbour.goto(section("identite"));
  expect(refused?.status()).toBe(403);
  await expect(neighbour.getByRole("heading", { level: 1 })).toHaveText("Pas d’accès");
  await expectAccessible(neighbour);
  expect((await neighbour.goto(section("identite", "nulle-part")))?.status()).toBe(404);
  expect((await neighbour.goto(section("nimporte")))?.status()).toBe(404);
});

test("a CPTS of the public documents opens with what they say", async ({ coordinator }) => {
  const seeded = "haute-combraille-et-volcans";
  await coordinator.goto(section("professionnels", seeded));
  await expect(coordinator.getByLabel("Date du décompte")).toHaveValue("2020-02-19");
  await expect(coordinator.getByLabel("Médecins généralistes, en exercice sur le territoire")).toHaveValue(
    "23",
  );
  for (const name of ["professionnels", "structures", "missions", "contrat"]) {
    await coordinator.goto(section(name, seeded));
    await expectAccessible(coordinator);
  }
});
