import { afterAll, beforeAll, expect, test } from "vitest";
import { ANONYMOUS } from "@/lib/auth/can";
import { createCpts } from "@/lib/commands/create-cpts";
import { saveSection } from "@/lib/commands/save-section";
import type { Database } from "@/lib/db/database";
import { cptsAnswer } from "@/lib/queries/api/cpts";
import { cptsPage } from "@/lib/queries/cpts-page";
import { departmentCoverage } from "@/lib/queries/department-coverage";
import { cptsInAddress } from "@/lib/schemas/cpts-address";
import { describeEmbedded, useDatabase } from "./harness";
import { agentOf, TODAY } from "./viewers";

const ask = { viewer: ANONYMOUS, today: TODAY, asOf: TODAY };
const SLUG = "monts-d-essai";

// Read models are kept in the process under the revision: one engine is enough, and only one can be.
describeEmbedded("what the public reads of a CPTS that an agent has created", (engine) => {
  let database: Database;
  const agent = agentOf("63");
  beforeAll(async () => {
    database = await engine.copy();
    useDatabase(database);
    const form = {
      name: "Monts d’Essai",
      departments: ["63"],
      letterOn: "2026-09-14",
      note: null,
      distinctFrom: [],
    };
    expect(await createCpts(agent, form)).toEqual({ ok: true, value: { slug: SLUG } });
  });
  afterAll(() => database.close());

  test("a letter of intent whose territory nobody knows, from its day on", async () => {
    const coverage = await departmentCoverage(ask, "63");
    expect(coverage?.cpts.find(({ slug }) => slug === SLUG)).toMatchObject({
      state: { stage: "intent" },
      perimeter: "unknown",
      here: null,
    });
    const listed = await cptsAnswer(ask, { department: "63", stage: "intent" });
    expect(listed?.cpts.map(({ slug }) => slug)).toContain(SLUG);
    const before = await cptsAnswer({ ...ask, asOf: "2026-09-13" }, { department: "63", stage: "intent" });
    expect(before?.cpts.map(({ slug }) => slug)).not.toContain(SLUG);
  });

  test("nothing of a projet de santé until there is one, then its words and no one's name", async () => {
    const page = () => cptsPage(ask, SLUG, cptsInAddress({}));
    expect(await page()).toMatchObject({ name: "Monts d’Essai", said: null });
    const identity = {
      name: "Monts d’Essai",
      website: "www.monts.example.fr",
      phone: "04 73 00 00 00",
      contacts: [{ function: "Coordinatrice", name: "Camille Durand", email: "camille@example.fr" }],
    };
    const axes = [
      { title: "Accès aux soins", description: "Deux créneaux par jour", mission: "acces_soins" },
    ];
    const save = (section: "identity" | "project", content: unknown) =>
      saveSection(agent, SLUG, section, { content, draftVersion: 0 });
    expect((await save("identity", identity)).ok).toBe(true);
    expect((await save("project", { summary: null, axes })).ok).toBe(true);

    const said = (await page())?.said;
    expect(said).toMatchObject({
      reach: { website: "https://www.monts.example.fr", phone: "04 73 00 00 00", email: null },
      project: { axes: [{ title: "Accès aux soins" }] },
    });
    expect(JSON.stringify(await page())).not.toContain("Durand");
    const yesterday = { ...ask, asOf: "2026-11-22" };
    expect((await cptsPage(yesterday, SLUG, cptsInAddress({})))?.said).toBeNull();
  });
});
