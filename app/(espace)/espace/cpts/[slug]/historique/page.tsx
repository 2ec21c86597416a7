import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { AuditFilters } from "@/components/espace/AuditFilters";
import { AuditList } from "@/components/espace/AuditList";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { IgnoredNotice } from "@/components/ui/Notice";
import { RECORD_KINDS } from "@/lib/format/audit/kinds";
import { recordHistory } from "@/lib/queries/audit";
import type { Query } from "@/lib/schemas/address";
import { auditInAddress } from "@/lib/schemas/audit-address";
import { RecordMenu } from "../../RecordMenu";

export const metadata: Metadata = { title: "Historique de la fiche", robots: { index: false } };

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export default async function HistoryPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const path = `/espace/cpts/${slug}/historique`;
  const viewer = await signedInViewer(path);
  const history = await recordHistory(viewer, slug, auditInAddress(query));
  if (history === null) notFound();
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(history)}
        title="Historique de la fiche"
        lead="Tout ce qui a été saisi, enregistré, proposé et décidé, du plus récent au plus ancien. Rien ne s’en efface."
      />
      <RecordMenu slug={slug} current="history" />
      <IgnoredNotice ignored={history.ignored} />
      <AuditFilters
        path={path}
        kinds={RECORD_KINDS}
        kind={history.kind}
        address={history.address}
        people={history.people}
      />
      <AuditList lines={history.lines} next={history.next} path={path} query={query} />
    </>
  );
}
