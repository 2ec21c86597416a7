import { Problem } from "../../problem";
import { answering, methods } from "../../respond";

/** What is asked under /api/v1 and does not exist: a program gets a problem, not a page. */
const nothingHere = answering(async () => {
  throw new Problem("NotFound", "Rien à cette adresse. /api/v1/openapi.json décrit toutes celles de l’API.");
});

export const { OPTIONS } = methods("GET");
export const GET = nothingHere;
export const POST = nothingHere;
export const PUT = nothingHere;
export const PATCH = nothingHere;
export const DELETE = nothingHere;
