import { type Browser, type Page } from "@playwright/test";
import { expect, test as base } from "../fixtures";
import { stateOf } from "./places.mjs";

/**
 * The people of the private part's tests, each with an account made by the journey that makes it in life
 * (people.setup.ts): the link on the console, then invitations.
 */
export const PASSWORD = "Quatre volcans sous la neige";

interface Cast {
  readonly name: string;
  readonly email: string;
}

export const PEOPLE = {
  /** Invites everybody. */
  administrator: { name: "Maud Berger", email: "maud.berger@exemple.fr" },
  /** ARS, departments 63 and 03. */
  arsAgent: { name: "Hugo Lemaire", email: "hugo.lemaire@ars.exemple.fr" },
  /** CPAM, departments 26 and 07. */
  cpamAgent: { name: "Inès Faure", email: "ines.faure@cpam.exemple.fr" },
  /** Keeps {@link CPTS_OF}.coordinator. */
  coordinator: { name: "Claire Vidal", email: "claire.vidal@exemple.fr" },
  /** Keeps {@link CPTS_OF}.neighbour: another department, another agent. */
  neighbour: { name: "Paul Roux", email: "paul.roux@exemple.fr" },
  /** Reads the whole country. */
  analyst: { name: "Anne Petit", email: "anne.petit@exemple.fr" },
} as const satisfies Record<string, Cast>;
export type Someone = keyof typeof PEOPLE;

/** Slugs. Other tests read these two: whoever changes a record takes another, of {@link RECORDS}. */
export const CPTS_OF = { coordinator: "haute-combraille-et-volcans", neighbour: "sud-ard-drom" } as const;

/** Whose records the tests that write take, on a screen and on a phone: all share one database, none a record. */
const RECORDS = {
  // One record, a contract year for each width.
  depenses: ["porte-de-drome-ardeche", "porte-de-drome-ardeche"],
  documents: ["entre-limagne-et-livradois", "bords-d-allier"],
  historique: ["pilat", "royans-vercors"],
  hostile: ["val-d-allier-sud", "val-d-allier-sud"],
  propositions: ["nord-combrailles", "livradois-forez"],
  resultats: ["sud-allier", "sud-allier"],
  reunions: ["sud-63", "sud-63"],
  sections: ["sancy-ouest", "thiers-dore-et-montagne"],
  versements: ["clermont-plus", "sud-allier"],
  territoire: ["combrailles-limagne-et-volcans", "val-d-artiere"],
} as const;

/** The slug of the record that a file of tests writes to, at the width of the project. */
export function recordOf(file: keyof typeof RECORDS): string {
  const [wide, phone] = RECORDS[file];
  return base.info().project.use.isMobile ? phone : wide;
}

/** A page for each, signed in, closed after the test. Any error on its console fails the test. */
export const test = base.extend<Record<Someone, Page>>({
  administrator: ({ browser }, give) => signedIn(browser, "administrator", give),
  arsAgent: ({ browser }, give) => signedIn(browser, "arsAgent", give),
  cpamAgent: ({ browser }, give) => signedIn(browser, "cpamAgent", give),
  coordinator: ({ browser }, give) => signedIn(browser, "coordinator", give),
  neighbour: ({ browser }, give) => signedIn(browser, "neighbour", give),
  analyst: ({ browser }, give) => signedIn(browser, "analyst", give),
});
export { expect };

async function signedIn(browser: Browser, who: Someone, give: (page: Page) => Promise<void>): Promise<void> {
  const context = await newContext(browser, stateOf(who));
  const page = await context.newPage();
  const said = listen(page);
  await give(page);
  expect(said, `on the console of ${who}`).toEqual([]);
  await context.close();
}

/** A browser of one's own, as wide as the project's. */
export function newContext(browser: Browser, storageState?: string) {
  const { baseURL, viewport, hasTouch, isMobile, locale, timezoneId } = base.info().project.use;
  return browser.newContext({ baseURL, viewport, hasTouch, isMobile, locale, timezoneId, storageState });
}

