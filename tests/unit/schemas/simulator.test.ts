import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MISSIONS, SCHEDULES, simulateContract } from "@/lib/funding";
import { SimulationRequest } from "@/lib/schemas/api/funding";
import { scenarioRequest } from "@/lib/funding";
import type { Query } from "@/lib/schemas/address";
import { simulatorInAddress } from "@/lib/schemas/simulator/address";
import { simulatorQuery } from "@/lib/schemas/simulator/serialise";
import { changedState, exampleState, scenarioOf, type SimulatorState } from "@/lib/schemas/simulator/state";

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
            })
            .map(({ start, rate: all, own }) => ({
              mission,
              start: start === "2025-01" ? null : start,
              rate: all,
              rates: Object.fromEntries(Object.entries(own).filter(([, one]) => one !== all)),
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

  test("asks the API only what it accepts", () => {
    fc.assert(
      fc.property(states, (state) => {
        const scenario = scenarioOf(state, state.population);
        expect(simulateContract(scenario).years).toHaveLength(5);
        for (const year of [1, 2, 3, 4, 5]) {
          expect(SimulationRequest.safeParse(scenarioRequest(scenario, year)).error).toBeUndefined();
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
