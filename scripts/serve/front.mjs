/**
 * The front: what stands between the socket and Next.
 *
 * - Anonymous pages and API answers are rendered once per (revision of the record, day, address) and
 *   answered from memory until a write bumps the revision: nothing is stale, nothing is computed twice.
 * - Their inline scripts are hashed into the Content-Security-Policy, so that it needs no 'unsafe-inline'.
 * - They are compressed once, carry an ETag, and answer 304.
 *
 * docs/decisions/0008-pages-rendered-once-per-revision.md says why this is not left to Next.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { LRUCache } from "lru-cache";
import { securityHeaders, withScriptHashes } from "./security.mjs";
import { followForm } from "./forms.mjs";
import { refusalOf, refuse, sayWhoCalls, UNREADABLE } from "./gate.mjs";
import { record } from "./recorder.mjs";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Bytes of answers kept; the least recently asked leave first. */
const CACHE_BYTES = 96 * 1024 * 1024;
const COMPRESS_FROM = 1024;
const IMMUTABLE = /^\/(_next\/static|geo)\//;
const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|javascript|xml)|image\/svg\+xml)/;
/** Pages and answers for one person, or that hold a secret in their address. */
const PRIVATE =
  /^\/(espace|analyse|connexion|invitation|premier-compte|mot-de-passe|api\/(auth|espace|v1\/(analysis|ledger)))([/?]|$)/;
/** What one reader typed is in the address: nobody asks it twice, and it is no business of the memory. */
const TYPED = /^\/(telecharger\/)?simulateur[^?]*\?/;
/** What a page's HTML may not vary on is taken from the request before it is rendered. */
const CONDITIONAL = ["accept-encoding", "if-none-match", "if-modified-since", "range"];

/**
 * @typedef {{ kind: "embedded" | "postgresql", revision: () => Promise<number>, close: () => Promise<void>, today: () => string }} Runtime
 * @typedef {{ status: number, headers: import("node:http").OutgoingHttpHeaders, etag: string | null, plain: Buffer, gzip?: Buffer, br?: Buffer }} Answer
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 */

/**
 * @param {(req: Request, res: Response) => Promise<void>} next
 * @param {Pick<Runtime, "revision" | "today">} runtime
 * @returns {(req: Request, res: Response) => void}
 */
export function createFront(next, runtime) {
  /** @type {LRUCache<string, Answer>} */
  const answers = new LRUCache({ maxSize: CACHE_BYTES, sizeCalculation: sizeOf });
  /** Requests for an answer being rendered wait for it instead of rendering it again. @type {Map<string, Promise<Answer | null>>} */
  const rendering = new Map();

  /** @param {Request} req @param {Response} res */
  async function handle(req, res) {
    sayWhoCalls(req);
    const refusal = refusalOf(req);
    if (refusal) return refuse(req, res, refusal);
    const key = await keyOf(req, runtime);
    if (key === null) {
      // Written for one reader: rendered for this request alone, and kept by nobody.
      const isUnreadable = followForm(req);
      const own = await render(req, res, next);
      if (own === null) return;
      if (own.status >= 500 && (await isUnreadable())) return refuse(req, res, UNREADABLE);
      return send(req, res, own);
    }

    const known = answers.get(key) ?? (await rendering.get(key));
    if (known) return send(req, res, known);

    const wanted = { method: req.method, ...conditionsOf(req) };
    for (const name of CONDITIONAL) delete req.headers[name];
    req.method = "GET";
    const work = render(req, res, next).then((answer) => answer && tagged(answer));
    rendering.set(
      key,
      work.then((answer) => (answer && cacheable(req, answer) ? answer : null)).catch(() => null),
    );
    try {
      const answer = await work;
      restore(req, wanted);
      if (answer === null) return;
      if (cacheable(req, answer)) answers.set(key, answer);
      await send(req, res, answer);
    } finally {
      rendering.delete(key);
    }
  }

  return (req, res) => {
    handle(req, res).catch((error) => {
      console.error(error);
      if (!res.headersSent) res.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      res.end("Erreur interne. Réessayez ; rien n’a été enregistré.");
    });
  };
}

/**
 * The name an answer is kept under, or null where it must not be kept nor rewritten: writes, React's own
 * data requests, whoever is signed in.
 * @param {Request} req @param {Pick<Runtime, "revision" | "today">} runtime
 */
