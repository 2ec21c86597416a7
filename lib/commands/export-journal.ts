import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { accountNames } from "../db/repositories/account-names";
import { appendAudit, countAudit, pageOfAudit, type AuditFilter } from "../db/repositories/audit";
import type { Database } from "../db/database";
import { CSV_MARK, csvLine } from "../export/csv";
import { subjectOf, tell } from "../format/audit/entry";
import { AUDIT_KINDS, isAuditKind } from "../format/audit/kinds";
import { instant } from "../format/instant";
import { journalFilter, kindIn } from "../queries/audit";
import { withoutContacts } from "../queries/audit/redact";
import type { AuditAddress } from "../schemas/audit-address";
import { accountOf, type Actor } from "./outcome";

const BATCH = 500;

const HEADERS = [
  "numero",
  "instant_utc",
  "date_heure_paris",
  "personne",
  "compte",
  "action",
  "objet",
  "objet_lisible",
  "ce_qui_a_ete_fait",
  "avant",
  "apres",
];

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
  return pieces(db, filter);
}

async function* pieces({ prisma }: Database, filter: AuditFilter): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(HEADERS);
  let before: number | null = null;
  for (;;) {
    const entries = await pageOfAudit(prisma, filter, { before, most: BATCH });
    const names = await accountNames(
      prisma,
      entries.map((entry) => entry.actor),
    );
    const lines = entries
      .map(withoutContacts)
      .map((entry) =>
        csvLine([
          entry.id,
          entry.at,
          instant(new Date(entry.at)),
          names.get(entry.actor) ?? entry.actor,
          entry.actor,
          entry.action,
          entry.subject,
          subjectOf(entry.subject).words,
          tell(entry, () => undefined).sentence,
          JSON.stringify(entry.before),
          JSON.stringify(entry.after),
        ]),
      );
    if (lines.length > 0) yield lines.join("");
    const last = entries.at(-1);
    if (entries.length < BATCH || !last) return;
    before = last.id;
  }
}
