/** Where the product is reached: `PUBLIC_URL`, else the machine's own address that the request names. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d{1,5})?$/;

/**
 * The origin that links sent by mail and identity providers may use; null where only the request says it, and a
 * forged `Host` could name another site. `PUBLIC_URL` settles it.
 */
export function trustedOrigin(headers: Headers): string | null {
  const stated = process.env.PUBLIC_URL?.trim();
  if (stated) return new URL(stated).origin;
  const host = headers.get("host") ?? "";
  return LOOPBACK.test(host) ? `http://${host}` : null;
}

/** The origin to show to whoever asks, who reached it: theirs to judge. */
export function shownOrigin(headers: Headers): string {
  const trusted = trustedOrigin(headers);
  if (trusted !== null) return trusted;
  const secure = process.env.TRUST_PROXY === "1" && headers.get("x-forwarded-proto") === "https";
  return `${secure ? "https" : "http"}://${headers.get("host") ?? "localhost"}`;
}

/** The caller's address as the front states it; what the request itself claims was dropped there. */
export function callerOf(headers: Headers): string {
  return headers.get("x-maillage-caller") ?? "unknown";
}

/** A path of this site to come back to; null for anything that could lead elsewhere. */
export function localPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2_000 || !/^\/(?![/\\])/.test(value)) return null;
  // Browsers drop tabs and line breaks before they read an address, and turn backslashes.
  return /[\\\p{Cc}]/u.test(value) ? null : value;
}
