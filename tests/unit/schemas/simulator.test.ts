import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  atNextTier,
  contractYear,
  formulaOf,
  MISSIONS,
  scenarioRequest,
  scenarioYear,
  SCHEDULES,
  simulate,
  simulateContract,
} from "@/lib/funding";
import { allocate } from "@/lib/kernel/money";
import { SimulationRequest } from "@/lib/schemas/api/funding";
import type { Query } from "@/lib/schemas/address";
import { simulatorInAddress } from "@/lib/schemas/simulator/address";
import { simulatorQuery } from "@/lib/schemas/simulator/serialise";
import type { MissionIndicators } from "@/lib/schemas/simulator/indicators";
import {
  changedState,
  exampleState,
  scenarioOf,
  scenariosOf,
  type SimulatorState,
} from "@/lib/schemas/simulator/state";

const TODAY = "2026-11-23";

function queryOf(address: string): Query {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(address)) (query[name] ??= []).push(value);
  return query;
}

const read = (address: string) => simulatorInAddress(queryOf(address), TODAY);

const rate = fc.integer({ min: 0, max: 10_000 });
const month = fc.integer({ min: 1, max: 59 }).map((n) => {
  const [year, index] = [2025 + Math.floor(n / 12), (n % 12) + 1];
  return `${year}-${String(index).padStart(2, "0")}`;
});
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Without what is not there: an absent change is no change to `undefined`. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
const measure = fc.integer({ min: -1_000, max: 1_000_000 }).map((n) => n / 100);
/** Steps that make sense: thresholds and amounts, from the easiest to the hardest. */
const steps = (falling: boolean, most: number) =>
  fc
    .tuple(
      fc.uniqueArray(measure, { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 5, maxLength: 5 }),
    )
    .map(([thresholds, amounts]) => {
      const up = amounts.toSorted((a, b) => a - b);
      const ordered = thresholds.toSorted((a, b) => (falling ? b - a : a - b));
      return ordered.map((threshold, i) => ({ threshold, amount: up[i] ?? 0 }));
    });
const indicator = (most: number) =>
  fc.boolean().chain((falling) =>
    fc.record({
      label: fc
        .string({ unit: "grapheme", maxLength: 20 })
        .map((text) => text.replace(/\s+/g, " ").trim())
        .filter((text) => text.length <= 80),
      unit: fc.constantFrom("", "%", "patients", "a_b&c=d"),
      direction: fc.constant(falling ? ("falling" as const) : ("rising" as const)),
      steps: steps(falling, most),
      value: fc.option(measure),
      values: fc.dictionary(fc.constantFrom("1", "4", "5"), measure),
    }),
  );
