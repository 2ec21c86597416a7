import { simulationAnswer } from "@/lib/queries/api/funding";
import { SimulationRequest } from "@/lib/schemas/api/funding";
import { NoQuery } from "@/lib/schemas/api/parameters";
import { bodyOf, queryOf } from "../../../request";
import { answering, json, methods } from "../../../respond";

export const { OPTIONS, GET, HEAD, PUT, PATCH, DELETE } = methods("POST");

export const POST = answering(async (request) => {
  queryOf(request, NoQuery);
  return json(request, simulationAnswer(await bodyOf(request, SimulationRequest)));
});
