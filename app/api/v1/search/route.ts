import { search } from "@/lib/queries/search";
import { SearchQuery } from "@/lib/schemas/api/parameters";
import { askAt, queryOf } from "../../request";
import { answering, json, methods } from "../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering(async (request) => {
  const { q } = queryOf(request, SearchQuery);
  return json(request, await search(await askAt(), q));
});
