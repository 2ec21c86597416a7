import { NoQuery } from "@/lib/schemas/api/parameters";
import { openApiDocument } from "@/lib/schemas/openapi";
import { queryOf } from "../../request";
import { answering, json, methods } from "../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering(async (request) => {
  queryOf(request, NoQuery);
  return json(request, openApiDocument());
});
