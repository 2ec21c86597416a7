import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, Forbidden } from "@/lib/auth/can";
import { invite, renewLink, withdrawInvitation } from "@/lib/commands/accounts/invite";
import { createCpts } from "@/lib/commands/create-cpts";
import { acceptProposal, returnProposal, withdrawProposal } from "@/lib/commands/decisions";
import { addDocuments, openDocument, removeDocument } from "@/lib/commands/documents";
import { discardDraft, saveDraft } from "@/lib/commands/drafts";
import { addMeeting, changeMeeting, removeMeeting } from "@/lib/commands/meetings";
import type { Actor } from "@/lib/commands/outcome";
import { recordStep } from "@/lib/commands/record-step";
import { saveSection } from "@/lib/commands/save-section";
import { submitProposal } from "@/lib/commands/submissions";
import type { Database } from "@/lib/db/database";
import { cptsSteps } from "@/lib/queries/cpts-steps";
import { creationChoices } from "@/lib/queries/creation";
import { documentsPage } from "@/lib/queries/documents";
import { meetingPage, meetingsPage } from "@/lib/queries/meetings";
import { proposalDraft } from "@/lib/queries/proposal-draft";
import { proposalPage } from "@/lib/queries/proposal-page";
import { proposalsOf } from "@/lib/queries/proposals";
import { recogniseCommunes } from "@/lib/queries/recognise-communes";
import { territoryDepartment } from "@/lib/queries/territory-department";
import { territoryEditor } from "@/lib/queries/territory-editor";
import { describeEmbedded, useDatabase } from "./harness";
import { actor, cptsId, TODAY } from "./people";

/** The CPTS that everything is tried on: department 03. */
const SLUG = "sud-allier";

const WHO = [
  "anonymous",
  "coordinator of it",
  "coordinator of another",
  "agent of its department",
  "agent of another",
  "analyst",
  "administrator",
] as const;
type Who = (typeof WHO)[number];

const PARTIES: readonly Who[] = ["coordinator of it", "agent of its department"];
const ITS_AGENT: readonly Who[] = ["agent of its department"];
const ITS_COORDINATOR: readonly Who[] = ["coordinator of it"];
const READERS: readonly Who[] = [...PARTIES, "analyst", "administrator"];
const INVITERS: readonly Who[] = ["agent of its department", "administrator"];

/** What there is to guess: identifiers of things of this CPTS. */
interface Things {
  readonly submission: string;
  readonly meeting: string;
  readonly document: string;
  readonly invitation: string;
}

interface Case {
  readonly name: string;
  readonly allowed: readonly Who[];
  /** Allowed, it stops at its own input, so that nothing changes from one to the next. */
  readonly run: (by: Actor, things: Things) => Promise<unknown>;
}

const at = (by: Actor) => ({ viewer: by.viewer, now: new Date(`${TODAY}T12:00:00Z`) });

