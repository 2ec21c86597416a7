import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { confirmImport, undoImportOf } from "@/lib/commands/imports/confirm";
import { mapImport, sendImport } from "@/lib/commands/imports/send";
import type { Actor } from "@/lib/commands/outcome";
import { recordStep } from "@/lib/commands/record-step";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { findCpts } from "@/lib/db/repositories/cpts";
import { findImport, forgetUnconfirmed, type ImportFileRow } from "@/lib/db/repositories/import-files";
import { listLines, type ReportLine } from "@/lib/db/repositories/import-lines";
import { type Engine, failure, useDatabase } from "./harness";
import { acting, agentOf, coordinatorOf } from "./viewers";

const HOUR = 3_600_000;
const NOW = new Date("2026-11-23T10:00:00Z");
const ADMIN = acting("administrator");
const FORM = { kind: "territory", asOf: "2026-01-01", statedBy: "l’ARS", complete: true, note: "" };
const TERRITORY = "CPTS;Code INSEE;Commune;Depuis le;Part;Note";

export function imports(engine: Engine): void {
  describe("imports", () => {
    let database: Database;
    /** Files follow one another: the oldest of an account's waiting ones go. */
    let sentAt = NOW.getTime();
    beforeAll(async () => {
      database = await engine.copy();
      useDatabase(database);
    });
    afterAll(() => database.close());

    async function send(actor: Actor, form: object, ...rows: string[]): Promise<ImportFileRow> {
      const bytes = new TextEncoder().encode(rows.join("\r\n"));
      const sent = await sendImport(
        actor,
        { name: "fichier.csv", bytes },
        { ...FORM, ...form },
        new Date((sentAt += 1000)),
      );
      if (!sent.ok) throw new Error(JSON.stringify(sent.error));
      await sent.value.work;
      return fileOf(sent.value.id);
    }
    const fileOf = async (id: string) => (await findImport(database.prisma, id)) ?? failed();
    const linesOf = (id: string): Promise<readonly ReportLine[]> =>
      listLines(database.prisma, id, { outcome: null, column: null }, { skip: 0, take: 100 });
    async function confirm(actor: Actor, { id, seen }: ImportFileRow) {
      const outcome = await confirmImport(actor, id, seen ?? "");
      if (outcome.ok) await outcome.value.work;
      return outcome;
    }
    /** All that the records hold, versions apart. */
    async function everything(): Promise<string> {
      const tables = ["cpts_department", "lifecycle_event", "stated_figure", "perimeter_membership"];
      const more = [
        "perimeter_outline",
        "professional_count",
        "cpts_identity",
        "citation",
        "source",
        "contract",
      ];
      const held = await Promise.all(
        [...tables, ...more].map((table) =>
          database.query(
            `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${table} t`,
          ),
        ),
      );
      const names = await database.query("SELECT id, slug, name FROM cpts ORDER BY slug");
      return JSON.stringify([held, names]);
    }

    test("a territory is reported row by row, applied whole, told, then undone to the last detail", async () => {
      const agent = agentOf("42", "07");
      const before = await everything();
      const rows = [TERRITORY, "Pilat;42218;Saint-Étienne;;;Voulue", "Pilat;42207;;;1/2;", "Pilat;1001;;;;"];
      const file = await send(agent, {}, ...rows);
      expect(await everything()).toBe(before);
      expect(file).toMatchObject({ state: "reported", counts: { created: 3, refused: 0, cpts: 1 } });
      const lines = await linesOf(file.id);
      expect(lines[2]).toMatchObject({ row: 4, subject: expect.stringContaining("(01001)") as string });
      expect(lines[2]?.notes.join()).toContain("01001");

      expect(await confirm(agent, file)).toMatchObject({ ok: true });
      const applied = await fileOf(file.id);
      expect(applied).toMatchObject({ state: "applied", fault: null });
      const found = await findCpts(database.prisma, "pilat");
      const now = found?.record.memberships.filter(({ to }) => to === null) ?? [];
      expect(now.map(({ commune, from, basis, share }) => ({ commune, from, basis, share }))).toEqual([
        { commune: "01001", from: "2026-01-01", basis: "declared", share: "whole" },
        { commune: "42207", from: "2026-01-01", basis: "declared", share: { numerator: 1, denominator: 2 } },
        { commune: "42218", from: "2026-01-01", basis: "declared", share: "whole" },
      ]);
      expect(
        found?.sources.some(({ publisher, kind }) => publisher === "l’ARS" && kind === "declaration"),
      ).toBe(true);
      expect(found?.record.departments.map(({ code }) => code)).toContain("01");
      expect(
        await database.prisma.perimeterOutline.count({ where: { cpts: { slug: "pilat" }, to: null } }),
      ).toBe(1);
      expect((await listAudit(database.prisma, "cpts:pilat"))[0]).toMatchObject({ action: "import.applied" });
      expect(await listAudit(database.prisma, `import:${file.id}`)).toHaveLength(1);

      const again = await send(agent, {}, ...rows);
      expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3, refused: 0, cpts: 0 });
      expect(await confirm(agent, again)).toMatchObject({
        error: { kind: "refused", why: expect.stringContaining("disent déjà") as string },
      });
      expect(await confirm(agent, applied)).toMatchObject({
        error: { why: "Ce fichier est déjà enregistré." },
      });

      expect(await undoImportOf(agent, file.id)).toEqual({ ok: true, value: null });
      expect(await everything()).toBe(before);
      expect((await listAudit(database.prisma, "cpts:pilat"))[0]).toMatchObject({ action: "import.undone" });
      expect(await undoImportOf(agent, file.id)).toMatchObject({ error: { kind: "refused" } });
    });

    test("errors in every column are named by row and column, and nothing is applied", async () => {
      const before = await everything();
      const file = await send(
        ADMIN,
        {},
        TERRITORY,
        "Pilat;42218;;;;",
        "Nulle Part;42218;;;;",
        "Pilat;99999;;;;",
        "Pilat;42218;Lyon;;;",
        "Pilat;42207;;32/01/2026;;",
        "Pilat;42184;;;beaucoup;",
        `Pilat;42182;;;;${"x".repeat(501)}`,
        "Pilat;42218;;;;",
      );
      const lines = await linesOf(file.id);
      const faults = lines.flatMap(({ row, faults: all }) => all.map(({ column }) => [row, column]));
      expect(faults).toEqual([
        [3, "CPTS"],
        [4, "Code INSEE"],
        [5, "Code INSEE"],
        [6, "Depuis le"],
        [7, "Part"],
        [8, "Note"],
        [9, "Code INSEE"],
      ]);
      expect(lines.find(({ row }) => row === 6)?.faults[0]).toMatchObject({ value: "32/01/2026" });
      expect(await confirm(ADMIN, file)).toMatchObject({
        error: { why: expect.stringContaining("refusées") as string },
      });
      expect(await everything()).toBe(before);
    });

    test("a commune that another CPTS holds asks why; a reason common to the file is kept", async () => {
      const [held] = await database.prisma.perimeterMembership.findMany({
        where: { cpts: { slug: "livradois-forez" } },
        take: 1,
      });
      const row = `Pilat;${held?.communeCode ?? ""};;;;`;
      const refused = await send(ADMIN, {}, TERRITORY, row);
      expect((await linesOf(refused.id))[0]).toMatchObject({
        outcome: "refused",
        faults: [{ column: "Code INSEE", message: expect.stringContaining("Livradois") as string }],
      });
      const kept = await send(ADMIN, { note: "Commune partagée" }, TERRITORY, row);
      expect((await linesOf(kept.id))[0]).toMatchObject({ outcome: "created", faults: [] });
    });

    test("CPTS are created and completed; undoing removes those created, unless somebody worked on them", async () => {
      const before = await everything();
      const heading = "Nom de la CPTS;Département;Étape;Date de signature;Population;SIRET;Courriel";
      const file = await send(
        ADMIN,
        { kind: "cpts" },
        heading,
        "CPTS du Grand Essai;69;ACI signé;01/02/2024;52 000;;contact@essai.fr",
        "Pilat;42;;;24 800;;",
        "Vallée d’Épreuve;73;lettre d’intention;;;;",
      );
      expect((await linesOf(file.id)).map(({ outcome }) => outcome)).toEqual([
        "created",
        "changed",
        "created",
      ]);
      await confirm(ADMIN, file);
      const created = await findCpts(database.prisma, "du-grand-essai");
      expect(created?.record).toMatchObject({
        departments: [{ code: "69" }],
        events: [{ kind: "signature", when: { earliest: "2024-02-01", latest: "2024-02-01" } }],
        figures: [{ measure: "population", value: 52_000 }],
      });
      const intent = await findCpts(database.prisma, "vallee-d-epreuve");
      // No day was given: it was at the latest on the day of the facts.
      expect(intent?.record.events).toMatchObject([
        { kind: "letter_of_intent", when: { latest: "2026-01-01" } },
      ]);
      const again = await send(
        ADMIN,
        { kind: "cpts" },
        heading,
        "CPTS du Grand Essai;69;ACI signé;01/02/2024;52 000;;contact@essai.fr",
      );
      expect(again.counts).toMatchObject({ unchanged: 1, created: 0, changed: 0 });

      const faulty = await send(
        ADMIN,
        { kind: "cpts" },
        heading,
        ";69;;;;;",
        "Neuve;99;;;;;",
        "Neuve;69;peut-être;;;;",
        "Neuve;69;;31/31/2020;;;",
        "Neuve;69;;;beaucoup;;",
        "Neuve;69;;;;123;",
        "Neuve;69;;;;;pas une adresse",
      );
      const columns = (await linesOf(faulty.id)).map(({ faults }) => faults.map(({ column }) => column));
      expect(columns.map((one) => one[0])).toEqual([
        "Nom de la CPTS",
        "Département",
        "Étape",
        // Named twice in the file, and with a fault of its own.
        "Nom de la CPTS",
        "Nom de la CPTS",
        "Nom de la CPTS",
        "Nom de la CPTS",
      ]);

      const agent = agentOf("73");
      const step = { kind: "project_validated", earliest: "2026-02-01", latest: "", note: "" };
      expect(await recordStep(agent, "vallee-d-epreuve", step)).toMatchObject({ ok: true });
      expect(await undoImportOf(ADMIN, file.id)).toMatchObject({
        error: { kind: "refused", why: expect.stringContaining("Vallée d’Épreuve") as string },
      });
      await database.prisma.$executeRaw`
        UPDATE cpts c SET version = t.version, updated_at = t.updated_at FROM import_touch t
        WHERE t.cpts_id = c.id AND t.import_id = ${file.id}::uuid`;
      await database.prisma.lifecycleEvent.deleteMany({
        where: { kind: "project_validated", cpts: { slug: "vallee-d-epreuve" } },
      });
      await database.prisma.citation.deleteMany({ where: { id: "declaration:vallee-d-epreuve:3" } });
      await database.prisma.source.deleteMany({ where: { id: "declaration:vallee-d-epreuve:3" } });
      expect(await undoImportOf(ADMIN, file.id)).toEqual({ ok: true, value: null });
      expect(await everything()).toBe(before);
    });

    test("a layer gives territories by the points inside, and says which shape is wrong", async () => {
      const square = (x: number, y: number, d = 0.1) => [
        [x, y],
        [x + d, y],
        [x + d, y + d],
        [x, y + d],
        [x, y],
      ];
      const one = (nom: string, stade: string, ring: number[][]) => ({
        type: "Feature",
        properties: { nom_cpts: nom, stade },
        geometry: { type: "Polygon", coordinates: [ring] },
      });
      const layer = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });
      // Around Rodez, where the public documents know no CPTS.
      const good = one("Essai de Rodez", "signataire", square(2.5, 44.3, 0.15));
      const bow = one("Essai croisé", "initiative", [
        [2.5, 44.3],
        [2.6, 44.4],
        [2.6, 44.3],
        [2.5, 44.4],
        [2.5, 44.3],
      ]);
      const refused = await send(
        ADMIN,
        { kind: "polygons" },
        layer(good, bow, one("Essai en mer", "??", square(-20, 44))),
      );
      const faults = (await linesOf(refused.id)).map((line) => line.faults.map(({ column }) => column));
      expect(faults[0]).toEqual([]);
      expect(faults[1]).toContain("Contour");
      expect(faults[2]).toContain("Contour");

      const before = await everything();
      const file = await send(ADMIN, { kind: "polygons" }, layer(good));
      await confirm(ADMIN, file);
      const found = await findCpts(database.prisma, "essai-de-rodez");
      expect(found?.record.departments).toMatchObject([{ code: "12", rank: 1 }]);
      expect(found?.record.memberships.length).toBeGreaterThan(3);
      expect(found?.record.events).toMatchObject([
        { kind: "signature", when: { earliest: "2019-08-25", latest: "2026-01-01" } },
      ]);
      expect((await send(ADMIN, { kind: "polygons" }, layer(good))).counts).toMatchObject({
        unchanged: 1,
        created: 0,
        changed: 0,
      });
      expect(await undoImportOf(ADMIN, file.id)).toEqual({ ok: true, value: null });
      expect(await everything()).toBe(before);
    });

    test("the count of professionals of a day takes the place of the last", async () => {
      const before = await everything();
      const file = await send(
        ADMIN,
        { kind: "professionals" },
        "CPTS;Profession;Nombre",
        "Pilat;Infirmiers;41",
        "Pilat;Kiné;dix",
      );
      expect((await linesOf(file.id))[1]?.faults).toMatchObject([{ column: "Nombre", value: "dix" }]);
      const good = await send(
        ADMIN,
        { kind: "professionals" },
        "CPTS;Infirmiers;Médecins généralistes",
        "Pilat;41;12",
      );
      await confirm(ADMIN, good);
      const counts = await database.prisma.professionalCount.findMany({ where: { cpts: { slug: "pilat" } } });
      expect(counts.map(({ profession, count }) => [profession, count]).sort()).toEqual([
        ["infirmier", 41],
        ["medecin_generaliste", 12],
      ]);
      expect(
        (await send(ADMIN, { kind: "professionals" }, "CPTS;Infirmiers;Médecins généralistes", "Pilat;41;12"))
          .counts,
      ).toMatchObject({ unchanged: 1 });
      await undoImportOf(ADMIN, good.id);
      expect(await everything()).toBe(before);
    });

    test("another territory's rows are refused; others may neither send, confirm nor undo", async () => {
      const agent = agentOf("03");
      const file = await send(agent, {}, TERRITORY, "Pilat;42218;;;;");
      expect((await linesOf(file.id))[0]?.faults).toMatchObject([
        { column: "CPTS", message: expect.stringContaining("hors de votre territoire") as string },
      ]);
      expect(await confirm(agentOf("63"), file)).toMatchObject({ error: { kind: "not_found" } });
      for (const by of [coordinatorOf("x"), acting("analyst"), acting("anonymous", { accountId: null })]) {
        expect(
          await failure(() => sendImport(by, { name: "a", bytes: new Uint8Array(3) }, FORM, NOW)),
        ).toBeInstanceOf(Forbidden);
      }
    });

    test("what was written since the report is told, and two confirmations apply it once", async () => {
      const file = await send(ADMIN, {}, TERRITORY, "Pilat;42218;;;;", "Pilat;42207;;;;");
      const other = await send(ADMIN, {}, TERRITORY, "Pilat;42218;;;;");
      const before = await everything();
      const revision = await database.revision();
      await Promise.all([confirm(ADMIN, other), confirm(ADMIN, other)]);
      expect(await listAudit(database.prisma, `import:${other.id}`)).toHaveLength(1);
      expect(await database.revision()).toBeLessThanOrEqual(revision + 2);
      await confirm(ADMIN, file);
      const told = await fileOf(file.id);
      expect(told).toMatchObject({
        state: "reported",
        fault: expect.stringContaining("a changé depuis") as string,
      });
      expect(told.seen).not.toBe(file.seen);
      expect(told.counts).toMatchObject({ created: 1, unchanged: 1 });
      await confirm(ADMIN, told);
      expect(await fileOf(file.id)).toMatchObject({ state: "applied" });
      // The last first: the other's record is not as it left it.
      expect(await undoImportOf(ADMIN, other.id)).toMatchObject({ error: { kind: "refused" } });
      await undoImportOf(ADMIN, file.id);
      expect(await undoImportOf(ADMIN, other.id)).toEqual({ ok: true, value: null });
      expect(await everything()).toBe(before);
    });

    test("columns chosen are remembered for files of the same headings", async () => {
      const rows = ["Qui;Où;Quoi", "Pilat;42218;rien"];
      const file = await send(ADMIN, {}, ...rows);
      expect(file).toMatchObject({ state: "reported", counts: null });
      const mapped = await mapImport(ADMIN, file.id, { name: 0, communeCode: 1 });
      if (mapped.ok) await mapped.value.work;
      expect((await fileOf(file.id)).counts).not.toBeNull();
      expect(await send(ADMIN, {}, ...rows)).toMatchObject({ mapping: { name: 0, communeCode: 1 } });
    });

    test("while a file is confirmed no other work begins on it: what is written is what the report showed", async () => {
      const before = await everything();
      const file = await send(ADMIN, {}, TERRITORY, "Pilat;42207;;;;");
      const confirmed = await confirmImport(ADMIN, file.id, file.seen ?? "");
      expect(await mapImport(ADMIN, file.id, { name: 0, communeCode: 1 })).toMatchObject({
        error: { kind: "refused", why: expect.stringContaining("en cours") as string },
      });
      if (confirmed.ok) await confirmed.value.work;
      expect(await fileOf(file.id)).toMatchObject({
        state: "applied",
        mapping: file.mapping,
        busySince: null,
      });
      await undoImportOf(ADMIN, file.id);
      expect(await everything()).toBe(before);
    });

    test("a file that nobody confirms is let go after a day; one that was applied keeps what undoes it", async () => {
      const applied = await send(ADMIN, {}, TERRITORY, "Pilat;42218;;;;");
      await confirm(ADMIN, applied);
      const waiting = await send(ADMIN, {}, TERRITORY, "Pilat;42207;;;;");
      await forgetUnconfirmed(database.prisma, new Date(sentAt + 23 * HOUR));
      expect(await findImport(database.prisma, waiting.id)).not.toBeNull();
      await forgetUnconfirmed(database.prisma, new Date(sentAt + 25 * HOUR));
      expect(await findImport(database.prisma, waiting.id)).toBeNull();
      expect(await undoImportOf(ADMIN, applied.id)).toEqual({ ok: true, value: null });
    });
  });
}

function failed(): never {
  throw new Error("the file should be there");
}
