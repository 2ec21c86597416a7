import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/can";
import { acceptInvitation, joinInvitation } from "@/lib/commands/accounts/accept";
import { firstAdministratorPath } from "@/lib/commands/accounts/first-administrator";
import { invite, renewLink, withdrawInvitation } from "@/lib/commands/accounts/invite";
import { accountLife } from "./accounts-life.suite";
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
import { type Engine, failure, useDatabase } from "./harness";
import { NOW, PASSWORD } from "./signed-in";

export function accounts(engine: Engine): void {
  describe("accounts", () => {
    const stage = {} as Stage;

    beforeAll(async () => {
      stage.database = await engine.copy();
      useDatabase(stage.database);
    });
    afterAll(() => stage.database.close());

    test("each start makes another link for the first administrator; the last alone works, once", async () => {
      const first = (await firstAdministratorPath(stage.database, NOW)) ?? "";
      const second = (await firstAdministratorPath(stage.database, NOW)) ?? "";
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
      expect(await firstAdministratorPath(stage.database, NOW)).toBeNull();
      stage.administrator = await viewer("maud@exemple.fr");
      expect(stage.administrator).toMatchObject({ role: "administrator", departments: [], cpts: [] });
      // The secret of a link is nowhere in the database.
      const [kept] = await stage.database.query<{ all: string }>(
        "SELECT jsonb_agg(i)::text AS all FROM invitation i",
      );
      expect(kept?.all).not.toContain(tokenIn(second));
    });

    test("an agent's region is each of its departments", async () => {
      const path = await invited(stage.administrator, {
        role: "agent",
        email: "hugo@exemple.fr",
        organisation: "ars",
        departments: ["26"],
        regions: ["84"],
      });
      await accepted(path, "Hugo Lemaire");
      stage.agent = await viewer("hugo@exemple.fr");
      expect(stage.agent.departments).toEqual([
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
      const path = await invited(stage.administrator, {
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
      const act = { viewer: stage.administrator, now: NOW };
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
      const path = await invited(stage.agent, {
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
      expect(await stage.database.prisma.authUser.count({ where: { email: "double@exemple.fr" } })).toBe(1);
    });

    test("an invitation that was withdrawn, renewed or has expired opens nothing", async () => {
      const input = { role: "analyst", email: "anne@exemple.fr", organisation: "other" };
      const act = { viewer: stage.administrator, now: NOW };
      const first = await invite(act, input);
      if (!first.ok) throw new Error("refused");
      const { id, path } = first.value;
      const who = { name: "Anne Petit", email: "anne@exemple.fr", password: PASSWORD };
      expect((await acceptInvitation(bearer(path, later(7 * DAY + 1)), who)).ok).toBe(false);
      const renewed = await renewLink({ ...act, now: later(7 * DAY + 1) }, id);
      expect((await acceptInvitation(bearer(path), who)).ok).toBe(false);
      // Another agent neither sees it nor withdraws it.
      expect(await withdrawInvitation({ viewer: stage.agent, now: NOW }, id)).toBe(false);
      expect(await withdrawInvitation(act, id)).toBe(true);
      expect((await acceptInvitation(bearer(renewed?.path ?? ""), who)).ok).toBe(false);
      expect(await withdrawInvitation(act, "pas-un-identifiant")).toBe(false);
    });

    test("a coordinator invited to another CPTS takes it on the password of their account", async () => {
      const path = await invited(stage.agent, {
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

    accountLife(stage);
  });
}
