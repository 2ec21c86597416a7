import type { Problem as ProblemBody } from "@/lib/schemas/api/answers";
import { PROBLEMS, type ProblemName } from "@/lib/schemas/api/problems";

type Members = Partial<Pick<ProblemBody, "errors" | "successors">>;

/** A request that cannot be answered, as RFC 9457 says it; thrown by a route, answered by `answering`. */
export class Problem extends Error {
  override name = "Problem";

  /** @param detail in French: what is wrong and how to mend it. */
  constructor(
    readonly kind: ProblemName,
    detail: string,
    readonly members: Members = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }

  get status(): number {
    return PROBLEMS[this.kind].status;
  }

  body(address: string): ProblemBody {
    const { status, title } = PROBLEMS[this.kind];
    const type = `/api/v1/openapi.json#/components/responses/${this.kind}`;
    return { type, title, status, detail: this.message, instance: address, ...this.members };
  }
}

export function unknownDepartment(code: string): Problem {
  return new Problem(
    "NotFound",
    `Aucun département n’a le code « ${code} ». Un code a deux ou trois caractères, par exemple 01, 2A, 63 ou 971 ; /api/v1/departments les liste tous.`,
  );
}
