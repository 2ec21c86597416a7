import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import {
  appendAudit,
  countAudit,
  pageOfAudit,
  type AuditEntry,
  type AuditFilter,
} from "../db/repositories/audit";
import type { Database } from "../db/database";
import type { Table } from "../export";
import { csvPieces } from "../export/csv";
import { subjectOf, tell } from "../format/audit/entry";
import { AUDIT_KINDS, isAuditKind } from "../format/audit/kinds";
import { instant } from "../format/instant";
import { journalFilter, kindIn } from "../queries/audit";
import { withoutContacts } from "../queries/audit/redact";
import type { AuditAddress } from "../schemas/audit-address";
import { accountOf, type Actor } from "./outcome";

const BATCH = 500;

/** One act, and the name of whoever did it. */
interface Told {
  readonly entry: AuditEntry;
  readonly person: string;
}

const column = (name: string, description: string, of: (told: Told) => string | number) => ({
  name,
  label: name,
  kind: name === "numero" ? ("integer" as const) : ("text" as const),
  description,
  of,
});

const JOURNAL: Table<Told> = {
  id: "journal",
  title: "Journal",
  description: "Tout ce qui a été écrit, le plus récent d’abord, sans les contacts.",
  key: ["numero"],
  columns: [
    column("numero", "Rang de l’acte", ({ entry }) => entry.id),
    column("instant_utc", "Instant, ISO 8601", ({ entry }) => entry.at),
    column("date_heure_paris", "Le même à Paris", ({ entry }) => instant(new Date(entry.at))),
    column("personne", "Nom, ou compte s’il n’existe plus", ({ person }) => person),
    column("compte", "Identifiant du compte", ({ entry }) => entry.actor),
    column("action", "Code de l’acte", ({ entry }) => entry.action),
    column("objet", "Code de ce qu’il concerne", ({ entry }) => entry.subject),
    column("objet_lisible", "Le même en mots", ({ entry }) => subjectOf(entry.subject).words),
    column("ce_qui_a_ete_fait", "L’acte en une phrase", ({ entry }) => tell(entry, () => undefined).sentence),
    column("avant", "État d’avant, JSON", ({ entry }) => JSON.stringify(entry.before)),
    column("apres", "État d’après, JSON", ({ entry }) => JSON.stringify(entry.after)),
  ],
};

/**
 * The journal as CSV, filtered as its page is, in pieces: an export is itself an act, written before the first
 * piece is given. Contacts are left out of it. Throws Forbidden.
 */
export async function exportJournal(actor: Actor, address: AuditAddress): Promise<AsyncIterable<string>> {
  authorise(actor.viewer, "read", "journal");
  const db = await getDb();
  const { kind } = kindIn(address, Object.keys(AUDIT_KINDS).filter(isAuditKind));
  const filter = await db.keep(async (tx) => {
    const found = await journalFilter(tx, kind, address);
    await appendAudit(tx, {
      actor: accountOf(actor),
      action: "journal.exported",
      subject: "journal:csv",
      before: null,
      after: {
        lines: await countAudit(tx, found),
        kind,
        person: address.person,
        subject: address.subject,
        from: address.from,
        to: address.to,
      },
    });
    return found;
  });
  return csvPieces("csv-fr", JOURNAL, toldIn(db, filter));
}

async function* toldIn({ prisma }: Database, filter: AuditFilter): AsyncGenerator<Told> {
  let before: number | null = null;
  for (;;) {
    const entries = await pageOfAudit(prisma, filter, { before, most: BATCH });
    const names = await accountNames(
      prisma,
      entries.map((entry) => entry.actor),
    );
    for (const entry of entries.map(withoutContacts)) {
      yield { entry, person: names.get(entry.actor) ?? entry.actor };
    }
    const last = entries.at(-1);
    if (entries.length < BATCH || !last) return;
    before = last.id;
  }
}
