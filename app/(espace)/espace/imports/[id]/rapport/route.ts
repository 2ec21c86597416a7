import { download, formatOf } from "@/app/api/download";
import { Problem } from "@/app/api/problem";
import { answering, methods } from "@/app/api/respond";
import { today } from "@/app/ask";
import { currentViewer } from "@/app/viewer";
import { trustedOrigin } from "@/lib/auth/origin";
import { importReportFile } from "@/lib/queries/imports/pages";
import { importInAddress } from "@/lib/schemas/imports-address";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** The report on a file as a file: `/espace/imports/…/rapport?format=xlsx&voir=refusees`. */
export const GET = answering<Context>(async (request, { params }) => {
  const format = formatOf(request);
  const viewer = await currentViewer();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const at = { origin: trustedOrigin(request.headers), today: await today() };
  const file = await importReportFile(viewer, (await params).id, importInAddress(query), at);
  if (file === null) throw new Problem("NotFound", "Ce fichier n’existe pas, ou n’est pas le vôtre.");
  return download(file(format), "reader");
});
