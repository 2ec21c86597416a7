import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { refusalOf, sayWhoCalls } from "@/scripts/serve/gate.mjs";

const HOST = "maillage.example.fr";

function request(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  remoteAddress = "192.0.2.7",
): IncomingMessage {
  return { method, url, headers: { host: HOST, ...headers }, socket: { remoteAddress } } as never;
}

const status = (...args: Parameters<typeof request>) => refusalOf(request(...args))?.status ?? null;

describe("what comes from another site", () => {
  const DRAFT = "/api/espace/cpts/pilat/sections/project/draft";

  it("writes nothing here, by a form, a script or a file", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(status(method, DRAFT, { "sec-fetch-site": "cross-site" })).toBe(403);
      expect(status(method, DRAFT, { "sec-fetch-site": "same-site" })).toBe(403);
      expect(status(method, "/connexion", { origin: "https://ailleurs.example" })).toBe(403);
      expect(status(method, "/connexion", { origin: "null" })).toBe(403);
      expect(status(method, "/connexion", { origin: `https://${HOST}.ailleurs.example` })).toBe(403);
    }
  });

  it("may read, and may ask the open API, which keeps nothing", () => {
    expect(status("GET", "/cpts/pilat", { "sec-fetch-site": "cross-site" })).toBeNull();
    expect(status("POST", "/api/v1/funding/simulate", { origin: "https://ailleurs.example" })).toBeNull();
  });

  it("is told apart from the site itself and from what is no browser", () => {
    expect(status("PUT", DRAFT, { "sec-fetch-site": "same-origin", origin: `https://${HOST}` })).toBeNull();
    expect(status("PUT", DRAFT, { origin: `https://${HOST}` })).toBeNull();
    expect(status("PUT", DRAFT)).toBeNull();
  });
});

describe("what is too large", () => {
  const length = (bytes: number) => ({ "content-length": String(bytes) });

  it("is refused by its announced length, whatever it is", () => {
    expect(status("POST", "/connexion", length(10_000_000))).toBe(413);
    expect(status("POST", "/connexion", length(100_000))).toBeNull();
  });

  it("leaves room for a document of 10 MB, and only there", () => {
    expect(status("POST", "/api/espace/cpts/pilat/documents", length(10_400_000))).toBeNull();
    expect(status("POST", "/api/espace/cpts/pilat/documents", length(12_000_000))).toBe(413);
    expect(status("POST", "/api/espace/cpts/pilat/documents/x/../..", length(10_400_000))).toBe(413);
  });

  it("leaves room for a file of payments of 5 MB, and only there", () => {
    expect(status("POST", "/espace/paiements/importer", length(5_400_000))).toBeNull();
    expect(status("POST", "/espace/paiements/importer", length(7_000_000))).toBe(413);
    expect(status("POST", "/espace/paiements/importer/x", length(5_400_000))).toBe(413);
  });

  it("leaves room for an imported layer of 50 MB, and only there", () => {
    expect(status("POST", "/api/espace/imports", length(52_000_000))).toBeNull();
    expect(status("POST", "/api/espace/imports", length(54_000_000))).toBe(413);
    expect(status("POST", "/api/espace/imports/x", length(3_000_000))).toBe(413);
  });

  it("cannot hide its length", () => {
    expect(status("POST", "/connexion", { "transfer-encoding": "chunked" })).toBe(411);
    expect(status("POST", "/connexion")).toBeNull();
  });
});

describe("who calls", () => {
  afterEach(() => delete process.env.TRUST_PROXY);
  const caller = (headers: Readonly<Record<string, string>>) => {
    const asked = request("GET", "/", headers);
    sayWhoCalls(asked);
    return asked.headers["x-maillage-caller"];
  };

  it("is the address of the socket, whatever the request claims", () => {
    expect(caller({ "x-maillage-caller": "10.0.0.1", "x-forwarded-for": "10.0.0.2" })).toBe("192.0.2.7");
  });

  it("is the last address that a trusted proxy added", () => {
    process.env.TRUST_PROXY = "1";
    expect(caller({ "x-forwarded-for": "10.0.0.1, 203.0.113.9" })).toBe("203.0.113.9");
    expect(caller({})).toBe("192.0.2.7");
  });
});
