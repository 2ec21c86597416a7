import { afterEach, describe, expect, test, vi } from "vitest";
import { localPath, shownOrigin, trustedOrigin } from "@/lib/auth/origin";
import { device } from "@/lib/format/device";

afterEach(() => vi.unstubAllEnvs());

describe("where one comes back to", () => {
  test.each(["/espace", "/espace/comptes?q=a%20b#fin", "/"])("%s is of this site", (path) => {
    expect(localPath(path)).toBe(path);
  });
  test.each([
    "//exemple.org",
    "/\\exemple.org",
    "https://exemple.org",
    "/\t/exemple.org",
    "",
    undefined,
    ["/a"],
  ])("%s leads elsewhere, or nowhere", (path) => {
    expect(localPath(path)).toBeNull();
  });
});

describe("the public address", () => {
  const from = (host: string, more = {}) => new Headers({ host, ...more });

  test("is what PUBLIC_URL says, else this machine; a host that anybody could forge is trusted for nothing", () => {
    expect(trustedOrigin(from("localhost:3000"))).toBe("http://localhost:3000");
    expect(trustedOrigin(from("[::1]:3000"))).toBe("http://[::1]:3000");
    expect(trustedOrigin(from("piege.exemple.org"))).toBeNull();
    expect(trustedOrigin(from("localhost.exemple.org"))).toBeNull();
    expect(shownOrigin(from("maillage.exemple.fr"))).toBe("http://maillage.exemple.fr");
    vi.stubEnv("PUBLIC_URL", "https://maillage.exemple.fr/");
    expect(trustedOrigin(from("piege.exemple.org"))).toBe("https://maillage.exemple.fr");
  });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox sur Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
    "Safari sur macOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome sur Android",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge sur Windows",
  ],
  ["curl/8", "Appareil inconnu"],
  [null, "Appareil inconnu"],
])("a session's device is told in words: %s", (userAgent, words) => {
  expect(device(userAgent)).toBe(words);
});
