import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { FinanceView } from "@/components/money/FinanceView";
import { financePage } from "@/lib/queries/money";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../RecordMenu";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Financement", robots: { index: false } };

export default async function FinancePage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const viewer = await signedInViewer(`/espace/cpts/${slug}/financement`);
  const page = await financePage(viewer, slug, await today(), query);
  if (!page) notFound();
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page)}
        title="Financement"
        facts={page.name}
        lead="Ce que le contrat rend dû, ce qui a été versé et dépensé, ligne par ligne, et pourquoi."
      />
      <RecordMenu slug={slug} current="finance" />
      <FinanceView page={page} />
    </>
  );
}
