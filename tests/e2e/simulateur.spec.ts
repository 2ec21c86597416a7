import type { APIRequestContext, Page } from "@playwright/test";
import { MISSIONS, scenarioRequest } from "@/lib/funding";
import type { Simulation } from "@/lib/schemas/api/funding";
import { simulatorInAddress } from "@/lib/schemas/simulator/address";
import { MOST_INDICATORS, MOST_LABEL, MOST_STEPS, MOST_UNIT } from "@/lib/schemas/simulator/indicators";
import { FIELD } from "@/lib/schemas/simulator/names";
import { populationOf, scenarioOf } from "@/lib/schemas/simulator/state";
import { expect, expectAccessible, test } from "./fixtures";

const TODAY = "2026-11-23";

/** No-break spaces as none, so that figures compare. */
const bare = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, "");
const euros = (cents: number): string =>
  `${Math.floor(cents / 100)}${cents % 100 === 0 ? "" : `,${String(cents % 100).padStart(2, "0")}`}€`;

/** What the API answers for the simulation that an address asks, year by year. */
async function apiYears(request: APIRequestContext, address: string, communes: number[] = []) {
  const params = new URL(address).searchParams;
  const query = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
  const { state } = simulatorInAddress(query, TODAY);
  const population = populationOf(
    state,
    communes.map((one) => ({ population: one })),
  );
  return Promise.all(
    [1, 2, 3, 4, 5].map(async (year) => {
      const data = scenarioRequest(scenarioOf(state, population), year);
      const response = await request.post("/api/v1/funding/simulate", { data });
      expect(response.status()).toBe(200);
      return (await response.json()) as Simulation;
    }),
  );
}

/** Every figure of the years' table and of the shown year's lines is the API's. */
async function expectApiFigures(page: Page, years: readonly Simulation[], shown = 1): Promise<void> {
  const rows = await page.locator(".sim-years-table tbody tr").allInnerTexts();
  for (const [i, { totals, sizeTier }] of years.entries()) {
    expect(bare(rows[i] ?? "")).toContain(euros(totals.dueCents));
    expect(bare(rows[i] ?? "")).toContain(euros(totals.maximumCents));
    expect(rows[i]).toContain(`taille ${sizeTier}`);
  }
  const lines = bare(await page.locator(".sim-lines").innerText());
  for (const { dueCents } of years[shown - 1]?.lines ?? []) {
    if (dueCents > 0) expect(lines).toContain(euros(dueCents));
  }
  const paid = bare(await page.locator(".sim-payments tfoot").innerText());
  expect(paid).toContain(euros(years.reduce((sum, { totals }) => sum + totals.dueCents, 0)));
}

const due = (page: Page) => page.locator(".sim-huge");

