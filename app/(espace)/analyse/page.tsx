import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { AnalysisView } from "@/components/analysis/AnalysisView";
import { HOME } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { CopyLink } from "@/components/ui/CopyLink";
import { analysisCharts, summary } from "@/lib/queries/analysis";
import { maySeeLedger } from "@/lib/queries/money";
import { addressWith, type Query } from "@/lib/schemas/address";
import { analysisInAddress } from "@/lib/schemas/analysis-address";
import { analysisApiQuery } from "@/lib/schemas/api/analysis-parameters";

export const metadata: Metadata = { title: "Analyse", robots: { index: false } };

interface PageProps {
  readonly searchParams: Promise<Query>;
}

export default async function AnalysisPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const viewer = await signedInViewer(addressWith("/analyse", query, {}));
  if (!maySeeLedger(viewer)) forbidden();
  const day = await today();
  const model = await summary(viewer, day, analysisInAddress(query));
  const charts = await analysisCharts(viewer, day, model.address);
  return (
    <>
      <PageHead crumbs={[HOME]} title="Analyse" actions={<CopyLink />} />
      <AnalysisView
        model={model}
        charts={charts}
        apiHref={addressWith("/api/v1/analysis", analysisApiQuery(model.address), {})}
      />
    </>
  );
}