async function keyOf(req, runtime) {
  if (req.method !== "GET" && req.method !== "HEAD") return null;
  if (req.headers.rsc || req.headers["next-action"] || req.headers.cookie || req.headers.authorization)
    return null;
  const url = req.url ?? "/";
  if (PRIVATE.test(url) || url.startsWith("/api/health") || url.startsWith("/_next/image")) return null;
  if (TYPED.test(url)) return null;
  if (IMMUTABLE.test(url)) return `static ${url}`;
  return `${await runtime.revision()} ${runtime.today()} ${url}`;
}

/** @param {Request} req @param {Answer} answer */
function cacheable(req, answer) {
  if (answer.status !== 200 || answer.headers["set-cookie"]) return false;
  const policy = String(answer.headers["cache-control"] ?? "");
  // Next marks every dynamic page « no-store »; a route says « private » when it means it.
  return !policy.includes("private") || /^text\/html/.test(String(answer.headers["content-type"]));
}

/** @param {Request} req @param {Response} res @param {(req: Request, res: Response) => Promise<void>} next @returns {Promise<Answer | null>} */
async function render(req, res, next) {
  const recorded = await record(
    res,
    () => next(req, res),
    () => secure(req, res),
  );
  if (recorded === null) return null;
  const { status, body } = recorded;
  const headers = { ...recorded.headers };
  delete headers["content-length"];
  // Depends on how this one request came, not on the page.
  delete headers["strict-transport-security"];
  const type = String(headers["content-type"] ?? "");
  if (type.startsWith("text/html")) {
    headers["content-security-policy"] = withScriptHashes(body.toString("utf8"));
  }
  /** @type {Answer} */
  const answer = { status, headers, plain: body, etag: null };
  if (body.length >= COMPRESS_FROM && COMPRESSIBLE.test(type)) {
    const quality = IMMUTABLE.test(req.url ?? "") ? 9 : 5;
    [answer.br, answer.gzip] = await Promise.all([
      brotli(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } }),
      gzip(body, { level: 6 }),
    ]);
    headers.vary = [headers.vary ?? [], "accept-encoding"].flat().join(", ");
  }
  return answer;
}

/** An answer that everybody may keep, as long as they ask whether it still holds. @param {Answer} answer */
function tagged(answer) {
  if (String(answer.headers["content-type"]).startsWith("text/html"))
    answer.headers["cache-control"] = "no-cache";
  if (answer.status === 200)
    answer.etag = `"${createHash("sha256").update(answer.plain).digest("base64url").slice(0, 27)}"`;
  return answer;
}

/** @param {Request} req @param {Response} res */
function secure(req, res) {
  for (const [name, value] of securityHeaders(req)) res.setHeader(name, value);
}

/** @param {Request} req @param {Response} res @param {Answer} answer */
async function send(req, res, answer) {
  secure(req, res);
  for (const [name, value] of Object.entries(answer.headers))
    if (value !== undefined) res.setHeader(name, value);
  if (answer.etag) res.setHeader("etag", answer.etag);
  if (answer.etag && matches(req.headers["if-none-match"], answer.etag)) {
    res.writeHead(304).end();
    return;
  }
  const accepted = String(req.headers["accept-encoding"] ?? "");
  const [encoding, body] =
    answer.br && /\bbr\b/.test(accepted)
      ? ["br", answer.br]
      : answer.gzip && /\bgzip\b/.test(accepted)
        ? ["gzip", answer.gzip]
        : [null, answer.plain];
  if (encoding) res.setHeader("content-encoding", encoding);
  res.setHeader("content-length", body.length);
  res.writeHead(answer.status).end(body);
}

/** @param {string | undefined} header @param {string} etag */
function matches(header, etag) {
  if (!header) return false;
  return header.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}

/** @param {Request} req */
function conditionsOf(req) {
  return { headers: Object.fromEntries(CONDITIONAL.map((name) => [name, req.headers[name]])) };
}

/** @param {Request} req @param {{ method: string | undefined, headers: Record<string, string | string[] | undefined> }} wanted */
function restore(req, wanted) {
  req.method = wanted.method;
  for (const [name, value] of Object.entries(wanted.headers))
    if (value !== undefined) req.headers[name] = value;
}

/** @param {Answer} answer */
function sizeOf(answer) {
  return 1024 + answer.plain.length + (answer.br?.length ?? 0) + (answer.gzip?.length ?? 0);
}