test("without scripts, the form sent shows the API's figures, and its address shows them again", async ({
  browser,
  request,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto("/simulateur");
  await expect(page.getByText("Valeurs fictives")).toBeVisible();
  await page.getByLabel("Population, en habitants").fill("91 500");
  await page.getByLabel("Prévention, mois de démarrage", { exact: true }).fill("2028-03");
  await page.getByLabel("Qualité et pertinence option").check();
  await page.locator("summary", { hasText: "Scénario B" }).click();
  await page.getByLabel("Population de B").fill("180000");
  await page.getByLabel("Parcours pluriprofessionnels, résultats donnés par").selectOption("euros");
  await page.getByRole("button", { name: "Calculer" }).click();
  await expect(page.getByText("Valeurs fictives")).toHaveCount(0);

  // Indicators, one of them added by the button that sends the form: tier 3 shares out 45,000.
  const indicator = (n: number) =>
    page.getByRole("group", { name: `Parcours pluriprofessionnels, indicateur ${n}` });
  const step = (n: number, rank: number, what: string) =>
    indicator(n).getByLabel(`Palier ${rank}, ${what}`, { exact: false });
  await indicator(1).getByLabel("Intitulé").fill("Patients suivis");
  await step(1, 1, "valeur à atteindre").fill("100");
  await step(1, 1, "ce qu’il rapporte").fill("10 000");
  await step(1, 2, "valeur à atteindre").fill("200");
  await step(1, 2, "ce qu’il rapporte").fill("25 000,50");
  await indicator(1).getByLabel("Valeur obtenue").fill("150");
  await page.getByRole("button", { name: /^Ajouter un indicateur.*Parcours/ }).click();
  await expect(page.locator(".sim-indicators:visible")).toContainText(
    /totalisent 25\s000,50\s€, pour un volet variable de 45\s000\s€.* manque 19\s999,50\s€/,
  );
  await expect(page.locator(".sim-lines")).toContainText("à confirmer");
  await expect(indicator(1).getByLabel("Intitulé")).toHaveValue("Patients suivis");
  await step(2, 1, "valeur à atteindre").fill("douze");
  await step(2, 1, "ce qu’il rapporte").fill("19 999,50");
  await indicator(2).getByLabel("Sens").selectOption("à la baisse");
  await indicator(2).getByLabel("Valeur obtenue").fill("12");
  await page.getByRole("button", { name: "Calculer" }).click();
  await expect(indicator(2)).toContainText(/«\sdouze\s» n’est pas un nombre/);
  await expect(step(2, 1, "valeur à atteindre")).toHaveValue("douze");
  await step(2, 1, "valeur à atteindre").fill("12");
  await page.getByRole("button", { name: "Calculer" }).click();
  await expect(page.locator(".sim-measured")).toContainText(/10\s000\s€ sur 25\s000,50\s€/);
  const address = page.url();
  const years = await apiYears(request, address);
  expect(years[0]?.sizeTier).toBe(3);
  expect(years[0]?.lines.find(({ indicators }) => indicators)?.dueCents).toBe(29_999_50);
  await expectApiFigures(page, years);
  await expect(page.locator("#scenarios")).toContainText(/180\s000\shabitants/);
  await expect(page.locator("#taille")).toContainText(/175\s001\shabitants, soit 83\s501 de plus/);

  // Amounts in euros are those of one size: another population goes back to a rate.
  await page.getByLabel("Parcours pluriprofessionnels, résultats donnés par").selectOption("taux");
  // A code, a name, what is nowhere, and what several communes are called.
  await page.locator("summary", { hasText: "Choisir des communes" }).click();
  await page.getByLabel("Coller une liste").fill("63300, Mozac, Atlantis, Saint-Sauveur");
  await page.getByRole("button", { name: "Lire la liste" }).click();
  await expect(page.locator(".sim-report")).toContainText("2 communes reconnues");
  await expect(page.locator(".sim-report")).toContainText(/«\sAtlantis\s»/);
  const counted = await page
    .getByRole("group", { name: "Communes comptées" })
    .locator("label")
    .allInnerTexts();
  const inhabitants = counted.map((text) => Number(/,(\d+)hab/.exec(bare(text))?.[1]));
  expect(inhabitants).toHaveLength(2);
  await expectApiFigures(page, await apiYears(request, page.url(), inhabitants));
  await page.locator(".sim-report a").first().click();
  await expect(page.getByRole("group", { name: "Communes comptées" }).locator("label")).toHaveCount(3);

  await page.goto("/simulateur?population=beaucoup&atteint.parcours=80");
  await expect(page.locator(".callout.err")).toContainText(/«\sbeaucoup\s» n’est pas un nombre entier/);
  await expect(page.getByLabel("Population, en habitants")).toHaveAttribute("aria-invalid", "true");
  await context.close();
});

test("each change shows at once, and the address shared gives the same", async ({ page, request }) => {
  await page.goto("/simulateur");
  const population = page.getByLabel("Population, en habitants");
  await population.fill("90000");
  await expect(page).toHaveURL(/population=90000/);
  await page.getByLabel("Accès aux soins, résultats atteints en %").fill("87,5".replace(",", "."));
  await page.getByRole("checkbox", { name: "Accompagnement option" }).check();
  await page.getByLabel("Prévention, résultats donnés par").selectOption("parts");
  const one = page.getByRole("group", { name: "Prévention, indicateur 1" });
  await one.getByLabel("Palier 1, valeur à atteindre").fill("80");
  await one.getByLabel("Palier 1, ce qu’il rapporte").fill("100");
  await one.getByLabel("Valeur obtenue").fill("82");
  await page.getByRole("button", { name: /^Ajouter un indicateur.*Prévention/ }).click();
  await expect(
    page.getByRole("group", { name: "Prévention, indicateur 2" }).getByLabel("Intitulé"),
  ).toBeFocused();
  await page.getByRole("button", { name: /^Retirer.*indicateur 2, Prévention/ }).click();
  await expect(one.getByLabel("Valeur obtenue")).toHaveValue("82");
  await page.getByRole("link", { name: "Année 2" }).press("Enter");
  await expect(page.locator("#resultat")).toContainText("année 2");
  await expect(page).toHaveURL(/annee=2/);
  const years = await apiYears(request, page.url());
  await expectApiFigures(page, years, 2);
  const shown = await due(page).innerText();

  // What is senseless changes no figure, and says what is wrong.
  await population.fill("beaucoup");
  await expect(page.locator(".sim-form .fault").first()).toContainText("n’est pas un nombre entier");
  expect(await due(page).innerText()).toBe(shown);
  await population.fill("90000");

  await page.reload();
  expect(await due(page).innerText()).toBe(shown);
  await expectApiFigures(page, years, 2);
});

test("a commune found by the keyboard counts its inhabitants; unticked, it no longer does", async ({
  page,
}) => {
  await page.goto("/simulateur?population=50000");
  await page.locator("summary", { hasText: "Choisir des communes" }).press("Enter");
  const finder = page.getByRole("combobox", { name: "Ajouter une commune" });
  await finder.pressSequentially("63300");
  await expect(page.getByRole("option", { name: /Riom/ })).toBeVisible();
  await finder.press("Enter");
  const picked = page.getByRole("group", { name: "Communes comptées" });
  await expect(picked.getByLabel(/Riom/)).toBeChecked();
  await expect(page.getByLabel("Population, en habitants")).not.toBeEditable();
  await expect(page).toHaveURL(/communes=63300/);
  await expect(page.locator(".sim-counted")).toContainText("1 commune (INSEE, PMUN 2023)");
  await picked.getByLabel(/Riom/).uncheck();
  await expect(page).not.toHaveURL(/communes=/);
  await expect(page.locator(".sim-counted")).toHaveCount(0);
  await expect(page.getByLabel("Population, en habitants")).toBeEditable();
});

test("is accessible, all unfolded; printed, it is its sheet without the form", async ({ page }) => {
  await page.goto(
    "/simulateur?population=62000&crise=2&b.population=84000&communes=63300,63245&annee=2&resultats.parcours=euros&ind.parcours.1=Suivis&paliers.parcours.1=80_9000&b.valeur.parcours.1=2",
  );
  await page
    .locator("main details")
    .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".sim-form")).toBeHidden();
  await expect(page.locator("#hypotheses")).toContainText("Signature de l’ACI le");
  await expect(due(page)).toBeVisible();
});

