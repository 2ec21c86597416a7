import { describe, expect, it } from "vitest";
import { ANONYMOUS } from "@/lib/auth/can";
import { findKept, type FoundKept } from "@/lib/db/repositories/kept";
import { readSection } from "@/lib/record/sections";
import { coverageChangesFrom, proposalEffect, type Proposed } from "@/lib/queries/proposal-effect";
import { proposalMap } from "@/lib/queries/proposal-map";
import { countryCoverage } from "@/lib/queries/country-coverage";
import { cptsStanding } from "@/lib/queries/cpts-standing";
import { departmentRow } from "@/lib/queries/territory-rows";
import { openWorld } from "@/lib/queries/world";
import { loadedDatabase, TODAY } from "./loaded";

const SLUG = "haute-combraille-et-volcans";
const database = loadedDatabase();

async function kept(): Promise<FoundKept> {
  const found = await findKept(database().prisma, SLUG);
  if (!found) throw new Error("not loaded");
  return found;
}

/** The territory with communes of the Allier beside its own, from a day on. */
async function widened(from: string): Promise<Proposed> {
  const found = await kept();
  const { communes } = readSection(found.kept, "territory");
  const added = ["03001", "03002"].map((code) => ({ code, share: "whole" as const, note: null }));
  return { territory: { from, communes: [...communes, ...added] } };
}

describe("the effect of a proposal", () => {
  it("before is what the public pages say, and after what they would say", async () => {
    const world = await openWorld(ANONYMOUS);
    const found = await kept();
    const { days } = proposalEffect(world, found.kept, await widened("2027-01-01"), TODAY);
    expect(days.map(({ asOf }) => asOf)).toEqual([TODAY, "2027-01-01"]);
    for (const { asOf, cpts, departments } of days) {
      const country = await countryCoverage(world, asOf);
      const rows = country.departments.map((one) => ({ ...departmentRow(one), published: null }));
      expect(cpts.before).toEqual(cptsStanding(world, SLUG, asOf));
      for (const { before } of departments) {
        expect(before).toEqual(rows.find(({ code }) => code === before.code));
      }
    }
    const [today, later] = days;
    // From its day of effect on only, and in both departments.
    expect(today?.cpts.after.whole).toEqual(today?.cpts.before.whole);
    const more = world.commune.get("03001")?.population ?? 0;
    const evenMore = world.commune.get("03002")?.population ?? 0;
    const { before, after } = later?.cpts ?? {};
    expect(after?.whole?.population.min).toBe((before?.whole?.population.min ?? 0) + more + evenMore);
    const allier = later?.departments.find((one) => one.after.code === "03");
    expect(allier?.after.computed?.signed).toBe((allier?.before.computed?.signed ?? 0) + more + evenMore);
  });

  it("is nothing where nothing changes", async () => {
    const world = await openWorld(ANONYMOUS);
    const found = await kept();
    const missions = readSection(found.kept, "missions");
    const { days, changesFrom, envelope } = proposalEffect(world, found.kept, { missions }, TODAY);
    expect(changesFrom).toBeNull();
    for (const { cpts, departments } of days) {
      expect(cpts.after).toEqual(cpts.before);
      for (const { before, after } of departments) expect(after).toEqual(before);
    }
    expect(envelope.totals.after).toEqual(envelope.totals.before);
    for (const { before, after } of envelope.lines) expect(after).toEqual(before);
  });

  it("says from which day the published coverage changes, also in the past", async () => {
    const world = await openWorld(ANONYMOUS);
    const found = await kept();
    const past = proposalEffect(world, found.kept, await widened("2025-06-01"), TODAY);
    expect(past.changesFrom).toBe("2025-06-01");
    expect(past.days.map(({ asOf }) => asOf)).toEqual(["2025-06-01", TODAY]);
    const { record } = found.kept;
    expect(coverageChangesFrom(record, record)).toBeNull();
    const sooner = record.events.map((event) =>
      event.kind === "signature"
        ? { ...event, when: { earliest: "2019-09-02", latest: "2019-09-02" } }
        : event,
    );
    expect(coverageChangesFrom(record, { ...record, events: sooner })).toBe("2019-09-02");
  });

  it("draws what comes beside what stays, across two departments", async () => {
    const world = await openWorld(ANONYMOUS);
    const found = await kept();
    const { territory } = await widened("2027-01-01");
    if (!territory) throw new Error("no territory");
    const base = readSection(found.kept, "territory");
    const map = await proposalMap(world, SLUG, { base, proposed: territory }, "2027-01-01");
    const added = map?.communes.filter(({ fate }) => fate === "added").map(({ code }) => code);
    expect(added).toEqual(["03001", "03002"]);
    expect(map?.departments.map(({ code }) => code).sort()).toEqual(["03", "63"]);
    expect(map?.communes.some(({ fate }) => fate === "removed")).toBe(false);
    expect(map?.before).not.toBe(map?.after);
  });
});
