import { acting } from "@/app/api/espace/acting";
import { exportJournal } from "@/lib/commands/export-journal";
import { ok } from "@/lib/kernel/result";
import { auditInAddress } from "@/lib/schemas/audit-address";

/** The journal as a file. A write, since it is itself told in the journal: never by following a link. */
export const POST = acting(async (actor, _params, request) => {
  const address = auditInAddress(Object.fromEntries(new URL(request.url).searchParams));
  const pieces = await exportJournal(actor, address);
  return ok(
    new Response(streamOf(pieces), {
      headers: {
        "Cache-Control": "private, no-store",
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="journal-maillage-${actor.today}.csv"`,
      },
    }),
  );
});

function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
