import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, Forbidden } from "@/lib/auth/can";
import type { Actor } from "@/lib/commands/outcome";
import type { Database } from "@/lib/db/database";
import { describeEmbedded, useDatabase } from "./harness";
import { actor, cptsId, TODAY } from "./people";
import {
  COMMANDS,
  isNothing,
  ONCE,
  QUERIES,
  SLUG,
  WHO,
  type Case,
  type Things,
  type Who,
} from "./rights-cases";

describeEmbedded("rights", (engine) => {
  let database: Database;
  let things: Things;
  const people = new Map<Who, Actor>();

  beforeAll(async () => {
    database = await engine.copy();
    useDatabase(database);
    const id = await cptsId(database, SLUG);
    const other = await cptsId(database, "pilat");
    people
      .set("anonymous", { viewer: ANONYMOUS, today: TODAY })
      .set("coordinator of it", await actor(database, "coordinator", "Claire", { cpts: [id] }))
      .set("coordinator of another", await actor(database, "coordinator", "Paul", { cpts: [other] }))
      .set("agent of its department", await actor(database, "agent", "Amina", { departments: ["03"] }))
      .set("agent of another", await actor(database, "agent", "Hugo", { departments: ["63", "42"] }))
      .set("analyst", await actor(database, "analyst", "Anne"))
      .set("administrator", await actor(database, "administrator", "Maud"));
    things = await makeThings(database, id);
  });
  beforeEach(() => useDatabase(database));
  afterAll(() => database.close());

  /** Whether the case got past its rights: to a result, or to what is wrong with its input. */
  async function passes({ run }: Case, who: Who): Promise<boolean> {
    const by = people.get(who);
    if (!by) throw new Error(`nobody is ${who}`);
    try {
      return !isNothing(await run(by, things));
    } catch (error) {
      if (error instanceof Forbidden) return false;
      throw error;
    }
  }

  for (const [kind, cases] of [
    ["command", COMMANDS],
    ["query", QUERIES],
  ] as const) {
    describe(kind, () => {
      for (const one of cases) {
        for (const who of WHO) {
          const may = one.allowed.includes(who);
          test(`${who} ${may ? "may" : "may not"} ${one.name}`, async () => {
            const before = await database.prisma.auditEntry.count();
            expect(await passes(one, who)).toBe(may);
            if (!may) expect(await database.prisma.auditEntry.count()).toBe(before);
          });
        }
      }
    });
  }

  for (const one of ONCE) {
    test(`only those who may ${one.name}`, async () => {
      for (const who of WHO.filter((each) => !one.allowed.includes(each))) {
        expect(await passes(one, who), who).toBe(false);
      }
      const [first] = one.allowed;
      expect(first && (await passes(one, first))).toBe(true);
    });
  }
});

async function makeThings({ prisma }: Database, cpts: string): Promise<Things> {
  const submission = await prisma.submission.create({
    data: {
      cptsId: cpts,
      round: 1,
      content: { missions: { base: { missions: [] }, proposed: { missions: [] } } },
      submittedBy: "account-claire",
    },
  });
  const meeting = await prisma.meeting.create({
    data: {
      cptsId: cpts,
      kind: "point_etape",
      heldOn: new Date("2026-03-10T00:00:00Z"),
      participants: [{ function: "Coordination", organisation: "CPTS" }],
      decisions: "Poursuivre.",
      createdBy: "account-amina",
    },
  });
  const document = await prisma.document.create({
    data: {
      cptsId: cpts,
      name: "annexe.pdf",
      mediaType: "application/pdf",
      bytes: 4,
      sha256: "0".repeat(64),
      uploadedBy: "account-claire",
      content: { create: { content: Buffer.from("%PDF") } },
    },
  });
  const invitation = await prisma.invitation.create({
    data: {
      tokenHash: "essai",
      email: "attendue@exemple.fr",
      role: "coordinator",
      organisation: "cpts",
      cptsIds: [cpts],
      departments: [],
      regions: [],
      invitedBy: "account-maud",
      createdAt: new Date("2026-11-20T00:00:00Z"),
      expiresAt: new Date("2026-11-27T00:00:00Z"),
    },
  });
  await prisma.authUser.create({
    data: {
      id: "account-deja",
      name: "Déjà",
      email: "deja@exemple.fr",
      grant: { create: { role: "analyst", organisation: "other", grantedBy: "system" } },
    },
  });
  const upload = await prisma.paymentUpload.create({
    data: {
      fileName: "versements.csv",
      sha256: "0".repeat(64),
      content: Buffer.from("CPTS;Montant\nx;1"),
      uploadedBy: "account-amina",
    },
  });
  const batch = await prisma.paymentBatch.create({
    data: { fileName: "passe.csv", sha256: "0".repeat(64), rows: 1, importedBy: "account-amina" },
  });
  const payment = await prisma.payment.create({
    data: {
      cptsId: cpts,
      payer: "cpam",
      line: "fonctionnement",
      paidOn: new Date("2021-03-10T00:00:00Z"),
      amount: 100n,
      batchId: batch.id,
      recordedBy: "account-amina",
    },
  });
  // Nothing on record is no right to read: an empty list would pass for a refusal.
  await prisma.indemnityTotals.create({
    data: { cptsId: cpts, year: 2025, totals: [100n], updatedBy: "account-claire" },
  });
  return {
    payment: payment.id,
    upload: upload.id,
    batch: batch.id,
    submission: submission.id,
    meeting: meeting.id,
    document: document.id,
    invitation: invitation.id,
  };
}
