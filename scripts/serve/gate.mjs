/**
 * What is settled before anything reads a request: where it comes from, and how much it may carry. A body
 * that is too large is refused by its announced length, and never kept.
 */
import { securityHeaders } from "./security.mjs";

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 2 * MEGABYTE;
/** Where files are sent: the megabytes of the file, and one more for the form that carries it. */
const FILES = [
  { address: /^\/api\/espace\/cpts\/[^/?]+\/documents(\?|$)/, megabytes: 10 },
  { address: /^\/espace\/paiements\/importer(\?|$)/, megabytes: 5 },
  { address: /^\/api\/espace\/imports(\?|$)/, megabytes: 50 },
];
const MOST_DRAINED = 100 * MEGABYTE;
const WITHOUT_BODY = new Set(["GET", "HEAD", "OPTIONS"]);

/** The address of whoever calls, for limits and sessions; whatever the request itself says of it is dropped. */
const CALLER = "x-maillage-caller";

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {{ status: 400 | 403 | 411 | 413, type: string, title: string, detail: string }} Refusal
 */

/** @type {Refusal} */
export const UNREADABLE = {
  status: 400,
  type: "unreadable",
  title: "Envoi illisible",
  detail: "Ce formulaire n’a pas pu être lu. Rien n’a été enregistré ; rouvrez la page, puis recommencez.",
};

/**
 * Behind a proxy (`TRUST_PROXY=1`) the caller is the last address that the proxy added.
 * @param {Request} req
 */
export function sayWhoCalls(req) {
  const forwarded = process.env.TRUST_PROXY === "1" ? String(req.headers["x-forwarded-for"] ?? "") : "";
  const last = forwarded.split(",").at(-1)?.trim();
  req.headers[CALLER] = last || req.socket.remoteAddress || "unknown";
}

/** @param {Request} req @returns {Refusal | null} */
export function refusalOf(req) {
  if (WITHOUT_BODY.has(req.method ?? "GET")) return null;
  if (isForeign(req)) {
    return {
      status: 403,
      type: "cross-site",
      title: "Envoi refusé",
      detail: "Cet envoi vient d’un autre site. Rien n’a été enregistré.",
    };
  }
  const announced = req.headers["content-length"];
  if (announced === undefined && req.headers["transfer-encoding"] !== undefined) {
    return {
      status: 411,
      type: "length-required",
      title: "Longueur non annoncée",
      detail: "L’envoi doit annoncer sa longueur (Content-Length). Rien n’a été enregistré.",
    };
  }
  const file = FILES.find(({ address }) => address.test(req.url ?? ""));
  const most = file ? (file.megabytes + 1) * MEGABYTE : MOST_BYTES;
  if (Number(announced ?? 0) <= most) return null;
  const limit = file?.megabytes ?? MOST_BYTES / MEGABYTE;
  return {
    status: 413,
    type: "too-large",
    title: "Envoi trop volumineux",
    detail: `L’envoi dépasse ${limit} Mo, le plus que cette adresse admette. Rien n’a été enregistré ; réduisez-le, puis recommencez.`,
  };
}

/**
 * Browsers say which site sends a form or a script's request: another one may write nothing here. The open API
 * keeps nothing and answers everybody. Whoever says nothing is no browser, and carries nobody's cookie.
 * @param {Request} req
 */
function isForeign(req) {
  if ((req.url ?? "").startsWith("/api/v1/")) return false;
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = req.headers.origin;
  if (origin === undefined) return false;
  const forwarded = process.env.TRUST_PROXY === "1" ? req.headers["x-forwarded-host"] : undefined;
  return !URL.canParse(origin) || new URL(origin).host !== (forwarded ?? req.headers.host);
}

/** @param {Request} req @param {Response} res @param {Refusal} refusal */
export function refuse(req, res, { status, type, title, detail }) {
  for (const [name, value] of securityHeaders(req)) res.setHeader(name, value);
  const api = (req.url ?? "").startsWith("/api/");
  res.setHeader("content-type", api ? "application/problem+json" : "text/plain; charset=utf-8");
  // A sender that is cut off while it writes never reads why: what it sends is let through to nowhere, as far as
  // is reasonable.
  if (Number(req.headers["content-length"] ?? 0) > MOST_DRAINED) res.setHeader("connection", "close");
  const problem = { type: `/api/v1/openapi.json#${type}`, title, status, detail };
  res.writeHead(status).end(api ? JSON.stringify(problem) : `${title}. ${detail}`);
  req.resume();
}
