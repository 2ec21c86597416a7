import { describe, expect, test } from "vitest";
import { cptsPage, type CptsPage } from "@/lib/queries/cpts-page";
import { cptsInAddress } from "@/lib/schemas/cpts-address";
import { askOn, loadedDatabase, TODAY } from "./loaded";

loadedDatabase();

async function pageOf(slug: string, query: Record<string, string> = {}): Promise<CptsPage> {
  const page = await cptsPage(askOn(query.date ?? TODAY), slug, cptsInAddress(query));
  if (!page) throw new Error(`no page ${slug}`);
  return page;
}

async function yearOf(slug: string, query: Record<string, string> = {}) {
  const { year } = await pageOf(slug, query);
  if (!year) throw new Error(`no contract year for ${slug}`);
  return year;
}

describe("the contract year shown", () => {
  test("past the term it is the last of the term, and later years are offered as to be confirmed", async () => {
    const page = await pageOf("haute-combraille-et-volcans");
    expect(page.year?.year).toMatchObject({ index: 5, pastTerm: false });
    expect(page.contract?.years.map(({ pastTerm }) => pastTerm)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(page.contract?.daysPastTerm).toBe(642);
  });

  test("within the term it is the one the day falls in", async () => {
    expect((await yearOf("sud-ard-drom")).year.index).toBe(3);
    expect((await yearOf("sud-ard-drom", { date: "2023-12-24" })).year.index).toBe(1);
    expect((await yearOf("sud-ard-drom", { annee: "2" })).year.start.earliest).toBe("2024-12-01");
  });

  test("a senseless year or schedule falls back and says so", async () => {
    const page = await pageOf("haute-combraille-et-volcans", { annee: "40", bareme: "aci-1900" });
    expect(page.year?.year.index).toBe(5);
    expect(page.year?.schedule.id).toBe("aci-avenant-2");
    expect(page.ignored.map(({ parameter }) => parameter)).toEqual(["annee", "bareme"]);
  });
});

describe("the schedules a year may be under", () => {
  test("before avenant 2 only that of 2019; after it both, the one in force first shown", async () => {
    const second = await yearOf("haute-combraille-et-volcans", { annee: "2" });
    expect(second.schedules.map(({ id }) => id)).toEqual(["aci-2019"]);
    expect(second.envelope?.maximum).toMatchObject({ cents: 220_000_00, mark: "V" });
    const fourth = await yearOf("haute-combraille-et-volcans", { annee: "4" });
    expect(fourth.schedules.map(({ id }) => id)).toEqual(["aci-2019", "aci-avenant-2"]);
    expect(fourth.schedule).toMatchObject({ id: "aci-avenant-2", earlier: false });
    const stayed = await yearOf("haute-combraille-et-volcans", { annee: "4", bareme: "aci-2019" });
    expect(stayed.schedule).toMatchObject({ id: "aci-2019", earlier: true });
    expect(stayed.envelope?.maximum.cents).toBe(220_000_00);
  });

  test("a year of uncertain first day may open under either", async () => {
    const third = await yearOf("bords-d-allier", { annee: "3" });
    expect(third.schedule.uncertain).toBe(true);
    expect(third.schedules).toHaveLength(2);
  });
});

describe("what a year earns", () => {
  test("fonctionnement is known, the rest is a minimum, and the maximum in crisis is the published one", async () => {
    const { envelope, createdLater } = await yearOf("haute-combraille-et-volcans");
    expect(envelope?.dueCents).toBe(50_000_00);
    expect(envelope?.dueIsMinimum).toBe(true);
    expect(envelope?.maximum).toMatchObject({ cents: 250_000_00, mark: "H", source: null });
    expect(envelope?.maximumInCrisis).toMatchObject({ cents: 287_500_00, mark: "V" });
    expect(envelope?.hypothesesCents).toBe(182_500_00);
    expect(envelope?.toConfirmCents).toBe(0);
    expect(createdLater).toBe(true);
  });

  test("parts sum to the whole, instalments to the due", async () => {
    for (const slug of [
      "haute-combraille-et-volcans",
      "sud-allier",
      "sud-ard-drom",
      "porte-de-drome-ardeche",
    ]) {
      const { envelope } = await yearOf(slug);
      if (!envelope) throw new Error(`no envelope for ${slug}`);
      const { fonctionnement, missionsFixed, variable, notItemised, crisis, maximum, maximumInCrisis } =
        envelope;
      const parts = [fonctionnement, missionsFixed, variable, notItemised].reduce(
        (sum, { cents }) => sum + cents,
        0,
      );
      expect(parts).toBe(maximum.cents);
      expect(parts + (crisis?.cents ?? 0)).toBe(maximumInCrisis?.cents ?? maximum.cents);
      const paid = envelope.instalments?.reduce((sum, { amountCents }) => sum + amountCents, 0);
      expect(paid).toBe(envelope.dueCents);
    }
  });

  test("after the term nothing is presented as due", async () => {
    const { envelope } = await yearOf("haute-combraille-et-volcans", { annee: "7" });
    expect(envelope?.dueCents).toBeNull();
    expect(envelope?.instalments).toBeNull();
    expect(envelope?.lines.some(({ due }) => typeof due === "number")).toBe(false);
  });

  test("each line explains itself and says what is missing", async () => {
    const { envelope } = await yearOf("porte-de-drome-ardeche");
    for (const { explanation, due } of envelope?.lines ?? []) {
      expect(explanation.steps.length).toBeGreaterThanOrEqual(4);
      if (due === "non_communique") expect(explanation.missing).not.toBeNull();
    }
  });

  test("without missions on record the schedule’s are shown, none taken as engaged", async () => {
    const { envelope, missionsKnown } = await yearOf("pilat");
    expect(missionsKnown).toBe(false);
    expect(envelope?.dueCents).toBe(50_000_00);
    expect(envelope?.dueIsMinimum).toBe(true);
  });
});

describe("without a tier", () => {
  const slugs = ["bords-d-allier", "thiers-dore-et-montagne", "clermont-plus", "val-d-artiere"];
  test.each(slugs)("%s: nothing is computed, the four maxima stand", async (slug) => {
    const page = await pageOf(slug);
    expect(page.size).toBeNull();
    expect(page.year?.envelope).toBeNull();
    expect(page.maxima?.tiers.map(({ cents }) => cents / 100)).toEqual([287_500, 382_500, 465_000, 580_000]);
    const range = page.money.find(({ amountToCents }) => amountToCents !== null);
    expect(range?.comparisons).toMatchObject([
      { tier: null, computedCents: 287_500_00, computedToCents: 580_000_00, differenceCents: 0 },
    ]);
  });

  test("an uncertain signature gives spans, never days", async () => {
    const { contract, missions } = await pageOf("bords-d-allier");
    expect(contract?.years[0]?.start).toEqual({ earliest: "2020-01-01", latest: "2020-12-31" });
    expect(missions[0]?.deadlines).toEqual({
      kind: "dated",
      startBefore: { earliest: "2020-07-01", latest: "2021-06-30" },
      deployedBefore: { earliest: "2021-07-01", latest: "2022-06-30" },
    });
    expect(missions[3]).toMatchObject({ mission: "crise_sanitaire", deadlines: { kind: "a_confirmer" } });
    expect(missions.every(({ engagement }) => engagement === null)).toBe(true);
  });
});

test("a territory is drawn whole across its departments; without perimeter nothing is coloured", async () => {
  const two = await pageOf("sud-ard-drom");
  expect(two.map?.departments.map(({ name }) => name)).toEqual(["Ardèche", "Drôme"]);
  expect(two.map?.outline).toMatch(/^M/);
  expect(two.standing.byDepartment.map(({ department, communes }) => [department, communes])).toEqual([
    ["07", 9],
    ["26", 14],
  ]);
  const unknown = await pageOf("bords-d-allier");
  expect(unknown.map?.outline).toBeNull();
  expect(unknown.map?.others.length).toBe(6);
  expect(unknown.communes).toEqual([]);
});
