import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { expect, freshCoordinator, recordOf, test } from "./people";

/**
 * One CPTS for each width, since the journey writes: both signed, estimated so far, in the Puy-de-Dôme. Two of
 * their communes stay, and others come from the Allier that nobody holds.
 */
const WIDE = { kept: ["63281", "63338"], blanks: [0, 3] };
const PHONE = { kept: ["63003", "63010"], blanks: [3, 6] };
/** Held by another CPTS. */
const CLERMONT = { code: "63113", share: "whole", note: "Quartier nord, convention de 2025." };
const FROM = "2026-11-23";
const YESTERDAY = "2026-11-22";

interface Draft {
  readonly version: number;
}

const commune = (code: string) => ({ code, share: "whole", note: null });

/** Types a section as its form would. @returns the draft's version. */
async function type(
  page: Page,
  slug: string,
  section: string,
  version: number,
  content: object,
): Promise<number> {
  const answer = await page.request.put(`/api/espace/cpts/${slug}/sections/${section}/draft`, {
    data: { version, content },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as Draft).version;
}

interface Coverage {
  readonly population: { readonly signed: number };
  readonly blank: readonly { readonly code: string }[];
}

async function allier(page: Page, asOf: string): Promise<Coverage> {
  return (await (await page.request.get(`/api/v1/departments/03/coverage?asOf=${asOf}`)).json()) as Coverage;
}

const signedInAllier = async (page: Page, asOf: string) => (await allier(page, asOf)).population.signed;

test("a territory is proposed, sent back, mended, accepted; the public figures follow, yesterday's do not", async ({
  browser,
  administrator,
  arsAgent,
  isMobile,
}) => {
  test.setTimeout(240_000);
  const slug = recordOf("propositions");
  const { kept, blanks } = isMobile ? PHONE : WIDE;
  const { page, close } = await freshCoordinator(browser, administrator, slug);
  const nobodys = (await allier(page, YESTERDAY)).blank.map(({ code }) => code);
  const added = nobodys.slice(...blanks);
  const propose = `/espace/cpts/${slug}/proposer`;

  await test.step("nothing is drafted: the page says how to begin", async () => {
    await page.goto(propose);
    await expect(page.getByText("Aucun brouillon ne change la fiche")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/espace/cpts/${slug}/propositions`);
    await expect(page.getByText("Aucune proposition n’a encore été faite")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("faults of a draft are said by section, with the way to its form", async () => {
    await type(page, slug, "territory", 0, { from: "", communes: [commune("99999")] });
    await page.goto(propose);
    await expect(page.getByText("À corriger", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: /Jour d’effet/ })).toHaveAttribute(
      "href",
      `/espace/cpts/${slug}/territoire`,
    );
    await expect(page.getByRole("button", { name: /^Proposer/ })).toHaveCount(0);
    await expectAccessible(page);
  });

  let version = await type(page, slug, "territory", 1, {
    from: FROM,
    communes: [...kept, ...added].map(commune),
  });
  await test.step("what changed since the page was read is told, and what was typed stays", async () => {
    await page.goto(propose);
    version = await type(page, slug, "territory", version, {
      from: FROM,
      communes: [...[...kept, ...added].map(commune), CLERMONT],
    });
    await page.getByLabel(/Message à l’ARS/).fill("Délibération du 12 octobre.");
    await page.getByRole("button", { name: "Proposer à l’ARS et à la CPAM" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "modifié depuis" })).toBeFocused();
    await expect(page.getByLabel(/Message à l’ARS/)).toHaveValue("Délibération du 12 octobre.");
    await expect(page.getByRole("link", { name: "Clermont-Ferrand" }).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("proposed, it waits and is locked", async () => {
    await page.getByRole("button", { name: "Proposer à l’ARS et à la CPAM" }).click();
    await expect(page).toHaveURL(/\/espace\/propositions\/[\da-f-]{36}\?fait=envoi$/);
    await expect(page.getByText("La proposition est envoyée.")).toBeVisible();
    await expect(page.getByText("En attente de décision")).toBeVisible();
    await expectAccessible(page);
    await page.goto(propose);
    await expect(page.getByRole("heading", { name: /n° 1, en attente/ })).toBeVisible();
    await expectAccessible(page);
  });

  await page.getByRole("link", { name: "Relire ce qui est proposé" }).click();
  const proposal = new URL(page.url()).pathname;
  const yesterday = await signedInAllier(page, YESTERDAY);
  await test.step("the agent sees what changes, and cannot send it back without saying why", async () => {
    await arsAgent.goto(proposal);
    await expect(arsAgent.getByRole("img", { name: /4 ajoutées/ })).toBeVisible();
    await expect(arsAgent.getByRole("heading", { name: "Effet sur la couverture" })).toBeVisible();
    await expect(arsAgent.getByRole("rowheader", { name: /Allier \(03\)/ })).toBeVisible();
    await expect(arsAgent.getByText(/commune est tenue aussi par une autre CPTS/)).toBeVisible();
    await expectAccessible(arsAgent);
    await arsAgent.getByRole("button", { name: "Renvoyer avec ce commentaire" }).click();
    await expect(arsAgent.getByRole("alert").filter({ hasText: "Le commentaire" })).toBeFocused();
    await expect(arsAgent.getByLabel("Commentaire à la CPTS")).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(arsAgent);
    await arsAgent.getByLabel("Commentaire à la CPTS").fill("Retirez Clermont-Ferrand, déjà tenue.");
    await arsAgent.getByRole("button", { name: "Renvoyer avec ce commentaire" }).click();
    await expect(arsAgent.getByText("Renvoyée", { exact: true }).first()).toBeVisible();
    await expectAccessible(arsAgent);
  });

  await test.step("the coordinator reads why, mends and proposes again", async () => {
    await page.goto(propose);
    await expect(page.getByText("Retirez Clermont-Ferrand, déjà tenue.")).toBeVisible();
    await expectAccessible(page);
    version = await type(page, slug, "territory", version, {
      from: FROM,
      communes: [...kept, ...added].map(commune),
    });
    await page.goto(propose);
    await page.getByRole("button", { name: "Proposer de nouveau à l’ARS et à la CPAM" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Proposition n° 2");
  });

  const second = new URL(page.url()).pathname;
  await test.step("the record changed meanwhile: the agent is told, and compares again", async () => {
    await arsAgent.goto(second);
    const saved = await page.request.post(`/api/espace/cpts/${slug}/sections/project`, {
      data: { draftVersion: 0, content: { summary: "Soins non programmés.", axes: [] } },
    });
    expect(saved.ok(), await saved.text()).toBe(true);
    await arsAgent.getByLabel("Commentaire à la CPTS").fill("Vu en comité.");
    await arsAgent.getByRole("button", { name: "Accepter" }).click();
    await expect(arsAgent.getByRole("alert").filter({ hasText: "La fiche a changé" })).toBeFocused();
    await expect(arsAgent.getByLabel("Commentaire à la CPTS")).toHaveValue("Vu en comité.");
    await expectAccessible(arsAgent);
    const before = await signedInAllier(page, FROM);
    await arsAgent.getByRole("button", { name: "Accepter" }).click();
    await expect(arsAgent.getByText("Acceptée", { exact: true }).first()).toBeVisible();
    await expect(arsAgent.getByRole("button", { name: "Accepter" })).toHaveCount(0);
    expect(await signedInAllier(page, FROM)).toBeGreaterThan(before);
    await expectAccessible(arsAgent);
  });

  await test.step("the public page and the departments follow; yesterday is as it was", async () => {
    expect(await signedInAllier(page, YESTERDAY)).toBe(yesterday);
    await page.goto(`/cpts/${slug}`);
    await expect(page.getByText("périmètre déclaré").first()).toBeVisible();
    await page.goto("/departements/03");
    await expect(page.locator(`a[href^="/cpts/${slug}"]`).first()).toBeAttached();
  });

  await test.step("both rounds stay readable, each as it was", async () => {
    await page.goto(`/espace/cpts/${slug}/propositions`);
    await expect(page.getByRole("heading", { level: 2 })).toHaveText([/n° 2.*Acceptée/, /n° 1.*Renvoyée/]);
    for (const fold of await page.getByText("Ce qui était proposé").all()) await fold.click();
    await expect(page.getByRole("link", { name: "Clermont-Ferrand" })).toHaveCount(1);
    await expectAccessible(page);
  });
  await close();
});
