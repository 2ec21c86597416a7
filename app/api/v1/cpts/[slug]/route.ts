import { recordAnswer } from "@/lib/queries/api/record";
import { AsOfQuery } from "@/lib/schemas/api/parameters";
import { Problem } from "../../../problem";
import { askAt, queryOf } from "../../../request";
import { answering, json, methods } from "../../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering<{ params: Promise<{ slug: string }> }>(async (request, { params }) => {
  const { asOf } = queryOf(request, AsOfQuery);
  const { slug } = await params;
  const found = await recordAnswer(await askAt(asOf), slug);
  if (found === null) {
    throw new Problem(
      "NotFound",
      `Aucune CPTS n’a pour nom d’adresse « ${slug} ». /api/v1/cpts les liste toutes ; /api/v1/search?q= cherche par nom.`,
    );
  }
  return json(request, found);
});
