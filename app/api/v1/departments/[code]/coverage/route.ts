import { coverageAnswer } from "@/lib/queries/api/coverage";
import { AsOfQuery } from "@/lib/schemas/api/parameters";
import { unknownDepartment } from "../../../../problem";
import { askAt, queryOf } from "../../../../request";
import { answering, json, methods } from "../../../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering<{ params: Promise<{ code: string }> }>(async (request, { params }) => {
  const { asOf } = queryOf(request, AsOfQuery);
  const { code } = await params;
  const found = await coverageAnswer(await askAt(asOf), code.toUpperCase());
  if (found === null) throw unknownDepartment(code);
  return json(request, found);
});
