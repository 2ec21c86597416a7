import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { HOME } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { TerritoryDuesView } from "@/components/money/TerritoryDuesView";
import { maySeeLedger, territoryDues } from "@/lib/queries/money";
import type { Query } from "@/lib/schemas/address";
import { duesInAddress } from "@/lib/schemas/dues-address";

export const metadata: Metadata = { title: "Échéancier", robots: { index: false } };

interface PageProps {
  readonly searchParams: Promise<Query>;
}

export default async function DuesPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const viewer = await signedInViewer("/espace/echeancier");
  if (!maySeeLedger(viewer)) notFound();
  const model = await territoryDues(viewer, await today(), duesInAddress(query));
  return (
    <>
      <PageHead
        crumbs={[HOME]}
        title="Échéancier"
        lead="Ce qui échoit, ce qui est en retard et ce qui est à reprendre, pour toutes vos CPTS."
      />
      <TerritoryDuesView model={model} query={query} />
    </>
  );
}
