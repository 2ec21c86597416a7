import type { z } from "zod";
import { AnalysisQuery, LedgerQuery } from "./analysis-parameters";
import { AsOfQuery, CptsQuery, NoQuery, SearchQuery } from "./parameters";
import type { ProblemName } from "./problems";
import { communeCode, departmentCode, slug } from "./values";

/** One address of the API, as the OpenAPI document describes it and the tests try it. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  readonly path: string;
  readonly tag: "Coverage" | "CPTS" | "Funding" | "Analysis" | "Site";
  readonly summary: string;
  readonly description: string;
  readonly pathParameters: Readonly<Record<string, z.ZodType>>;
  readonly query: z.ZodObject;
  /** Names in the registry of schemas; null: the OpenAPI document itself. */
  readonly request: string | null;
  readonly answer: string | null;
  readonly problems: readonly ProblemName[];
  /** For the holder of a key alone: its answer is kept by nobody, and has no ETag. */
  readonly byKey: boolean;
}

const READ: readonly ProblemName[] = ["BadRequest", "MethodNotAllowed", "InternalError"];
const READ_ONE: readonly ProblemName[] = ["BadRequest", "NotFound", "MethodNotAllowed", "InternalError"];

const READ_BY_KEY: readonly ProblemName[] = [
  "BadRequest",
  "Unauthorized",
  "Forbidden",
  "MethodNotAllowed",
  "TooManyRequests",
  "InternalError",
];

const read = (
  operation: Pick<Operation, "id" | "path" | "tag" | "summary" | "description" | "answer"> &
    Partial<Operation>,
): Operation => ({
  method: "get",
  pathParameters: {},
  query: AsOfQuery,
  request: null,
  problems: READ,
  byKey: false,
  ...operation,
});

export const OPERATIONS: readonly Operation[] = [
  read({
    id: "health",
    path: "/api/health",
    tag: "Site",
    summary: "Whether the server and its database answer",
    description: "For supervision. Never kept by a cache.",
    query: NoQuery,
    answer: "Health",
    problems: ["MethodNotAllowed", "ServiceUnavailable"],
  }),
  read({
    id: "departments",
    path: "/api/v1/departments",
    tag: "Coverage",
    summary: "Coverage of every department on a day",
    description:
      "As computed from the CPTS on record. `recordState` tells a department that is not covered from one that is not described.",
    answer: "DepartmentList",
  }),
  read({
    id: "departmentCoverage",
    path: "/api/v1/departments/{code}/coverage",
    tag: "Coverage",
    summary: "Coverage of one department on a day",
    description:
      "Exclusive stages that sum exactly, the CPTS of the department, its blank communes and, apart, the coverage that sources publish.",
    pathParameters: { code: departmentCode },
    answer: "DepartmentCoverage",
    problems: READ_ONE,
  }),
  read({
    id: "commune",
    path: "/api/v1/communes/{code}",
    tag: "Coverage",
    summary: "A commune and the CPTS that cover it on a day",
    description:
      "INSEE code, of the present code officiel géographique. The code of a former commune answers 404 and names its successors.",
    pathParameters: { code: communeCode },
    answer: "CommuneCoverage",
    problems: READ_ONE,
  }),
  read({
    id: "cptsList",
    path: "/api/v1/cpts",
    tag: "CPTS",
    summary: "CPTS on a day, by department or stage",
    description:
      "A CPTS that spans departments is in each. Population and communes are of its whole perimeter.",
    query: CptsQuery,
    answer: "CptsList",
    problems: READ_ONE,
  }),
  read({
    id: "cptsRecord",
    path: "/api/v1/cpts/{slug}",
    tag: "CPTS",
    summary: "The public record of a CPTS",
    description:
      "Its dated history, what sources state of it and the sources themselves. `asOf` moves where it stands; the record is always whole.",
    pathParameters: { slug },
    answer: "CptsRecord",
    problems: READ_ONE,
  }),
  read({
    id: "simulateFunding",
    method: "post",
    path: "/api/v1/funding/simulate",
    tag: "Funding",
    summary: "What one year of an ACI contract earns",
    description:
      "Line by line, with the mark and source of each amount, and the calendar of payments. A variable share follows the mission's achievement, or its indicators: what each earns is then told. Stateless: nothing is recorded.",
    query: NoQuery,
    request: "SimulationRequest",
    answer: "Simulation",
    problems: ["BadRequest", "MethodNotAllowed", "ContentTooLarge", "UnprocessableContent", "InternalError"],
  }),
  read({
    id: "analysis",
    path: "/api/v1/analysis",
    tag: "Analysis",
    summary: "Due, paid and spent, summed by any grouping",
    description:
      "The figures of the page /analyse, over the CPTS that the key’s account sees: those of an agent’s departments, all for analysts and administrators. Not open data.",
    query: AnalysisQuery,
    answer: "Analysis",
    problems: READ_BY_KEY,
    byKey: true,
  }),
  read({
    id: "ledger",
    path: "/api/v1/ledger",
    tag: "Analysis",
    summary: "Due, paid and spent, line by line",
    description:
      "What the summaries are made of: one row per CPTS, contract year and line, over the CPTS that the key’s account sees. Read on with `next`. Not open data.",
    query: LedgerQuery,
    answer: "Ledger",
    problems: READ_BY_KEY,
    byKey: true,
  }),
  read({
    id: "search",
    path: "/api/v1/search",
    tag: "Site",
    summary: "Pages of the site by name or code",
    description:
      "Regions and departments, communes, CPTS. Accents, case and « st » for « saint » do not matter.",
    query: SearchQuery,
    answer: "SearchResults",
  }),
  read({
    id: "openapi",
    path: "/api/v1/openapi.json",
    tag: "Site",
    summary: "This document",
    description: "Generated from the schemas that the answers are tested with.",
    query: NoQuery,
    answer: null,
  }),
];
