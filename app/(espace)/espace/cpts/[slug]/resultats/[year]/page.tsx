import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Done } from "@/components/dossier/Done";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { ReopenForm } from "@/components/results/ReopenForm";
import { ResultsForm } from "@/components/results/ResultsForm";
import { ResultTables } from "@/components/results/ResultTables";
import { YearStanding } from "@/components/results/YearStanding";
import { periodWords } from "@/components/results/YearsTable";
import { YEAR_STATE, yearOfSlug } from "@/lib/format/labels-results";
import { yearPage } from "@/lib/queries/results";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../../RecordMenu";
import { reopenAction, resultsAction } from "../actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string; readonly year: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Résultats d’une année", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  enregistrement: "Les résultats sont enregistrés.",
  proposition: "Les résultats sont proposés à l’ARS et à la CPAM, qui les arrêteront au dialogue de gestion.",
  arret: "L’année est arrêtée.",
  reouverture: "L’année est rouverte, telle qu’elle avait été arrêtée.",
};

export default async function OneYearPage({ params, searchParams }: PageProps) {
  const [{ slug, year }, query] = await Promise.all([params, searchParams]);
  const home = `/espace/cpts/${slug}`;
  const viewer = await signedInViewer(`${home}/resultats/${year}`);
  const ref = yearOfSlug(year);
  const page = ref && (await yearPage(viewer, slug, ref, await today()));
  if (!page) notFound();
  const done = typeof query.fait === "string" ? DONE[query.fait] : undefined;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page, { label: "Résultats", href: `${home}/resultats` })}
        title={`Résultats de l’année ${page.ref.year}`}
        facts={periodWords(page.start, page.end)}
        chips={<span className="chip">{YEAR_STATE[page.state]}</span>}
      />
      <RecordMenu slug={slug} current="results" isPage={false} />
      {done && <Done>{done}</Done>}
      <YearStanding page={page} />
      {page.results.missions.length === 0 ? (
        <p className="empty-list">
          Aucune mission n’était engagée cette année-là&nbsp;: il n’y a pas de volet variable.{" "}
          <a href={`${home}/missions`}>Missions</a>
        </p>
      ) : page.mayFill ? (
        <ResultsForm page={page} action={resultsAction.bind(null, slug, page.ref)} />
      ) : (
        <ResultTables
          slug={slug}
          results={page.results}
          outcomes={page.outcomes}
          documents={page.documents}
        />
      )}
      {page.mayReopen && (
        <ReopenForm action={reopenAction.bind(null, slug, page.ref)} version={page.version} />
      )}
    </>
  );
}
