import { expect, test } from "vitest";
import { type DatedCommune, stablePeriods } from "@/lib/territory/periods";

const member = (commune: string, from: string, to: string | null = null): DatedCommune => ({
  commune,
  from,
  to,
});

test("no membership, no period", () => {
  expect(stablePeriods([])).toEqual([]);
});

test("one day of entry, no end: one open period, communes sorted", () => {
  expect(stablePeriods([member("63002", "2020-01-01"), member("63001", "2020-01-01")])).toEqual([
    { from: "2020-01-01", to: null, communes: ["63001", "63002"] },
  ]);
});

test("each entry and exit opens a period; the day of an exit belongs to the next", () => {
  const members = [
    member("63001", "2020-01-01"),
    member("63002", "2020-01-01", "2022-01-01"),
    member("63003", "2021-01-01"),
  ];
  expect(stablePeriods(members)).toEqual([
    { from: "2020-01-01", to: "2021-01-01", communes: ["63001", "63002"] },
    { from: "2021-01-01", to: "2022-01-01", communes: ["63001", "63002", "63003"] },
    { from: "2022-01-01", to: null, communes: ["63001", "63003"] },
  ]);
});

test("days without any commune are in no period", () => {
  const members = [member("63001", "2020-01-01", "2020-06-01"), member("63001", "2021-01-01", "2021-06-01")];
  expect(stablePeriods(members)).toEqual([
    { from: "2020-01-01", to: "2020-06-01", communes: ["63001"] },
    { from: "2021-01-01", to: "2021-06-01", communes: ["63001"] },
  ]);
});

test("a membership that goes on under another share or source splits nothing", () => {
  const members = [member("63001", "2020-01-01", "2021-01-01"), member("63001", "2021-01-01")];
  expect(stablePeriods(members)).toEqual([{ from: "2020-01-01", to: null, communes: ["63001"] }]);
});
