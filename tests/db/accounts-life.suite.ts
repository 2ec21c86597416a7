import { expect, test, vi } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { signInAttempt } from "@/lib/auth/limits";
import type { Identity } from "@/lib/auth/identity";
import { IDLE_MS, viewerOf } from "@/lib/auth/session";
import { hashOf } from "@/lib/auth/token";
import { acceptInvitation } from "@/lib/commands/accounts/accept";
import { acceptWithIdentity } from "@/lib/commands/accounts/identity";
import { invite } from "@/lib/commands/accounts/invite";
import { changePassword, closeAccount, rename, revokeSession } from "@/lib/commands/accounts/own-account";
import { askReset, makeResetLink, resetPassword } from "@/lib/commands/accounts/reset";
import { restoreAccess, revokeAccess } from "@/lib/commands/accounts/rights";
import { forgetExpired } from "@/lib/db/repositories/account-life";
import { findGrant } from "@/lib/db/repositories/accounts";
import { waysIn } from "@/lib/queries/accounts/ways-in";
import {
  accepted,
  bearer,
  DAY,
  invited,
  later,
  messages,
  tokenIn,
  viewer,
  type Stage,
} from "./accounts-stage";
import { failure } from "./harness";
import { cookieOf, NOW, PASSWORD, signInAs } from "./signed-in";

