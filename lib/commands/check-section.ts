import { claimsOn } from "../db/repositories/claims";
import type { CptsScope } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import { list } from "../format/fr";
import type { Contents, Section } from "../record/sections";
import { parseSection, type FieldIssue } from "../schemas/sections";
import { claimsFrom, type Claim } from "../territory/claims";

/** What the form alone says, then what only the database knows. */
export async function checkSection<S extends Section>(
  tx: Tx,
  scope: CptsScope,
  section: S,
  form: unknown,
): Promise<{ readonly content: Contents[S] } | { readonly issues: readonly FieldIssue[] }> {
  const parsed = parseSection(section, form);
  if ("issues" in parsed || section !== "territory") return parsed;
  const issues = await territoryIssues(tx, scope, parsed.content as Contents["territory"]);
  return issues.length > 0 ? { issues } : parsed;
}

/** Communes that the reference does not know, or that another CPTS holds and nobody says why. */
async function territoryIssues(
  tx: Tx,
  { cptsId }: CptsScope,
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
