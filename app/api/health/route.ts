import { health } from "@/lib/queries/health";
import { Problem } from "../problem";
import { answering, json, methods } from "../respond";

export const dynamic = "force-dynamic";
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

export const GET = answering(async (request) => {
  try {
    return json(request, await health());
  } catch (error) {
    console.error(error);
    throw new Problem("ServiceUnavailable", "La base de données ne répond pas. Réessayez dans un instant.");
  }
});
