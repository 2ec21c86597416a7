import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setRevoked } from "@/lib/db/repositories/accounts";
import { getDb } from "@/lib/db/client";
import { Forbidden } from "@/lib/auth/can";
import { makeKey, revokeKey } from "@/lib/commands/accounts/api-keys";
import { ownAccount } from "@/lib/queries/accounts/own";
import type { Actor } from "@/lib/commands/outcome";
import { Analysis, Ledger } from "@/lib/schemas/api";
import { CASE_SLUG, loadReferenceCase } from "../../fixtures/load-reference-case";
import { describeEmbedded } from "../harness";
import { actor } from "../people";
import { call, problem, serveApi } from "./client";

vi.mock("next/server", () => ({ connection: async () => undefined }));

const NOW = new Date();
const by = (key: string): RequestInit => ({ headers: { authorization: `Bearer ${key}` } });

describeEmbedded("keys of the API", (engine) => {
  serveApi(engine);
  let analyst: Actor;
  let agent: Actor;
  let key: string;

  const made = async (who: Actor, now = NOW, label = "essai"): Promise<string> => {
    const outcome = await makeKey({ viewer: who.viewer, now }, { label, months: "1" });
    if (!outcome.ok) throw new Error(outcome.error.map(({ message }) => message).join());
    return outcome.value.key;
  };
  const keyOf = async (label: string) =>
    (await ownAccount(analyst.viewer, "", NOW)).keys?.find((one) => one.label === label);
  const analysis = async (address: string, init: RequestInit) => {
    const response = await call(address, init);
    expect(response.status, await response.clone().text()).toBe(200);
    return { response, body: Analysis.parse(await response.json()) };
  };

  beforeAll(async () => {
    const database = await getDb();
    await loadReferenceCase(database);
    await loadReferenceCase(database, { slug: "ailleurs", department: "26" });
    analyst = await actor(database, "analyst", "Anne");
    agent = await actor(database, "agent", "Hugo", { departments: ["63"] });
    key = await made(analyst);
  });
  beforeEach(async () => {
    await (await getDb()).prisma.authRateLimit.deleteMany({});
  });
  afterAll(() => vi.unstubAllEnvs());

  test("a key reads what its account reads, and nobody keeps the answer", async () => {
    const { response, body } = await analysis("/api/v1/analysis?groupBy=cpts&perPage=500", by(key));
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const codes = body.rows.map(({ group }) => group[0]?.code);
    expect(codes).toContain(CASE_SLUG);
    expect(codes).toContain("ailleurs");
    const own = await analysis("/api/v1/analysis?groupBy=cpts&perPage=500", by(await made(agent)));
    const seen = own.body.rows.map(({ group }) => group[0]?.code);
    expect(seen).toContain(CASE_SLUG);
    expect(seen).not.toContain("ailleurs");
    expect(await keyOf("essai")).toMatchObject({ state: "live", lastUsedAt: expect.any(Date) });
  });

  test("the ledger is read whole by pages, and adds up to the summary", async () => {
    let due = 0;
    const rows: string[] = [];
    for (let after = "", pages = 0; pages < 200; pages += 1) {
      const address = `/api/v1/ledger?cpts=${CASE_SLUG}&limit=7${after && `&after=${encodeURIComponent(after)}`}`;
      const page = Ledger.parse(await (await call(address, by(key))).json());
      for (const row of page.rows) {
        due += row.dueCents ?? 0;
        rows.push([row.contractNo, row.contractYear, row.line].join(" "));
      }
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(rows).size).toBe(rows.length);
    const { body } = await analysis(`/api/v1/analysis?cpts=${CASE_SLUG}`, by(key));
    expect(due).toBe(body.total.dueCents);
    expect(await problem("/api/v1/ledger?after=x", by(key))).toMatchObject({ status: 400 });
  });

  test("without a key, or by one that is nobody's, 401 says how to get one", async () => {
    const bare = await call("/api/v1/analysis");
    expect(bare.status).toBe(401);
    expect(bare.headers.get("www-authenticate")).toContain("Bearer");
    for (const wrong of ["", "maillage_x", key.slice(0, -1) + (key.endsWith("A") ? "B" : "A")]) {
      expect(await problem("/api/v1/analysis", by(wrong))).toMatchObject({ status: 401 });
    }
    expect((await problem("/api/v1/ledger")).detail).toContain("/espace/compte");
  });

  test("a key taken back or expired opens nothing", async () => {
    const gone = await made(analyst, NOW, "à retirer");
    expect((await call("/api/v1/analysis", by(gone))).status).toBe(200);
    const { id = "" } = (await keyOf("à retirer")) ?? {};
    expect(await revokeKey({ viewer: agent.viewer, now: NOW }, id)).toBe(false);
    expect((await call("/api/v1/analysis", by(gone))).status).toBe(200);
    expect(await revokeKey({ viewer: analyst.viewer, now: NOW }, id)).toBe(true);
    expect(await problem("/api/v1/analysis", by(gone))).toMatchObject({ status: 401 });
    const old = await made(analyst, new Date(NOW.getTime() - 62 * 86_400_000), "vieille");
    expect(await problem("/api/v1/analysis", by(old))).toMatchObject({ status: 401 });
    expect(await keyOf("vieille")).toMatchObject({ state: "expired" });
  });

  test("an account that lost its rights reads no more by its keys; a coordinator makes none", async () => {
    const database = await getDb();
    const own = await made(agent, NOW, "perdue");
    await setRevoked(database.prisma, agent.viewer.accountId ?? "", NOW);
    expect(await problem("/api/v1/analysis", by(own))).toMatchObject({ status: 401 });
    await setRevoked(database.prisma, agent.viewer.accountId ?? "", null);
    const coordinator = await actor(database, "coordinator", "Claire");
    await expect(
      makeKey({ viewer: coordinator.viewer, now: NOW }, { label: "x", months: "1" }),
    ).rejects.toThrow(Forbidden);
    // Whose role changed keeps a key that opens nothing any more.
    await database.prisma.accountGrant.updateMany({
      where: { userId: agent.viewer.accountId ?? "" },
      data: { role: "coordinator", organisation: "cpts" },
    });
    expect(await problem("/api/v1/analysis", by(own))).toMatchObject({ status: 403 });
  });

  test("too many requests by a key are told when to come back; another key goes on", async () => {
    const database = await getDb();
    const other = await made(analyst, NOW, "autre");
    await call("/api/v1/analysis", by(key));
    await database.prisma.authRateLimit.updateMany({ data: { count: 300 } });
    const refused = await call("/api/v1/analysis", by(key));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await call("/api/v1/analysis", by(other))).status).toBe(200);
  });

  test("only a hash of a key is kept, and the journal does not hold it either", async () => {
    const { prisma } = await getDb();
    const kept = JSON.stringify(
      [
        await prisma.apiKey.findMany(),
        await prisma.auditEntry.findMany({ where: { action: "make_api_key" } }),
      ],
      (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(kept).toContain("essai");
    expect(kept).not.toContain(key);
    expect(kept).not.toContain(key.slice("maillage_".length));
  });

  test("parameters that make no sense are refused, each with what is wrong", async () => {
    const refused = await problem("/api/v1/analysis?groupBy=couleur&sizeTier=9&page=0", by(key));
    expect(refused.status).toBe(400);
    expect(refused.errors?.map(({ parameter }) => parameter)).toEqual(["groupBy", "sizeTier", "page"]);
    expect(await problem("/api/v1/analysis?page=999", by(key))).toMatchObject({ status: 400 });
  });
});
