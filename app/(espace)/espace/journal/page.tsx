import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { AuditFilters } from "@/components/espace/AuditFilters";
import { AuditList } from "@/components/espace/AuditList";
import { HOME } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { IgnoredNotice } from "@/components/ui/Notice";
import { can } from "@/lib/auth/can";
import { AUDIT_KINDS, isAuditKind } from "@/lib/format/audit/kinds";
import { journal } from "@/lib/queries/audit";
import { addressWith, type Query } from "@/lib/schemas/address";
import { auditInAddress } from "@/lib/schemas/audit-address";

export const metadata: Metadata = { title: "Journal", robots: { index: false } };

interface PageProps {
  readonly searchParams: Promise<Query>;
}

const PATH = "/espace/journal";

export default async function JournalPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const viewer = await signedInViewer(PATH);
  // Whoever may not read it is not told that it is there.
  if (!can(viewer, "read", "journal")) notFound();
  const model = await journal(viewer, auditInAddress(query));
  return (
    <>
      <PageHead
        crumbs={[HOME]}
        title="Journal"
        lead="Chaque écriture, chaque décision et chaque export, du plus récent au plus ancien. La base refuse d’en changer une ligne."
        actions={
          <form method="post" action={addressWith("/api/espace/journal/export", query, { avant: null })}>
            <button className="btn" type="submit">
              Exporter en CSV
            </button>
          </form>
        }
      />
      <IgnoredNotice ignored={model.ignored} />
      <AuditFilters
        path={PATH}
        kinds={Object.keys(AUDIT_KINDS).filter(isAuditKind)}
        kind={model.kind}
        address={model.address}
        bySubject
      />
      <p className="note">
        L’export reprend ces filtres, du plus récent au plus ancien, et s’inscrit lui-même au journal. Les
        contacts des CPTS n’y figurent pas.
      </p>
      <AuditList lines={model.lines} next={model.next} path={PATH} query={query} withSubject />
    </>
  );
}
