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

test("an answer that says not to be kept is sent as it comes, and its end is told to whoever waits for it", async () => {
  let release = () => {};
  const readFirst = new Promise<void>((resolve) => (release = resolve));
  let gone = false;
  const response = await answered(async (res) => {
    res.once("finish", () => (gone = true));
    res.setHeader("x-accel-buffering", "no");
    res.writeHead(200, { "content-type": "text/csv" });
    res.write("first,");
    await readFirst;
    res.end("last");
  });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe("first,");
  release();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("last");
  expect((await reader?.read())?.done).toBe(true);
  expect(response.headers.get("content-type")).toBe("text/csv");
  expect(gone).toBe(true);
});
