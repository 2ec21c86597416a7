import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { signInAttempt } from "@/lib/auth/limits";
import type { Identity } from "@/lib/auth/identity";
import { IDLE_MS, viewerOf } from "@/lib/auth/session";
import { hashOf } from "@/lib/auth/token";
import type { Viewer } from "@/lib/auth/viewer";
import { acceptInvitation, joinInvitation, type Bearer } from "@/lib/commands/accounts/accept";
import { firstAdministratorPath } from "@/lib/commands/accounts/first-administrator";
import { acceptWithIdentity } from "@/lib/commands/accounts/identity";
import { invite, renewLink, withdrawInvitation } from "@/lib/commands/accounts/invite";
import { closeAccount, changePassword, revokeSession } from "@/lib/commands/accounts/own-account";
import { askReset, makeResetLink, resetPassword } from "@/lib/commands/accounts/reset";
import { restoreAccess, revokeAccess } from "@/lib/commands/accounts/rights";
import type { Outcome } from "@/lib/commands/accounts/outcome";
import type { Database } from "@/lib/db/database";
import { forgetExpired } from "@/lib/db/repositories/account-life";
import { findGrant } from "@/lib/db/repositories/accounts";
import { type Engine, failure, useDatabase } from "./harness";
import { cookieOf, NOW, PASSWORD, signInAs } from "./signed-in";

const DAY = 24 * 3600_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const tokenIn = (path: string) => path.split("/").at(-1) ?? "";
const bearer = (path: string, now = NOW): Bearer => ({ token: tokenIn(path), caller: "192.0.2.1", now });
const messages = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.error.map(({ message }) => message);

