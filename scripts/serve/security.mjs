import { createHash } from "node:crypto";

const DIRECTIVES = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * The policy of one page: its own files, and the inline scripts that it was rendered with, by hash.
 * @param {string} html
 */
export function withScriptHashes(html) {
  const hashes = new Set();
  for (const [, code] of html.matchAll(INLINE_SCRIPT)) {
    hashes.add(
      `'sha256-${createHash("sha256")
        .update(code ?? "")
        .digest("base64")}'`,
    );
  }
  return policy({ "script-src": ["'self'", ...hashes].join(" ") });
}

/**
 * Headers of every answer; what is no page gets the policy without any script.
 * @param {import("node:http").IncomingMessage} req
 * @returns {[string, string][]}
 */
export function securityHeaders(req) {
  /** @type {[string, string][]} */
  const headers = [
    ["Content-Security-Policy", policy({})],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
  ];
  // Behind a proxy that speaks TLS; on plain HTTP browsers ignore the header, so it is not sent.
  if (req.headers["x-forwarded-proto"] === "https")
    headers.push(["Strict-Transport-Security", "max-age=31536000"]);
  return headers;
}

/** @param {Record<string, string>} overrides */
function policy(overrides) {
  return Object.entries({ ...DIRECTIVES, ...overrides })
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
