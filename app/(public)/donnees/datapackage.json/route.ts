import { answering, json, methods } from "@/app/api/respond";
import { openDataFor } from "@/app/open-data";
import { addressOf, packageOf } from "@/lib/queries/open-data";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

/** The open tables as a Frictionless data package; the files are beside it. */
export const GET = answering(async (request) => {
  const { data, origin } = await openDataFor(request);
  return json(
    request,
    packageOf(data, origin, (id) => addressOf(`${id}.csv`, data)),
  );
});
