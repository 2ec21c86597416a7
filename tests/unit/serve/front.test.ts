import http from "node:http";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { createFront } from "../../../scripts/serve/front.mjs";

type Handler = (req: http.IncomingMessage, res: http.ServerResponse) => Promise<void>;

const PAGE = `<!doctype html><script>alert("un")</script><p>${"Puy-de-Dôme ".repeat(200)}</p>`;
let servers: http.Server[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  servers = [];
});

/** A front before `handler`, really listening, and what was asked of the handler. */
async function serve(handler: Handler) {
  const state = { revision: 1, today: "2026-11-23", rendered: 0 };
  const front = createFront(
    async (req, res) => {
      state.rendered += 1;
      await handler(req, res);
    },
    { revision: async () => state.revision, today: () => state.today },
  );
  const server = http.createServer(front);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const req = http.request({ port, path, method, headers, agent: false }, (res) => {
        const chunks: Buffer[] = [];
        res.on("data", (chunk: Buffer) => chunks.push(chunk));
        res.on("end", () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
        );
      });
      req.on("error", reject);
      req.end();
    });
  return { state, ask };
}

const page: Handler = async (_req, res) => {
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.setHeader("cache-control", "private, no-cache, no-store");
  res.end(PAGE);
};

describe("an anonymous page", () => {
  test("is rendered once, until the record or the day changes", async () => {
    const { state, ask } = await serve(page);
    for (let i = 0; i < 3; i++) expect((await ask("/departements/63")).body.toString()).toBe(PAGE);
    expect(state.rendered).toBe(1);
    state.revision = 2;
    await ask("/departements/63");
    expect(state.rendered).toBe(2);
    state.today = "2026-11-24";
    await ask("/departements/63");
    expect(state.rendered).toBe(3);
    await ask("/departements/63?date=2024-01-01");
    expect(state.rendered).toBe(4);
  });

  test("asked for by many at once is still rendered once", async () => {
    const { state, ask } = await serve(async (req, res) => {
      await new Promise((done) => setTimeout(done, 50));
      await page(req, res);
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("/")));
    expect(answers.every(({ status, body }) => status === 200 && body.toString() === PAGE)).toBe(true);
    expect(state.rendered).toBe(1);
  });

  test("allows its own inline scripts by hash and no other", async () => {
    const { ask } = await serve(page);
    const policy = String((await ask("/")).headers["content-security-policy"]);
    expect(policy).toContain("'sha256-");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test("is compressed as the browser asks, and answers 304 to its ETag", async () => {
    const { ask } = await serve(page);
    const plain = await ask("/");
    const brotli = await ask("/", { "accept-encoding": "gzip, br" });
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(zlib.brotliDecompressSync(brotli.body).toString()).toBe(PAGE);
    const gzip = await ask("/", { "accept-encoding": "gzip" });
    expect(zlib.gunzipSync(gzip.body).toString()).toBe(PAGE);
    const etag = String(plain.headers.etag);
    expect((await ask("/", { "if-none-match": etag })).status).toBe(304);
    expect((await ask("/", { "if-none-match": '"autre"' })).status).toBe(200);
  });

  test("has the same headers the first time and the tenth", async () => {
    const { ask } = await serve(async (req, res) => {
      res.setHeader("vary", ["rsc", "next-router-prefetch"]);
      await page(req, res);
    });
    const first = (await ask("/")).headers.vary;
    for (let i = 0; i < 8; i++) await ask("/");
    expect((await ask("/")).headers.vary).toBe(first);
    expect(first).toBe("rsc, next-router-prefetch, accept-encoding");
  });

  test("answers HEAD with the headers alone", async () => {
    const { ask } = await serve(page);
    const { status, headers, body } = await ask("/", {}, "HEAD");
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers["content-length"])).toBe(Buffer.byteLength(PAGE));
  });
});

describe("what must not be kept", () => {
  test("what a reader typed in the simulator; its bare page is kept like any other", async () => {
    const { state, ask } = await serve(page);
    for (let i = 0; i < 2; i++) {
      await ask("/simulateur?population=62000");
      await ask("/telecharger/simulateur/lignes?population=62000");
    }
    expect(state.rendered).toBe(4);
    for (let i = 0; i < 2; i++) await ask("/simulateur");
    expect(state.rendered).toBe(5);
  });

  test.each([
    ["a request with a cookie", { cookie: "session=1" }],
    ["a request with an authorization", { authorization: "Bearer x" }],
  ])("%s", async (_name, headers) => {
    const { state, ask } = await serve(page);
    await ask("/", headers);
    await ask("/", headers);
    expect(state.rendered).toBe(2);
  });

  test("a page that is not found, nor one that failed", async () => {
    const { state, ask } = await serve(async (_req, res) => {
      res.statusCode = 404;
      res.end("introuvable");
    });
    expect((await ask("/x")).status).toBe(404);
    await ask("/x");
    expect(state.rendered).toBe(2);
  });

  test("an answer that sets a cookie", async () => {
    const { state, ask } = await serve(async (req, res) => {
      res.setHeader("set-cookie", "a=1");
      await page(req, res);
    });
    await ask("/");
    await ask("/");
    expect(state.rendered).toBe(2);
  });
});

test("TLS told by a proxy is told to the browser, and only then", async () => {
  const { ask } = await serve(page);
  expect(
    (await ask("/", { "x-forwarded-proto": "https" })).headers["strict-transport-security"],
  ).toBeDefined();
  expect((await ask("/")).headers["strict-transport-security"]).toBeUndefined();
});

test("a handler that fails is a 500 in plain words, and the next request is served", async () => {
  let fails = true;
  const { ask } = await serve(async (req, res) => {
    if (fails) throw new Error("panne");
    await page(req, res);
  });
  const failed = await ask("/");
  expect(failed.status).toBe(500);
  expect(failed.body.toString()).toContain("Erreur interne");
  fails = false;
  expect((await ask("/")).status).toBe(200);
});