/** Chromium reports on the console what a test asks for on purpose. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!/status of (4\d\d)/.test(message.text())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(error.message));
  return said;
}

/** What an invitation gives. */
export type Invited =
  | { readonly role: "coordinator"; readonly cpts: readonly string[] }
  | {
      readonly role: "agent";
      readonly organisation: "ars" | "cpam";
      readonly departments?: readonly string[];
      readonly regions?: readonly string[];
    }
  | { readonly role: "analyst" | "administrator"; readonly organisation: "ars" | "cpam" | "other" };

/** Invites by the form, from the page of whoever may. @returns the path of the link. */
export async function invite(by: Page, email: string, what: Invited): Promise<string> {
  await by.goto("/espace/comptes/inviter");
  await by.getByLabel("Adresse électronique de la personne").fill(email);
  const role = by.locator(`input[type=radio][name=role][value=${what.role}]`);
  if (await role.count()) await role.check();
  if ("organisation" in what)
    await by.locator(`input[name=organisation][value=${what.organisation}]`).check();
  if (what.role === "coordinator") await tick(by, "cpts", what.cpts);
  if (what.role === "agent") {
    await tick(by, "departments", what.departments ?? []);
    await tick(by, "regions", what.regions ?? []);
  }
  await by.getByRole("button", { name: "Inviter" }).click();
  const link = await by.getByLabel("Lien d’invitation").inputValue();
  return new URL(link).pathname;
}

async function tick(page: Page, name: string, values: readonly string[]): Promise<void> {
  for (const value of values) await page.locator(`input[name=${name}][value="${value}"]`).check();
}

/** Follows an invitation (or the first administrator's link) in `page`, which is then signed in on /espace. */
export async function accept(page: Page, path: string, { name, email }: Cast): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Prénom et nom").fill(name);
  const address = page.getByLabel("Adresse électronique");
  if (await address.isEditable()) await address.fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(page).toHaveURL(/\/espace$/);
}

/** Signs in by the form, and waits to be where it leads. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/espace$/);
}

export interface Fresh extends Cast {
  readonly page: Page;
  close(): Promise<void>;
}

let made = 0;

/**
 * Somebody nobody else knows, for a test that writes: invited from `by` (an administrator, or the agent of the
 * territory), with an account, signed in on a page of their own.
 */
export async function freshPerson(browser: Browser, by: Page, what: Invited): Promise<Fresh> {
  made += 1;
  const tag = `${Date.now().toString(36)}${base.info().workerIndex}${made}`;
  const person = { name: `Camille ${tag.replace(/\d/g, "x")}`, email: `camille.${tag}@exemple.fr` };
  const path = await invite(by, person.email, what);
  const context = await newContext(browser);
  const page = await context.newPage();
  await accept(page, path, person);
  return { ...person, page, close: () => context.close() };
}

/**
 * A coordinator of the record that a file of tests writes to, made once for all its tests, with a page of their
 * own that stays open from one test to the next.
 */
export function keeperOf(file: keyof typeof RECORDS): Keeper {
  const keeper = new Keeper();
  test.beforeAll(async ({ browser }) => {
    const context = await newContext(browser, stateOf("administrator"));
    keeper.fresh = await freshCoordinator(browser, await context.newPage(), recordOf(file));
    await context.close();
  });
  test.afterAll(() => keeper.fresh?.close());
  return keeper;
}

class Keeper {
  fresh: Fresh | null = null;
  get page(): Page {
    return this.#made.page;
  }
  get name(): string {
    return this.#made.name;
  }
  get email(): string {
    return this.#made.email;
  }
  get #made(): Fresh {
    if (this.fresh === null) throw new Error("made before the first test");
    return this.fresh;
  }
}

/** A coordinator of one's own for the CPTS `slug`, invited by an administrator. */
export function freshCoordinator(browser: Browser, by: Page, slug: string): Promise<Fresh> {
  return freshPerson(browser, by, { role: "coordinator", cpts: [slug] });
}
