import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { record } from "@/scripts/serve/recorder.mjs";

let server: http.Server | undefined;
afterEach(() => server?.closeAllConnections());

/** What a client gets from a server that records `handler`, then sends what it recorded. */
async function answered(handler: (res: http.ServerResponse) => Promise<void>): Promise<Response> {
  server = http.createServer((_, res) => {
    record(res, () => handler(res)).then(
      (answer) => answer && res.writeHead(answer.status, answer.headers).end(answer.body),
      () => res.writeHead(500).end("failed"),
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5_000) });
}

test("a stream that waits until it has gone, as those of Next do, is recorded and sent", async () => {
  const response = await answered(async (res) => {
    const gone = once(res, "finish");
    res.setHeader("x-kind", "stream");
    res.write("ab");
    res.end("c");
    await gone;
  });
  expect(response.headers.get("x-kind")).toBe("stream");
  expect(await response.text()).toBe("abc");
});

test("a handler that fails leaves a response that can still say so", async () => {
  const response = await answered(async (res) => {
    res.write("half");
    throw new Error("broken");
  });
  expect(response.status).toBe(500);
  expect(await response.text()).toBe("failed");
});
