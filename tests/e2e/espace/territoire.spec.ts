import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { expect, keeperOf, recordOf, test } from "./people";

/**
 * The territory's editor, one test after the other: drafts are one for all who keep a record. CPTS of the Puy-de-Dôme whose communes nobody published: they begin empty.
 */
test.describe.configure({ mode: "default", timeout: 120_000 });

const keeper = keeperOf("territoire");

const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`);
const box = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });
const filter = (page: Page) => page.getByLabel("Filtrer par nom, code ou début de code");

/** The commune's path; not all of it may be in sight. */
const shape = (page: Page, code: string) => page.locator(`.te-map path[data-code="${code}"]`);

async function open(page: Page) {
  await page.goto(`/espace/cpts/${recordOf("territoire")}/territoire`);
  await expect(page.locator(".te-map[data-ready]")).toBeVisible({ timeout: 30_000 });
}

/** Brings a commune to the middle of the map by its name, then touches it there. */
async function touch(page: Page, name: string, code: string) {
  const finder = page.getByRole("combobox", { name: "Aller à une commune" });
  await finder.fill(name);
  await page
    .getByRole("option", { name: new RegExp(`^${name} .*\\(63\\)`) })
    .first()
    .click();
  await expect(shape(page, code)).toBeInViewport();
  await shape(page, code).click();
}

/** From the record as it is, with no draft: what the test before left may still be on its way. */
async function begin(page: Page) {
  await open(page);
  const drop = page.getByRole("button", { name: "Abandonner le brouillon" });
  const soon = { timeout: 2_000 };
  await expect(async () => {
    if (await drop.isVisible()) {
      await drop.click(soon);
      await page.getByRole("dialog").getByRole("button", { name: "Abandonner le brouillon" }).click(soon);
    }
    await expect(page.getByText("Aucun brouillon")).toBeVisible(soon);
    await expect(figure(page, "communes")).toHaveText("0", soon);
  }).toPass({ timeout: 30_000 });
}

/** From the end of the page, where the bar that saves hides nothing of what it floats above. */
async function expectAllAccessible(page: Page) {
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expectAccessible(page);
}

const saved = (page: Page) =>
  expect(page.getByText(/^Brouillon enregistré à/)).toBeVisible({ timeout: 15_000 });

test("an empty territory says how to begin; a click on the map adds, another tool takes out, undo goes back", async () => {
  const { page } = keeper;
  await begin(page);
  await expect(page.getByRole("heading", { name: "Le territoire est vide" })).toBeVisible();
  await expectAllAccessible(page);

  await touch(page, "Riom", "63300");
  await expect(figure(page, "communes")).toHaveText("1");
  await expect(figure(page, "population")).toHaveText(/18.820/);
  await touch(page, "Volvic", "63470");
  await expect(figure(page, "communes")).toHaveText("2");
  await page.getByRole("button", { name: "Retirer", exact: true }).click();
  await touch(page, "Riom", "63300");
  await expect(figure(page, "communes")).toHaveText("1");
  await expect(page.getByRole("status").filter({ hasText: "Riom retirée." })).toBeAttached();
  await page.getByRole("button", { name: "Annuler la dernière action" }).click();
  await expect(figure(page, "communes")).toHaveText("2");
  await saved(page);
  await page.reload();
  await expect(figure(page, "communes")).toHaveText("2");
  await expectAllAccessible(page);
});

test("the brush takes in all that it goes over, and one undo gives it back", async ({ isMobile }) => {
  test.skip(isMobile, "one finger scrolls the page: a phone touches communes one by one");
  const { page } = keeper;
  await begin(page);
  await page.getByRole("combobox", { name: "Aller à une commune" }).fill("Riom");
  await page.getByRole("option", { name: /^Riom / }).click();
  const at = await shape(page, "63300").boundingBox();
  if (!at) throw new Error("Riom is not drawn");
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2, at.y - at.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(box(page, "Riom")).toBeChecked();
  expect(Number(await figure(page, "communes").innerText())).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Annuler la dernière action" }).click();
  await expect(figure(page, "communes")).toHaveText("0");
});

test("by the keyboard list alone: filter, arrows, Space, a whole EPCI, and the tier crossed", async () => {
  const { page } = keeper;
  await begin(page);
  await filter(page).fill("riom");
  await box(page, "Riom").focus();
  await page.keyboard.press("Space");
  await expect(box(page, "Riom")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(box(page, "Riom")).not.toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(box(page, "Riom")).toBeFocused();
  await page
    .getByRole("button", { name: /Tout ajouter de .*Riom/ })
    .first()
    .click();
  await expect(figure(page, "communes")).toHaveText("31");
  await expect(figure(page, "tier")).toHaveText("2");

  await filter(page).fill("clermont-ferrand");
  await box(page, "Clermont-Ferrand").focus();
  await expect(page.getByRole("heading", { name: "Si vous ajoutez Clermont-Ferrand" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Maximum, crise comprise/ })).toContainText(/580.000.€/);
  await expectAllAccessible(page);

  await filter(page).fill("riom");
  await page
    .getByRole("button", { name: /Tout retirer de .*Riom/ })
    .first()
    .click();
  await expect(figure(page, "communes")).toHaveText("0");
});

test("a pasted list: recognised, former, twice, ambiguous, unknown; then applied, and kept in its box", async () => {
  const { page } = keeper;
  await begin(page);
  const list = page.getByLabel(/^Codes INSEE ou noms/);
  const text = "63300, 63470; 63361\nchatel guyon\n63999\nSaint-Denis";
  await list.fill(text);
  await page.getByRole("button", { name: "Lire la liste" }).click();
  const report = page.getByRole("table", { name: "Ce que dit la liste collée" });
  await expect(report.getByRole("row", { name: /^Reconnus/ })).toContainText("2");
  await expect(report.getByRole("row", { name: /Codes anciens/ })).toContainText(
    "63361 devient 63103, Châtel-Guyon",
  );
  await expect(report.getByRole("row", { name: /En double/ })).toContainText("chatel guyon");
  await expect(report.getByRole("row", { name: /Inconnus/ })).toContainText("63999");
  await report
    .getByRole("combobox", { name: "Saint-Denis" })
    .selectOption({ label: "Saint-Denis (93066), département 93" });
  await expectAllAccessible(page);
  await report.getByRole("combobox", { name: "Saint-Denis" }).selectOption("");
  await page.getByRole("button", { name: "Ajouter 3 communes" }).click();
  await expect(figure(page, "communes")).toHaveText("3");
  await expect(list).toHaveValue(text);
  await expect(page.getByRole("heading", { name: "Un élément collé est inconnu : 63999" })).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(list).toHaveValue(text);
});

test("a million lines are refused with a sentence, and the page goes on", async () => {
  const { page } = keeper;
  await begin(page);
  const list = page.getByLabel(/^Codes INSEE ou noms/);
  await list.fill("63300");
  await list.evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text", "63300\n".repeat(1_000_000));
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole("alert").filter({ hasText: "Cette liste est trop longue" })).toBeVisible();
  await expect(list).toHaveValue("63300");
  const answer = await page.request.post(`/api/espace/cpts/${recordOf("territoire")}/territoire/liste`, {
    data: { text: "63300\n".repeat(100_000), near: [] },
  });
  expect(answer.status()).toBe(422);
});

test("a commune of another CPTS: refused without a word, kept with one, in part too", async () => {
  const { page } = keeper;
  await begin(page);
  await filter(page).fill("63099");
  await box(page, "Châteaugay").check();
  await expect(page.getByRole("heading", { name: /Châteaugay est déjà dans Clermont Plus/ })).toBeVisible();
  await expect(page.getByText("Aussi dans Clermont Plus, estimé", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Garder et expliquer la présence de Châteaugay" }).click();
  const why = page.getByLabel("Expliquer la présence de Châteaugay");
  await expect(why).toBeFocused();
  await why.fill("Vu avec Clermont Plus");
  await page.getByLabel("en partie :").check();
  await page.getByLabel("Dénominateur de la part d’habitants").fill("4");
  await expect(page.getByText("Aussi dans Clermont Plus, estimé, expliqué")).toBeVisible();
  await expect(figure(page, "population")).toHaveText("797");
  await page.getByLabel("Prend effet le").fill("2027-01-01");
  await expect(page.getByText("Rien n’est à régler.")).toBeVisible();
  await expectAllAccessible(page);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Expliquer la présence de Châteaugay")).toHaveValue("Vu avec Clermont Plus");
  await page.getByRole("button", { name: "Retirer Châteaugay" }).click();
  await expect(figure(page, "communes")).toHaveText("0");
});

test("two departments are one picture: what is added is drawn, and pieces are told across the border", async () => {
  const { page } = keeper;
  await begin(page);
  await page.getByLabel("Ajouter un département à la carte").selectOption("03");
  await page.getByRole("button", { name: "Ajouter ce département" }).click();
  await expect(page.locator('.te-map[data-ready="63 03"]')).toBeVisible({ timeout: 20_000 });
  await filter(page).fill("63001");
  await box(page, "Aigueperse").check();
  await filter(page).fill("gannat");
  await box(page, "Gannat").check();
  await expect(page.getByRole("heading", { name: /est séparée du reste/ })).toBeVisible();
  await page.getByRole("button", { name: "Voir les communes entre les deux" }).click();
  await page.getByRole("button", { name: /^(Les |L’)ajouter$/ }).click();
  await expect(page.getByRole("heading", { name: /est séparée du reste/ })).toHaveCount(0);
  await saved(page);
  await open(page);
  await expect(box(page, "Aigueperse")).toBeChecked();
  await expect(box(page, "Gannat")).toBeChecked();
  await expectAllAccessible(page);
});

test("proposing an unfinished territory names what is missing, and leads to it", async () => {
  const { page } = keeper;
  await begin(page);
  await filter(page).fill("riom");
  await box(page, "Riom").check();
  await page.getByRole("link", { name: "Relire et proposer" }).click();
  const fault = page.getByRole("link", { name: /La date d’effet est obligatoire/ });
  await fault.click();
  await expect(page.getByLabel("Prend effet le")).toBeFocused();
  await expectAllAccessible(page);
});

test("who may only read sees the territory and no tool", async ({ analyst }) => {
  await open(analyst);
  await expect(analyst.getByText("Lecture seule.")).toBeVisible();
  await expect(analyst.getByRole("button", { name: "Ajouter", exact: true })).toHaveCount(0);
  await expect(analyst.getByRole("heading", { name: "Coller des codes" })).toHaveCount(0);
  await expectAllAccessible(analyst);
});

test("a record out of one's reach answers like one that does not exist", async ({ neighbour }) => {
  for (const slug of [recordOf("territoire"), "nulle-part"]) {
    const answer = await neighbour.goto(`/espace/cpts/${slug}/territoire`);
    expect(answer?.status()).toBe(404);
    const data = await neighbour.request.get(`/api/espace/cpts/${slug}/territoire/departements/63`);
    expect(data.status()).toBe(404);
  }
});

test("where the contours do not come, the list does the same", async () => {
  const { page } = keeper;
  await page.route("**/geo/2026/departements/63.json", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`/espace/cpts/${recordOf("territoire")}/territoire`);
  await expect(page.getByText(/La carte de Puy-de-Dôme n’a pas pu être chargée/)).toBeVisible();
  await filter(page).fill("volvic");
  const before = await box(page, "Volvic").isChecked();
  await box(page, "Volvic").setChecked(!before);
  await expect(box(page, "Volvic")).toBeChecked({ checked: !before });
  await expectAllAccessible(page);
  await page.unrouteAll();
});

test("without JavaScript the page shows the territory, and says what editing needs", async ({
  browser,
  coordinator,
}) => {
  const context = await browser.newContext({
    baseURL: test.info().project.use.baseURL,
    javaScriptEnabled: false,
    storageState: await coordinator.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto("/espace/cpts/haute-combraille-et-volcans/territoire");
  await expect(page.getByText(/Le modifier demande JavaScript/)).toBeVisible();
  await expect(page.locator(".te-held")).toBeAttached();
  await expect(figure(page, "communes")).toHaveText("36");
  await expect(page.getByRole("rowheader", { name: "Pontaumur" })).toBeVisible();
  await context.close();
});
