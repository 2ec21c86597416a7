import { today } from "@/app/ask";
import { ledgerAnswer } from "@/lib/queries/api/ledger";
import { filtersOfApi, LedgerQuery } from "@/lib/schemas/api/analysis-parameters";
import { withKey } from "../../key";
import { Problem } from "../../problem";
import { queryOf } from "../../request";
import { methods, privateJson } from "../../respond";

export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = withKey(async (viewer, request) => {
  const query = queryOf(request, LedgerQuery);
  const found = await ledgerAnswer(viewer, await today(), filtersOfApi(query), {
    after: query.after ?? null,
    limit: query.limit === undefined ? undefined : Number(query.limit),
  });
  if (found !== null) return privateJson(found);
  throw new Problem("BadRequest", "after : reprenez `next` de la réponse précédente, tel quel.");
});
