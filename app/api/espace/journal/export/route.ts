import { download } from "@/app/api/download";
import { acting } from "@/app/api/espace/acting";
import { exportJournal } from "@/lib/commands/export-journal";
import { MEDIA_TYPE, streamOf } from "@/lib/export";
import { ok } from "@/lib/kernel/result";
import { auditInAddress } from "@/lib/schemas/audit-address";

/** The journal as a file. A write, since it is itself told in the journal: never by following a link. */
export const POST = acting(async (actor, _params, request) => {
  const address = auditInAddress(Object.fromEntries(new URL(request.url).searchParams));
  const pieces = await exportJournal(actor, address);
  const name = `journal-maillage-${actor.today}.csv`;
  const file = { name, type: MEDIA_TYPE["csv-fr"], body: streamOf(pieces) };
  return ok(download(file, "reader"));
});
