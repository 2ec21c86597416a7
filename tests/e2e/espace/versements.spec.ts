import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { expect, PEOPLE, recordOf, test } from "./people";
import { stateOf } from "./places.mjs";

const list = () => `/espace/cpts/${recordOf("versements")}/paiements`;

async function fill(page: Page, amount: string, reference: string): Promise<void> {
  await page.goto(`${list()}/nouveau`);
  await page.getByLabel("Montant, en euros").fill(amount);
  await page.getByLabel("Jour du versement").fill("2025-11-04");
  await page.getByLabel("Payeur", { exact: true }).selectOption("cpam");
  await page.getByLabel("Ligne de l’accord").selectOption("prevention");
  await page.getByLabel("Référence").fill(reference);
  await page.getByRole("button", { name: "Enregistrer le versement" }).click();
}

const row = (page: Page, reference: string) => page.getByRole("row").filter({ hasText: reference });

test("an agent records a payment; one just like it is asked about before it is kept", async ({
  arsAgent: page,
}) => {
  await page.goto(`${list()}/nouveau`);
  await expectAccessible(page);
  await page.getByLabel("Montant, en euros").fill("-50");
  await page.getByRole("button", { name: "Enregistrer le versement" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "à corriger" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("choisissez « Reprise »");
  await expect(page.getByLabel("Montant, en euros")).toHaveValue("-50");
  await expectAccessible(page);

  await fill(page, "12 500,50", "AA-1");
  await expect(page.locator(".outcome")).toContainText("Le versement est enregistré");
  await expect(row(page, "AA-1")).toContainText("12 500,50 €");
  await expectAccessible(page);

  await fill(page, "12500,50", "AA-2");
  const warning = page.getByRole("alert").filter({ hasText: "peut-être déjà enregistré" });
  await expect(warning).toContainText("référence AA-1");
  await expectAccessible(page);
  await page.getByLabel("C’est bien un autre versement").check();
  await page.getByRole("button", { name: "Enregistrer le versement" }).click();
  await expect(row(page, "AA-2")).toContainText("Prévention");
});

test("two who edit at once, one without scripts: the second sees both versions, then removes it", async ({
  browser,
  arsAgent: first,
}) => {
  await fill(first, "777", "BB-1");
  await row(first, "BB-1").getByRole("link").click();
  const second = await plainPage(browser);
  await second.goto(first.url());
  await first.getByLabel("Note").fill("Vu en comité.");
  await first.getByRole("button", { name: "Enregistrer le versement" }).click();
  await expect(first.locator(".outcome")).toContainText("modifié");

  await second.getByLabel("Montant, en euros").fill("778");
  await second.getByRole("button", { name: "Enregistrer le versement" }).click();
  const conflict = second.getByRole("alert").filter({ hasText: "Modifié entre-temps" });
  await expect(conflict).toContainText(PEOPLE.arsAgent.name);
  await expect(conflict).toContainText("Vu en comité.");
  await expect(second.getByLabel("Montant, en euros")).toHaveValue("778");
  await second.getByRole("button", { name: "Enregistrer ma version à la place" }).click();
  await expect(row(second, "BB-1")).toContainText("778 €");
  await row(second, "BB-1").getByRole("link").click();
  await second.getByText("Retirer ce versement").click();
  await second.getByRole("button", { name: "Retirer le versement" }).click();
  await expect(second.getByText("Le versement est retiré.")).toBeVisible();
  await expect(row(second, "BB-1")).toHaveCount(0);
  await second.context().close();
});

test("a file is read, reported row by row, confirmed; read again it adds nothing", async ({
  arsAgent: page,
}) => {
  const slug = recordOf("versements");
  const name = `mars-${slug}.csv`;
  const file = (...rows: string[]) => ({
    name,
    mimeType: "text/csv",
    // As a French Excel writes it.
    buffer: Buffer.from(["CPTS;Financeur;Ligne;Date;Montant;Réf", ...rows].join("\r\n"), "latin1"),
  });
  const send = async (...rows: string[]) => {
    await page.goto("/espace/paiements/importer");
    await page.getByLabel("Fichier CSV").setInputFiles(file(...rows));
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Rapport de lecture");
  };
  const good = [
    `${slug};CPAM;Qualité;05/02/2025;1 250,00;CC-1`,
    `${slug};MSA;Parcours;05/02/2025;-3 000,01;CC-2`,
  ];

  await page.goto("/espace/paiements/importer");
  await expectAccessible(page);
  await send(...good, `pilat;CPAM;Qualité;05/02/2025;10;CC-3`, `${slug};Mairie;Jardin;32/01/2025;dix;CC-4`);
  // Those refused come first.
  await expect(row(page, "CC-1")).toHaveCount(0);
  await expect(row(page, "CC-3")).toContainText("hors de votre territoire ou inconnue");
  await expect(row(page, "CC-4").getByRole("listitem")).toHaveText([
    /^Financeur/,
    /^Ligne/,
    /^Date/,
    /^Montant/,
  ]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enregistrer 2 versements" }).click();
  await expect(page.getByText("Rien n’a été écrit")).toBeVisible();

  await send(...good);
  await page.getByRole("button", { name: "Enregistrer 2 versements" }).click();
  await expect(page.locator(".outcome")).toContainText("2 versements enregistrés");
  await expectAccessible(page);
  await send(...good);
  await expect(page.getByText("Toutes les lignes de ce fichier sont déjà enregistrées")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Enregistrer/ })).toHaveCount(0);

  await page.goto(`${list()}?ligne=parcours`);
  await expect(row(page, "CC-2")).toContainText("−3 000,01 €");
  await page.goto("/espace/paiements/importer");
  await row(page, name).getByText("Retirer").first().click();
  await row(page, name).getByRole("button", { name: "Retirer ce fichier" }).click();
  await expect(page.locator(".outcome")).toContainText("retirés");
});

async function plainPage(browser: Browser): Promise<Page> {
  const { baseURL, viewport } = test.info().project.use;
  const storageState = stateOf("arsAgent");
  const context = await browser.newContext({ baseURL, viewport, storageState, javaScriptEnabled: false });
  return context.newPage();
}
