import { today } from "@/app/ask";
import { analysisAnswer } from "@/lib/queries/api/analysis";
import { addressOfApi, AnalysisQuery } from "@/lib/schemas/api/analysis-parameters";
import { withKey } from "../../key";
import { Problem } from "../../problem";
import { queryOf } from "../../request";
import { methods, privateJson } from "../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = withKey(async (viewer, request) => {
  const query = queryOf(request, AnalysisQuery);
  const perPage = query.perPage === undefined ? undefined : Number(query.perPage);
  const found = await analysisAnswer(viewer, await today(), addressOfApi(query), perPage);
  if (found !== null) return privateJson(found);
  throw new Problem("BadRequest", `page : « ${query.page ?? ""} » n’est pas une page de cette synthèse.`);
});
