import { openDocument, removeDocument, type OpenedDocument } from "@/lib/commands/documents";
import { ok } from "@/lib/kernel/result";
import { acting } from "../../../../acting";
import { seeOther, wantsPage } from "../../../../page-answer";

interface Params {
  readonly slug: string;
  readonly id: string;
}

const read = acting<Params>(async (actor, { slug, id }) => {
  const opened = await openDocument(actor, slug, id);
  return opened.ok ? ok(fileOf(opened.value)) : opened;
});

/** The document itself, to be saved: never shown inside the site, never run. */
export async function GET(request: Request, context: { params: Promise<Params> }): Promise<Response> {
  const answer = await read(request, context);
  if (answer.status !== 401 || !wantsPage(request)) return answer;
  const { slug } = await context.params;
  const page = `/espace/cpts/${encodeURIComponent(slug)}/documents`;
  return seeOther(`/connexion?retour=${encodeURIComponent(page)}`);
}

/** Takes the document's bytes away. */
export const DELETE = acting<Params>((actor, { slug, id }) => removeDocument(actor, slug, id));

function fileOf({ name, mediaType, bytes }: OpenedDocument): Response {
  return new Response(bytes, {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": mediaType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** For programs that know no `filename*` (RFC 6266, appendix D). */
const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");

/** RFC 8187: what encodeURIComponent leaves and `attr-char` does not admit. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
