import path from "node:path";
import { format } from "prettier";
import { expect, test, vi } from "vitest";
import type { ProblemName } from "@/lib/schemas/api/problems";
import { OPERATIONS } from "@/lib/schemas/api/operations";
import { makeKey } from "@/lib/commands/accounts/api-keys";
import { getDb } from "@/lib/db/client";
import { loadReferenceCase } from "../../fixtures/load-reference-case";
import { actor } from "../people";
import { describeEmbedded, ROOT } from "../harness";
import { call, post, problem, serveApi } from "./client";

vi.mock("next/server", () => ({ connection: async () => undefined }));

/** Written by this test (`vitest run --project db tests/db/api/examples.test.ts -u`), read by lib/schemas/openapi.ts. */
const FILE = path.join(ROOT, "lib/schemas/api/examples.json");

const ASKED: Readonly<Record<string, string>> = {
  health: "/api/health",
  departments: "/api/v1/departments?asOf=2026-11-23",
  departmentCoverage: "/api/v1/departments/63/coverage?asOf=2026-11-23",
  commune: "/api/v1/communes/63113?asOf=2026-11-23",
  cptsList: "/api/v1/cpts?department=26&asOf=2026-11-23",
  cptsRecord: "/api/v1/cpts/haute-combraille-et-volcans?asOf=2026-11-23",
  simulateFunding: "/api/v1/funding/simulate",
  search: "/api/v1/search?q=saint%20eloy",
  analysis: "/api/v1/analysis?groupBy=contractYear&cpts=cas-de-reference",
  ledger: "/api/v1/ledger?cpts=cas-de-reference&limit=2",
};

const SIMULATED: JsonObject = {
  population: 47_000,
  signedOn: "2024-10-14",
  missions: [
    { mission: "parcours", startedOn: "2025-01-01", achievement: 0.8 },
    {
      mission: "prevention",
      indicators: [
        {
          label: "Actions de dépistage menées",
          unit: "actions",
          steps: [
            { threshold: 4, amountCents: 500_000 },
            { threshold: 6, amountCents: 750_000 },
          ],
          value: 5,
        },
        {
          label: "Délai du premier rendez-vous",
          unit: "jours",
          direction: "falling",
          steps: [{ threshold: 14, amountCents: 500_000 }],
          value: 12,
        },
      ],
    },
  ],
};

/** What changes with every dataset that a release loads. */
const UNSTABLE: Readonly<Record<string, JsonObject>> = { health: { revision: 3 } };

const REFUSED: Readonly<Partial<Record<ProblemName, readonly [address: string, init?: RequestInit]>>> = {
  BadRequest: ["/api/v1/departments?asOf=2024-02-30"],
  NotFound: ["/api/v1/communes/63133"],
  Unauthorized: ["/api/v1/analysis"],
  MethodNotAllowed: ["/api/v1/departments", { method: "POST" }],
  ContentTooLarge: ["/api/v1/funding/simulate", post("a".repeat(65 * 1024))],
  UnprocessableContent: ["/api/v1/funding/simulate", post({ population: -1, signedOn: "2024-10-14" })],
};

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** Two items tell what a list holds; the amounts of a simulation are kept, so that they sum. */
const KEPT = 2;
const WHOLE = new Set(["lines", "instalments"]);
const SHOWN_DEPARTMENTS = new Set<Json | undefined>(["2A", "63"]);

function shorten(value: Json, key = ""): Json {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const shown =
      key === "departments" && items.length > 100
        ? items.filter((item) => SHOWN_DEPARTMENTS.has((item as JsonObject).code))
        : WHOLE.has(key)
          ? items
          : items.slice(0, KEPT);
    return shown.map((item) => shorten(item));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shorten(inner, name)]));
}

/** A shortened record, with the citations that it still points to and their sources. */
function shortRecord(whole: JsonObject): JsonObject {
  const short = shorten({ ...whole, citations: [], sources: [] }) as JsonObject;
  const text = JSON.stringify(short);
  const citations = (whole.citations as readonly JsonObject[]).filter(({ id }) =>
    text.includes(`"${String(id)}"`),
  );
  const cited = new Set(citations.map(({ sourceId }) => sourceId));
  const sources = (whole.sources as readonly JsonObject[]).filter(({ id }) => cited.has(id ?? null));
  return { ...short, citations, sources };
}

/** Those of money last: an invented case is loaded for them, which the other examples must not show. */
const sorted = () => OPERATIONS.toSorted((a, b) => Number(a.byKey) - Number(b.byKey));

let key = "";
async function withMoney(): Promise<RequestInit> {
  if (key === "") {
    const database = await getDb();
    // A department of which no other example tells.
    await loadReferenceCase(database, { department: "15" });
    const { viewer } = await actor(database, "analyst", "Anne");
    const made = await makeKey({ viewer, now: new Date() }, { label: "exemple", months: "1" });
    if (made.ok) ({ key } = made.value);
  }
  return { headers: { authorization: `Bearer ${key}` } };
}

describeEmbedded("examples of the OpenAPI document", (engine) => {
  serveApi(engine);

  test("are what the API answers, its lists shortened", async () => {
    const examples: Record<string, { request?: Json; response: Json }> = {};
    for (const { id, request, answer, byKey } of sorted()) {
      if (answer === null) continue;
      const asked = byKey ? await withMoney() : request === null ? {} : post(SIMULATED);
      const response = await call(ASKED[id] ?? "", asked);
      expect(response.status).toBe(200);
      const whole = (await response.json()) as JsonObject;
      const short = id === "cptsRecord" ? shortRecord(whole) : shorten({ ...whole, ...UNSTABLE[id] });
      examples[id] = request === null ? { response: short } : { request: SIMULATED, response: short };
    }
    const problems: Record<string, Json> = {};
    for (const [name, [address, init]] of Object.entries(REFUSED)) {
      const body = await problem(address, init);
      expect(body.type).toMatch(new RegExp(`/${name}$`));
      problems[name] = body as unknown as Json;
    }
    const text = await format(JSON.stringify({ operations: examples, problems }), {
      parser: "json",
      printWidth: 110,
    });
    await expect(text).toMatchFileSnapshot(FILE);
  });
});
