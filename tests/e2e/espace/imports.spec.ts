import fs from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { expect, test } from "./people";

/** All of France but the departments that other tests look at, shared out among some 800 CPTS. */
const LEFT_ALONE = new Set(["63", "03", "26", "07", "42"]);
const EACH = 42;
const ROWS = 35_000;

type Point = readonly [code: string, longitude: number, latitude: number, heldBy?: string];
const read = <T>(name: string) => JSON.parse(fs.readFileSync(`prisma/reference/${name}`, "utf8")) as T;
const departmentOf = (code: string) => code.slice(0, /^9[78]/.test(code) ? 3 : 2);

interface Made {
  readonly name: string;
  readonly points: readonly Point[];
}

function made(): Made[] {
  const points = read<Point[]>("commune-points.json").filter(
    ([code, , , heldBy]) => !LEFT_ALONE.has(departmentOf(code)) && heldBy === undefined,
  );
  const at = (i: number) => Math.round((i * points.length) / 800);
  return Array.from({ length: 800 }, (_, i) => ({
    name: `Essai numéro ${i + 1}`,
    points: points.slice(at(i), at(i + 1)),
  }));
}

const D = 0.0004;
const square = ([, x, y]: Point) => [
  [
    [x - D, y - D],
    [x + D, y - D],
    [x + D, y + D],
    [x - D, y + D],
    [x - D, y - D],
  ],
];
const bow = ([, x, y]: Point) => [
  [
    [x, y],
    [x + D, y + D],
    [x + D, y],
    [x, y + D],
    [x, y],
  ],
];

interface Feature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: object;
}

const featureOf = ({ name, points }: Made): Feature => ({
  type: "Feature",
  properties: {
    nom_cpts: name,
    departement: departmentOf(points[0]?.[0] ?? ""),
    stade: "signataire",
    date_signature: "",
    population: "",
  },
  geometry: { type: "MultiPolygon", coordinates: points.map(square) },
});

const layerOf = (features: readonly Feature[]) => JSON.stringify({ type: "FeatureCollection", features });

async function send(
  page: Page,
  kind: string,
  file: { readonly name: string; readonly text: string },
  asOf: string,
) {
  await page.goto("/espace/imports");
  await page.locator(`#import-kind-${kind}`).check();
  await page.getByLabel("Situation au").fill(asOf);
  await page.getByLabel("Qui donne ces informations").fill("ARS d’essai");
  // Some communes of the table are in two CPTS: both rows need to say why.
  await page.getByLabel(/^Raison des communes/).fill("Commune partagée");
  await page
    .getByLabel("Fichier", { exact: true })
    .setInputFiles({ name: file.name, mimeType: "text/plain", buffer: Buffer.from(file.text) });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Rapport de lecture", {
    timeout: 60_000,
  });
}

const countOf = (page: Page, label: RegExp) =>
  page
    .locator(".import-counts > div")
    .filter({ has: page.getByText(label) })
    .locator("dd");

async function confirm(page: Page) {
  await page.getByRole("button", { name: /^Enregistrer/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Import enregistré", {
    timeout: 60_000,
  });
}

async function undo(page: Page) {
  await page.getByText("Annuler cet import").click();
  await page.getByRole("button", { name: "Annuler l’import entier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Import annulé", { timeout: 60_000 });
}

async function expectFaults(page: Page, faults: readonly (readonly [row: string, column: string])[]) {
  await expect(countOf(page, /Refusée/)).toHaveText(String(faults.length));
  await expect(page.getByText("Rien ne peut être enregistré")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Enregistrer/ })).toHaveCount(0);
  for (const [row, column] of faults) {
    const line = page.getByRole("row").filter({ has: page.getByText(row, { exact: true }) });
    await expect(line.getByRole("listitem").first()).toContainText(column);
  }
}