/** Indicators that share out the whole envelope. */
const fitting: fc.Arbitrary<MissionIndicators> = fc
  .array(
    fc.record({ weight: fc.integer({ min: 1, max: 90 }), value: fc.option(measure), half: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) => {
    const parts = allocate(
      10_000,
      all.map(({ weight }) => weight),
    );
    const list = all.map(({ value, half }, i) => {
      const most = parts[i] ?? 0;
      const last = { threshold: 50, amount: most };
      const first = { threshold: 10, amount: Math.floor(most / 2) };
      return {
        ...{ label: "", unit: "%", direction: "rising" as const, value, values: {} },
        steps: half ? [first, last] : [last],
      };
    });
    return { basis: "parts" as const, list };
  });
const anything: fc.Arbitrary<MissionIndicators> = fc
  .constantFrom(["euros", 5_000_000] as const, ["parts", 10_000] as const)
  .chain(([basis, most]) =>
    fc.record({ basis: fc.constant(basis), list: fc.array(indicator(most), { maxLength: 6 }) }),
  )
  .map(({ basis, list }) => ({
    basis,
    list: list.map((one) => ({
      ...one,
      values: Object.fromEntries(Object.entries(one.values).filter(([, own]) => own !== one.value)),
    })),
  }));

const indicators = fc.oneof(anything, fitting);

const crisisYears = fc.subarray([1, 2, 3, 4, 5]);
const scheduleId = fc.constantFrom(null, ...SCHEDULES.map(({ id }) => id));

/** States as the form gives them: signed in January 2025, so that months stay in the contract. */
const states = fc
  .record({
    population: fc.integer({ min: 0, max: 70_000_000 }),
    communes: fc.uniqueArray(fc.constantFrom("63300", "2A004", "01004", "97411", "26281"), { maxLength: 5 }),
    schedule: scheduleId,
    signedOn: fc.constantFrom("2025-01-01", "2025-01-31"),
    missions: fc.subarray([...MISSIONS], { minLength: 1 }).chain((codes) =>
      fc.tuple(
        ...codes.map((mission) =>
          fc
            .record({
              start: fc.option(month),
              rate,
              own: fc.dictionary(fc.constantFrom("1", "3", "5"), rate),
              measured: optional(indicators),
            })
            .map(({ start, rate: all, own, measured }) => ({
              mission,
              start: start === "2025-01" ? null : start,
              rate: all,
              rates: Object.fromEntries(Object.entries(own).filter(([, one]) => one !== all)),
              ...(measured && { indicators: measured }),
            })),
        ),
      ),
    ),
    crisisYears,
    year: fc.constantFrom(1, 2, 3, 4, 5),
    changes: fc
      .record({
        population: optional(fc.integer({ min: 0, max: 70_000_000 })),
        schedule: optional(scheduleId),
        signedOn: optional(fc.constant("2025-06-15")),
        crisisYears: optional(crisisYears),
        missions: fc
          .dictionary(
            fc.constantFrom(...MISSIONS),
            fc
              .record({ engaged: optional(fc.boolean()), start: optional(month), rate: optional(rate) })
              .map(defined)
              .filter((change) => Object.keys(change).length > 0),
          )
          .map((missions) => ({ ...missions })),
      })
      .map(defined),
  })
  .map((state): SimulatorState => ({ ...state, missions: [...state.missions] as SimulatorState["missions"] }))
  .filter((state) => changedState(state).missions.length > 0);

describe("the simulator's address", () => {
  test("gives back the state that it was made of", () => {
    fc.assert(
      fc.property(states, (state) => {
        const back = read(simulatorQuery(state));
        expect(back.ignored).toEqual([]);
        expect(back.state).toEqual(state);
        expect(back.isExample).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("asks the API what it accepts, and gets its figures; but where a result or a sum is missing", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { a, b } = scenariosOf(state, []);
        for (const scenario of b ? [a, b] : [a]) {
          const contract = simulateContract(scenario);
          for (const { input, lines, totals } of contract.years) {
            const request = scenarioRequest(scenario, input.contractYear.index);
            const isKnown = (request.missions ?? []).every(
              ({ achievement, indicators: own = [] }) =>
                achievement !== null && own.every(({ value }) => value !== null),
            );
            const fits = lines.every(({ reason }) => reason !== "indicators_mismatch");
            const parsed = SimulationRequest.safeParse(request);
            expect(parsed.success).toBe(isKnown && fits);
            if (!parsed.success) continue;
            expect(simulate(parsed.data).totals.dueCents).toBe(totals.dueCents);
          }
          expect(atNextTier(scenario, state.year)?.missing ?? 1).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("stays short, and without a sign that a mail program would cut", () => {
    const address = simulatorQuery(exampleState(TODAY));
    expect(address.length).toBeLessThan(300);
    expect(address).toMatch(/^[\w.=&,-]+$/);
  });

  test("without anything, is the example, on 1 January to come", () => {
    const { state, isExample, ignored } = read("");
    expect({ isExample, ignored }).toEqual({ isExample: true, ignored: [] });
    expect(state).toMatchObject({ population: 62_000, signedOn: "2027-01-01", year: 1 });
    expect(state.missions.map(({ mission }) => mission)).toEqual(MISSIONS.slice(0, 4));
    expect(read("date=2020-01-01").isExample).toBe(true);
  });

  test("is what the form sends: spaces in numbers, months and rates as people write them, repeated boxes", () => {
    const { state, ignored } = read(
      "population=62+000&signature=2027-01-15&missions=&missions=parcours&missions=qualite&debut.parcours=04/2027&debut.qualite=2026-12&atteint.parcours=87,5&atteint.parcours.2=90+%25&crise=1&crise=4&b.population=&b.atteint.parcours=",
    );
    expect(ignored).toEqual([]);
    expect(state.missions).toEqual([
      { mission: "parcours", start: "2027-04", rate: 8_750, rates: { 2: 9_000 } },
      // Before the signature: at the signature.
      { mission: "qualite", start: null, rate: 10_000, rates: {} },
    ]);
    expect(state).toMatchObject({ population: 62_000, crisisYears: [1, 4], changes: { missions: {} } });
  });

  test.each([
    ["population=beaucoup", "population", /nombre entier/],
    ["population=70000001", "population", /nombre entier/],
    ["population=&signature=2027-01-01", "population", /indiquez une population/],
    ["population=1000&signature=", "signature", /indiquez la date/],
    ["signature=2027-02-30", "signature", /n’est pas une date/],
    ["signature=2019-01-01", "signature", /précède le premier barème/],
    ["bareme=aci-2031", "bareme", /n’est pas un barème connu/],
    ["missions=parcours,sorcellerie", "missions", /n’est pas une mission/],
    ["population=1000&missions=", "missions", /cochez au moins une mission/],
    ["signature=2027-01-01&debut.parcours=2032-01", "debut.parcours", /après la fin du contrat/],
    ["debut.parcours=avril", "debut.parcours", /n’est pas un mois/],
    ["atteint.parcours=101", "atteint.parcours", /taux de 0 à 100/],
    ["annee=6", "annee", /de 1 à 5/],
    ["crise=0", "crise", /de 1 à 5/],
    ["communes=63300,abc", "communes", /code INSEE/],
    ["b.population=-3", "b.population", /nombre entier/],
    ["missions=parcours&b.mission.parcours=non", "b.mission", /garder au moins une mission/],
    ["bareme=aci-2019&signature=2018-01-01&b.bareme=en-vigueur", "b.bareme", /aucun barème/],
  ])("%s falls back, and says why", (address, parameter, reason) => {
    const { state, ignored } = read(address);
    expect(ignored.map((one) => one.parameter)).toContain(parameter);
    expect(ignored.find((one) => one.parameter === parameter)?.reason).toMatch(reason);
    // What is left is a simulation all the same.
    expect(simulateContract(scenarioOf(state, state.population)).years).toHaveLength(5);
    expect(simulateContract(scenarioOf(changedState(state), 1000)).years).toHaveLength(5);
  });
});

describe("a mission's indicators", () => {
  const PARCOURS = "population=62000&signature=2027-01-01&missions=parcours&resultats.parcours=euros";
  const variable = (address: string, year = 1) => {
    const { state, ignored } = read(address);
    const { a, b } = scenariosOf(state, []);
    const of = (scenario: typeof a) =>
      scenarioYear(scenario, year).lines.find(({ line, part }) => line === "parcours" && part === "variable");
    return { ignored, a: of(a), b: b && of(b), scenario: a };
  };

  test("are read from the form, whose blanks are nothing, and said shortly", () => {
    const form =
      "&ind.parcours.1=Dossiers&unite.parcours.1=dossiers&sens.parcours.1=hausse&paliers.parcours.1=100&paliers.parcours.1=10+000&paliers.parcours.1=200&paliers.parcours.1=20+000,50+%E2%82%AC&paliers.parcours.1=&paliers.parcours.1=" +
      "&valeur.parcours.1=150&valeur.parcours.1=&valeur.parcours.1=220&valeur.parcours.1=&valeur.parcours.1=&valeur.parcours.1=" +
      "&ind.parcours.2=&sens.parcours.2=hausse&paliers.parcours.2=&paliers.parcours.2=&valeur.parcours.2=";
    const { state, ignored, drafts } = read(PARCOURS + form);
    expect(ignored).toEqual([]);
    expect(drafts.parcours).toHaveLength(2);
    expect(simulatorQuery(state)).toBe(
      `${PARCOURS}&ind.parcours.1=Dossiers&unite.parcours.1=dossiers&paliers.parcours.1=100_10000_200_20000.5&valeur.parcours.1=150__220`,
    );
  });

  test("earn their steps, year by year, when they sum to the envelope", () => {
    const asked = `${PARCOURS}&paliers.parcours.1=100_10000_200_20000&valeur.parcours.1=150__220&sens.parcours.2=baisse&paliers.parcours.2=12_15000&valeur.parcours.2=12`;
    expect(variable(asked).a).toMatchObject({ due: 25_000_00, reason: "indicators" });
    expect(variable(asked, 2).a).toMatchObject({ due: 35_000_00 });
    // Tier 3 shares out 45,000: each keeps its part, 20 of 35.
    const b = variable(`${asked}&b.population=90000&b.valeur.parcours.1=99`).b;
    expect(b).toMatchObject({ due: 19_285_71, amountCents: 45_000_00 });
    expect(variable(`${asked}&b.atteint.parcours=50`).b).toMatchObject({
      due: 17_500_00,
      reason: "achieved",
    });
    expect(atNextTier(variable(asked).scenario, 1)?.dueCents).toEqual(expect.any(Number));
  });

  test("that do not sum to it leave the line to confirm, and both figures are named", () => {
    const { a, ignored, scenario } = variable(`${PARCOURS}&paliers.parcours.1=80_30000&valeur.parcours.1=90`);
    expect(ignored).toEqual([]);
    expect(a).toMatchObject({ due: "a_confirmer", reason: "indicators_mismatch" });
    expect(formulaOf(a!, contractYear("2027-01-01", 1))).toMatch(/30 000 €.*35 000 €/);
    expect(simulateContract(scenario).dueIsMinimum).toBe(true);
    const { b } = variable(`${PARCOURS}&paliers.parcours.1=80_30000&b.population=90000`);
    expect(b).toMatchObject({ due: "a_confirmer" });
    const parts = PARCOURS.replace("=euros", "=parts");
    expect(variable(`${parts}&paliers.parcours.1=80_90&valeur.parcours.1=90`).a).toMatchObject({
      due: "a_confirmer",
    });
    expect(variable(`${parts}&paliers.parcours.1=80_40_90_100&valeur.parcours.1=80`).a).toMatchObject({
      due: 14_000_00,
    });
  });

  test("of which a value is not known are no failure", () => {
    expect(variable(`${PARCOURS}&paliers.parcours.1=80_35000`).a?.due).toBe("non_communique");
    expect(variable(PARCOURS).a?.due).toBe("non_communique");
  });

  test.each([
    ["&paliers.parcours.1=80_", "paliers.parcours.1", "80", /n’a pas de montant \(palier 1\)/],
    ["&paliers.parcours.1=_9000", "paliers.parcours.1", "9000", /pas de valeur à atteindre/],
    [
      "&paliers.parcours.1=80_100_beaucoup_200",
      "paliers.parcours.1",
      "beaucoup",
      /pas un nombre \(palier 2\)/,
    ],
    ["&paliers.parcours.1=80_-5", "paliers.parcours.1", "-5", /pas un montant/],
    ["&paliers.parcours.1=80_100_70_200", "paliers.parcours.1", "70", /\(palier 2\) doit dépasser/],
    [
      "&sens.parcours.1=baisse&paliers.parcours.1=80_100_90_200",
      "paliers.parcours.1",
      "90",
      /doit être inférieur/,
    ],
    ["&paliers.parcours.1=80_200_90_200", "paliers.parcours.1", "200", /palier précédent/],
    ["&paliers.parcours.1=80_100&valeur.parcours.1=x", "valeur.parcours.1", "x", /pas un nombre/],
    ["&paliers.parcours.1=80_100&b.valeur.parcours.1=x", "b.valeur.parcours.1", "x", /pas un nombre/],
    [`&ind.parcours.1=${"é".repeat(81)}`, "ind.parcours.1", `${"é".repeat(20)}…`, /80 caractères/],
    ["&paliers.parcours.7=80_100", "ind.parcours.7", "indicateur 7", /6 indicateurs par mission/],
    [`&paliers.parcours.1=${"1_1_".repeat(9)}`, "paliers.parcours.1", "10 paliers", /5 paliers/],
    ["&resultats.parcours=magie", "resultats.parcours", "magie", /taux, euros, parts/],
  ])("%s is refused, and what was typed comes back", (typed, parameter, value, reason) => {
    const { state, ignored, drafts } = read(
      PARCOURS.replace("&resultats.parcours=euros", "") +
        (typed.includes("resultats") ? "" : "&resultats.parcours=euros") +
        typed,
    );
    const fault = ignored.find((one) => one.parameter === parameter);
    expect(fault?.value).toBe(value);
    expect(fault?.reason).toMatch(reason);
    expect(simulateContract(scenarioOf(state, 62_000)).years).toHaveLength(5);
    if (typed.includes("80_100_70_200")) {
      expect(drafts.parcours?.[0]?.steps[1]).toEqual({ threshold: "70", amount: "200" });
    }
  });

  test("are added and taken away by the buttons of the form, B's values with them", () => {
    const two = `${PARCOURS}&ind.parcours.1=Un&paliers.parcours.1=1_10&ind.parcours.2=Deux&paliers.parcours.2=2_20&b.valeur.parcours.2=9`;
    const labels = (address: string) => read(address).drafts.parcours?.map(({ label }) => label);
    expect(labels(`${two}&ajouter=parcours`)).toEqual(["Un", "Deux", ""]);
    expect(labels(`${two}&retirer=parcours.1`)).toEqual(["Deux"]);
    const { state } = read(`${two}&retirer=parcours.1`);
    expect(state.changes.missions.parcours).toEqual({ values: { 1: 9 } });
    expect(read(`${two}&ajouter=parcours.2`).drafts.parcours?.[1]?.steps).toHaveLength(2);
    expect(labels(`${two}${"&ajouter=parcours"}&retirer=__proto__.1`)).toHaveLength(3);
  });
});

describe("scenario B", () => {
  test("follows A but for what it changes", () => {
    const a = "signature=2027-01-01&missions=parcours,prevention&atteint.parcours=50";
    const { state } = read(
      `population=62000&${a}&b.population=84000&b.mission.qualite=oui&b.mission.prevention=non`,
    );
    const b = changedState(state);
    expect(b.population).toBe(84_000);
    expect(b.missions.map(({ mission, rate: one }) => [mission, one])).toEqual([
      ["parcours", 5_000],
      ["qualite", 10_000],
    ]);
    const later = read(`population=10&${a.replace("50", "70")}&b.population=84000`).state;
    expect(changedState(later).missions[0]?.rate).toBe(7_000);
  });
});
