import { z } from "zod";
import { SimulatedIndicator, SimulatedMission, SimulatedStep, SimulationRequest } from "./api";
import examples from "./api/examples.json";
import { OPERATIONS, type Operation } from "./api/operations";
import { PROBLEMS, type ProblemName } from "./api/problems";
import { API_SCHEMAS } from "./api/registry";

type Json = Readonly<Record<string, unknown>>;

const DESCRIPTION = `Coverage and funding of France's CPTS (communautés professionnelles territoriales de santé), read by anyone, for any day.

**How to read it.** Coverage is computed from the CPTS on record here, which are not all those of France: \`recordState\` says what a rate of 0 means. Estimated perimeters are told apart everywhere (\`estimated\`, \`perimeter\`, \`basis\`); computed and published figures stand side by side and are never merged. \`null\` is « not communicated », never 0. Amounts are integer euro cents; days are ISO 8601; texts are in French. Every answer may gain fields; none is renamed or removed within version 1.

**Reading again.** Answers carry an ETag: send it back in If-None-Match and get 304 while nothing has changed.

**Not published here.** Names of persons; what coordinators enter and have not made public (budgets, spending, indicators, supporting documents); payments really made, unless a source states them (but in summaries, to those who hold a key); the text of contracts; patients' data of any kind; geometry (static files under /geo/); populations of other years or below the commune; any write. Accounts and their data have no public address.`;

let built: Json | undefined;

/** The OpenAPI 3.1 document of the public API, from the zod schemas; built once. */
export function openApiDocument(): Json {
  return (built ??= {
    openapi: "3.1.1",
    info: {
      title: "Maillage",
      version: "1.0.0",
      summary: "Coverage and funding of France's CPTS",
      description: DESCRIPTION,
      license: { name: "Code: MIT. Data: Licence Ouverte 2.0 (Etalab)", identifier: "MIT AND etalab-2.0" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "/", description: "The server that gives this document." }],
    externalDocs: { url: "/methode", description: "How figures are computed, source by source (French)." },
    tags: [
      { name: "Coverage", description: "Territories on a day." },
      { name: "CPTS", description: "The communities themselves." },
      { name: "Funding", description: "What an ACI contract earns." },
      { name: "Analysis", description: "Money of many CPTS together, for the holders of a key." },
      { name: "Site", description: "Search, health, this document." },
    ],
    security: [],
    paths: pathsOf(OPERATIONS),
    components: {
      schemas: componentSchemas(),
      responses: problemResponses(),
      headers: HEADERS,
      securitySchemes: { key: KEY },
    },
  });
}

const KEY = {
  type: "http",
  scheme: "bearer",
  description:
    "A key made at /espace/compte by an account that reads these figures: `Authorization: Bearer maillage_…`. It reads with the rights that its account has at each request. At most 300 requests in five minutes.",
};

const HEADERS = {
  ETag: {
    description: "Names this very answer; send it back in If-None-Match.",
    schema: { type: "string", examples: ['"Xn3q0v7wJ2k5dS8yPfA1bC4eG6h"'] },
  },
};

function pathsOf(operations: readonly Operation[]): Json {
  return Object.fromEntries(
    operations.map((operation) => [operation.path, { [operation.method]: describe(operation) }]),
  );
}

function describe(operation: Operation): Json {
  const { id, method, tag, summary, description, request, answer, problems, byKey } = operation;
  const isTagged = method === "get" && !byKey;
  const parameters = [
    ...Object.entries(operation.pathParameters).map(([name, schema]) =>
      parameter(name, "path", true, plain(schema)),
    ),
    ...queryParameters(operation.query),
  ];
  const given: Json = (examples.operations as Readonly<Record<string, Json>>)[id] ?? {};
  const content = answer === null ? { schema: { type: "object" } } : { schema: ref("schemas", answer) };
  const notModified = isTagged ? { 304: { description: "Nothing has changed since that ETag." } } : {};
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    ...(byKey && { security: [{ key: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(request && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: ref("schemas", request), ...exampleOf(given.request) } },
      },
    }),
    responses: {
      200: {
        description: summary,
        ...(isTagged && { headers: { ETag: ref("headers", "ETag") } }),
        content: { "application/json": { ...content, ...exampleOf(given.response) } },
      },
      ...notModified,
      ...Object.fromEntries(problems.map((name) => [PROBLEMS[name].status, ref("responses", name)])),
    },
  };
}

const exampleOf = (example: unknown) => (example === undefined ? {} : { example });

function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = plain(query) as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) =>
    parameter(name, "query", required.includes(name), schema),
  );
}

function parameter(name: string, place: "path" | "query", required: boolean, schema: Json): Json {
  const { description, ...rest } = schema;
  return { name, in: place, required, description, schema: rest };
}

/** A schema on its own, without what only a whole document needs. */
function plain(schema: z.ZodType): Json {
  return without(
    z.toJSONSchema(schema, {
      target: "draft-2020-12",
      io: "input",
      override,
    }),
  );
}

function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(API_SCHEMAS, {
    target: "draft-2020-12",
    io: "input",
    uri: (id) => `#/components/schemas/${id}`,
    override,
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .map(([id, schema]): [string, Json] => [id, without(schema)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The document says once which dialect it is in, and where its schemas are. */
function without(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "$id"));
}

/** Requests are closed; answers stay open, so that fields may be added to them within version 1. */
const CLOSED = new Set<unknown>([SimulationRequest, SimulatedMission, SimulatedIndicator, SimulatedStep]);

const override: NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"] = ({
  zodSchema,
  jsonSchema,
}) => {
  if (jsonSchema.additionalProperties === false && !CLOSED.has(zodSchema))
    delete jsonSchema.additionalProperties;
  // What zod says of every integer says nothing to a reader.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** The header that says more of a problem. */
const TOLD: Partial<Record<ProblemName, string>> = {
  MethodNotAllowed: "Allow",
  TooManyRequests: "Retry-After",
  Unauthorized: "WWW-Authenticate",
};

function problemResponses(): Json {
  const given: Partial<Record<ProblemName, object>> = examples.problems;
  return Object.fromEntries(
    (Object.keys(PROBLEMS) as ProblemName[]).map((name) => {
      const { title, description } = PROBLEMS[name];
      const told = TOLD[name];
      const headers = told && { headers: { [told]: { required: true, schema: { type: "string" } } } };
      const content = {
        "application/problem+json": { schema: ref("schemas", "Problem"), ...exampleOf(given[name]) },
      };
      return [name, { description: `${title}. ${description}`, ...headers, content }];
    }),
  );
}

const ref = (kind: "schemas" | "responses" | "headers", name: string) => ({
  $ref: `#/components/${kind}/${name}`,
});