export function accounts(engine: Engine): void {
  describe("accounts", () => {
    let database: Database;
    let administrator: Viewer;
    let agent: Viewer;

    beforeAll(async () => {
      database = await engine.copy();
      useDatabase(database);
    });
    afterAll(() => database.close());

    const viewer = async (email: string) => viewerOf(await cookieOf(email), NOW);

    async function accepted(path: string, name: string, email = "") {
      const outcome = await acceptInvitation(bearer(path), { name, email, password: PASSWORD });
      expect(messages(outcome)).toEqual([]);
      return outcome;
    }

    async function invited(by: Viewer, input: object): Promise<string> {
      const outcome = await invite({ viewer: by, now: NOW }, input);
      if (!outcome.ok) throw new Error(messages(outcome).join());
      return outcome.value.path;
    }

    test("each start makes another link for the first administrator; the last alone works, once", async () => {
      const first = (await firstAdministratorPath(database, NOW)) ?? "";
      const second = (await firstAdministratorPath(database, NOW)) ?? "";
      expect(first).toMatch(/^\/premier-compte\/[\w-]{43}$/);
      const who = { name: "Maud Berger", email: "Maud@Exemple.fr", password: PASSWORD };
      expect(messages(await acceptInvitation(bearer(first), who))[0]).toMatch(/plus valable/);
      expect(messages(await acceptInvitation(bearer(second, later(DAY + 1)), who))[0]).toMatch(
        /plus valable/,
      );
      expect(messages(await acceptInvitation(bearer(second), who))).toEqual([]);
      expect(messages(await acceptInvitation(bearer(second), { ...who, email: "b@exemple.fr" }))[0]).toMatch(
        /plus valable/,
      );
      expect(await firstAdministratorPath(database, NOW)).toBeNull();
      administrator = await viewer("maud@exemple.fr");
      expect(administrator).toMatchObject({ role: "administrator", departments: [], cpts: [] });
      // The secret of a link is nowhere in the database.
      const [kept] = await database.query<{ all: string }>(
        "SELECT jsonb_agg(i)::text AS all FROM invitation i",
      );
      expect(kept?.all).not.toContain(tokenIn(second));
    });

    test("an agent's region is each of its departments", async () => {
      const path = await invited(administrator, {
        role: "agent",
        email: "hugo@exemple.fr",
        organisation: "ars",
        departments: ["26"],
        regions: ["84"],
      });
      await accepted(path, "Hugo Lemaire");
      agent = await viewer("hugo@exemple.fr");
      expect(agent.departments).toEqual([
        "01",
        "03",
        "07",
        "15",
        "26",
        "38",
        "42",
        "43",
        "63",
        "69",
        "73",
        "74",
      ]);
    });

    test("an agent invites coordinators of their territory, and nobody else", async () => {
      const path = await invited(administrator, {
        role: "agent",
        email: "ines@exemple.fr",
        organisation: "cpam",
        departments: ["63"],
      });
      await accepted(path, "Inès Faure");
      const ines = await viewer("ines@exemple.fr");
      const ask = (cpts: string[]) =>
        invite({ viewer: ines, now: NOW }, { role: "coordinator", email: "claire@exemple.fr", cpts });
      const elsewhere = await ask(["haute-combraille-et-volcans", "sud-ard-drom"]);
      const nowhere = await ask(["haute-combraille-et-volcans", "nulle-part"]);
      // One of elsewhere is answered as one that does not exist.
      expect(messages(elsewhere)).toEqual(messages(nowhere));
      expect(messages(elsewhere)[0]).toMatch(/n’existe pas ou n’est pas de votre territoire/);
      expect((await ask(["haute-combraille-et-volcans"])).ok).toBe(true);
      for (const role of ["agent", "analyst", "administrator"]) {
        const input = { role, email: "x@exemple.fr", organisation: "ars", departments: ["63"] };
        expect(await failure(() => invite({ viewer: ines, now: NOW }, input))).toBeInstanceOf(Forbidden);
      }
    });

    test("what is missing or senseless is said field by field", async () => {
      const act = { viewer: administrator, now: NOW };
      expect(await invite(act, {})).toMatchObject({ ok: false, error: [{ field: "role" }] });
      expect(await invite(act, { role: "coordinator", email: "pas une adresse", cpts: [] })).toMatchObject({
        error: [{ field: "email" }, { field: "cpts" }],
      });
      expect(
        await invite(act, {
          role: "agent",
          email: "a@exemple.fr",
          organisation: "ars",
          departments: ["999"],
        }),
      ).toMatchObject({ error: [{ field: "departments" }] });
    });

    test("two acceptances at a time make one account", async () => {
      const path = await invited(agent, {
        role: "coordinator",
        email: "double@exemple.fr",
        cpts: ["haute-combraille-et-volcans"],
      });
      const input = { name: "Paul Roux", email: "double@exemple.fr", password: PASSWORD };
      const outcomes = await Promise.all([
        acceptInvitation(bearer(path), input),
        acceptInvitation(bearer(path), input),
      ]);
      expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(await database.prisma.authUser.count({ where: { email: "double@exemple.fr" } })).toBe(1);
    });

    test("an invitation that was withdrawn, renewed or has expired opens nothing", async () => {
      const input = { role: "analyst", email: "anne@exemple.fr", organisation: "other" };
      const act = { viewer: administrator, now: NOW };
      const first = await invite(act, input);
      if (!first.ok) throw new Error("refused");
      const { id, path } = first.value;
      const who = { name: "Anne Petit", email: "anne@exemple.fr", password: PASSWORD };
      expect((await acceptInvitation(bearer(path, later(7 * DAY + 1)), who)).ok).toBe(false);
      const renewed = await renewLink({ ...act, now: later(7 * DAY + 1) }, id);
      expect((await acceptInvitation(bearer(path), who)).ok).toBe(false);
      // Another agent neither sees it nor withdraws it.
      expect(await withdrawInvitation({ viewer: agent, now: NOW }, id)).toBe(false);
      expect(await withdrawInvitation(act, id)).toBe(true);
      expect((await acceptInvitation(bearer(renewed?.path ?? ""), who)).ok).toBe(false);
      expect(await withdrawInvitation(act, "pas-un-identifiant")).toBe(false);
    });

    test("a coordinator invited to another CPTS takes it on the password of their account", async () => {
      const path = await invited(agent, {
        role: "coordinator",
        email: "double@exemple.fr",
        cpts: ["sud-allier"],
      });
      const who = { name: "Autre", email: "double@exemple.fr", password: PASSWORD };
      expect(messages(await acceptInvitation(bearer(path), who))[0]).toMatch(/compte existe déjà/);
      expect(messages(await joinInvitation(bearer(path), "pas le bon"))[0]).toMatch(/n’est pas celui/);
      expect((await joinInvitation(bearer(path), PASSWORD)).ok).toBe(true);
      expect((await viewer("double@exemple.fr")).cpts).toHaveLength(2);
    });

    test("rights taken back end the sessions and the sign-in, and may be given again", async () => {
      const coordinator = await viewer("double@exemple.fr");
      const id = coordinator.accountId ?? "";
      const cookie = await cookieOf("double@exemple.fr");
      const ines = await viewer("ines@exemple.fr");
      // Half of the scope is beyond her department.
      expect(await revokeAccess({ viewer: ines, now: NOW }, id)).toBeNull();
      expect(await revokeAccess({ viewer: agent, now: NOW }, id)).toMatchObject({ ok: true });
      expect((await viewerOf(cookie, NOW)).role).toBe("anonymous");
      expect(messages(await signInAs("double@exemple.fr"))[0]).toMatch(/accès a été retiré/);
      expect(await restoreAccess({ viewer: agent, now: NOW }, id)).toMatchObject({ ok: true });
      expect((await viewer("double@exemple.fr")).role).toBe("coordinator");
      expect(await failure(() => revokeAccess({ viewer: coordinator, now: NOW }, id))).toBeInstanceOf(
        Forbidden,
      );
      const own = await revokeAccess({ viewer: administrator, now: NOW }, administrator.accountId ?? "");
      expect(own).toMatchObject({ ok: false });
    });

    test("a session ends after eight hours without use, a week at most", async () => {
      const cookie = await cookieOf("hugo@exemple.fr");
      const soon = new Date(Date.now() + 60_000);
      expect((await viewerOf(cookie, soon)).role).toBe("agent");
      await database.query("UPDATE auth_session SET updated_at = now() - interval '481 minutes'");
      expect((await viewerOf(cookie, soon)).role).toBe("anonymous");
      const other = await cookieOf("hugo@exemple.fr");
      const [{ days } = { days: 0 }] = await database.query<{ days: number }>(
        "SELECT round(extract(epoch FROM max(expires_at - created_at)) / 86400)::int AS days FROM auth_session",
      );
      expect(days).toBe(7);
      await database.query("UPDATE auth_session SET expires_at = now() - interval '1 minute'");
      expect((await viewerOf(other, soon)).role).toBe("anonymous");
      const forged = new Headers({ cookie: "maillage.session_token=abc.def" });
      expect((await viewerOf(forged, soon)).role).toBe("anonymous");
    });

    test("what has served its time is forgotten", async () => {
      const old = later(-31 * DAY);
      const input = { role: "analyst", email: "oublie@exemple.fr", organisation: "other" };
      const outcome = await invite({ viewer: administrator, now: later(-40 * DAY) }, input);
      if (!outcome.ok) throw new Error("refused");
      await cookieOf("ines@exemple.fr");
      await database.prisma.authSession.updateMany({ data: { updatedAt: old } });
      await forgetExpired(database.prisma, NOW, IDLE_MS);
      expect(await database.prisma.authSession.count()).toBe(0);
      expect(await database.prisma.invitation.count({ where: { email: "oublie@exemple.fr" } })).toBe(0);
    });

    test("nobody ends another's session", async () => {
      await cookieOf("maud@exemple.fr");
      const theirs = await database.prisma.authSession.findFirstOrThrow({
        where: { userId: administrator.accountId ?? "" },
      });
      expect(await revokeSession({ viewer: agent, now: NOW }, theirs.id)).toBe(false);
      expect(await revokeSession({ viewer: administrator, now: NOW }, theirs.id)).toBe(true);
    });

    test("guessing is stopped by account and by caller, wherever it comes from, and forgotten in time", async () => {
      const attempt = (caller: string, email: string, now = NOW) =>
        signInAttempt(database, caller, email, now);
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
      const id = agent.accountId ?? "";
      expect(await makeResetLink({ viewer: await viewer("ines@exemple.fr"), now: NOW }, id)).toBeNull();
      const first = await makeResetLink({ viewer: administrator, now: NOW }, id);
      const second = await makeResetLink({ viewer: administrator, now: NOW }, id);
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
      expect(messages(await changePassword(act, { current: "faux", password }))[0]).toMatch(
        /n’est pas celui/,
      );
      expect((await changePassword(act, { current: PASSWORD, password })).ok).toBe(true);
      expect((await viewerOf(cookie, NOW)).role).toBe("anonymous");
    });

    test("the last administrator stays; a closed account leaves its id and nothing of the person", async () => {
      const act = { viewer: administrator, now: NOW, caller: "203.0.113.3", sessionId: "aucune" };
      expect(messages(await closeAccount(act, PASSWORD))[0]).toMatch(/dernier administrateur/);
      const coordinator = await viewer("double@exemple.fr");
      const id = coordinator.accountId ?? "";
      const own = { ...act, viewer: coordinator };
      expect(messages(await closeAccount(own, "faux"))[0]).toMatch(/n’est pas celui/);
      expect((await closeAccount(own, PASSWORD)).ok).toBe(true);
      expect(await findGrant(database.prisma, id)).toBeNull();
      for (const table of ["auth_user", "auth_session", "auth_account", "invitation", "audit_entry"]) {
        const [row] = await database.query<{ all: string }>(
          `SELECT jsonb_agg(t)::text AS all FROM ${table} t`,
        );
        expect(row?.all ?? "", table).not.toMatch(/double@exemple|Paul Roux/);
      }
      expect((await signInAs("double@exemple.fr")).ok).toBe(false);
      expect(await restoreAccess({ viewer: administrator, now: NOW }, id)).toBeNull();
      const [last] = await database.prisma.auditEntry.findMany({ orderBy: { id: "desc" }, take: 1 });
      expect(last).toMatchObject({ actor: id, action: "close_account", subject: `account:${id}` });
    });

    test("an identity takes an invitation made to its verified address, once, and nothing else", async () => {
      const path = await invited(administrator, {
        role: "agent",
        email: "pro@exemple.fr",
        organisation: "ars",
        departments: ["63"],
      });
      const hash = hashOf(tokenIn(path));
      const identity: Identity = { subject: "s-1", email: "pro@exemple.fr", verified: true, name: "Pro" };
      const accept = (who: Identity, of = hash) => acceptWithIdentity(database, of, who, NOW);
      expect(await accept({ ...identity, verified: false })).toBe("non-verifiee");
      expect(await accept({ ...identity, email: null })).toBe("non-verifiee");
      expect(await accept({ ...identity, email: "autre@exemple.fr" })).toBe("adresse");
      expect(await accept(identity, hashOf("rien"))).toBe("lien");
      expect((await Promise.all([accept(identity), accept(identity)])).sort()).toEqual(["lien", null]);
      const accounts = await database.prisma.authAccount.findMany({ where: { providerId: "oidc" } });
      expect(accounts.map(({ accountId, accessToken }) => [accountId, accessToken])).toEqual([["s-1", null]]);
      // The address of another role's account takes no other rights.
      const other = await invited(administrator, {
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
      const path = await invited(agent, {
        role: "coordinator",
        email: "double@exemple.fr",
        cpts: ["sud-allier"],
      });
      await accepted(path, "Paul Roux", "double@exemple.fr");
      expect((await viewer("double@exemple.fr")).cpts).toHaveLength(1);
    });
  });
}
