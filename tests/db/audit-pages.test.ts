import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ANONYMOUS, Forbidden } from "@/lib/auth/can";
import { exportJournal } from "@/lib/commands/export-journal";
import type { Actor } from "@/lib/commands/outcome";
import type { Database } from "@/lib/db/database";
import { appendAudit, listAudit } from "@/lib/db/repositories/audit";
import { journal, recordHistory } from "@/lib/queries/audit";
import { auditInAddress, type AuditAddress } from "@/lib/schemas/audit-address";
import { describeEmbedded, failure, useDatabase } from "./harness";
import { actor, cptsId } from "./people";

const SLUG = "sud-allier";
const CONTACT = { function: "Coordination", name: "Solène Secrète", email: "solene@exemple.fr", phone: null };

/** What happened, told to those whom it concerns: rights, filters and pages, on both engines. */
describeEmbedded("the audit's pages", (engine) => {
  let database: Database;
  let claire: Actor;
  let agent: Actor;
  let stranger: Actor;
  let analyst: Actor;
  let administrator: Actor;

  beforeAll(async () => {
    database = await engine.copy();
    const id = await cptsId(database, SLUG);
    claire = await actor(database, "coordinator", "Claire", { cpts: [id] });
    agent = await actor(database, "agent", "Amina", { departments: ["03"] });
    stranger = await actor(database, "coordinator", "Loïc", { cpts: [await cptsId(database, "pilat")] });
    analyst = await actor(database, "analyst", "Anne");
    administrator = await actor(database, "administrator", "Maud");
    useDatabase(database);
    const identity = (name: string) => ({ identity: { name, contacts: [CONTACT] } });
    const act = (
      by: Actor,
      action: string,
      before: object | null,
      after: object | null,
      subject = `cpts:${SLUG}`,
    ) =>
      database.keep((tx) =>
        appendAudit(tx, {
          actor: by.viewer.accountId ?? "",
          action,
          subject,
          before: before as never,
          after: after as never,
        }),
      );
    await act(claire, "section.saved", identity("Sud"), { version: 2, ...identity("Sud Allier") });
    for (let i = 0; i < 130; i += 1) {
      await act(
        claire,
        "draft.saved",
        { project: { summary: `${i}` } },
        { project: { summary: `${i + 1}` } },
      );
    }
    await act(agent, "submission.returned", { round: 1 }, { round: 1, comment: "À reprendre." });
    await act(stranger, "section.saved", null, { project: { summary: "=1+1" } }, "cpts:pilat");
    for (let i = 0; i < 45; i += 1) await act(agent, "document.added", null, { name: `pièce ${i}` });
  });
  beforeEach(() => useDatabase(database));
  afterAll(() => database.close());

  const address = (query: Record<string, string> = {}): AuditAddress => auditInAddress(query);
  const history = async (who: Actor, query: Record<string, string> = {}) => {
    const found = await recordHistory(who.viewer, SLUG, address(query));
    if (!found) throw new Error("not told");
    return found;
  };

  test("the parties read it; for others the record does not exist", async () => {
    for (const who of [claire, agent, administrator])
      expect((await history(who)).lines.length).toBeGreaterThan(0);
    for (const who of [stranger, analyst]) {
      expect(await recordHistory(who.viewer, SLUG, address())).toBeNull();
      expect(await recordHistory(who.viewer, "nulle-part", address())).toBeNull();
    }
    expect(await recordHistory(ANONYMOUS, SLUG, address())).toBeNull();
  });

  test("pages follow one another without losing or repeating a line, drafts of a sitting in one", async () => {
    const first = await history(claire);
    expect(first.lines).toHaveLength(40);
    expect(first.next).not.toBeNull();
    const second = await history(claire, { avant: String(first.next) });
    expect(second.next).toBeNull();
    const sentences = second.lines.map(({ sentence }) => sentence.replace(/\u00a0/g, " "));
    expect(sentences).toEqual([
      ...[4, 3, 2, 1, 0].map((i) => `a joint un document : « pièce ${i} »`),
      "a renvoyé la proposition n° 1 : « À reprendre. »",
      "a saisi un brouillon de Projet de santé : résumé 0 → 130",
      "a enregistré Identité et contacts : nom Sud → Sud Allier",
    ]);
    expect(second.lines[6]).toMatchObject({ saves: 130, person: "Claire" });
    const ids = [...first.lines, ...second.lines].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is filtered by person, kind and day; what makes no sense is said", async () => {
    const by = await history(claire, { personne: agent.viewer.accountId ?? "", type: "propositions" });
    expect(by.lines).toHaveLength(1);
    expect(by.people.map(({ name }) => name)).toEqual(["Amina", "Claire"]);
    expect((await history(claire, { au: "2020-01-01" })).lines).toEqual([]);
    expect((await history(claire, { du: "2020-01-01" })).lines).toHaveLength(40);
    const odd = await history(claire, { personne: "nobody", type: "comptes", du: "hier", avant: "x" });
    expect(odd.ignored.map(({ parameter }) => parameter).sort()).toEqual(["avant", "du", "personne", "type"]);
    expect(odd.lines).toHaveLength(40);
  });

  test("contacts are for those who may read them", async () => {
    const saved = { type: "fiche" };
    expect(JSON.stringify(await history(claire, saved))).toContain("Solène Secrète");
    expect(JSON.stringify(await history(administrator, saved))).not.toMatch(/Solène|solene@/);
    expect(JSON.stringify(await journal(administrator.viewer, address()))).not.toMatch(/Solène|solene@/);
  });

  test("the journal is for administrators, by name, subject and kind", async () => {
    for (const who of [claire, agent, analyst]) {
      expect(await failure(() => journal(who.viewer, address()))).toBeInstanceOf(Forbidden);
    }
    const of = async (query: Record<string, string>) =>
      (await journal(administrator.viewer, address(query))).lines;
    expect((await of({ personne: "loïc" })).map(({ subject }) => subject.href)).toEqual([
      "/espace/cpts/pilat",
    ]);
    expect(await of({ objet: "pilat" })).toHaveLength(1);
    for (const nobody of ["n'existe pas", "%", "_", "\\"]) expect(await of({ personne: nobody })).toEqual([]);
    expect((await of({ type: "donnees" })).every(({ person }) => person === "Maillage")).toBe(true);
    expect((await of({ personne: "claire@exemple.fr", type: "fiche" })).map(({ person }) => person)).toEqual([
      "Claire",
    ]);
  });

  test("its export is told in the journal first, is safe in a spreadsheet, and names nobody's contacts", async () => {
    expect(await failure(() => exportJournal(agent, address()))).toBeInstanceOf(Forbidden);
    expect(await listAudit(database.prisma, "journal:csv")).toEqual([]);
    let csv = "";
    for await (const piece of await exportJournal(administrator, address({ type: "fiche" }))) csv += piece;
    const lines = csv.trimEnd().split("\r\n");
    expect(csv.startsWith("\ufeffnumero;instant_utc;")).toBe(true);
    expect(lines).toHaveLength(3);
    expect(csv).toContain("Loïc");
    expect(csv).not.toMatch(/Solène|solene@/);
    const [told] = await listAudit(database.prisma, "journal:csv");
    expect(told).toMatchObject({
      actor: administrator.viewer.accountId,
      action: "journal.exported",
      after: { lines: 2, kind: "fiche" },
    });
  });
});
