import { readFile } from "node:fs/promises";
import { EXE, office, pdf } from "../../db/files";
import { expectAccessible } from "../fixtures";
import { expect, newContext, PEOPLE, recordOf, signIn, test } from "./people";

const list = () => `/espace/cpts/${recordOf("documents")}/documents`;
const api = () => `/api${list()}`;

/** Bytes of this run alone: the same bytes twice would be one document. */
const unique = () => `${test.info().project.name} ${Date.now()} ${Math.random()}`;

test("files are added, downloaded as they were, and removed", async ({ arsAgent: page }) => {
  const words = unique();
  const name = `Compte rendu « été » ${test.info().project.name}.pdf`;
  const buffer = pdf(words);
  await page.goto(list());
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByLabel("Fichiers")).toBeFocused();
  await expectAccessible(page);

  const docx = office("docx", { "docProps/app.xml": words });
  const letter = `lettre ${test.info().project.name}.docx`;
  await page.getByLabel("Fichiers").setInputFiles([
    { name, mimeType: "application/pdf", buffer },
    { name: letter, mimeType: "application/octet-stream", buffer: docx },
  ]);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.locator(".outcome")).toContainText("Ajouté");
  await expect(page.getByRole("link", { name: letter })).toBeVisible();
  await expectAccessible(page);

  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(PEOPLE.arsAgent.name);
  const download = page.waitForEvent("download");
  await row.getByRole("link", { name }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(name);
  expect((await readFile(await saved.path())).equals(buffer)).toBe(true);

  const address = await row.getByRole("link", { name }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="/);

  await row.getByText("Retirer", { exact: false }).first().click();
  await expectAccessible(page);
  await row.getByRole("button", { name: "Effacer le document" }).click();
  await expect(page.locator(".outcome")).toContainText("retiré");
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  expect((await page.request.get(address ?? "")).status()).toBe(404);
});

test("what is no admitted document is refused by its content, file by file", async ({ arsAgent: page }) => {
  await page.goto(list());
  const good = `bon ${test.info().project.name}.pdf`;
  await page.getByLabel("Fichiers").setInputFiles([
    { name: "facture.pdf", mimeType: "application/pdf", buffer: EXE },
    { name: "macro.docx", mimeType: "", buffer: office("docx", { "word/vbaProject.bin": unique() }) },
    { name: "énorme.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
    { name: good, mimeType: "application/pdf", buffer: pdf(unique()) },
  ]);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(line("facture.pdf")).toContainText("n’est pas d’un type admis, d’après son contenu");
  await expect(line("macro.docx")).toContainText("contient des macros");
  await expect(line("énorme.pdf")).toContainText("dépasse 10");
  await expect(line(good)).toContainText("ajouté");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Voir la liste à jour" }).click();
  await expect(page.getByRole("link", { name: good })).toBeVisible();
});

test("a form without scripts adds, and is told why it was refused", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, PEOPLE.arsAgent.email);
  const name = `sans scripts ${test.info().project.name}.pdf`;
  await page.goto(list());
  await page
    .getByLabel("Fichiers")
    .setInputFiles({ name, mimeType: "application/pdf", buffer: pdf(unique()) });
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page
    .getByLabel("Fichiers")
    .setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: EXE });
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByText("n’est pas d’un type admis")).toBeVisible();
  await context.close();
});

test("documents are nobody else's, whatever identifier is guessed", async ({
  browser,
  arsAgent,
  analyst,
  neighbour,
  cpamAgent,
}) => {
  const file = { name: "secret.pdf", mimeType: "application/pdf", buffer: pdf(unique()) };
  const added = await arsAgent.request.post(api(), { multipart: { file } });
  const { documents } = (await added.json()) as { documents: { id: string }[] };
  const id = documents[0]?.id ?? "";
  expect((await arsAgent.request.get(`${api()}/${id}`)).status()).toBe(200);
  const other = "/api/espace/cpts/thiers-dore-et-montagne/documents";
  expect((await arsAgent.request.get(`${other}/${id}`)).status()).toBe(404);
  expect((await arsAgent.request.get(`${api()}/00000000-0000-0000-0000-000000000000`)).status()).toBe(404);
  expect((await arsAgent.request.get(`${api()}/..%2f..%2fetc`)).status()).toBe(404);
  for (const page of [analyst, neighbour, cpamAgent]) {
    expect((await page.goto(list()))?.status()).toBe(404);
    expect((await page.request.get(`${api()}/${id}`)).status()).toBe(403);
    expect((await page.request.delete(`${api()}/${id}`)).status()).toBe(403);
    expect((await page.request.post(api(), { multipart: { file } })).status()).toBe(403);
  }
  const context = await newContext(browser);
  const stranger = await context.newPage();
  expect((await context.request.get(`${api()}/${id}`)).status()).toBe(401);
  await stranger.goto(list());
  await expect(stranger).toHaveURL(/\/connexion\?retour=/);
  await context.close();
});

test("what stands before the server may refuse a file too large in its own words: ours are shown", async ({
  arsAgent: page,
}) => {
  await page.goto(list());
  await page.route(`**${api()}`, (route) =>
    route.fulfill({ status: 413, contentType: "text/html", body: "<h1>413 Request Entity Too Large</h1>" }),
  );
  const file = { name: "grand.pdf", mimeType: "application/pdf", buffer: pdf(unique()) };
  await page.getByLabel("Fichiers").setInputFiles(file);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "grand.pdf" })).toContainText("trop volumineux");
  expect((await page.request.post(api(), { data: { file: "x" } })).status()).toBe(400);
});
