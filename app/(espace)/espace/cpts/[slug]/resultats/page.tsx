import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { YearsTable } from "@/components/results/YearsTable";
import { count } from "@/lib/format/fr";
import { resultsPage } from "@/lib/queries/results";
import { RecordMenu } from "../../RecordMenu";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const metadata: Metadata = { title: "Résultats", robots: { index: false } };

export default async function ResultsPage({ params }: PageProps) {
  const { slug } = await params;
  const home = `/espace/cpts/${slug}`;
  const viewer = await signedInViewer(`${home}/resultats`);
  const page = await resultsPage(viewer, slug, await today());
  if (!page) notFound();
  const waiting = page.years.filter(({ state }) => state === "to_propose").length;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page)}
        title="Résultats"
        facts={waiting > 0 ? `${count(waiting, "année")} à proposer` : page.name}
        lead="Ce qui mesure le volet variable, année de contrat par année de contrat : la coordination propose, l’agent de l’ARS ou de la CPAM arrête au dialogue de gestion. Le montant atteint est calculé, jamais saisi."
      />
      <RecordMenu slug={slug} current="results" />
      {page.years.length === 0 ? (
        <p className="empty-list">
          Aucun contrat sur la fiche&nbsp;: les années de contrat se comptent à partir de sa signature.{" "}
          <a href={`${home}/contrat`}>Étapes et contrat</a>
        </p>
      ) : (
        <YearsTable page={page} />
      )}
    </>
  );
}
