import { isSameSite } from "@/app/api/espace/acting";
import { today } from "@/app/ask";
import { currentViewer, signInAddress } from "@/app/viewer";
import { Forbidden } from "@/lib/auth/can";
import { exportJournal } from "@/lib/commands/export-journal";
import { auditInAddress } from "@/lib/schemas/audit-address";

/** The journal as a file. A write, since it is itself told in the journal: never by following a link. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameSite(request)) return refused("Cette demande vient d’un autre site. Rien n’a été exporté.");
  const viewer = await currentViewer();
  if (viewer.accountId === null) {
    return new Response(null, { status: 303, headers: { Location: signInAddress("/espace/journal") } });
  }
  const day = await today();
  const address = auditInAddress(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const pieces = await exportJournal({ viewer, today: day }, address);
    return new Response(streamOf(pieces), {
      headers: {
        "Cache-Control": "private, no-store",
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="journal-maillage-${day}.csv"`,
      },
    });
  } catch (error) {
    if (error instanceof Forbidden) return refused("Votre compte ne permet pas d’exporter le journal.");
    throw error;
  }
}

function refused(why: string): Response {
  return new Response(why, {
    status: 403,
    headers: { "Cache-Control": "private, no-store", "Content-Type": "text/plain; charset=utf-8" },
  });
}

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
