import { claimsOn } from "../db/repositories/claims";
import type { Tx } from "../db/repositories/rows";
import { count, list } from "../format/fr";
import { mismatchWords } from "../format/indicators";
import { indicatorSums, mismatches } from "../funding";
import type { IsoDay } from "../kernel/date";
import { variableEnvelopes } from "../queries/variable-envelopes";
import type { World } from "../queries/world";
import type { KeptRecord } from "../record/dossier";
import type { Contents, Section } from "../record/sections";
import { parseSection, type FieldIssue } from "../schemas/sections";
import { claimsFrom, type Claim } from "../territory/claims";

/** What a section is judged against. */
export interface CheckContext {
  readonly cptsId: string;
  /** The record, with the sections that take effect together with this one. */
  readonly kept: KeptRecord;
  readonly today: IsoDay;
  /**
   * Opened before the transaction, in which nothing else may read: what the sums of the indicators ask for.
   * Null where the section cannot be that one.
   */
  readonly world: World | null;
}

/** What the form alone says, then what only the database knows. */
export async function checkSection<S extends Section>(
  tx: Tx,
  context: CheckContext,
  section: S,
  form: unknown,
): Promise<{ readonly content: Contents[S] } | { readonly issues: readonly FieldIssue[] }> {
  const parsed = parseSection(section, form);
  if ("issues" in parsed) return parsed;
  const issues =
    section === "territory"
      ? await territoryIssues(tx, context, parsed.content as Contents["territory"])
      : section === "indicators"
        ? indicatorIssues(context, parsed.content as Contents["indicators"])
        : [];
  return issues.length > 0 ? { issues } : parsed;
}

/** Indicators of a contract that is not there, or that do not share out the envelope of their line. */
function indicatorIssues(
  { kept: { record }, today, world }: CheckContext,
  { indicators }: Contents["indicators"],
): FieldIssue[] {
  if (world === null) throw new Error("indicators are checked against the world of the CPTS");
  const contracts = record.contracts.length;
  const unknown = indicators.flatMap(({ contract }, index): FieldIssue[] =>
    contract <= contracts
      ? []
      : [{ path: ["indicators", index, "contract"], message: noContract(contracts) }],
  );
  if (unknown.length > 0) return unknown;
  return variableEnvelopes(world, record, today).flatMap(({ contract, envelopes }) =>
    mismatches(
      indicatorSums(
        indicators.filter((one) => one.contract === contract),
        envelopes,
      ),
    ).map((sum): FieldIssue => ({
      path: ["sums"],
      message: mismatchWords(sum, contracts > 1 ? contract : null),
    })),
  );
}

const noContract = (contracts: number): string =>
  contracts === 0
    ? "n’est pas sur la fiche\u00a0: ajoutez-le d’abord dans «\u00a0Étapes et contrat\u00a0»"
    : `n’est pas sur la fiche, qui a ${count(contracts, "contrat")}\u00a0: choisissez-en un, ou ajoutez-le d’abord dans «\u00a0Étapes et contrat\u00a0»`;

/** Communes that the reference does not know, or that another CPTS holds and nobody says why. */
async function territoryIssues(
  tx: Tx,
  { cptsId }: CheckContext,
  { from, communes }: Contents["territory"],
): Promise<FieldIssue[]> {
  const codes = communes.map(({ code }) => code);
  const known = await tx.commune.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
  });
  const nameOf = new Map(known.map(({ code, name }) => [code, name]));
  const claims = await claimsOn(tx, codes, cptsId);
  return communes.flatMap(({ code, note }, index): FieldIssue[] => {
    const name = nameOf.get(code);
    if (name === undefined) {
      return [
        {
          path: ["communes", index, "code"],
          message: `${code} n’est le code d’aucune commune d’aujourd’hui\u00a0: retirez-le`,
        },
      ];
    }
    const held = claimsFrom(claims.get(code) ?? [], from);
    return held.length > 0 && note === null
      ? [{ path: ["communes", index, "note"], message: whyKept(name, code, held) }]
      : [];
  });
}

function whyKept(name: string, code: string, claims: readonly Claim[]): string {
  const holders = list([
    ...new Set(
      claims.map((claim) => `${claim.name}${claim.basis === "estimated" ? " (périmètre estimé)" : ""}`),
    ),
  ]);
  return `est obligatoire\u00a0: ${name} (${code}) est aussi dans ${holders}. Retirez la commune, ou dites pourquoi vous la gardez`;
}
