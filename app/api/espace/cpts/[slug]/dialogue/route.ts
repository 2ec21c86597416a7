import { download } from "@/app/api/download";
import { dialogueDocument } from "@/components/dialogue/document";
import { isOfYear } from "@/components/dialogue/file";
import { pdfFile } from "@/lib/export/pdf";
import { err, ok } from "@/lib/kernel/result";
import { dialogueFile } from "@/lib/queries/money";
import { acting } from "../../../acting";
import { seeOther, wantsPage } from "../../../page-answer";

interface Params {
  readonly slug: string;
}

const read = acting<Params>(async ({ viewer, today }, { slug }, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const file = await dialogueFile(viewer, slug, today, query);
  // A file is of the year that was asked for, or it is not sent.
  if (!file || !isOfYear(file) || file.finance.ignored.length > 0) return err({ kind: "not_found" });
  const { contractNo, year } = file.of.year;
  const about = [slug, ...(contractNo > 1 ? [`contrat-${contractNo}`] : []), `annee-${year}`];
  const pdf = pdfFile(dialogueDocument(file), { kind: "dialogue-de-gestion", about, on: today });
  return ok(download(pdf, "reader"));
});

/** The file of the dialogue de gestion, `?annee=1-3`, as a PDF. */
export async function GET(request: Request, context: { params: Promise<Params> }): Promise<Response> {
  const answer = await read(request, context);
  if (answer.status !== 401 || !wantsPage(request)) return answer;
  const { slug } = await context.params;
  const page = `/espace/cpts/${encodeURIComponent(slug)}/dialogue`;
  return seeOther(`/connexion?retour=${encodeURIComponent(page)}`);
}
