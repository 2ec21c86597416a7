import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LICENCE } from "@/lib/format/credits";
import { openArchive, openData, packageOf, type OpenData } from "@/lib/queries/open-data";
import { bytesOf } from "../export/sample";
import { askOn, loadedDatabase } from "./loaded";

/** What is used of the reference implementation of Frictionless (`datapackage`, which bears no types). */
interface Frictionless {
  readonly Package: {
    load(descriptor: string, options: { strict: boolean }): Promise<DataPackage>;
  };
}
interface DataPackage {
  readonly valid: boolean;
  readonly errors: readonly Error[];
  readonly descriptor: { readonly profile: string; readonly licenses: readonly { readonly name: string }[] };
  readonly resources: readonly Resource[];
  getResource(name: string): Resource | null;
}
interface Resource {
  readonly name: string;
  readonly valid: boolean;
  read(options: { keyed: true; relations: boolean }): Promise<Readonly<Record<string, unknown>>[]>;
}

const { Package } = createRequire(import.meta.url)("datapackage") as Frictionless;

const database = loadedDatabase();

describe("the open tables", () => {
  let data: OpenData;
  let folder: string;
  let read: DataPackage;

  beforeAll(async () => {
    // What only accounts may read, before anything is kept of this revision.
    const { prisma } = database();
    const { id } = await prisma.cpts.findUniqueOrThrow({ where: { slug: "sud-allier" } });
    await prisma.cptsContact.create({
      data: { cptsId: id, rank: 1, function: "Coordination", name: "Solène Secrète", email: "s@secret.fr" },
    });
    await prisma.cptsIdentity.create({ data: { cptsId: id, siret: "12345678900011", email: "s@secret.fr" } });
    data = await openData(askOn(), "https://maillage.test");
    folder = await mkdtemp(path.join(tmpdir(), "maillage-donnees-"));
    const archive = path.join(folder, "maillage.zip");
    await writeFile(archive, await bytesOf(openArchive(data, "https://maillage.test").body));
    read = await Package.load(archive, { strict: true });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const rowsOf = async (name: string) => {
    const resource = read.getResource(name);
    if (!resource) throw new Error(`no table is called ${name}`);
    return resource.read({ keyed: true, relations: false });
  };

  test("are a valid tabular data package, under Licence Ouverte, for a validator that is not ours", () => {
    expect(read.errors).toEqual([]);
    expect(read.valid).toBe(true);
    expect(read.descriptor.profile).toBe("tabular-data-package");
    expect(read.descriptor.licenses.map(({ name }) => name)).toEqual([LICENCE.id]);
    expect(read.resources.map(({ name }) => name)).toEqual(data.tables.map(({ id }) => id));
    expect(read.resources.every(({ valid }) => valid)).toBe(true);
  });

  test("hold what their schemas say: every cell has its type, every key is one row, every reference is found", async () => {
    for (const resource of read.resources) {
      const rows = await resource.read({ keyed: true, relations: true });
      const told = data.tables.find(({ id }) => id === resource.name);
      expect(rows, resource.name).toHaveLength(told?.rows ?? -1);
      expect(rows.length, resource.name).toBeGreaterThan(0);
    }
  }, 120_000);

  test("a wrong cell would not pass", async () => {
    const csv = (await bytesOf(data.tables[0]!.file("csv").body)).toString("utf8");
    const description = packageOf({ ...data, tables: data.tables.slice(0, 1) }, null, () => "cpts.csv");
    await writeFile(path.join(folder, "cpts.csv"), csv.replaceAll(",signed,", ",signée,"));
    await writeFile(path.join(folder, "datapackage.json"), JSON.stringify(description));
    const wrong = await Package.load(path.join(folder, "datapackage.json"), { strict: true });
    await expect(wrong.resources[0]!.read({ keyed: true, relations: false })).rejects.toThrow();
  });

  test("an uncertain day has two bounds, and an amount its digits and its mark", async () => {
    const signed = (await rowsOf("etapes")).find(
      ({ cpts, kind }) => cpts === "thiers-dore-et-montagne" && kind === "signature",
    );
    expect([signed?.day_earliest, signed?.day_latest].map(iso)).toEqual(["2020-01-01", "2020-12-31"]);
    const maximum = (await rowsOf("baremes")).find(
      (row) => row.schedule === "aci-avenant-2" && row.kind === "published_maximum" && row.size_tier === 2,
    );
    expect(maximum).toMatchObject({ amount: 382_500, mark: "V" });
    const start = (await rowsOf("financements")).find(
      (row) => row.cpts === "porte-de-drome-ardeche" && row.purpose === "first_year_missions",
    );
    expect(start).toMatchObject({ payer: "cpam", amount: 150_000 });
  });

  test("name no person and none of what only accounts may read", async () => {
    const texts = data.tables.map(async ({ file }) => (await bytesOf(file("csv").body)).toString("utf8"));
    for (const text of await Promise.all(texts))
      expect(text).not.toMatch(/Secrète|secret\.fr|12345678900011/);
  });

  test("are described without an address where the product does not know its own", () => {
    expect(packageOf(data, null, (id) => `${id}.csv`)).not.toHaveProperty("homepage");
    expect(packageOf(data, "https://maillage.test", (id) => `${id}.csv`)).toMatchObject({
      homepage: "https://maillage.test/donnees",
    });
  });
});

/** The reader gives days as dates at midnight here. */
function iso(day: unknown): string {
  if (!(day instanceof Date)) return String(day);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
