import { TODAY } from "./people";
import { invite, renewLink, withdrawInvitation } from "@/lib/commands/accounts/invite";
import { createCpts } from "@/lib/commands/create-cpts";
import { acceptProposal, returnProposal, withdrawProposal } from "@/lib/commands/decisions";
import { addDocuments, openDocument, removeDocument } from "@/lib/commands/documents";
import { discardDraft, saveDraft } from "@/lib/commands/drafts";
import { exportJournal } from "@/lib/commands/export-journal";
import { addMeeting, changeMeeting, removeMeeting } from "@/lib/commands/meetings";
import { saveIndemnities } from "@/lib/commands/indemnities";
import { confirmImport, undoImportOf } from "@/lib/commands/imports/confirm";
import { mapImport, sendImport } from "@/lib/commands/imports/send";
import type { Actor } from "@/lib/commands/outcome";
import { proposeResults, reopenYear, saveResults, settleResults } from "@/lib/commands/results";
import { confirmPaymentFile, removePaymentBatch, sendPaymentFile } from "@/lib/commands/payment-files";
import { addPayment, changePayment, removePayment } from "@/lib/commands/payments";
import { recordStep } from "@/lib/commands/record-step";
import { saveSection } from "@/lib/commands/save-section";
import { saveSpending } from "@/lib/commands/spending";
import { submitProposal } from "@/lib/commands/submissions";
import { analysisCharts } from "@/lib/queries/analysis/charts";
import { linesOf } from "@/lib/queries/analysis/lines";
import { summary } from "@/lib/queries/analysis/summary";
import { proposeColumns } from "@/lib/import/payment-columns";
import { accountList } from "@/lib/queries/accounts/list";
import { ownAccount } from "@/lib/queries/accounts/own";
import { journal, recordHistory } from "@/lib/queries/audit";
import { cptsSteps } from "@/lib/queries/cpts-steps";
import { creationChoices } from "@/lib/queries/creation";
import { documentsPage } from "@/lib/queries/documents";
import { landing, recordMenu, workspace } from "@/lib/queries/espace";
import { importFilePage, importProgress, importReportFile, importsPage } from "@/lib/queries/imports/pages";
import { indemnitiesPage } from "@/lib/queries/indemnities";
import { meetingPage, meetingsPage } from "@/lib/queries/meetings";
import { dialogueFile, financePage, territoryDues } from "@/lib/queries/money";
import { importPage, paymentFilePage } from "@/lib/queries/payment-files";
import { paymentPage, paymentsPage } from "@/lib/queries/payments";
import { proposalDraft } from "@/lib/queries/proposal-draft";
import { proposalPage } from "@/lib/queries/proposal-page";
import { proposalsOf } from "@/lib/queries/proposals";
import { recogniseCommunes } from "@/lib/queries/recognise-communes";
import { resultsPage, yearPage } from "@/lib/queries/results";
import { sectionPage } from "@/lib/queries/section-page";
import { spendingPage } from "@/lib/queries/spending";
import { territoryDepartment } from "@/lib/queries/territory-department";
import { territoryEditor } from "@/lib/queries/territory-editor";
import { SECTIONS } from "@/lib/record/sections";
import { accountsInAddress } from "@/lib/schemas/accounts-address";
import { analysisInAddress } from "@/lib/schemas/analysis-address";
import { auditInAddress } from "@/lib/schemas/audit-address";
import { duesInAddress } from "@/lib/schemas/dues-address";
import { espaceInAddress } from "@/lib/schemas/espace-address";
import { importInAddress } from "@/lib/schemas/imports-address";
import { paymentFileInAddress } from "@/lib/schemas/payment-file";
import { paymentsInAddress } from "@/lib/schemas/payments-address";

/** The CPTS that everything is tried on: department 03. */
export const SLUG = "sud-allier";

const NO_FILE = "00000000-0000-4000-8000-000000000000";