test("the form full to the brim is an address that the server takes @figures", async ({ request }) => {
  const form = new URLSearchParams({ [FIELD.population]: "91500" });
  // No letter takes more room in an address.
  const label = "字".repeat(MOST_LABEL - 1);
  for (const mission of MISSIONS) {
    form.append(FIELD.missions, mission);
    form.append(FIELD.basis(mission), "parts");
    for (let n = 1; n <= MOST_INDICATORS; n += 1) {
      form.append(FIELD.label(mission, n), `${label}${n}`);
      form.append(FIELD.unit(mission, n), "字".repeat(MOST_UNIT));
      form.append(FIELD.direction(mission, n), "hausse");
      form.append(FIELD.b(FIELD.values(mission, n)), "41,25");
      for (let step = 1; step <= MOST_STEPS; step += 1) {
        form.append(FIELD.steps(mission, n), String(step * 10));
        form.append(FIELD.steps(mission, n), "3,3333");
      }
      for (let year = 0; year <= 5; year += 1) form.append(FIELD.values(mission, n), "41,25");
    }
  }
  const address = `/simulateur?${form.toString()}`;
  const response = await request.get(address);
  expect(response.status(), `${address.length} characters`).toBe(200);
  expect(await response.text()).toContain(`${label}${MOST_INDICATORS}`);
});
