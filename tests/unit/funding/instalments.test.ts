import { describe, expect, test } from "vitest";
import {
  contractYears,
  type EnvelopeInput,
  envelope,
  instalments,
  instalmentsOfContract,
  instalmentsOfYears,
} from "@/lib/funding";
import { AVENANT_2, fullYear } from "./a-case";

const SIGNED = "2027-01-01";
const years = contractYears(SIGNED);
const input = (index: number): EnvelopeInput =>
  fullYear(AVENANT_2, 2, [], {
    contractYear: years[index - 1]!,
    crisisRecognised: false,
    missions: [
      { mission: "parcours", startedOn: "2027-07-01", achievement: 0.5 },
      { mission: "prevention", startedOn: "2028-10-01", achievement: 1 },
    ],
  });
const asText = (list: ReturnType<typeof instalments>) =>
  list.map(
    ({ dueOn, line, kind, amountCents }) => `${dueOn} ${line} ${kind} ${(amountCents / 100).toFixed(2)}`,
  );

describe("instalments", () => {
  test("first year: fonctionnement at the signature, 75 % at the start, the rest at the anniversary", () => {
    expect(asText(instalments(envelope(input(1))))).toEqual([
      "2027-01-01 fonctionnement signature 60000.00",
      "2027-07-01 parcours advance 13232.88",
      "2028-01-01 parcours balance 4410.96",
      "2028-01-01 parcours variable 17500.00",
    ]);
  });

  test("second year: advances at the anniversary, and at the start of a mission that comes later", () => {
    expect(asText(instalments(envelope(input(2))))).toEqual([
      "2028-01-01 fonctionnement advance 45000.00",
      "2028-01-01 parcours advance 26250.00",
      "2028-10-01 prevention advance 2356.56",
      "2029-01-01 fonctionnement balance 15000.00",
      "2029-01-01 parcours balance 8750.00",
      "2029-01-01 parcours variable 17500.00",
      "2029-01-01 prevention balance 785.52",
      "2029-01-01 prevention variable 12500.00",
    ]);
  });

  test("at an anniversary, the balance of year n − 1 meets the advances of year n", () => {
    const both = instalmentsOfYears([envelope(input(1)), envelope(input(2))]);
    expect(asText(both.filter(({ dueOn }) => dueOn === "2028-01-01"))).toEqual([
      "2028-01-01 parcours balance 4410.96",
      "2028-01-01 parcours variable 17500.00",
      "2028-01-01 fonctionnement advance 45000.00",
      "2028-01-01 parcours advance 26250.00",
    ]);
  });

  test("a whole contract ends at its term, and sums to its five dues", () => {
    const inputs = years.map(({ index }) => input(index));
    const list = instalmentsOfContract(inputs);
    const dues = inputs.map((one) => envelope(one).totals.dueCents);
    expect(list.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(dues.reduce((a, b) => a + b, 0));
    expect(list.at(-1)?.dueOn).toBe("2032-01-01");
  });

  test("an unknown due has no instalment", () => {
    const unknown = envelope({
      ...input(2),
      missions: [{ mission: "parcours", startedOn: null, achievement: null }],
    });
    expect(asText(instalments(unknown))).toEqual([
      "2028-01-01 fonctionnement advance 45000.00",
      "2029-01-01 fonctionnement balance 15000.00",
    ]);
  });

  test("the not-itemised line comes with the year’s balance", () => {
    const list = instalments(envelope(fullYear(AVENANT_2, 2, undefined, { contractYear: years[0]! })));
    expect(list.filter(({ line }) => line === "non_ventile")).toEqual([
      { dueOn: "2028-01-01", line: "non_ventile", kind: "balance", amountCents: 25_000_00 },
    ]);
  });
});
