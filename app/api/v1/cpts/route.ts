import { cptsAnswer } from "@/lib/queries/api/cpts";
import { CptsQuery } from "@/lib/schemas/api/parameters";
import { unknownDepartment } from "../../problem";
import { askAt, queryOf } from "../../request";
import { answering, json, methods } from "../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering(async (request) => {
  const { department, stage, asOf } = queryOf(request, CptsQuery);
  const found = await cptsAnswer(await askAt(asOf), { department: department?.toUpperCase(), stage });
  if (found === null) throw unknownDepartment(department ?? "");
  return json(request, found);
});
