import { download, formatOf } from "@/app/api/download";
import { Problem } from "@/app/api/problem";
import { answering, methods } from "@/app/api/respond";
import { askFrom } from "@/app/ask";
import { trustedOrigin } from "@/lib/auth/origin";
import { publicExport } from "@/lib/queries/public-exports";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

interface Context {
  readonly params: Promise<{ readonly table: readonly string[] }>;
}

/** A table of a public page as a file: `/telecharger/departements/63/communes?date=…&tri=…&format=xlsx`. */
export const GET = answering<Context>(async (request, { params }) => {
  const format = formatOf(request);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const ask = await askFrom(query);
  const { table } = await params;
  const found = await publicExport(ask, trustedOrigin(request.headers), table, query);
  if (!found) {
    throw new Problem(
      "NotFound",
      `Aucun tableau n’est à cette adresse. Les liens « Télécharger » des pages donnent les bonnes ; /donnees les rassemble.`,
    );
  }
  const ignored = [ask.ignored, ...found.ignored].filter((one) => one !== null);
  if (ignored.length > 0) {
    const why = ignored.map(({ parameter, value, reason }) => `${parameter} : « ${value} » ${reason}.`);
    throw new Problem("BadRequest", why.join(" "));
  }
  return download(found.file(format), "everybody");
});
