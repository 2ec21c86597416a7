import { beforeAll, beforeEach, afterAll, expect, test } from "vitest";
import { saveDraft } from "@/lib/commands/drafts";
import type { Actor } from "@/lib/commands/outcome";
import { saveSection } from "@/lib/commands/save-section";
import { submitProposal } from "@/lib/commands/submissions";
import type { Database } from "@/lib/db/database";
import { findKept } from "@/lib/db/repositories/kept";
import { recogniseCommunes } from "@/lib/queries/recognise-communes";
import { territoryDepartment } from "@/lib/queries/territory-department";
import { territoryEditor } from "@/lib/queries/territory-editor";
import { describeEmbedded, useDatabase } from "./harness";
import { actor, cptsId } from "./people";

/** Department 63; nobody published its communes. */
const SLUG = "sancy-ouest";
const RIOM = "63300";
const CHATEAUGAY = "63099";
const TERRITORY = { from: "2027-01-01", communes: [{ code: RIOM, share: "whole", note: null }] };

describeEmbedded("what the territory's editor reads", (engine) => {
  let database: Database;
  let agent: Actor;
  let claire: Actor;

  beforeAll(async () => {
    database = await engine.copy();
    agent = await actor(database, "agent", "Amina", { departments: ["63"] });
    claire = await actor(database, "coordinator", "Claire", { cpts: [await cptsId(database, SLUG)] });
  });
  beforeEach(() => useDatabase(database));
  afterAll(() => database.close());

  test("the record where nothing is drafted, then the draft with its communes and its department", async () => {
    const empty = await territoryEditor(claire, SLUG);
    expect(empty).toMatchObject({
      draft: { draftVersion: 0 },
      drawn: ["63"],
      communes: [],
      map: { focus: null },
    });
    const communes = [...TERRITORY.communes, { code: "03185", share: "whole", note: null }];
    await saveDraft(claire, SLUG, "territory", { version: 0, content: { ...TERRITORY, communes } });
    const drafted = await territoryEditor(claire, SLUG);
    expect(drafted?.draft).toMatchObject({ draftVersion: 1, savedBy: "Claire" });
    expect(drafted?.drawn).toEqual(["63", "03"]);
    expect(drafted?.communes.map(({ code }) => code)).toEqual(["03185", RIOM]);
    expect(drafted?.map.departments).toHaveLength(2);
    expect(drafted?.map.focus).not.toBeNull();
  });

  test("rights: the coordinator drafts and proposes, the agent writes, the analyst reads", async () => {
    const analyst = await actor(database, "analyst", "Anne");
    const rights = async (who: Actor) => (await territoryEditor(who, SLUG))?.frame.rights;
    expect(await rights(claire)).toEqual({ draft: true, save: false, propose: true });
    expect(await rights(agent)).toEqual({ draft: true, save: true, propose: false });
    expect(await rights(analyst)).toEqual({ draft: false, save: false, propose: false });
  });

  test("a round that waits locks it, and says where it is", async () => {
    const recordVersion = (await findKept(database.prisma, SLUG))?.version ?? 0;
    await submitProposal(claire, SLUG, { drafts: { territory: 1 }, recordVersion, message: null });
    expect((await territoryEditor(claire, SLUG))?.frame.lock).toMatchObject({
      round: 1,
      href: expect.stringMatching(/^\/espace\/propositions\//) as string,
    });
  });

  test("a territory in the record is met by the others, never by itself", async () => {
    const other = "val-d-artiere";
    expect(
      await saveSection(agent, other, "territory", { content: TERRITORY, draftVersion: 0 }),
    ).toMatchObject({
      ok: true,
    });
    const seen = await territoryDepartment(agent, SLUG, "63");
    expect(seen?.claims[RIOM]).toMatchObject([
      { slug: other, from: "2027-01-01", to: null, basis: "declared" },
    ]);
    expect(seen?.claims[CHATEAUGAY]).toMatchObject([{ slug: "clermont-plus", basis: "estimated" }]);
    expect((await territoryDepartment(agent, other, "63"))?.claims[RIOM]).toBeUndefined();
  });

  test("an EPCI that goes over a department's border says where", async () => {
    const department = await territoryDepartment(agent, SLUG, "63");
    expect(department?.communes.find(({ code }) => code === RIOM)).toMatchObject({
      name: "Riom",
      population: 18_820,
    });
    expect(
      department?.epcis.every(({ elsewhere }) => elsewhere.every((one) => one.department !== "63")),
    ).toBe(true);
  });

  test("a pasted list says what each code and name is", async () => {
    const text = "63300, 63361\nChâteaugay; 63999";
    const report = await recogniseCommunes(agent, SLUG, { text, near: ["63"] });
    expect(report?.recognised.map(({ code }) => code)).toEqual([RIOM, CHATEAUGAY]);
    expect(report?.replaced.map(({ typed, code }) => [typed, code])).toEqual([["63361", "63103"]]);
    expect(report?.unknown).toEqual(["63999"]);
  });

  test("out of one's reach, it is as if it did not exist", async () => {
    const stranger = await actor(database, "agent", "Luc", { departments: ["26"] });
    for (const slug of [SLUG, "nulle-part"]) {
      expect(await territoryEditor(stranger, slug)).toBeNull();
      expect(await territoryDepartment(stranger, slug, "63")).toBeNull();
      expect(await recogniseCommunes(stranger, slug, { text: "63300", near: [] })).toBeNull();
    }
    expect(await territoryDepartment(agent, SLUG, "999")).toBeNull();
  });
});
