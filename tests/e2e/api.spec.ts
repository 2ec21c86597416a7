import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "@playwright/test";
import { DepartmentCoverage, Health, Problem, SearchResults, Simulation } from "@/lib/schemas/api";

/** The API as other programs meet it: through the production server and its front. */

const COVERAGE = "/api/v1/departments/63/coverage";
const SIMULATE = "/api/v1/funding/simulate";

test("health says that the server and its database answer", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(Health.parse(await response.json())).toMatchObject({ status: "ok", database: "embedded" });
});

test("coverage of a department, today, open to any site", async ({ request }) => {
  const response = await request.get(COVERAGE);
  expect(response.headers()["content-type"]).toContain("application/json");
  expect(response.headers()["access-control-allow-origin"]).toBe("*");
  const body = DepartmentCoverage.parse(await response.json());
  expect(body).toMatchObject({ asOf: "2026-11-23", population: { total: 664_453, signed: 444_708 } });
  const dated = await request.get(`${COVERAGE}?asOf=2026-11-23`);
  expect(await dated.json()).toEqual(body);
});

test("an answer is revalidated by its ETag, with or without a cookie", async ({ request }) => {
  const etag = (await request.get(COVERAGE)).headers().etag ?? "";
  expect(etag).not.toBe("");
  // A request with a cookie passes the front by: the route answers alone, and alike.
  const readers: Record<string, string>[] = [{}, { cookie: "any=1" }];
  for (const headers of readers) {
    expect((await request.get(COVERAGE, { headers })).headers().etag).toBe(etag);
    const again = await request.get(COVERAGE, { headers: { ...headers, "if-none-match": etag } });
    expect(again.status()).toBe(304);
    expect(again.headers()["access-control-allow-origin"]).toBe("*");
    expect(await again.body()).toHaveLength(0);
  }
  const other = await request.get(`${COVERAGE}?asOf=2019-12-31`, { headers: { "if-none-match": etag } });
  expect(other.status()).toBe(200);
});

test("HEAD answers as GET, without the body", async ({ request }) => {
  const response = await request.head(COVERAGE);
  expect(response.status()).toBe(200);
  expect(response.headers().etag).toBe((await request.get(COVERAGE)).headers().etag);
  expect(await response.body()).toHaveLength(0);
});

for (const [address, status] of [
  ["/api/v1/departments/999/coverage", 404],
  ["/api/v1/cpts/inconnue", 404],
  ["/api/v1/communes/63133", 404],
  ["/api/v1/nowhere", 404],
  ["/api/v1/departments?asOf=hier", 400],
  ["/api/v1/search", 400],
] as const) {
  test(`${address} is a problem, said in French`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(status);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    expect(response.headers()["access-control-allow-origin"]).toBe("*");
    expect(Problem.parse(await response.json())).toMatchObject({ status, instance: address });
  });
}

test("a method that an address does not have is refused, and the others named", async ({ request }) => {
  const posted = await request.post("/api/v1/departments", { data: {} });
  expect(posted.status()).toBe(405);
  expect(posted.headers().allow).toBe("GET, HEAD, OPTIONS");
  const read = await request.get(SIMULATE);
  expect(read.status()).toBe(405);
  expect(read.headers().allow).toBe("POST, OPTIONS");
});

test("a browser may post to the simulator from another site", async ({ request }) => {
  const preflight = await request.fetch(SIMULATE, {
    method: "OPTIONS",
    headers: { origin: "https://example.org", "access-control-request-method": "POST" },
  });
  expect(preflight.status()).toBe(204);
  expect(preflight.headers()["access-control-allow-origin"]).toBe("*");
  expect(preflight.headers()["access-control-allow-methods"]).toContain("POST");
});

test("the simulator finds the published maximum of tier 2", async ({ request }) => {
  const response = await request.post(SIMULATE, {
    data: { population: 47_000, signedOn: "2024-10-14", crisisRecognised: true },
  });
  expect(response.status()).toBe(200);
  const answer = Simulation.parse(await response.json());
  expect(answer).toMatchObject({
    sizeTier: 2,
    schedule: "aci-avenant-2",
    totals: { maximumCents: 382_500_00, dueCents: 382_500_00, notItemisedCents: 25_000_00 },
  });
  expect(answer.lines).toHaveLength(14);
});

test("the simulator says what it cannot read, and what it cannot take", async ({ request }) => {
  const refused = await request.post(SIMULATE, { data: { population: -1, signedOn: "2024-10-14" } });
  expect(refused.status()).toBe(422);
  expect(Problem.parse(await refused.json()).errors).toMatchObject([{ pointer: "/population" }]);
  const headers = { "content-type": "application/json" };
  expect((await request.post(SIMULATE, { headers, data: Buffer.from("{") })).status()).toBe(400);
  expect((await request.post(SIMULATE, { headers, data: Buffer.alloc(65 * 1024, "1") })).status()).toBe(413);
});

test("search finds without accents", async ({ request }) => {
  const response = await request.get("/api/v1/search?q=puy%20de%20dome");
  const { results } = SearchResults.parse(await response.json());
  expect(results[0]).toMatchObject({ kind: "departement", href: "/departements/63" });
});

test("the OpenAPI document is served, and valid", async ({ request }) => {
  const document = (await (await request.get("/api/v1/openapi.json")).json()) as Record<string, unknown>;
  const { valid, errors } = await new Validator().validate(document);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});
