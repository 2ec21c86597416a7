import type { ImportedCpts, HeldMembership } from "../../record/import-terms";
import { EMPTY_DOSSIER } from "../../record/dossier";
import { type Tx, type ShareColumns, shareOf, spanOf } from "./rows";

interface MembershipRow extends ShareColumns {
  readonly id: string;
  readonly cptsId: string;
  readonly commune: string;
  readonly from: string;
  readonly to: string | null;
  readonly basis: "declared" | "estimated";
  readonly note: string | null;
}

/** All the CPTS as an import finds them, by slug. */
export async function listImportedCpts(tx: Tx): Promise<ImportedCpts[]> {
  const rows = await tx.cpts.findMany({
    orderBy: { slug: "asc" },
    select: {
      id: true,
      slug: true,
      name: true,
      version: true,
      departments: { select: { departmentCode: true }, orderBy: { rank: "asc" } },
      events: { select: { kind: true, earliest: true, latest: true } },
      contracts: { select: { signedEarliest: true, signedLatest: true } },
      figures: { select: { measure: true, value: true, asOfEarliest: true, asOfLatest: true } },
      counts: {
        select: { profession: true, scope: true, count: true, asOfEarliest: true, asOfLatest: true },
      },
      identity: true,
      submissions: { where: { status: "submitted" }, select: { content: true } },
    },
  });
  // Prisma would build an object of each of the 35,000 communes twice.
  const memberships = await tx.$queryRaw<MembershipRow[]>`
    SELECT id::text, cpts_id::text AS "cptsId", commune_code AS "commune", valid_from::text AS "from",
      valid_to::text AS "to", partial, share_numerator AS "shareNumerator",
      share_denominator AS "shareDenominator", basis::text AS "basis", note
    FROM perimeter_membership ORDER BY cpts_id, commune_code, valid_from`;
  const byCpts = new Map<string, HeldMembership[]>();
  for (const { cptsId, partial, shareNumerator, shareDenominator, ...one } of memberships) {
    const share = shareOf({ partial, shareNumerator, shareDenominator });
    const held = byCpts.get(cptsId);
    if (held) held.push({ ...one, share });
    else byCpts.set(cptsId, [{ ...one, share }]);
  }
  return rows.map((row): ImportedCpts => {
    const waiting = row.submissions.flatMap(({ content }) => Object.keys(content as object));
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      version: row.version,
      departments: row.departments.map(({ departmentCode }) => departmentCode),
      events: row.events.map(({ kind, earliest, latest }) => ({ kind, when: spanOf(earliest, latest) })),
      signed: row.contracts.map(({ signedEarliest, signedLatest }) => spanOf(signedEarliest, signedLatest)),
      memberships: byCpts.get(row.id) ?? [],
      figures: row.figures.map(({ measure, value, asOfEarliest, asOfLatest }) => ({
        measure,
        value,
        asOf: spanOf(asOfEarliest, asOfLatest),
      })),
      counts: row.counts.map(({ profession, scope, count, asOfEarliest, asOfLatest }) => ({
        profession,
        scope,
        count,
        asOf: spanOf(asOfEarliest, asOfLatest),
      })),
      identity: row.identity
        ? {
            legalForm: row.identity.legalForm,
            siret: row.identity.siret,
            address: row.identity.address,
            email: row.identity.email,
            phone: row.identity.phone,
            website: row.identity.website,
          }
        : EMPTY_DOSSIER.identity,
      waits: { territory: waiting.includes("territory"), contract: waiting.includes("contract") },
    };
  });
}
