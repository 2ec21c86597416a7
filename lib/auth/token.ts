import { createHash, randomBytes } from "node:crypto";

/** Long enough that guessing is hopeless: 256 bits. */
const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The secret of a link that works once. Only its {@link hashOf} is kept. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What cannot be a token needs no look-up. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
