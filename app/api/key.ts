import { keyHolder } from "@/lib/auth/api-key";
import { Forbidden, type Viewer } from "@/lib/auth/can";
import { Problem } from "./problem";
import { answering } from "./respond";

const HOW =
  "Envoyez une clé d’accès : « Authorization: Bearer maillage_… ». Elle se fait dans Mon compte (/espace/compte), pour qui lit ces chiffres.";

type Work = (viewer: Viewer, request: Request) => Promise<Response>;

/** A route of the API for the holder of a key: 401 without one that holds, 403 where its account may not, 429 too often. */
export function withKey(work: Work): (request: Request) => Promise<Response> {
  const answer = answering<undefined>(async (request) => {
    const now = new Date();
    const holder = await keyHolder(request.headers, now);
    switch (holder.is) {
      case "absent":
        throw new Problem("Unauthorized", HOW, {}, { "WWW-Authenticate": 'Bearer realm="Maillage"' });
      case "refused":
        throw new Problem(
          "Unauthorized",
          `Cette clé n’ouvre rien : inconnue, expirée, retirée, ou d’un compte qui n’a plus d’accès. ${HOW}`,
          {},
          { "WWW-Authenticate": 'Bearer realm="Maillage", error="invalid_token"' },
        );
      case "too_many": {
        const seconds = Math.max(1, Math.ceil((holder.until.getTime() - now.getTime()) / 1000));
        throw new Problem(
          "TooManyRequests",
          `Trop de demandes avec cette clé : reprenez dans ${seconds} s.`,
          {},
          { "Retry-After": String(seconds) },
        );
      }
      case "holder":
        return work(holder.viewer, request).catch(refuse);
    }
  });
  return (request) => answer(request, undefined);
}

function refuse(error: unknown): never {
  if (error instanceof Forbidden) {
    throw new Problem("Forbidden", "Le compte de cette clé ne lit pas ces chiffres.");
  }
  throw error;
}
