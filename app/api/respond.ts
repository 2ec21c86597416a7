import { createHash } from "node:crypto";
import { Problem } from "./problem";

/** What every answer of the API has in common: JSON, open to any site, revalidated by ETag, problems said. */

const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Allow, Retry-After",
};
const DAY_IN_SECONDS = 86_400;
/** Characters kept of a SHA-256 in base64url: more than enough to tell two answers apart. */
const TAG_LENGTH = 27;

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** A route that says its failures as problems; an unforeseen one is logged, and told without its cause. */
export function answering<Context>(work: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await work(request, context);
    } catch (error) {
      if (error instanceof Problem) return problem(request, error);
      // Next's own signals (dynamic rendering at build) are not failures.
      if (error instanceof Error && "digest" in error) throw error;
      console.error(error);
      return problem(
        request,
        new Problem("InternalError", "Le serveur n’a pas pu répondre. Réessayez ; rien n’a été enregistré."),
      );
    }
  };
}

/** 200, or 304 when the reader already has this very answer. The front tags answers the same way. */
export function json(request: Request, body: object): Response {
  const text = JSON.stringify(body);
  const headers: Record<string, string> = { ...OPEN, "Cache-Control": "no-cache" };
  // The answer to a POST is not what its address holds: no later request can be told that it still is.
  if (request.method !== "POST") {
    headers.ETag = `"${createHash("sha256").update(text).digest("base64url").slice(0, TAG_LENGTH)}"`;
    if (isHeld(request.headers.get("if-none-match"), headers.ETag)) {
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** What one key may read: kept by nobody. */
export function privateJson(body: object): Response {
  return Response.json(body, { headers: { ...OPEN, "Cache-Control": "private, no-store" } });
}

/** The methods that an address does not have, and the preflight that browsers send before a POST. */
export function methods(allow: "GET" | "POST") {
  const list = allow === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
  const refuse = async (request: Request): Promise<Response> =>
    problem(
      request,
      new Problem(
        "MethodNotAllowed",
        `Cette adresse n’admet pas ${request.method}. Méthodes admises : ${list}.`,
        {},
        { Allow: list },
      ),
    );
  const OPTIONS = async (): Promise<Response> =>
    new Response(null, {
      status: 204,
      headers: {
        ...OPEN,
        Allow: list,
        "Access-Control-Allow-Methods": list,
        "Access-Control-Allow-Headers": "Authorization, Content-Type, If-None-Match",
        "Access-Control-Max-Age": String(DAY_IN_SECONDS),
      },
    });
  return { OPTIONS, GET: refuse, HEAD: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

function problem(request: Request, found: Problem): Response {
  const { pathname, search } = new URL(request.url);
  return new Response(JSON.stringify(found.body(pathname + search)), {
    status: found.status,
    headers: {
      ...OPEN,
      "Cache-Control": "no-cache",
      "Content-Type": "application/problem+json",
      ...found.headers,
    },
  });
}

function isHeld(header: string | null, etag: string): boolean {
  const held = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return held.includes("*") || held.includes(etag);
}
