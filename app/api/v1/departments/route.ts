import { departmentsAnswer } from "@/lib/queries/api/coverage";
import { AsOfQuery } from "@/lib/schemas/api/parameters";
import { askAt, queryOf } from "../../request";
import { answering, json, methods } from "../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering(async (request) => {
  const { asOf } = queryOf(request, AsOfQuery);
  return json(request, await departmentsAnswer(await askAt(asOf)));
});
