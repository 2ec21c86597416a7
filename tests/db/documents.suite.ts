import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { addDocuments, openDocument, removeDocument, type SentFile } from "@/lib/commands/documents";
import type { Actor } from "@/lib/commands/outcome";
import type { Database } from "@/lib/db/database";
import { listAudit } from "@/lib/db/repositories/audit";
import { documentsPage } from "@/lib/queries/documents";
import { MOST_DOCUMENT_BYTES } from "@/lib/schemas/document";
import { COMPOUND, EXE, HTML, JPEG, office, openDocumentFile, pdf, PNG, SVG, WEBP, zip } from "./files";
import { type Engine, failure, useDatabase } from "./harness";
import { acting, agentOf, coordinatorOf } from "./viewers";

export function documents(engine: Engine): void {
  describe("documents", () => {
    let database: Database;
    let slug: string;
    let other: string;
    let cpts: string;
    let folder: string;
    const agent = agentOf("63");
    beforeAll(async () => {
      database = await engine.copy();
      useDatabase(database);
      folder = mkdtempSync(path.join(os.tmpdir(), "documents-"));
      const [a, b] = await database.prisma.cpts.findMany({
        where: { departments: { some: { departmentCode: "63" } } },
        orderBy: { slug: "asc" },
      });
      if (!a || !b) throw new Error("two CPTS of the Puy-de-Dôme are loaded");
      [slug, other, cpts] = [a.slug, b.slug, a.id];
    });
    afterEach(() => vi.unstubAllEnvs());
    afterAll(async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const send = (actor: Actor, ...files: SentFile[]) => addDocuments(actor, slug, { files, meeting: null });
    async function sent(...files: SentFile[]): Promise<string> {
      const added = await send(agent, ...files);
      const [first] = added.ok ? added.value.documents : [];
      if (!first) throw new Error(JSON.stringify(added));
      return first.id;
    }
    async function whyRefused(name: string, bytes: Uint8Array): Promise<string> {
      const outcome = await send(agent, { name, bytes });
      if (outcome.ok || outcome.error.kind !== "invalid") throw new Error(`${name} should have been refused`);
      return outcome.error.issues.map(({ message }) => message).join();
    }
    const storedFiles = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

    test("come back byte for byte from the database, and the journal says who took them", async () => {
      const bytes = pdf("octet pour octet \u0000\u00ff");
      const id = await sent({ name: "Compte rendu — été.pdf", bytes });
      const opened = await openDocument(coordinatorOf(cpts), slug, id);
      if (!opened.ok) throw new Error("it should open");
      expect(opened.value).toMatchObject({ name: "Compte rendu — été.pdf", mediaType: "application/pdf" });
      expect(Buffer.from(opened.value.bytes).equals(bytes)).toBe(true);
      const [taken, added] = await listAudit(database.prisma, `cpts:${slug}`);
      expect(taken).toMatchObject({
        actor: "compte-coordination",
        action: "document.downloaded",
        after: { id },
      });
      expect(added).toMatchObject({ actor: agent.viewer.accountId, action: "document.added", after: { id } });
    });

    test("of every admitted type are known by their content, whatever they are called", async () => {
      const files = [
        { name: "photo.jpg", bytes: JPEG },
        { name: "carte.PNG", bytes: PNG },
        { name: "plan.webp", bytes: WEBP },
        { name: "projet.docx", bytes: office("docx") },
        { name: "budget.xlsx", bytes: office("xlsx") },
        { name: "diapos.pptx", bytes: office("pptx") },
        { name: "texte.odt", bytes: openDocumentFile("text") },
        { name: "tableau.ods", bytes: openDocumentFile("spreadsheet") },
        { name: "C:\\Users\\moi\\..\\présentation\u202e.txt", bytes: openDocumentFile("presentation") },
      ];
      const added = await send(agent, ...files);
      expect(added.ok ? added.value.documents.map(({ name }) => name) : added.error).toEqual([
        "photo.jpg",
        "carte.png",
        "plan.webp",
        "projet.docx",
        "budget.xlsx",
        "diapos.pptx",
        "texte.odt",
        "tableau.ods",
        "présentation.txt.odp",
      ]);
    });

    test("of any other content are refused, with a sentence that says how to go on", async () => {
      const admitted = /n’est pas d’un type admis.+Sont admis/;
      expect(await whyRefused("rapport.pdf", EXE)).toMatch(admitted);
      expect(await whyRefused("rapport.pdf", HTML)).toMatch(admitted);
      expect(await whyRefused("logo.png", SVG)).toMatch(admitted);
      expect(await whyRefused("archive.docx", zip({ "a.txt": "a" }))).toMatch(admitted);
      expect(await whyRefused("note.txt", Buffer.from("Bonjour"))).toMatch(admitted);
      expect(await whyRefused("ancien.doc", COMPOUND)).toMatch(/ancien ou chiffré/);
      expect(await whyRefused("vide.pdf", new Uint8Array())).toMatch(/est vide/);
      const macros = /contient des macros/;
      const enabled = "application/vnd.ms-word.document.macroEnabled.main+xml";
      expect(await whyRefused("a.docm", office("docx", {}, enabled))).toMatch(macros);
      expect(await whyRefused("a.docx", office("docx", { "word/vbaProject.bin": "x" }))).toMatch(macros);
      expect(await whyRefused("a.xlsx", office("xlsx", { "xl/macrosheets/sheet1.xml": "x" }))).toMatch(
        macros,
      );
      expect(
        await whyRefused("a.ods", openDocumentFile("spreadsheet", { "Basic/Standard/M.xml": "x" })),
      ).toMatch(macros);
      const truncated = office("docx").subarray(0, -60);
      expect(await whyRefused("coupé.docx", truncated)).toMatch(/lisible|type admis/);
    });

    test("of ten megabytes are kept; a byte more is refused, and so is the whole envoi", async () => {
      const filled = (size: number) => Buffer.concat([pdf("gros"), Buffer.alloc(size)]).subarray(0, size);
      const id = await sent({ name: "gros.pdf", bytes: filled(MOST_DOCUMENT_BYTES) });
      const opened = await openDocument(agent, slug, id);
      expect(opened.ok && opened.value.bytes.length).toBe(MOST_DOCUMENT_BYTES);
      const before = await database.prisma.document.count();
      const small = { name: "petit.pdf", bytes: pdf("petit") };
      const large = { name: "trop.pdf", bytes: filled(MOST_DOCUMENT_BYTES + 1) };
      expect(await send(agent, small, large)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["files", 1], message: expect.stringContaining("10\u00a0Mo") as string }] },
      });
      expect(await database.prisma.document.count()).toBe(before);
      expect((await removeDocument(agent, slug, id)).ok).toBe(true);
    });

    test("sent twice are there once", async () => {
      const file = { name: "double.pdf", bytes: pdf("double") };
      await sent(file);
      expect(await whyRefused("autre nom.pdf", file.bytes)).toBe(
        "est déjà là, sous le nom «\u00a0double.pdf\u00a0»",
      );
      const fresh = { name: "a.pdf", bytes: pdf("deux fois") };
      expect(await send(agent, fresh, { ...fresh, name: "b.pdf" })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["files", 1] }] },
      });
    });

    test("removed keep their line; their bytes are gone", async () => {
      const id = await sent({ name: "retiré.pdf", bytes: pdf("retiré") });
      expect(await removeDocument(coordinatorOf(cpts), slug, id)).toEqual({ ok: true, value: null });
      expect(await database.prisma.documentContent.count({ where: { documentId: id } })).toBe(0);
      expect(await openDocument(agent, slug, id)).toEqual({ ok: false, error: { kind: "not_found" } });
      expect(await removeDocument(agent, slug, id)).toEqual({ ok: false, error: { kind: "not_found" } });
      const page = await documentsPage(agent.viewer, slug);
      expect(page?.removed.map(({ name }) => name)).toContain("retiré.pdf");
      expect(page?.documents.map(({ name }) => name)).not.toContain("retiré.pdf");
    });

    test("in a directory are files named by their content, shared and taken away with the last that has them", async () => {
      vi.stubEnv("DOCUMENTS_DIR", folder);
      const bytes = pdf("dans un dossier");
      const id = await sent({ name: "../../etc/passwd", bytes });
      const again = await addDocuments(agent, other, { files: [{ name: "même.pdf", bytes }], meeting: null });
      const [twin] = again.ok ? again.value.documents : [];
      expect(storedFiles().map(({ name }) => name)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
      expect(await database.prisma.documentContent.count({ where: { documentId: id } })).toBe(0);
      expect((await documentsPage(agent.viewer, slug))?.documents.map(({ name }) => name)).toContain(
        "passwd.pdf",
      );

      expect((await removeDocument(agent, slug, id)).ok).toBe(true);
      const opened = await openDocument(agent, other, twin?.id ?? "");
      expect(opened.ok && Buffer.from(opened.value.bytes).equals(bytes)).toBe(true);
      expect((await removeDocument(agent, other, twin?.id ?? "")).ok).toBe(true);
      expect(storedFiles()).toEqual([]);
    });

    test("put in the database before the directory was set are still found; altered ones are not served", async () => {
      const before = await sent({ name: "avant.pdf", bytes: pdf("avant") });
      vi.stubEnv("DOCUMENTS_DIR", folder);
      expect((await openDocument(agent, slug, before)).ok).toBe(true);
      const id = await sent({ name: "après.pdf", bytes: pdf("après") });
      const [file] = storedFiles();
      writeFileSync(path.join(file?.parentPath ?? "", file?.name ?? ""), pdf("altéré"));
      expect(await openDocument(agent, slug, id)).toMatchObject({ ok: false, error: { kind: "refused" } });
    });

    test("are nobody else's: another CPTS's identifier does not exist, other accounts are refused", async () => {
      const id = await sent({ name: "secret.pdf", bytes: pdf("secret") });
      expect(await openDocument(agent, other, id)).toEqual({ ok: false, error: { kind: "not_found" } });
      expect(await removeDocument(agent, other, id)).toEqual({ ok: false, error: { kind: "not_found" } });
      expect(await openDocument(agent, slug, "../../etc")).toMatchObject({ error: { kind: "not_found" } });
      expect(await openDocument(agent, "nulle-part", id)).toMatchObject({ error: { kind: "not_found" } });
      for (const actor of [
        coordinatorOf("autre"),
        agentOf("75"),
        acting("analyst"),
        acting("administrator"),
      ]) {
        expect(await failure(() => openDocument(actor, slug, id))).toBeInstanceOf(Forbidden);
        expect(await failure(() => removeDocument(actor, slug, id))).toBeInstanceOf(Forbidden);
        expect(await failure(() => send(actor, { name: "x.pdf", bytes: pdf("x") }))).toBeInstanceOf(
          Forbidden,
        );
        expect(await documentsPage(actor.viewer, slug)).toBeNull();
      }
    });

    test("are two hundred at most", async () => {
      const held = await database.prisma.document.count({ where: { cptsId: cpts, removedAt: null } });
      const files = Array.from({ length: 200 - held + 1 }, (_, i) => ({
        name: `${i}.pdf`,
        bytes: pdf(`n° ${i}`),
      }));
      expect(await send(agent, ...files)).toMatchObject({ ok: false, error: { kind: "refused" } });
      expect((await send(agent, ...files.slice(1))).ok).toBe(true);
      expect(await send(agent, { name: "de trop.pdf", bytes: pdf("de trop") })).toMatchObject({ ok: false });
    });
  });
}
