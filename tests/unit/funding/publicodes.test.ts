import Engine from "publicodes";
import { describe, expect, test } from "vitest";
import { envelope, SCHEDULES } from "@/lib/funding";
import { knownCases } from "@/scripts/bench/engine/cases";
import { dueRule, publicodesRules, publicodesSituation } from "@/scripts/bench/engine/publicodes-rules";

/** A second reading of the schedules, by an engine that is not ours. */
describe.each(SCHEDULES)("$id, written in publicodes", (schedule) => {
  test("earns the same, line by line, to the cent", () => {
    const engine = new Engine(publicodesRules(schedule));
    const said = (rule: string) => engine.evaluate(rule).nodeValue;
    for (const input of knownCases(schedule, 150, 20220401)) {
      const { lines, totals } = envelope(input);
      engine.setSituation(publicodesSituation(input));
      const expected = lines.map(({ line, part, due }) => [line, part, typeof due === "number" ? due : 0]);
      expect(lines.map(({ line, part }) => [line, part, said(dueRule(line, part))])).toEqual(expected);
      expect([said("dû"), said("maximum")]).toEqual([totals.dueCents, totals.maximumCents]);
    }
  });
});
