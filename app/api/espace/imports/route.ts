import { sendImport } from "@/lib/commands/imports/send";
import { ok } from "@/lib/kernel/result";
import { acting, formOf } from "../acting";
import { seeOther, wantsPage } from "../page-answer";

const FIELDS = ["kind", "asOf", "statedBy", "complete", "note"] as const;

interface Sent {
  readonly id: string;
}

/**
 * Keeps a file to be imported and begins to read it: a multipart form of `file` with what is said of it. A form sent
 * without scripts is answered by a page, which keeps what was typed.
 */
const send = acting<object>(async (actor, _, request) => {
  const form = await formOf(request);
  const file = form.get("file");
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const name = file instanceof File ? file.name : "";
  const said = Object.fromEntries(FIELDS.map((field) => [field, form.get(field) ?? ""]));
  const outcome = await sendImport(
    actor,
    { name, bytes },
    { ...said, complete: said.complete === "1" },
    new Date(),
  );
  // What goes on is told by the file itself.
  return outcome.ok ? ok<Sent>({ id: outcome.value.id }) : outcome;
});

export async function POST(request: Request, context: { params: Promise<object> }): Promise<Response> {
  const isPage = wantsPage(request);
  const typed = isPage ? request.clone() : null;
  const answer = await send(request, context);
  if (typed === null) return answer;
  const page = "/espace/imports";
  if (answer.ok) return seeOther(`${page}/${((await answer.json()) as Sent).id}`);
  if (answer.status === 401) return seeOther(`/connexion?retour=${encodeURIComponent(page)}`);
  const kept = new URLSearchParams();
  const form = await typed.formData().catch(() => new FormData());
  for (const field of FIELDS) {
    const value = form.get(field);
    if (typeof value === "string" && value !== "") kept.set(field, value.slice(0, 600));
  }
  const { errors = [] } = (await answer.json()) as {
    readonly errors?: readonly { readonly path: readonly string[] }[];
  };
  kept.set("refus", errors.map(({ path }) => path[0]).join(",") || "envoi");
  return seeOther(`${page}?${kept.toString()}`);
}