const COMMANDS: readonly Case[] = [
  {
    name: "save a draft",
    allowed: PARTIES,
    run: (by) => saveDraft(by, SLUG, "project", { version: 0, content: "x" }),
  },
  { name: "drop a draft", allowed: PARTIES, run: (by) => discardDraft(by, SLUG, "project", 0) },
  {
    name: "save what does not bind",
    allowed: PARTIES,
    run: (by) => saveSection(by, SLUG, "professionals", { content: {}, draftVersion: 0 }),
  },
  {
    name: "amend what binds",
    allowed: ITS_AGENT,
    run: (by) => saveSection(by, SLUG, "contract", { content: {}, draftVersion: 0 }),
  },
  {
    name: "record a step",
    allowed: ITS_AGENT,
    run: (by) => recordStep(by, SLUG, { kind: "", earliest: "", latest: "", note: "" }),
  },
  {
    name: "propose",
    allowed: ITS_COORDINATOR,
    run: (by) => submitProposal(by, SLUG, { drafts: {}, message: null, recordVersion: 1 }),
  },
  {
    name: "return a proposal",
    allowed: ITS_AGENT,
    run: (by, { submission }) => returnProposal(by, submission, ""),
  },
  {
    name: "accept a proposal",
    allowed: ITS_AGENT,
    run: (by, { submission }) => acceptProposal(by, submission, { recordVersion: -1, comment: null }),
  },
  {
    name: "create a CPTS in 03",
    allowed: ITS_AGENT,
    run: (by) =>
      createCpts(by, {
        name: "Essai",
        departments: ["03"],
        letterOn: "2099-01-01",
        note: "",
        distinctFrom: [],
      }),
  },
  { name: "record a meeting", allowed: ITS_AGENT, run: (by) => addMeeting(by, SLUG, {}) },
  {
    name: "change a meeting",
    allowed: ITS_AGENT,
    run: (by, { meeting }) => changeMeeting(by, SLUG, meeting, { content: {}, version: 1 }),
  },
  {
    name: "remove a meeting",
    allowed: ITS_AGENT,
    run: (by, { meeting }) => removeMeeting(by, SLUG, meeting, 99),
  },
  {
    name: "add a document",
    allowed: PARTIES,
    run: (by) => addDocuments(by, SLUG, { files: [], meeting: null }),
  },
  { name: "open a document", allowed: PARTIES, run: (by, { document }) => openDocument(by, SLUG, document) },
  {
    name: "invite its coordinator",
    allowed: INVITERS,
    run: (by) => invite(at(by), { email: "deja@exemple.fr", role: "coordinator", cpts: [SLUG] }),
  },
  {
    name: "invite an agent",
    allowed: ["administrator"],
    run: (by) =>
      invite(at(by), { email: "deja@exemple.fr", role: "agent", organisation: "ars", departments: ["03"] }),
  },
  {
    name: "renew an invitation",
    allowed: INVITERS,
    run: (by, { invitation }) => renewLink(at(by), invitation),
  },
];

const QUERIES: readonly Case[] = [
  { name: "read its steps", allowed: READERS, run: ({ viewer, today }) => cptsSteps(viewer, SLUG, today) },
  { name: "read its proposals", allowed: READERS, run: (by) => proposalsOf(by, SLUG) },
  { name: "read a proposal", allowed: READERS, run: (by, { submission }) => proposalPage(by, submission) },
  { name: "read what is drafted", allowed: READERS, run: (by) => proposalDraft(by, SLUG) },
  { name: "open its territory", allowed: READERS, run: (by) => territoryEditor(by, SLUG) },
  {
    name: "open a department of its map",
    allowed: READERS,
    run: (by) => territoryDepartment(by, SLUG, "03"),
  },
  {
    name: "have communes recognised",
    allowed: READERS,
    run: (by) => recogniseCommunes(by, SLUG, { text: "03001", near: [] }),
  },
  {
    name: "read its meetings",
    allowed: [...PARTIES, "analyst"],
    run: ({ viewer, today }) => meetingsPage(viewer, SLUG, today),
  },
  {
    name: "read a meeting",
    allowed: [...PARTIES, "analyst"],
    run: ({ viewer, today }, { meeting }) => meetingPage(viewer, SLUG, meeting, today),
  },
  { name: "read its documents", allowed: PARTIES, run: ({ viewer }) => documentsPage(viewer, SLUG) },
  {
    name: "begin a CPTS",
    allowed: ["agent of its department", "agent of another"],
    run: ({ viewer }) => creationChoices(viewer),
  },
];

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

  // What changes something once it is allowed: those who may not first, then who may.
  const ONCE: readonly Case[] = [
    {
      name: "remove a document",
      allowed: PARTIES,
      run: (by, { document }) => removeDocument(by, SLUG, document),
    },
    {
      name: "withdraw a proposal",
      allowed: ITS_COORDINATOR,
      run: (by, { submission }) => withdrawProposal(by, submission),
    },
    {
      name: "take an invitation back",
      allowed: INVITERS,
      run: (by, { invitation }) => withdrawInvitation(at(by), invitation),
    },
  ];
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

/** What a refusal that must not tell whether anything exists looks like: no page, no row, not found. */
function isNothing(result: unknown): boolean {
  if (result === null || result === false) return true;
  const outcome = result as { ok?: boolean; error?: { kind?: string } | { field: string }[] };
  if (outcome.ok !== false || outcome.error === undefined) return false;
  // An invitation outside one's scope is a fault of the field that names it.
  if (Array.isArray(outcome.error)) return outcome.error.some(({ field }) => field !== "email");
  return outcome.error.kind === "not_found";
}

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
  return {
    submission: submission.id,
    meeting: meeting.id,
    document: document.id,
    invitation: invitation.id,
  };
}