/** A contract year of it, of which nothing was typed. */
const YEAR = { contractNo: 1, year: 1 };

export const WHO = [
  "anonymous",
  "coordinator of it",
  "coordinator of another",
  "agent of its department",
  "agent of another",
  "analyst",
  "administrator",
] as const;
export type Who = (typeof WHO)[number];

const PARTIES: readonly Who[] = ["coordinator of it", "agent of its department"];
const ITS_AGENT: readonly Who[] = ["agent of its department"];
const ITS_COORDINATOR: readonly Who[] = ["coordinator of it"];
const READERS: readonly Who[] = [...PARTIES, "analyst", "administrator"];
const LEDGER: readonly Who[] = ["agent of its department", "analyst", "administrator"];
const ANY_AGENT: readonly Who[] = ["agent of its department", "agent of another"];
const IMPORTERS: readonly Who[] = [...ANY_AGENT, "administrator"];
const INVITERS: readonly Who[] = ["agent of its department", "administrator"];

/** What there is to guess: identifiers of things of this CPTS. */
export interface Things {
  readonly submission: string;
  readonly meeting: string;
  readonly document: string;
  readonly invitation: string;
  readonly payment: string;
  /** A file that the agent of its department sent, and one recorded. */
  readonly upload: string;
  readonly batch: string;
}

export interface Case {
  readonly name: string;
  readonly allowed: readonly Who[];
  /** Allowed, it stops at its own input, so that nothing changes from one to the next. */
  readonly run: (by: Actor, things: Things) => Promise<unknown>;
}

const at = (by: Actor) => ({ viewer: by.viewer, now: new Date(`${TODAY}T12:00:00Z`) });

const COLUMNS = { ...proposeColumns([]), cpts: 0, amount: 1 };

