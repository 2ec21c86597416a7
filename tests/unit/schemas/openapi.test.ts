import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { Problem } from "@/lib/schemas/api";
import examples from "@/lib/schemas/api/examples.json";
import { OPERATIONS } from "@/lib/schemas/api/operations";
import { PROBLEMS } from "@/lib/schemas/api/problems";
import { API_SCHEMAS } from "@/lib/schemas/api/registry";
import { openApiDocument } from "@/lib/schemas/openapi";

interface Media {
  readonly schema: object;
  readonly example?: unknown;
}
interface Described {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Record<string, Media> }>
  >;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Described>>>>;

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  readonly openapi: string;
  readonly paths: Paths;
  readonly components: {
    readonly schemas: Record<string, object>;
    readonly responses: Record<string, object>;
  };
};
const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));

/** The JSON Schema engine that the OpenAPI validator itself uses. */
interface Ajv {
  addSchema(schema: object, id: string): void;
  validate(schema: object, value: unknown): boolean;
  errorsText(): string;
}
function schemaEngine(): Ajv {
  const load = createRequire(createRequire(import.meta.url).resolve("@seriousme/openapi-schema-validator"));
  const { Ajv2020 } = load("ajv/dist/2020.js") as { Ajv2020: new (options: object) => Ajv };
  const addFormats = load("ajv-formats") as (engine: Ajv) => void;
  const engine = new Ajv2020({ strict: false, allErrors: true });
  addFormats(engine);
  engine.addSchema(document, "doc");
  return engine;
}

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1, every reference resolved", async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(refs.length).toBeGreaterThan(50);
    const components = document.components as Readonly<Record<string, Readonly<Record<string, object>>>>;
    for (const [, kind = "", name = ""] of refs) expect(components[kind]).toHaveProperty(name);
  });

  test("describes every route of the API, and no other", () => {
    const root = path.join(process.cwd(), "app", "api");
    // Sign-in and the private part serve this site's own pages: they are no interface for others.
    const own = /^(auth|espace)\b/;
    const routes = fs
      .readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === "route.ts" && !file.includes("[...") && !own.test(file))
      .map((file) => `/api/${path.dirname(file).split(path.sep).join("/")}`.replaceAll(/\[(\w+)\]/g, "{$1}"));
    expect(Object.keys(document.paths).toSorted()).toEqual(routes.toSorted());
    for (const { method, path: address } of OPERATIONS) {
      expect(Object.keys(document.paths[address] ?? {})).toEqual([method]);
    }
  });

  test("describes every parameter, and every problem", () => {
    for (const { parameters = [] } of described) {
      for (const parameter of parameters) expect(parameter.description).toBeTruthy();
    }
    for (const [address, methods] of Object.entries(document.paths)) {
      const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const [operation] = Object.values(methods);
      const inPath = operation?.parameters?.filter((parameter) => parameter.in === "path") ?? [];
      expect(inPath.map(({ name }) => name)).toEqual(names);
      expect(Object.keys(operation?.responses ?? {})).toContain("405");
    }
    expect(Object.keys(document.components.responses)).toEqual(Object.keys(PROBLEMS));
  });

  test("gives each schema a description, and its examples satisfy it as JSON Schema", () => {
    const engine = schemaEngine();
    let tried = 0;
    for (const { operationId, requestBody, responses } of described) {
      const media = [requestBody?.content, responses["200"]?.content].flatMap((content) =>
        Object.values(content ?? {}),
      );
      for (const { schema, example } of media) {
        if (example === undefined) continue;
        tried += 1;
        const name = (schema as { $ref: string }).$ref.replace("#/components/schemas/", "");
        const valid = engine.validate({ $ref: `doc#/components/schemas/${name}` }, example);
        expect(valid, `${operationId}: ${engine.errorsText()}`).toBe(true);
      }
    }
    expect(tried).toBe(Object.keys(examples.operations).length + 1);
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect(schema, name).toHaveProperty("description");
    }
    // The engine does refuse: an example that lost a field is no example.
    expect(engine.validate({ $ref: "doc#/components/schemas/Health" }, { status: "ok" })).toBe(false);
  });

  test("names schemas once, and holds each example that the schemas, strict, accept", () => {
    for (const example of Object.values(examples.problems)) expect(Problem.parse(example)).toEqual(example);
    const schemas = [...API_SCHEMAS._idmap.entries()];
    for (const { id, request, answer } of OPERATIONS) {
      const example = (
        examples.operations as Readonly<Record<string, { request?: unknown; response: unknown }>>
      )[id];
      for (const [name, value] of [
        [request, example?.request],
        [answer, example?.response],
      ] as const) {
        if (name === null) continue;
        const schema = schemas.find(([known]) => known === name)?.[1] as
          { parse(value: unknown): unknown } | undefined;
        expect(schema?.parse(value), `${id}: ${name}`).toBeDefined();
      }
    }
  });

  test("says what is not published, under which licences, on which server", () => {
    const text = JSON.stringify(document);
    expect(text).toContain("Not published here");
    expect(text).toContain("Licence Ouverte");
    expect(document).toMatchObject({ servers: [{ url: "/" }] });
    expect(text).not.toContain("localhost");
  });
});
