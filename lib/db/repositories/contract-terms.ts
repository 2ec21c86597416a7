import type { IsoDay, Span } from "../../kernel/date";
import { dayOrNull, spanOf, type Tx } from "./rows";

/** When a contract runs: all that its years are counted from. */
export interface ContractTerms {
  readonly signed: Span;
  readonly termMonths: number;
  readonly endedOn: IsoDay | null;
}

/** The contracts of each of these CPTS, by id, in the order of their signature: the first is contract 1. */
export async function listContractTerms(
  tx: Tx,
  cptsIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ContractTerms[]>> {
  const rows = await tx.contract.findMany({
    where: { cptsId: { in: [...cptsIds] } },
    orderBy: [{ signedEarliest: "asc" }, { signedLatest: "asc" }],
    select: { cptsId: true, signedEarliest: true, signedLatest: true, termMonths: true, endedOn: true },
  });
  const found = new Map<string, ContractTerms[]>();
  for (const { cptsId, signedEarliest, signedLatest, termMonths, endedOn } of rows) {
    const terms = { signed: spanOf(signedEarliest, signedLatest), termMonths, endedOn: dayOrNull(endedOn) };
    found.set(cptsId, [...(found.get(cptsId) ?? []), terms]);
  }
  return found;
}