export const COMMANDS: readonly Case[] = [
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
  { name: "record a payment", allowed: ITS_AGENT, run: (by) => addPayment(by, SLUG, {}) },
  {
    name: "change a payment",
    allowed: ITS_AGENT,
    run: (by, { payment }) => changePayment(by, SLUG, payment, { content: {}, version: 1 }),
  },
  {
    name: "remove a payment",
    allowed: ITS_AGENT,
    run: (by, { payment }) => removePayment(by, SLUG, payment, 99),
  },
  {
    name: "send a file to import",
    allowed: IMPORTERS,
    run: (by) => sendImport(by, { name: "vide.csv", bytes: new Uint8Array() }, {}, at(by).now),
  },
  // Nobody sent this one: what an account did not send is as what does not exist.
  { name: "confirm an import of somebody else", allowed: [], run: (by) => confirmImport(by, NO_FILE, "") },
  {
    name: "choose the columns of an import of somebody else",
    allowed: [],
    run: (by) => mapImport(by, NO_FILE, {}),
  },
  { name: "undo an import of another territory", allowed: [], run: (by) => undoImportOf(by, NO_FILE) },
  {
    name: "send a file of payments",
    allowed: ANY_AGENT,
    run: (by) => sendPaymentFile(by, { name: "vide.csv", bytes: new Uint8Array() }, at(by).now),
  },
  {
    name: "confirm a file of payments",
    allowed: ITS_AGENT,
    run: (by, { upload }) =>
      confirmPaymentFile(by, upload, { mapping: COLUMNS, order: "jour-mois", seen: "", leavesOut: false }),
  },
  {
    name: "keep its spending",
    allowed: ITS_COORDINATOR,
    run: (by) => saveSpending(by, SLUG, { contractNo: 1, year: 1 }, { content: {}, version: 0 }),
  },
  {
    name: "keep what its professionals received",
    allowed: ITS_COORDINATOR,
    run: (by) => saveIndemnities(by, SLUG, 2025, { pasted: "", version: 0 }),
  },
  {
    name: "type the results of a year",
    allowed: PARTIES,
    run: (by) => saveResults(by, SLUG, YEAR, { content: {}, version: 0, seen: "" }),
  },
  {
    name: "propose the results of a year",
    allowed: PARTIES,
    run: (by) => proposeResults(by, SLUG, YEAR, { content: {}, version: 0, seen: "" }),
  },
  {
    name: "settle a year",
    allowed: ITS_AGENT,
    run: (by) => settleResults(by, SLUG, YEAR, { content: {}, version: 0, seen: "", settling: {} }),
  },
  {
    name: "reopen a year",
    allowed: ITS_AGENT,
    run: (by) => reopenYear(by, SLUG, YEAR, { version: 0, reason: "" }),
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

export const QUERIES: readonly Case[] = [
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
  {
    name: "read the results of its years",
    allowed: READERS,
    run: ({ viewer, today }) => resultsPage(viewer, SLUG, today),
  },
  {
    name: "read the results of a year",
    allowed: READERS,
    run: ({ viewer, today }) => yearPage(viewer, SLUG, YEAR, today),
  },
  {
    name: "read its payments",
    allowed: READERS,
    run: ({ viewer, today }) => paymentsPage(viewer, SLUG, paymentsInAddress({}), today),
  },
  {
    name: "read a payment",
    allowed: READERS,
    run: ({ viewer, today }, { payment }) => paymentPage(viewer, SLUG, payment, today),
  },
  {
    name: "begin a payment",
    allowed: ITS_AGENT,
    run: ({ viewer, today }) => paymentPage(viewer, SLUG, null, today),
  },
  { name: "see the files imported", allowed: IMPORTERS, run: ({ viewer }) => importsPage(viewer) },
  {
    name: "find a file imported by somebody else",
    allowed: [],
    run: ({ viewer }) => importFilePage(viewer, NO_FILE, importInAddress({})),
  },
  { name: "find how far it is", allowed: [], run: ({ viewer }) => importProgress(viewer, NO_FILE) },
  {
    name: "take its report away",
    allowed: [],
    run: ({ viewer, today }) =>
      importReportFile(viewer, NO_FILE, importInAddress({}), { origin: null, today }),
  },
  { name: "see where files of payments go", allowed: ANY_AGENT, run: ({ viewer }) => importPage(viewer) },
  {
    name: "find a file of its payments",
    allowed: ITS_AGENT,
    run: async ({ viewer }) => (await importPage(viewer))?.files ?? [],
  },
  {
    name: "read the report on a file",
    allowed: ITS_AGENT,
    run: ({ viewer, today }, { upload }) => paymentFilePage(viewer, upload, paymentFileInAddress({}), today),
  },
  {
    name: "read its spending",
    allowed: READERS,
    run: ({ viewer, today }) => spendingPage(viewer, SLUG, null, today),
  },
  {
    name: "read what its professionals received, in sums",
    allowed: READERS,
    run: ({ viewer, today }) => indemnitiesPage(viewer, SLUG, null, today),
  },
  {
    name: "read what each of its professionals received",
    allowed: ITS_COORDINATOR,
    run: async ({ viewer, today }) => (await indemnitiesPage(viewer, SLUG, null, today))?.totals ?? null,
  },
  { name: "read its documents", allowed: PARTIES, run: ({ viewer }) => documentsPage(viewer, SLUG) },
  { name: "open its home", allowed: READERS, run: ({ viewer, today }) => workspace(viewer, SLUG, today) },
  { name: "see its menu", allowed: READERS, run: ({ viewer }) => recordMenu(viewer, SLUG) },
  ...SECTIONS.map((section) => ({
    name: `open its section ${section}`,
    allowed: READERS,
    run: ({ viewer, today }: Actor) => sectionPage(viewer, today, SLUG, section),
  })),
  {
    name: "read its contacts",
    allowed: PARTIES,
    run: async ({ viewer, today }) => {
      const page = await sectionPage(viewer, today, SLUG, "identity");
      return page?.contactsHidden === false ? page : null;
    },
  },
  {
    name: "find it on the first page",
    allowed: READERS,
    run: async ({ viewer, today }) => {
      const { list } = await landing(viewer, today, espaceInAddress({}));
      return list.rows.filter(({ slug }) => slug === SLUG);
    },
  },
  {
    name: "find its proposal on the first page",
    allowed: PARTIES,
    run: async ({ viewer, today }) => {
      const { underWay } = await landing(viewer, today, espaceInAddress({}));
      return underWay?.waiting ?? [];
    },
  },
  {
    name: "read its money",
    allowed: READERS,
    run: ({ viewer, today }) => financePage(viewer, SLUG, today, {}),
  },
  {
    name: "read the file of its dialogue de gestion",
    allowed: READERS,
    run: ({ viewer, today }) => dialogueFile(viewer, SLUG, today, {}),
  },
  {
    name: "find it in the calendar of the territory",
    allowed: LEDGER,
    run: async ({ viewer, today }) => {
      const { rows } = await territoryDues(viewer, today, duesInAddress({ vue: "retard" }));
      return rows.filter(({ slug }) => slug === SLUG);
    },
  },
  {
    name: "find it in a summary",
    allowed: LEDGER,
    run: async ({ viewer, today }) => {
      const { all } = await summary(viewer, today, analysisInAddress({ par: "cpts" }));
      return all.filter(({ codes }) => codes[0] === SLUG);
    },
  },
  {
    name: "take its lines away",
    allowed: LEDGER,
    run: async ({ viewer, today }) => {
      const found: string[] = [];
      const { filters } = analysisInAddress({ cpts: SLUG });
      for await (const { slug } of await linesOf(viewer, today, filters)) found.push(slug);
      return found;
    },
  },
  {
    name: "draw it in the charts of a summary",
    allowed: LEDGER,
    run: async ({ viewer, today }) => {
      const { years } = await analysisCharts(viewer, today, analysisInAddress({ par: "cpts", cpts: SLUG }));
      return years;
    },
  },
  {
    name: "read its history",
    allowed: [...PARTIES, "administrator"],
    run: ({ viewer }) => recordHistory(viewer, SLUG, auditInAddress({})),
  },
  {
    name: "read the journal",
    allowed: ["administrator"],
    run: ({ viewer }) => journal(viewer, auditInAddress({})),
  },
  {
    name: "take the journal away",
    allowed: ["administrator"],
    run: (by) => exportJournal(by, auditInAddress({})),
  },
  {
    name: "find its coordinator among the accounts",
    allowed: INVITERS,
    run: async (by) => {
      const { accounts } = await accountList(by.viewer, accountsInAddress({}), at(by).now);
      return accounts.filter(({ id }) => id === "account-claire");
    },
  },
  {
    name: "open their own account",
    allowed: WHO.filter((who) => who !== "anonymous"),
    run: (by) => ownAccount(by.viewer, "", at(by).now),
  },
  {
    name: "begin a CPTS",
    allowed: ["agent of its department", "agent of another"],
    run: ({ viewer }) => creationChoices(viewer),
  },
];

/** What changes something once it is allowed: those who may not first, then who may. */
export const ONCE: readonly Case[] = [
  {
    name: "take a file of payments away",
    allowed: ITS_AGENT,
    run: (by, { batch }) => removePaymentBatch(by, batch),
  },
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

/** What a refusal that must not tell whether anything exists looks like: no page, no row, not found. */
export function isNothing(result: unknown): boolean {
  if (result === null || result === false) return true;
  if (Array.isArray(result)) return result.length === 0;
  const outcome = result as { ok?: boolean; error?: { kind?: string } | { field: string }[] };
  if (outcome.ok !== false || outcome.error === undefined) return false;
  // An invitation outside one's scope is a fault of the field that names it.
  if (Array.isArray(outcome.error)) return outcome.error.some(({ field }) => field !== "email");
  return outcome.error.kind === "not_found";
}
