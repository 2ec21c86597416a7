import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  isMission,
  LINE_NAMES,
  LINES,
  MISSIONS,
  missionsOf,
  scheduleById,
  scheduleInForce,
  scheduleInForceOver,
  scheduleOfYear,
  SCHEDULES,
} from "@/lib/funding";
import { defineSchedule, H } from "@/lib/funding/schedule";
import { register } from "@/lib/funding/schedules/registry";
import { span, yearSpan } from "@/lib/kernel/date";

const [first, second] = [scheduleById("aci-2019")!, scheduleById("aci-avenant-2")!];

describe("the registry", () => {
  test("holds every schedule file of the folder, oldest first", () => {
    const folder = path.join(import.meta.dirname, "../../../lib/funding/schedules");
    const files = readdirSync(folder).filter((file) => !["all.ts", "registry.ts"].includes(file));
    expect(SCHEDULES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
    expect(SCHEDULES.map(({ id }) => id)).toEqual(["aci-2019", "aci-avenant-2"]);
  });

  test("orders what it is given and refuses twins", () => {
    expect(register([second, first])).toEqual([first, second]);
    expect(() => register([first, { ...second, id: first.id }])).toThrow(RangeError);
    expect(() => register([first, { ...second, effectiveFrom: first.effectiveFrom }])).toThrow(RangeError);
  });

  test("every amount names its source, every schedule its verification", () => {
    for (const schedule of SCHEDULES) {
      expect(schedule.verifiedOn > schedule.effectiveFrom).toBe(true);
      for (const entry of Object.values(schedule.grid).flat()) expect(entry.source.length).toBeGreaterThan(5);
    }
  });
});

describe("the schedule in force", () => {
  test.each([
    ["2019-08-24", null],
    ["2019-08-25", "aci-2019"],
    ["2022-03-31", "aci-2019"],
    ["2022-04-01", "aci-avenant-2"],
    ["2026-11-23", "aci-avenant-2"],
  ])("on %s: %s", (day, id) => {
    expect(scheduleInForce(day)?.id ?? null).toBe(id);
  });

  test("over an uncertain day, only when its bounds agree", () => {
    expect(scheduleInForceOver(yearSpan(2020))).toBe(first);
    expect(scheduleInForceOver(yearSpan(2022))).toBeNull();
    expect(scheduleInForceOver(yearSpan(2019))).toBeNull();
    expect(scheduleInForceOver(span("2022-04-01", "2022-12-31"))).toBe(second);
  });

  test("a contract may have stayed under an earlier one, never under a later one", () => {
    expect(scheduleOfYear("2023-02-19")).toBe(second);
    expect(scheduleOfYear("2023-02-19", null)).toBe(second);
    expect(scheduleOfYear("2023-02-19", "aci-2019")).toBe(first);
    expect(() => scheduleOfYear("2021-02-19", "aci-avenant-2")).toThrow(RangeError);
    expect(() => scheduleOfYear("2021-02-19", "aci-2030")).toThrow(RangeError);
    expect(scheduleOfYear("2018-01-01")).toBeNull();
    expect(() => scheduleInForce("2022-02-30")).toThrow(RangeError);
  });
});

describe("a schedule's file", () => {
  const row = [H(1), H(2), H(3), H(4)] as const;

  test("is refused when a line is doubled, a nature is missing, or fonctionnement is", () => {
    const running = { line: "fonctionnement", fixed: row } as const;
    expect(() => defineSchedule({ ...first, lines: [running, running] })).toThrow(RangeError);
    expect(() => defineSchedule({ ...first, lines: [running, { line: "parcours", fixed: row }] })).toThrow(
      RangeError,
    );
    expect(() => defineSchedule({ ...first, lines: [{ ...running, nature: "socle" }] })).toThrow(RangeError);
    expect(() => defineSchedule({ ...first, lines: [] })).toThrow(RangeError);
    expect(() => defineSchedule({ ...first, effectiveFrom: "2019-02-30" })).toThrow(RangeError);
    const negative = { line: "fonctionnement", fixed: [H(-1), H(2), H(3), H(4)] } as const;
    expect(() => defineSchedule({ ...first, lines: [negative] })).toThrow(RangeError);
  });

  test("gives its missions by nature, in the agreement's order", () => {
    expect(missionsOf(first, "socle")).toEqual(["acces_soins", "parcours", "prevention"]);
    expect(missionsOf(second, "socle")).toEqual(["acces_soins", "parcours", "prevention", "crise_sanitaire"]);
    expect(missionsOf(second, "complementaire")).toEqual(["qualite", "accompagnement"]);
    expect(missionsOf(second)).toEqual([...MISSIONS]);
  });
});

test("codes and names", () => {
  expect(LINES).toEqual([
    "fonctionnement",
    "acces_soins",
    "parcours",
    "prevention",
    "crise_sanitaire",
    "qualite",
    "accompagnement",
    "non_ventile",
  ]);
  expect(LINES.filter(isMission)).toEqual([...MISSIONS]);
  for (const { short, long, inline } of Object.values(LINE_NAMES))
    expect(short && long && inline).toBeTruthy();
});
