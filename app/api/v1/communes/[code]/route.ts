import { communeAnswer } from "@/lib/queries/api/commune";
import type { UnknownCommune } from "@/lib/queries/commune-coverage";
import { AsOfQuery } from "@/lib/schemas/api/parameters";
import { Problem } from "../../../problem";
import { askAt, queryOf } from "../../../request";
import { answering, json, methods } from "../../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering<{ params: Promise<{ code: string }> }>(async (request, { params }) => {
  const { asOf } = queryOf(request, AsOfQuery);
  const { code } = await params;
  const found = await communeAnswer(await askAt(asOf), code.toUpperCase());
  if (!found.ok) throw unknownCommune(code, found.error);
  return json(request, found.value);
});

/** A former commune is not answered by its successor: who adds up communes would count that one twice. */
function unknownCommune(code: string, { successors }: UnknownCommune): Problem {
  if (successors.length === 0) {
    return new Problem(
      "NotFound",
      `Aucune commune n’a le code INSEE « ${code} ». Un code INSEE n’est pas un code postal ; /api/v1/search?q= accepte les deux.`,
    );
  }
  const names = successors.map((commune) => `${commune.name} (${commune.code})`).join(", ");
  return new Problem("NotFound", `${code} est le code d’une ancienne commune, reprise par ${names}.`, {
    successors: successors.map((commune) => ({
      code: commune.code,
      name: commune.name,
      href: `/api/v1/communes/${commune.code}`,
    })),
  });
}
