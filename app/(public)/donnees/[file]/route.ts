import { download, formatOf } from "@/app/api/download";
import { Problem } from "@/app/api/problem";
import { answering, methods } from "@/app/api/respond";
import { openDataFor } from "@/app/open-data";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

/** `/donnees/cpts.csv` is the table by RFC 4180, at an address that stays; `/donnees/cpts?format=` any other. */
export const GET = answering<Context>(async (request, { params }) => {
  const { file } = await params;
  const { data } = await openDataFor(request);
  const id = file.replace(/\.csv$/, "");
  const table = data.tables.find((one) => one.id === id);
  if (!table) {
    const known = data.tables.map((one) => `${one.id}.csv`).join(", ");
    throw new Problem("NotFound", `Aucun tableau ne s’appelle « ${file} ». Il y a ${known}.`);
  }
  return download(table.file(file === id ? formatOf(request) : "csv"), "everybody");
});
