import { today } from "@/app/ask";
import { currentViewer } from "@/app/viewer";
import { Forbidden } from "@/lib/auth/can";
import type { Actor, Outcome, Refusal } from "@/lib/commands/outcome";

/**
 * What every answer of the private API has in common: an account, JSON, failures as problems. That the request
 * comes from this very site was checked before it got here (scripts/serve/gate.mjs).
 */

const MOST_CHARACTERS = 2_000_000;

interface Failure {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly members?: object;
}

type Work<Params> = (actor: Actor, params: Params, request: Request) => Promise<Outcome<object | null>>;

/** A route that runs one command for whoever is signed in. */
export function acting<Params>(work: Work<Params>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const viewer = await currentViewer();
    if (viewer.accountId === null) return failed(request, SIGNED_OUT);
    try {
      const outcome = await work({ viewer, today: await today() }, await params, request);
      return outcome.ok ? answered(outcome.value) : failed(request, failureOf(outcome.error));
    } catch (error) {
      if (error instanceof Forbidden) return failed(request, FORBIDDEN);
      if (error instanceof Unreadable) return failed(request, { ...UNREADABLE, detail: error.message });
      console.error(error);
      return failed(request, INTERNAL);
    }
  };
}

/** A body that is no JSON, or too long. */
class Unreadable extends Error {
  override name = "Unreadable";
}

/** The JSON object of a request. */
export async function objectOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    throw new Unreadable("Le corps doit être du JSON (Content-Type\u00a0: application/json).");
  }
  const text = await request.text();
  if (text.length > MOST_CHARACTERS) throw new Unreadable("Le corps est trop long. Rien n’a été enregistré.");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch {
    // Said below, like any other body that is no object.
  }
  throw new Unreadable("Le corps n’est pas un objet JSON. Rien n’a été enregistré.");
}

/** The multipart form of a request, for files. */
export async function formOf(request: Request): Promise<FormData> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    throw new Unreadable("Le corps doit être un formulaire (Content-Type\u00a0: multipart/form-data).");
  }
  try {
    return await request.formData();
  } catch {
    throw new Unreadable("L’envoi est incomplet ou illisible. Rien n’a été enregistré\u00a0; recommencez.");
  }
}

/** A version number of the body; what is none never matches. */
export const versionOf = (value: unknown): number => (Number.isSafeInteger(value) ? Number(value) : -1);

/** The fingerprint of what the writer saw; what is no text never matches. */
export const seenOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === "string" ? value : "";

/** On a shared machine a page may outlive its session: what one person typed is not signed by the next. */
export const isTypedBySomebodyElse = ({ viewer }: Actor, account: unknown): boolean =>
  account !== undefined && account !== viewer.accountId;

export const TYPED_BY_SOMEBODY_ELSE =
  "Un autre compte est connecté dans ce navigateur. Reconnectez-vous avec le compte qui a saisi cette page pour l’enregistrer.";

const SIGNED_OUT: Failure = {
  status: 401,
  title: "Session expirée",
  detail: "Reconnectez-vous pour continuer\u00a0: ce que vous avez saisi reste sur cette page.",
};
const FORBIDDEN: Failure = {
  status: 403,
  title: "Droit insuffisant",
  detail: "Votre compte ne permet pas cette action sur cette CPTS. Rien n’a été enregistré.",
};
const UNREADABLE: Failure = { status: 400, title: "Envoi illisible", detail: "" };
const INTERNAL: Failure = {
  status: 500,
  title: "Erreur interne",
  detail: "Le serveur n’a pas pu enregistrer. Réessayez\u00a0; ce que vous avez saisi reste sur cette page.",
};

function failureOf(refusal: Refusal): Failure {
  switch (refusal.kind) {
    case "not_found":
      return {
        status: 404,
        title: "Introuvable",
        detail: "Rien ne porte cette adresse, ou cela ne vous est pas ouvert.",
      };
    case "invalid":
      return {
        status: 422,
        title: "Saisie à corriger",
        detail: "Certaines valeurs sont à corriger. Rien n’a été enregistré.",
        members: { errors: refusal.issues },
      };
    case "conflict":
      return {
        status: 409,
        title: "Modifié entre-temps",
        detail:
          "Quelqu’un d’autre a enregistré entre-temps. Rien n’a été écrasé\u00a0: comparez les deux versions, puis choisissez.",
        members: { theirs: refusal.theirs },
      };
    case "refused":
      return { status: 409, title: "Action impossible", detail: refusal.why };
  }
}

/** What a command gives is sent as JSON; what a route has made an answer of (a file) goes as it is. */
function answered(value: object | null): Response {
  if (value instanceof Response) return value;
  const headers = { "Cache-Control": "private, no-store" };
  return value === null ? new Response(null, { status: 204, headers }) : Response.json(value, { headers });
}

function failed(request: Request, { status, title, detail, members }: Failure): Response {
  const body = {
    type: "about:blank",
    title,
    status,
    detail,
    instance: new URL(request.url).pathname,
    ...members,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Cache-Control": "private, no-store", "Content-Type": "application/problem+json" },
  });
}
