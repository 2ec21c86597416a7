import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ANONYMOUS, Forbidden } from "@/lib/auth/can";
import { returnProposal } from "@/lib/commands/decisions";
import { saveDraft } from "@/lib/commands/drafts";
import type { Actor } from "@/lib/commands/outcome";
import { submitProposal } from "@/lib/commands/submissions";
import type { Database } from "@/lib/db/database";
import { findKept } from "@/lib/db/repositories/kept";
import { landing, workspace } from "@/lib/queries/espace";
import { readSection } from "@/lib/record/sections";
import { formValues } from "@/lib/schemas/sections";
import { espaceInAddress } from "@/lib/schemas/espace-address";
import { describeEmbedded, failure, useDatabase } from "./harness";
import { actor, cptsId, TODAY } from "./people";

const SLUG = "sud-allier";

/** What each role finds on arriving, and on a record's home. */
describeEmbedded("what waits", (engine) => {
  let database: Database;
  let claire: Actor;
  let agent: Actor;
  let elsewhere: Actor;
  let analyst: Actor;
  let administrator: Actor;

  beforeAll(async () => {
    database = await engine.copy();
    const id = await cptsId(database, SLUG);
    claire = await actor(database, "coordinator", "Claire", { cpts: [id] });
    agent = await actor(database, "agent", "Amina", { departments: ["03"] });
    elsewhere = await actor(database, "agent", "Bruno", { departments: ["2A"] });
    analyst = await actor(database, "analyst", "Anne");
    administrator = await actor(database, "administrator", "Maud");
  });
  beforeEach(() => useDatabase(database));
  afterAll(() => database.close());

  const arrive = (who: Actor, query: Record<string, string> = {}) =>
    landing(who.viewer, TODAY, espaceInAddress(query));

  test("each sees the CPTS of their scope, with how complete each is", async () => {
    const own = await arrive(claire);
    expect(own.list.rows.map(({ slug }) => slug)).toEqual([SLUG]);
    const [row] = own.list.rows;
    expect(row?.completeness.denominator).toBeGreaterThan(row?.completeness.numerator ?? 0);
    expect(row?.toMend).toHaveLength(3);
    expect(own.list.rows[0]?.completeness).toEqual(
      (await workspace(claire.viewer, SLUG, TODAY))?.completeness,
    );

    const agents = await arrive(agent);
    expect(agents.list.rows.every(({ departments }) => departments.includes("03"))).toBe(true);
    expect(agents).toMatchObject({ mayCreate: true, mayInvite: true, accounts: null });
    expect((await arrive(elsewhere)).list.total).toBe(0);
    expect((await arrive(analyst)).list.total).toBe(17);
    expect((await arrive(administrator)).accounts?.byRole).toBeDefined();
    expect(await failure(() => arrive({ viewer: ANONYMOUS, today: TODAY }))).toBeInstanceOf(Forbidden);
  });

  test("the list is filtered and sorted by the address; what makes no sense is said", async () => {
    const signed = await arrive(analyst, { departement: "63", tri: "-nom" });
    expect(signed.list.found).toBeGreaterThan(0);
    expect(signed.list.found).toBeLessThan(signed.list.total);
    expect(signed.list.rows.every(({ departments }) => departments.includes("63"))).toBe(true);
    expect((await arrive(analyst, { etape: "intention" })).list).toMatchObject({ found: 0, total: 17 });
    const odd = await arrive(analyst, { departement: "99", page: "40", tri: "couleur" });
    expect(odd.list.ignored.map(({ parameter }) => parameter).sort()).toEqual(["departement", "page", "tri"]);
    expect(odd.list.rows.length).toBeGreaterThan(0);
  });

  test("drafts, proposals and returns reach whom they concern, and no one else", async () => {
    const found = await findKept(database.prisma, SLUG);
    if (!found) throw new Error("not loaded");
    const form = formValues("missions", readSection(found.kept, "missions"));
    const missions = [
      { mission: "parcours", startedOn: "2026-05-01", endedOn: null, objectives: ["Diabète"] },
    ];
    const draft = await saveDraft(claire, SLUG, "missions", { version: 0, content: { ...form, missions } });
    expect(draft.ok).toBe(true);
    expect((await arrive(claire)).underWay?.drafts).toMatchObject([
      { slug: SLUG, section: "missions", by: "Claire" },
    ]);
    const stateOf = async (who: Actor) =>
      (await workspace(who.viewer, SLUG, TODAY))?.sections.find(({ section }) => section === "missions");
    expect(await stateOf(claire)).toMatchObject({ state: "draft", draft: { by: "Claire" } });
    expect(await stateOf(analyst)).toMatchObject({ state: "draft", draft: null });

    const sent = await submitProposal(claire, SLUG, {
      recordVersion: found.version,
      drafts: { missions: 1 },
      message: "Date convenue.",
    });
    expect(sent.ok).toBe(true);
    const waiting = (await arrive(agent)).underWay?.waiting;
    expect(waiting).toMatchObject([{ slug: SLUG, round: 1, by: "Claire", words: "Date convenue." }]);
    expect((await arrive(elsewhere)).underWay?.waiting).toEqual([]);
    expect((await arrive(analyst)).underWay).toBeNull();
    expect(await stateOf(claire)).toMatchObject({ state: "proposed" });

    await returnProposal(agent, waiting?.[0]?.id ?? "", "Précisez l’objectif.");
    expect((await arrive(claire)).underWay).toMatchObject({
      waiting: [],
      returned: [{ slug: SLUG, by: "Amina", words: "Précisez l’objectif." }],
    });
    expect(await stateOf(claire)).toMatchObject({ state: "returned" });
    expect((await workspace(analyst.viewer, SLUG, TODAY))?.returned).toMatchObject({ by: "", words: null });
  });

  test("a record outside one's scope is no record", async () => {
    expect(await workspace(elsewhere.viewer, SLUG, TODAY)).toBeNull();
    expect(await workspace(claire.viewer, "pilat", TODAY)).toBeNull();
    expect(await workspace(claire.viewer, "nulle-part", TODAY)).toBeNull();
    expect(await workspace(ANONYMOUS, SLUG, TODAY)).toBeNull();
  });
});
