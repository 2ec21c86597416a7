import { expect } from "vitest";
import { viewerOf } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import { acceptInvitation, type Bearer } from "@/lib/commands/accounts/accept";
import { invite } from "@/lib/commands/accounts/invite";
import type { Outcome } from "@/lib/commands/accounts/outcome";
import type { Database } from "@/lib/db/database";
import { cookieOf, NOW, PASSWORD } from "./signed-in";

export const DAY = 24 * 3600_000;
export const later = (ms: number) => new Date(NOW.getTime() + ms);
export const tokenIn = (path: string) => path.split("/").at(-1) ?? "";
export const bearer = (path: string, now = NOW): Bearer => ({
  token: tokenIn(path),
  caller: "192.0.2.1",
  now,
});
export const messages = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.error.map(({ message }) => message);

/** What the tests of accounts have in common, filled as they go: each goes on from the one before. */
export interface Stage {
  database: Database;
  administrator: Viewer;
  agent: Viewer;
}

/** Who the account of this address is, signed in anew. */
export const viewer = async (email: string) => viewerOf(await cookieOf(email), NOW);

export async function accepted(path: string, name: string): Promise<void> {
  const outcome = await acceptInvitation(bearer(path), { name, password: PASSWORD });
  expect(messages(outcome)).toEqual([]);
}

/** The path of an invitation's link. */
export async function invited(by: Viewer, input: object): Promise<string> {
  const outcome = await invite({ viewer: by, now: NOW }, input);
  if (!outcome.ok) throw new Error(messages(outcome).join());
  return outcome.value.path;
}
