import { download } from "@/app/api/download";
import { answering, methods } from "@/app/api/respond";
import { openDataFor } from "@/app/open-data";
import { openArchive } from "@/lib/queries/open-data";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

/** All the open tables and their description in one file. */
export const GET = answering(async (request) => {
  const { data, origin } = await openDataFor(request);
  return download(openArchive(data, origin), "everybody");
});
