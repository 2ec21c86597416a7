import { describe, expect, test } from "vitest";
import { cptsPage, type CptsPage } from "@/lib/queries/cpts-page";
import { cptsInAddress } from "@/lib/schemas/cpts-address";
import { askOn, loadedDatabase, TODAY } from "./loaded";
import { SECTION_7 } from "./cpts-section-7";

loadedDatabase();

async function pageOf(slug: string, query: Record<string, string> = {}): Promise<CptsPage> {
  const page = await cptsPage(askOn(query.date ?? TODAY), slug, cptsInAddress(query));
  if (!page) throw new Error(`no page ${slug}`);
  return page;
}

const titleOf = (page: CptsPage, ref: number) =>
  page.footnotes.find(({ number }) => number === ref)?.source.title;

/** [payer, purpose, amount, upper bound] of every sum. */
const sums = (page: CptsPage) =>
  page.money.map(({ payer, purpose, amountCents, amountToCents }) => [
    payer,
    purpose,
    amountCents === null ? null : amountCents / 100,
    amountToCents === null ? null : amountToCents / 100,
  ]);

const stated = ({ stated: { population, communes, members, professionals } }: CptsPage) =>
  [population, communes, members, professionals].map((figure) =>
    figure ? [figure.qualifier, figure.value] : null,
  );

type Stated = readonly (readonly [string, number] | null)[];
type Sums = readonly (readonly (string | number | null)[])[];

const FRAME_63: Sums = [
  ["ars", "start_up", 251_700, null],
  ["cpam", "full_year", 287_500, 580_000],
];

describe("every figure of the public documents, with its source", () => {
  test.each<readonly [slug: string, figures: Stated, money: Sums]>([
    [
      "porte-de-drome-ardeche",
      [["about", 47_000], ["exact", 35], ["about", 50], null],
      [
        ["cpam", "first_year_missions", 150_000, null],
        ["cpam", "full_year", 317_500, null],
        ["ars", "project_writing", 50_000, null],
        ["msa", "methodological_support", null, null],
      ],
    ],
    [
      "sud-ard-drom",
      [
        ["more_than", 45_500],
        ["exact", 17],
        ["more_than", 45],
        ["exact", 290],
      ],
      [
        ["ars", "start_up", 15_000, null],
        ["cpam", "full_year", 382_500, null],
        ["cpam", "core_missions", 180_000, null],
      ],
    ],
    [
      "sud-allier",
      [null, null, null, ["exact", 135]],
      [
        ["cpam", "full_year", 185_000, null],
        ["ars", "project_writing", 15_000, null],
      ],
    ],
    [
      "haute-combraille-et-volcans",
      [["exact", 18_750], ["exact", 38], null, ["exact", 120]],
      [["ars", "project_writing", 15_000, null], ["cpam", "full_year", 220_000, null], ...FRAME_63],
    ],
    ["royans-vercors", [["about", 9_600], ["exact", 18], null, null], []],
    ["pilat", [["exact", 24_765], ["exact", 23], null, null], []],
    ...[
      "bords-d-allier",
      "sancy-ouest",
      "entre-limagne-et-livradois",
      "thiers-dore-et-montagne",
      "nord-combrailles",
      "val-d-allier-sud",
      "val-d-artiere",
      "livradois-forez",
      "clermont-plus",
      "combrailles-limagne-et-volcans",
      "sud-63",
    ].map((slug) => [slug, [null, null, null, null], FRAME_63] as const),
  ])("%s: figures and money", async (slug, figures, money) => {
    const page = await pageOf(slug);
    expect(stated(page)).toEqual(figures);
    expect(sums(page)).toEqual(expect.arrayContaining([...money]));
    expect(page.money).toHaveLength(money.length);
  });

  test.each(SECTION_7)("$slug: its figures point to « $source »", async ({ slug, source }) => {
    const page = await pageOf(slug);
    const own = Object.values(page.stated).flatMap((figure) => (figure ? [figure.ref] : []));
    for (const ref of own) expect(titleOf(page, ref)).toBe(source);
    expect(titleOf(page, page.contract?.ref ?? 0)).toBe(source);
    expect(page.footnotes.map(({ number }) => number)).toEqual(page.footnotes.map((_, i) => i + 1));
  });

  test("professionals and structures, to the last one", async () => {
    const hautes = await pageOf("haute-combraille-et-volcans");
    expect(hautes.people.headcounts.map(({ profession, count }) => [profession, count])).toEqual([
      ["infirmier", 43],
      ["medecin_generaliste", 23],
      ["masseur_kinesitherapeute", 18],
      ["chirurgien_dentiste", 15],
      ["pharmacien", 10],
      ["sage_femme", 4],
      ["pedicure_podologue", 4],
      ["orthophoniste", 2],
      ["orthoptiste", 1],
    ]);
    expect(hautes.people.sum).toBe(120);
    expect(hautes.people.partners).toContainEqual(
      expect.objectContaining({ kind: "ehpad", count: 6, beds: 312 }),
    );
    const allier = await pageOf("sud-allier");
    expect(allier.people.headcounts.map(({ count }) => count)).toEqual([60, 29, 27, 16, 3]);
    expect(allier.people.partners.map(({ kind, count }) => [kind, count])).toEqual([
      ["msp", 4],
      ["esp", 6],
      ["cmp", 2],
      ["ambulance", 10],
      ["vsl", 17],
    ]);
  });
});

