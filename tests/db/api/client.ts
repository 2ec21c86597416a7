import { beforeAll, vi } from "vitest";
import type { z } from "zod";
import * as health from "@/app/api/health/route";
import * as unknown from "@/app/api/v1/[[...address]]/route";
import * as analysis from "@/app/api/v1/analysis/route";
import * as commune from "@/app/api/v1/communes/[code]/route";
import * as cptsRecord from "@/app/api/v1/cpts/[slug]/route";
import * as cptsList from "@/app/api/v1/cpts/route";
import * as coverage from "@/app/api/v1/departments/[code]/coverage/route";
import * as departments from "@/app/api/v1/departments/route";
import * as simulate from "@/app/api/v1/funding/simulate/route";
import * as ledger from "@/app/api/v1/ledger/route";
import * as openapi from "@/app/api/v1/openapi.json/route";
import * as search from "@/app/api/v1/search/route";
import { Problem } from "@/lib/schemas/api";
import { useDatabase, type Engine } from "../harness";

/** Calls the routes as Next does, without a socket; tests/e2e/api.spec.ts goes through the real server. */

export const TODAY = "2026-11-23";
const HOST = "http://maillage.test";

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
type Route = Readonly<Record<string, unknown>>;

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/api\/health$/, health],
  [/^\/api\/v1\/departments$/, departments],
  [/^\/api\/v1\/departments\/(?<code>[^/]+)\/coverage$/, coverage],
  [/^\/api\/v1\/cpts$/, cptsList],
  [/^\/api\/v1\/cpts\/(?<slug>[^/]+)$/, cptsRecord],
  [/^\/api\/v1\/communes\/(?<code>[^/]+)$/, commune],
  [/^\/api\/v1\/funding\/simulate$/, simulate],
  [/^\/api\/v1\/openapi\.json$/, openapi],
  [/^\/api\/v1\/search$/, search],
  [/^\/api\/v1\/analysis$/, analysis],
  [/^\/api\/v1\/ledger$/, ledger],
  [/^\/api\/v1/, unknown],
];

/** A loaded database for the suite, on the day of the public documents' description. */
export function serveApi(engine: Engine): void {
  beforeAll(async () => {
    vi.stubEnv("MAILLAGE_TODAY", TODAY);
    useDatabase(await engine.copy());
  });
}

export async function call(address: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(HOST + address, init);
  const { pathname } = new URL(request.url);
  for (const [pattern, route] of ROUTES) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const params = Promise.resolve({ ...match.groups } as never);
    return (route[request.method] as Handler)(request, { params });
  }
  throw new Error(`no route for ${address}`);
}

/** The answer to a GET, which must be as its schema says to the last field. */
export async function get<T extends z.ZodType>(address: string, schema: T): Promise<z.infer<T>> {
  const response = await call(address);
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${address}: ${JSON.stringify(body)}`);
  return schema.parse(body);
}

/** The problem that a request meets, which must be as its schema says. */
export async function problem(address: string, init: RequestInit = {}): Promise<Problem> {
  const response = await call(address, init);
  const body = Problem.parse(await response.json());
  if (response.headers.get("content-type") !== "application/problem+json") throw new Error("no problem type");
  if (response.status !== body.status) throw new Error(`${response.status} says ${body.status}`);
  return body;
}

export function post(body: unknown): RequestInit {
  return { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
}
