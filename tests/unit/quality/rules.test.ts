import { describe, expect, test } from "vitest";
import { applies, mostUseful, qualityOf, RULES } from "@/lib/quality";
import { COMPLETE, withFacts, withRecord } from "./complete";
import { DAMAGES } from "./damages";

const idsOf = (subject: typeof COMPLETE) => qualityOf(subject).findings.map(({ id }) => id);

describe("each rule", () => {
  test("is tried, and has a name of its own", () => {
    expect(Object.keys(DAMAGES).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    expect(applies(rule, COMPLETE)).toBe(true);
    expect(rule.trips(COMPLETE)).toBeNull();
    const damaged = DAMAGES[id]?.(COMPLETE) ?? COMPLETE;
    expect(idsOf(damaged)).toContain(id);
    for (const words of [rule.title, rule.reason, rule.mend]) expect(words.length).toBeGreaterThan(10);
  });
});

describe("what trips is named", () => {
  test("missions in the order of the agreement", () => {
    const { findings } = qualityOf(DAMAGES["mission-not-started"]?.(COMPLETE) ?? COMPLETE);
    expect(findings[0]?.about).toEqual([
      { kind: "mission", mission: "acces_soins" },
      { kind: "mission", mission: "parcours" },
    ]);
  });

  test("the signatory that is missing", () => {
    const { findings } = qualityOf(DAMAGES["contract-parties"]?.(COMPLETE) ?? COMPLETE);
    expect(findings).toMatchObject([{ id: "contract-parties", about: [{ kind: "party", party: "ars" }] }]);
  });
});

describe("days", () => {
  test("a count is old the day after its anniversary, not on it", () => {
    const counted = (day: string) =>
      withRecord({
        professionals: COMPLETE.kept.record.professionals.map((one) => ({
          ...one,
          asOf: { earliest: day, latest: day },
        })),
      });
    expect(idsOf(counted("2025-11-23"))).toEqual([]);
    expect(idsOf(counted("2025-11-22"))).toEqual(["professionals-old"]);
  });

  test("a mission is late once the last possible day of its deadline is past", () => {
    const unstarted = withRecord({
      missions: COMPLETE.kept.record.missions.map((one) => ({ ...one, startedOn: null })),
    });
    const before = (latest: string) =>
      withFacts({ starts: [{ mission: "parcours", before: { earliest: "2026-01-01", latest } }] }, unstarted);
    expect(idsOf(before("2026-11-23"))).toEqual([]);
    expect(idsOf(before("2026-11-22"))).toEqual(["mission-not-started"]);
  });

  test("a terminated CPTS is asked nothing of its contract", () => {
    const ended = withRecord({
      events: [
        ...COMPLETE.kept.record.events,
        {
          kind: "termination",
          when: { earliest: "2026-01-01", latest: "2026-01-01" },
          note: null,
          citation: "c",
        },
      ],
      contracts: [],
      missions: [],
    });
    expect(idsOf(ended)).toEqual([]);
  });
});

describe("completeness", () => {
  test("is a count over a count, in all and by section", () => {
    const { whole, bySection } = qualityOf(COMPLETE);
    expect(whole).toEqual({ numerator: RULES.length, denominator: RULES.length });
    const parts = Object.values(bySection);
    expect(parts.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(RULES.length);
    const damaged = qualityOf(DAMAGES["contract-amounts"]?.(COMPLETE) ?? COMPLETE);
    expect(damaged.whole.numerator).toBe(RULES.length - 1);
    expect(damaged.bySection.contract.numerator).toBe(bySection.contract.numerator - 1);
  });

  test("a project under way is not asked for what comes with a contract", () => {
    const { record, dossier } = COMPLETE.kept;
    const [letter] = record.events;
    const young = {
      ...COMPLETE,
      kept: {
        record: { ...record, events: letter ? [letter] : [], contracts: [], missions: [] },
        dossier: { ...dossier, project: { summary: null, axes: [] } },
      },
    };
    expect(qualityOf(young).findings).toEqual([]);
    expect(qualityOf(young).bySection.missions).toEqual({ numerator: 0, denominator: 0 });
  });

  test("deadlines past come first among what to mend", () => {
    const damaged = [
      "contact-missing",
      "territory-estimated",
      "professionals-old",
      "contract-amounts",
    ].reduce((subject, id) => DAMAGES[id]?.(subject) ?? subject, COMPLETE);
    const { findings } = qualityOf(damaged);
    expect(mostUseful(findings, 3).map(({ id }) => id)).toEqual([
      "professionals-old",
      "contact-missing",
      "contract-amounts",
    ]);
  });
});
