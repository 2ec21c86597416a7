import { addDocuments } from "@/lib/commands/documents";
import { ok } from "@/lib/kernel/result";
import { acting, formOf } from "../../../acting";
import { seeOther, wantsPage } from "../../../page-answer";

interface Params {
  readonly slug: string;
}

/**
 * Adds documents: a multipart form of one or several `file` and, if they belong to a meeting, its id as
 * `meeting`. All are kept, or none. A form sent without scripts is answered by the page of the documents.
 */
const add = acting<Params>(async (actor, { slug }, request) => {
  const form = await formOf(request);
  const sent = form.getAll("file").filter((one) => one instanceof File && (one.name !== "" || one.size > 0));
  const files = await Promise.all(
    sent.map(async (one) => {
      const file = one as File;
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    }),
  );
  const meeting = form.get("meeting");
  const outcome = await addDocuments(actor, slug, {
    files,
    meeting: typeof meeting === "string" ? meeting : null,
  });
  if (!outcome.ok && outcome.error.kind === "invalid") {
    // Said with the file's name: whoever sends several must know which.
    const named = outcome.error.issues.map(({ path, message }) => {
      const file = typeof path[1] === "number" ? files[path[1]] : undefined;
      return { path, message, file: file?.name.slice(0, 160) ?? null };
    });
    return { ok: false, error: { ...outcome.error, issues: named } };
  }
  return outcome.ok ? ok(outcome.value) : outcome;
});

export async function POST(request: Request, context: { params: Promise<Params> }): Promise<Response> {
  const answer = await add(request, context);
  if (!wantsPage(request)) return answer;
  const { slug } = await context.params;
  const page = `/espace/cpts/${encodeURIComponent(slug)}/documents`;
  if (answer.ok) return seeOther(`${page}?fait=ajout`);
  if (answer.status === 401) return seeOther(`/connexion?retour=${encodeURIComponent(page)}`);
  return answer.status === 404 ? answer : seeOther(`${page}?refus=${await reasonOf(answer)}`);
}

/** A word that the page knows, never a sentence of the address. */
async function reasonOf(answer: Response): Promise<string> {
  if (answer.status === 403) return "droit";
  const problem = (await answer.json()) as { readonly errors?: readonly { readonly message: string }[] };
  const why = problem.errors?.[0]?.message ?? "";
  const known: readonly (readonly [RegExp, string])[] = [
    [/^manque/, "aucun"],
    [/vide/, "vide"],
    [/10\sMo/, "taille"],
    [/macros/, "macros"],
    [/déjà là|deux fois/, "double"],
    [/type admis|Office|bureautique/, "type"],
  ];
  return known.find(([pattern]) => pattern.test(why))?.[1] ?? (answer.status === 409 ? "nombre" : "autre");
}