test("a layer of 800 CPTS, then a table of 35,000 rows: errors in every column are found, then all is applied and undone", async ({
  administrator: page,
}) => {
  await page.goto("/espace/imports");
  await expectAccessible(page);
  test.setTimeout(240_000);
  const all = made();
  const features = all.map(featureOf);
  const wrong = (index: number, change: Partial<Feature["properties"]>, geometry?: object): Feature => {
    const one = features[index];
    if (!one) throw new Error("no such feature");
    const properties = Object.fromEntries(
      Object.entries({ ...one.properties, ...change }).map(([key, value]) => [key, value ?? ""]),
    );
    return { ...one, properties, geometry: geometry ?? one.geometry };
  };
  const faulty = [...features];
  faulty[10] = wrong(10, { nom_cpts: "" });
  faulty[20] = wrong(20, { departement: "Atlantide" });
  faulty[30] = wrong(30, { stade: "peut-être" });
  faulty[40] = wrong(40, { date_signature: "32/01/2024" });
  faulty[50] = wrong(50, { population: "beaucoup" });
  faulty[60] = wrong(60, {}, { type: "Polygon", coordinates: bow(all[60]?.points[0] ?? ["", 2, 46]) });
  await send(page, "polygons", { name: "couche.geojson", text: layerOf(faulty) }, "2026-01-01");
  await expectFaults(page, [
    ["Objet 11", "nom_cpts"],
    ["Objet 21", "departement"],
    ["Objet 31", "stade"],
    ["Objet 41", "date_signature"],
    ["Objet 51", "population"],
    ["Objet 61", "Contour"],
  ]);
  await send(page, "polygons", { name: "couche.geojson", text: layerOf(features) }, "2026-01-01");
  await confirm(page);
  await expect(page.locator(".outcome")).toContainText("800 fiches écrites, dont 800 créées");
  const layer = page.url();

  // Each CPTS takes the communes of the next: every commune of the file moves.
  const rows = all.flatMap(({ points }, i) =>
    points.map(([code]) => [all[(i + 1) % all.length]?.name ?? "", code, "", "", ""]),
  );
  // Some are in the next but one too, which the reason common to the file explains.
  for (let i = 0; rows.length < ROWS; i += 1) {
    const at = (i * EACH) % 30_000;
    const owner = all.findIndex(({ name }) => name === rows[at]?.[0]);
    rows.push([all[(owner + 5) % all.length]?.name ?? "", rows[at]?.[1] ?? "", "", "", "Commune partagée"]);
  }
  const table = (lines: readonly (readonly string[])[]) =>
    [["CPTS", "Code INSEE", "Depuis le", "Part", "Note"], ...lines]
      .map((cells) => cells.join(";"))
      .join("\r\n");
  const spoiled = rows.map((cells) => [...cells]);
  const spoil = (index: number, column: number, text: string) => {
    const cells = spoiled[index];
    if (cells) cells[column] = text;
  };
  spoil(100, 0, "Nulle part");
  spoil(20_000, 1, "99999");
  spoil(25_000, 2, "31/02/2026");
  spoil(30_000, 3, "beaucoup");
  spoil(10, 4, "x".repeat(501));
  await send(page, "territory", { name: "communes.csv", text: table(spoiled) }, "2026-06-01");
  const total = Number((await page.locator(".seg a").first().textContent())?.replace(/\D/g, ""));
  expect(total).toBeGreaterThanOrEqual(rows.length);
  for (const [row, column] of [
    ["Ligne 12", "Note"],
    ["Ligne 102", "CPTS"],
    ["Ligne 20\u202f002", "Code INSEE"],
    ["Ligne 25\u202f002", "Depuis le"],
    ["Ligne 30\u202f002", "Part"],
  ] as const) {
    await page
      .locator(".import-columns")
      .getByRole("link", { name: new RegExp(`^${column} `) })
      .click();
    const line = page.getByRole("row").filter({ has: page.getByText(row, { exact: true }) });
    await expect(line.getByRole("listitem").filter({ hasText: column }).first()).toBeVisible();
  }
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: /^Enregistrer/ })).toHaveCount(0);

  await send(page, "territory", { name: "communes.csv", text: table(rows) }, "2026-06-01");
  await expect(countOf(page, /Refusée/)).toHaveText("0");
  await confirm(page);
  await undo(page);
  await page.goto(layer);
  await undo(page);
});
