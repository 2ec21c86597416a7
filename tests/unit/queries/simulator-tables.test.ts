import { expect, test } from "vitest";
import type { Cell, Table } from "@/lib/export/table";
import { scenarioRequest } from "@/lib/funding";
import { simulationAnswer } from "@/lib/queries/api/funding";
import {
  simulatedPayments,
  simulatedRows,
  SIMULATED_LINES,
  SIMULATED_PAYMENTS,
} from "@/lib/queries/tables/simulator";
import { simulatorInAddress } from "@/lib/schemas/simulator/address";
import { changedState, exampleState, populationOf, scenarioOf } from "@/lib/schemas/simulator/state";

const STATE = {
  ...exampleState("2026-11-23"),
  crisisYears: [2],
  changes: { population: 84_000, missions: { qualite: { engaged: true, rate: 2_500 } } },
};
const COMMUNES = [{ code: "63300", name: "Riom", department: "63", population: 19_000 }];

const valueIn = <Row>(table: Table<Row>, row: Row, name: string): Cell => {
  const column = table.columns.find((one) => one.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return column.of(row);
};

/** What a file's column adds up to; an absent value adds nothing. */
const sumOf = <Row>(table: Table<Row>, rows: readonly Row[], name: string): number =>
  rows.reduce((sum, row) => {
    const value = valueIn(table, row, name);
    return sum + (typeof value === "number" ? value : 0);
  }, 0);

test("the files of a simulation hold the API's figures, for both scenarios and every year", () => {
  const page = { state: STATE, communes: [] };
  const [lines, payments] = [simulatedRows(page), simulatedPayments(page)];
  for (const [name, state] of [
    ["A", STATE],
    ["B", changedState(STATE)],
  ] as const) {
    let due = 0;
    for (const year of [1, 2, 3, 4, 5]) {
      const { totals, sizeTier } = simulationAnswer(
        scenarioRequest(scenarioOf(state, state.population), year) as Parameters<typeof simulationAnswer>[0],
      );
      const own = lines.filter(
        (row) =>
          valueIn(SIMULATED_LINES, row, "scenario") === name &&
          valueIn(SIMULATED_LINES, row, "contract_year") === year,
      );
      expect(sumOf(SIMULATED_LINES, own, "due")).toBe(totals.dueCents);
      expect(sumOf(SIMULATED_LINES, own, "maximum")).toBe(totals.maximumCents);
      expect(own.every((row) => valueIn(SIMULATED_LINES, row, "size_tier") === sizeTier)).toBe(true);
      due += totals.dueCents;
    }
    const paid = payments.filter((row) => valueIn(SIMULATED_PAYMENTS, row, "scenario") === name);
    expect(sumOf(SIMULATED_PAYMENTS, paid, "amount")).toBe(due);
  }
});

test("their keys name each row once, and a mission that is not engaged has no due, not zero", () => {
  const page = { state: STATE, communes: [] };
  const keysOf = <Row>(table: Table<Row>, rows: readonly Row[]) =>
    rows.map((row) => table.key.map((name) => String(valueIn(table, row, name))).join(" "));
  for (const keys of [
    keysOf(SIMULATED_LINES, simulatedRows(page)),
    keysOf(SIMULATED_PAYMENTS, simulatedPayments(page)),
  ]) {
    expect(keys.length).toBeGreaterThan(40);
    expect(new Set(keys).size).toBe(keys.length);
  }
  const left = simulatedRows({ ...page, state: { ...STATE, changes: { missions: {} } } }).find(
    ({ line }) => line.line === "accompagnement",
  );
  expect(left && valueIn(SIMULATED_LINES, left, "due")).toEqual({ absence: "sans_objet" });
});

test("what each indicator earns is in the file, on its mission's variable share alone", () => {
  const { state } = simulatorInAddress(
    {
      population: "62000",
      signature: "2027-01-01",
      missions: "parcours",
      "resultats.parcours": "parts",
      "ind.parcours.1": "Suivis",
      "paliers.parcours.1": "80_100",
      "valeur.parcours.1": "82",
    },
    "2026-11-23",
  );
  const said = simulatedRows({ state, communes: [] }).map((row) =>
    valueIn(SIMULATED_LINES, row, "indicators"),
  );
  const own = said.filter((one) => one !== null);
  expect(own).toHaveLength(5);
  expect(own[0]).toBe("Suivis : 82, palier « 80 ou plus » atteint, 35 000 € sur 35 000 €");
});

test("picked communes count their inhabitants, unless B types its own", () => {
  const page = { state: { ...STATE, communes: ["63300"] }, communes: COMMUNES };
  expect(populationOf(page.state, page.communes)).toBe(19_000);
  const tiers = new Set(simulatedRows(page).map(({ scenario, year }) => `${scenario}${year.sizeTier}`));
  expect([...tiers]).toEqual(["A1", "B3"]);
});
