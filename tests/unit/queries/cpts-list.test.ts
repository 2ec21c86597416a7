import { expect, test } from "vitest";
import { cptsList } from "@/lib/queries/cpts-list";
import { cptsListInAddress } from "@/lib/schemas/cpts-address";
import { askOn, loadedDatabase, TODAY } from "./loaded";

loadedDatabase();

const listOf = (query: Record<string, string> = {}) =>
  cptsList(askOn(query.date ?? TODAY), cptsListInAddress(query));

test("all seventeen, known and unknown perimeters", async () => {
  const list = await listOf();
  expect(list.total).toBe(17);
  expect(list.rows).toHaveLength(17);
  expect(list.counts).toMatchObject({ unknownPerimeter: 7, pastTerm: 6, byStage: { signed: 17 } });
  expect(list.rows[0]?.name).toBe("Bords-d’Allier");
});

test("by department, a bi-departmental CPTS is in both", async () => {
  const names = async (departement: string) => (await listOf({ departement })).rows.map(({ slug }) => slug);
  expect(await names("07")).toEqual(["pilat", "porte-de-drome-ardeche", "sud-ard-drom"]);
  expect(await names("26")).toEqual(["porte-de-drome-ardeche", "royans-vercors", "sud-ard-drom"]);
  expect(await names("63")).toHaveLength(12);
});

test("by perimeter and stage, at a date", async () => {
  expect((await listOf({ perimetre: "inconnu" })).rows).toHaveLength(7);
  const then = await listOf({ date: "2020-03-01", etape: "signe" });
  expect(then.rows.map(({ slug }) => slug)).toEqual(["haute-combraille-et-volcans"]);
  expect((await listOf({ date: "2020-03-01", etape: "aucune" })).rows).toHaveLength(16);
});

test("sorted both ways; what is not known comes last when ascending", async () => {
  const up = (await listOf({ tri: "population" })).rows.map(({ population }) => population?.value ?? null);
  expect(up.slice(0, 6)).toEqual([9_600, 18_750, 24_765, 45_500, 47_000, null]);
  const down = (await listOf({ tri: "-signature" })).rows[0];
  expect(down?.slug).toBe("pilat");
});

test("senseless values fall back and say so", async () => {
  const list = await listOf({ departement: "99", etape: "x", tri: "zzz" });
  expect(list.rows).toHaveLength(17);
  expect(list.ignored.map(({ parameter }) => parameter).sort()).toEqual(["departement", "etape", "tri"]);
});