describe("published beside computed", () => {
  const readings = (page: CptsPage) =>
    page.money.flatMap(({ comparisons }) =>
      comparisons.map(({ reading, computedCents, differenceCents, readingIsOurs }) => [
        reading.id,
        computedCents / 100,
        differenceCents / 100,
        readingIsOurs,
      ]),
    );

  test("Sud Allier shows both: 185,000 without the complementary missions, 220,000 with", async () => {
    const page = await pageOf("sud-allier");
    expect(readings(page)).toEqual([
      ["maximum_socle", 185_000, 0, true],
      ["maximum_all", 220_000, 35_000, false],
    ]);
    expect(page.size).toMatchObject({ kind: "deduced", tier: 1, amountCents: 185_000_00 });
  });

  test("Porte de Drôme Ardèche: 150,000 at the start, 317,500 read as the compulsory missions", async () => {
    expect(readings(await pageOf("porte-de-drome-ardeche"))).toEqual([
      ["start_socle", 150_000, 0, true],
      ["maximum_socle", 317_500, 0, true],
      ["maximum_all", 382_500, 65_000, false],
    ]);
  });

  test("Sud Ard’Drôm: 382,500 at most, 180,000 at least", async () => {
    expect(readings(await pageOf("sud-ard-drom"))).toEqual([
      ["maximum_all", 382_500, 0, false],
      ["minimum_socle", 180_000, 0, false],
    ]);
  });

  test("Haute-Combraille et Volcans: 220,000 under 2019, inside the range of 2025", async () => {
    const page = await pageOf("haute-combraille-et-volcans");
    expect(readings(page)).toEqual([
      ["maximum_all", 220_000, 0, false],
      ["maximum_all", 287_500, 0, false],
    ]);
    expect(
      page.besides.map(({ measure, published, computed, difference }) => [
        measure,
        published?.value,
        computed,
        difference,
      ]),
    ).toEqual([
      ["population", 18_750, 12_665, -6_085],
      ["communes", 38, 36, -2],
      ["size_tier", undefined, 1, null],
      ["professionals", 120, 120, 0],
    ]);
  });

  test("what is granted and not said to be paid is summed apart", async () => {
    const { sums: apart } = await pageOf("haute-combraille-et-volcans");
    expect(apart).toEqual({ paidByArs: 15_000_00, paidByCpam: null, toConfirm: 251_700_00 });
    const { sums: paid } = await pageOf("porte-de-drome-ardeche");
    expect(paid).toEqual({ paidByArs: 50_000_00, paidByCpam: 150_000_00, toConfirm: null });
  });
});

test("an unknown slug has no page", async () => {
  expect(await cptsPage(askOn(), "nulle-part", cptsInAddress({}))).toBeNull();
});

test("yesterday’s page knows nothing of what was published later", async () => {
  const page = await pageOf("haute-combraille-et-volcans", { date: "2019-05-01" });
  expect(page.state.stage).toBe("none");
  expect([page.contract, page.year, page.money, page.communes]).toEqual([null, null, [], []]);
  expect(page.missions.every(({ engagement }) => engagement === null)).toBe(true);
  const then = await pageOf("haute-combraille-et-volcans", { date: "2021-06-01" });
  expect(then.money.map(({ amountCents }) => amountCents)).toEqual([15_000_00, 220_000_00]);
});