/** What becomes of accounts once they are: after the tests of accounts.suite.ts, on the same people. */
export function accountLife(stage: Stage): void {
  test("rights taken back end the sessions and the sign-in, and may be given again", async () => {
    const coordinator = await viewer("double@exemple.fr");
    const id = coordinator.accountId ?? "";
    const cookie = await cookieOf("double@exemple.fr");
    const ines = await viewer("ines@exemple.fr");
    // Half of the scope is beyond her department.
    expect(await revokeAccess({ viewer: ines, now: NOW }, id)).toBeNull();
    expect(await revokeAccess({ viewer: stage.agent, now: NOW }, id)).toMatchObject({ ok: true });
    expect((await viewerOf(cookie, NOW)).role).toBe("anonymous");
    expect(messages(await signInAs("double@exemple.fr"))[0]).toMatch(/accès a été retiré/);
    expect(await restoreAccess({ viewer: stage.agent, now: NOW }, id)).toMatchObject({ ok: true });
    expect((await viewer("double@exemple.fr")).role).toBe("coordinator");
    expect(await failure(() => revokeAccess({ viewer: coordinator, now: NOW }, id))).toBeInstanceOf(
      Forbidden,
    );
    const own = await revokeAccess(
      { viewer: stage.administrator, now: NOW },
      stage.administrator.accountId ?? "",
    );
    expect(own).toMatchObject({ ok: false });
  });

  test("a session ends after eight hours without use, a week at most", async () => {
    const cookie = await cookieOf("hugo@exemple.fr");
    const soon = new Date(Date.now() + 60_000);
    expect((await viewerOf(cookie, soon)).role).toBe("agent");
    await stage.database.query("UPDATE auth_session SET updated_at = now() - interval '481 minutes'");
    expect((await viewerOf(cookie, soon)).role).toBe("anonymous");
    const other = await cookieOf("hugo@exemple.fr");
    const [{ days } = { days: 0 }] = await stage.database.query<{ days: number }>(
      "SELECT round(extract(epoch FROM max(expires_at - created_at)) / 86400)::int AS days FROM auth_session",
    );
    expect(days).toBe(7);
    await stage.database.query("UPDATE auth_session SET expires_at = now() - interval '1 minute'");
    expect((await viewerOf(other, soon)).role).toBe("anonymous");
    const forged = new Headers({ cookie: "maillage.session_token=abc.def" });
    expect((await viewerOf(forged, soon)).role).toBe("anonymous");
  });

  test("what has served its time is forgotten", async () => {
    const old = later(-31 * DAY);
    const input = { role: "analyst", email: "oublie@exemple.fr", organisation: "other" };
    const outcome = await invite({ viewer: stage.administrator, now: later(-40 * DAY) }, input);
    if (!outcome.ok) throw new Error("refused");
    await cookieOf("ines@exemple.fr");
    await stage.database.prisma.authSession.updateMany({ data: { updatedAt: old } });
    await forgetExpired(stage.database.prisma, NOW, IDLE_MS);
    expect(await stage.database.prisma.authSession.count()).toBe(0);
    expect(await stage.database.prisma.invitation.count({ where: { email: "oublie@exemple.fr" } })).toBe(0);
  });

  test("nobody ends another's session", async () => {
    await cookieOf("maud@exemple.fr");
    const theirs = await stage.database.prisma.authSession.findFirstOrThrow({
      where: { userId: stage.administrator.accountId ?? "" },
    });
    expect(await revokeSession({ viewer: stage.agent, now: NOW }, theirs.id)).toBe(false);
    expect(await revokeSession({ viewer: stage.administrator, now: NOW }, theirs.id)).toBe(true);
  });

  test("guessing is stopped by account and by caller, wherever it comes from, and forgotten in time", async () => {
    const attempt = (caller: string, email: string, now = NOW) =>
      signInAttempt(stage.database, caller, email, now);
    for (let i = 0; i < 8; i += 1)
      expect((await attempt(`198.51.100.${i}`, "cible@exemple.fr")).refused).toBeNull();
    expect((await attempt("198.51.100.99", "Cible@exemple.fr")).refused?.until).toEqual(later(15 * 60_000));
    expect((await attempt("198.51.100.99", "cible@exemple.fr", later(15 * 60_000))).refused).toBeNull();
    // An IPv6 subscriber owns a /64: its addresses are one caller.
    const all = await Promise.all(
      Array.from({ length: 41 }, (_, i) => attempt(`2001:db8:0:1::${i + 1}`, `p${i}@exemple.fr`)),
    );
    expect(all.filter(({ refused }) => refused !== null)).toHaveLength(1);
    expect((await attempt("2001:db8:0:2::1", "p@exemple.fr")).refused).toBeNull();
  });

  test("a forgotten password is mended by a link, once, for an hour", async () => {
    expect((await askReset({ caller: "203.0.113.1", now: NOW }, "inconnu@exemple.fr")).ok).toBe(true);
    const id = stage.agent.accountId ?? "";
    expect(await makeResetLink({ viewer: await viewer("ines@exemple.fr"), now: NOW }, id)).toBeNull();
    const first = await makeResetLink({ viewer: stage.administrator, now: NOW }, id);
    const second = await makeResetLink({ viewer: stage.administrator, now: NOW }, id);
    const password = "Une autre phrase, bien plus longue";
    expect((await resetPassword(bearer(first?.path ?? ""), password)).ok).toBe(false);
    expect((await resetPassword(bearer(second?.path ?? "", later(3600_001)), password)).ok).toBe(false);
    expect(messages(await resetPassword(bearer(second?.path ?? ""), "court"))[0]).toMatch(/ajoutez-en/);
    const cookie = await cookieOf("hugo@exemple.fr");
    const both = await Promise.all([
      resetPassword(bearer(second?.path ?? ""), password),
      resetPassword(bearer(second?.path ?? ""), password),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await viewerOf(cookie, NOW)).role).toBe("anonymous");
    expect((await signInAs("hugo@exemple.fr")).ok).toBe(false);
    expect((await signInAs("hugo@exemple.fr", password)).ok).toBe(true);
  });

  test("a password is changed on the present one, and the other sessions end", async () => {
    const cookie = await cookieOf("ines@exemple.fr");
    const ines = await viewerOf(cookie, NOW);
    const act = { viewer: ines, now: NOW, caller: "203.0.113.2", sessionId: "aucune" };
    const password = "Encore une phrase assez longue";
    expect(messages(await changePassword(act, { current: "faux", password }))[0]).toMatch(/n’est pas celui/);
    expect((await changePassword(act, { current: PASSWORD, password })).ok).toBe(true);
    expect((await viewerOf(cookie, NOW)).role).toBe("anonymous");
  });

  test("where passwords are closed and identities open, none signs in, joins, nor is mended", async () => {
    for (const [name, value] of Object.entries({
      PASSWORD_SIGN_IN: "off",
      OIDC_ISSUER: "https://identite.exemple.fr",
      OIDC_CLIENT_ID: "maillage",
      OIDC_CLIENT_SECRET: "secret",
    })) {
      vi.stubEnv(name, value);
    }
    try {
      expect(waysIn().password).toBe(false);
      expect(messages(await signInAs("hugo@exemple.fr"))[0]).toMatch(/mot de passe/);
      const path = await invited(stage.administrator, {
        role: "analyst",
        email: "sans@exemple.fr",
        organisation: "other",
      });
      const joined = await acceptInvitation(bearer(path), { name: "Sans Mot", password: PASSWORD });
      expect(joined.ok).toBe(false);
      const id = stage.agent.accountId ?? "";
      expect(await makeResetLink({ viewer: stage.administrator, now: NOW }, id)).toBeNull();
      // Without a provider nobody could come in: the setting is then not followed.
      vi.stubEnv("OIDC_ISSUER", "");
      expect(waysIn().password).toBe(true);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("the last administrator stays; a closed account leaves its id and nothing of the person", async () => {
    const act = { viewer: stage.administrator, now: NOW, caller: "203.0.113.3", sessionId: "aucune" };
    expect(messages(await closeAccount(act, PASSWORD))[0]).toMatch(/dernier administrateur/);
    const coordinator = await viewer("double@exemple.fr");
    const id = coordinator.accountId ?? "";
    const own = { ...act, viewer: coordinator };
    for (const wrong of [" ", "x".repeat(121), "Paul <b>"]) {
      expect((await rename(own, wrong)).ok, wrong).toBe(false);
    }
    expect((await rename(own, " Paul Roux-Mallet ")).ok).toBe(true);
    expect((await stage.database.prisma.authUser.findUnique({ where: { id } }))?.name).toBe(
      "Paul Roux-Mallet",
    );
    expect(messages(await closeAccount(own, "faux"))[0]).toMatch(/n’est pas celui/);
    expect((await closeAccount(own, PASSWORD)).ok).toBe(true);
    expect(await findGrant(stage.database.prisma, id)).toBeNull();
    for (const table of ["auth_user", "auth_session", "auth_account", "invitation", "audit_entry"]) {
      const [row] = await stage.database.query<{ all: string }>(
        `SELECT jsonb_agg(t)::text AS all FROM ${table} t`,
      );
      expect(row?.all ?? "", table).not.toMatch(/double@exemple|Paul Roux/);
    }
    expect((await signInAs("double@exemple.fr")).ok).toBe(false);
    expect(await restoreAccess({ viewer: stage.administrator, now: NOW }, id)).toBeNull();
    const [last] = await stage.database.prisma.auditEntry.findMany({ orderBy: { id: "desc" }, take: 1 });
    expect(last).toMatchObject({ actor: id, action: "close_account", subject: `account:${id}` });
  });

  test("an identity takes an invitation made to its verified address, once, and nothing else", async () => {
    const path = await invited(stage.administrator, {
      role: "agent",
      email: "pro@exemple.fr",
      organisation: "ars",
      departments: ["63"],
    });
    const hash = hashOf(tokenIn(path));
    const identity: Identity = { subject: "s-1", email: "pro@exemple.fr", verified: true, name: "Pro" };
    const accept = (who: Identity, of = hash) => acceptWithIdentity(stage.database, of, who, NOW);
    expect(await accept({ ...identity, verified: false })).toBe("non-verifiee");
    expect(await accept({ ...identity, email: null })).toBe("non-verifiee");
    expect(await accept({ ...identity, email: "autre@exemple.fr" })).toBe("adresse");
    expect(await accept(identity, hashOf("rien"))).toBe("lien");
    expect((await Promise.all([accept(identity), accept(identity)])).sort()).toEqual(["lien", null]);
    const accounts = await stage.database.prisma.authAccount.findMany({ where: { providerId: "oidc" } });
    expect(accounts.map(({ accountId, accessToken }) => [accountId, accessToken])).toEqual([["s-1", null]]);
    // The address of another role's account takes no other rights.
    const other = await invited(stage.administrator, {
      role: "agent",
      email: "hugo@exemple.fr",
      organisation: "ars",
      departments: ["63"],
    });
    const taken = { ...identity, email: "hugo@exemple.fr" };
    expect(await accept(taken, hashOf(tokenIn(other)))).toBe("autre-compte");
    // An account without a password has none to forget.
    expect((await signInAs("pro@exemple.fr")).ok).toBe(false);
  });

  test("an address that was freed can be invited anew", async () => {
    const path = await invited(stage.agent, {
      role: "coordinator",
      email: "double@exemple.fr",
      cpts: ["sud-allier"],
    });
    await accepted(path, "Paul Roux");
    expect((await viewer("double@exemple.fr")).cpts).toHaveLength(1);
  });
}
