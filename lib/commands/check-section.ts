import type { CptsScope } from "../db/repositories/kept";
import type { Tx } from "../db/repositories/rows";
import type { Contents, Section } from "../record/sections";
import { parseSection, type FieldIssue } from "../schemas/sections";

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

/** Communes that the reference does not know. */
async function territoryIssues(
  tx: Tx,
  _scope: CptsScope,
  { communes }: Contents["territory"],
): Promise<FieldIssue[]> {
  const known = await tx.commune.findMany({
    where: { code: { in: communes.map(({ code }) => code) } },
    select: { code: true },
  });
  const codes = new Set(known.map(({ code }) => code));
  return communes.flatMap(({ code }, index) =>
    codes.has(code)
      ? []
      : [
          {
            path: ["communes", index, "code"],
            message: `${code} n’est le code d’aucune commune d’aujourd’hui\u00a0: retirez-le`,
          },
        ],
  );
}
