import { download, formatOf } from "@/app/api/download";
import { Problem } from "@/app/api/problem";
import { answering, methods } from "@/app/api/respond";
import { today } from "@/app/ask";
import { currentViewer } from "@/app/viewer";
import { Forbidden } from "@/lib/auth/can";
import { trustedOrigin } from "@/lib/auth/origin";
import { analysisFile } from "@/lib/queries/analysis-exports";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

interface Context {
  readonly params: Promise<{ readonly table: string }>;
}

/** A table of the analyst's page as a file, for whoever may read it: `/analyse/telecharger/synthese?par=…&format=xlsx`. */
export const GET = answering<Context>(async (request, { params }) => {
  const format = formatOf(request);
  const viewer = await currentViewer();
  if (viewer.accountId === null) {
    throw new Problem("Unauthorized", "Connectez-vous, puis reprenez le lien depuis la page /analyse.");
  }
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { table } = await params;
  const found = await analysisFile(viewer, await today(), trustedOrigin(request.headers), table, query).catch(
    refuse,
  );
  if (found === null) throw new Problem("NotFound", `Aucun tableau ne s’appelle « ${table} ».`);
  if (found.ignored.length > 0) {
    const why = found.ignored.map(({ parameter, value, reason }) => `${parameter} : « ${value} » ${reason}.`);
    throw new Problem("BadRequest", why.join(" "));
  }
  return download(found.file(format), "reader");
});

function refuse(error: unknown): never {
  if (error instanceof Forbidden) throw new Problem("Forbidden", "Votre compte ne lit pas ces chiffres.");
  throw error;
}
