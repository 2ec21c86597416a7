import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Done } from "@/components/dossier/Done";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { SpendingForm } from "@/components/money/SpendingForm";
import { SpendingRead } from "@/components/money/SpendingRead";
import { SpendingYears } from "@/components/money/SpendingYears";
import { yearLabel } from "@/components/money/words";
import { IgnoredNotice } from "@/components/ui/Notice";
import { instant } from "@/lib/format/instant";
import { spendingPage } from "@/lib/queries/spending";
import type { Query } from "@/lib/schemas/address";
import { yearRefText } from "@/lib/schemas/year-ref";
import { RecordMenu } from "../../RecordMenu";
import { spendingAction } from "./actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Dépenses", robots: { index: false } };

export default async function SpendingYearPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const path = `/espace/cpts/${slug}/depenses`;
  const viewer = await signedInViewer(path);
  const asked = typeof query.annee === "string" && query.annee !== "" ? query.annee : null;
  const page = await spendingPage(viewer, slug, asked, await today());
  if (!page) notFound();
  const { year, sheet, totals, savedAt } = page;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page)}
        title="Dépenses"
        facts={page.name}
        lead="Ce que la CPTS a prévu et dépensé, par année de contrat, ligne de l’accord et nature de dépense."
        actions={
          <a className="btn" href={`/espace/cpts/${slug}/indemnites`}>
            Plafond des indemnités
          </a>
        }
      />
      <RecordMenu slug={slug} current="spending" />
      {query.fait === "enregistrement" && <Done>Les dépenses de l’année sont enregistrées.</Done>}
      <IgnoredNotice ignored={[page.ignored]} />
      {year === null || sheet === null || totals === null ? (
        <p className="note empty-list">
          Les dépenses se suivent par année de contrat, et aucun contrat n’est enregistré pour cette CPTS.
        </p>
      ) : (
        <>
          <SpendingYears page={page} />
          <p className="note spending-year">
            {yearLabel(year, page.hasSeveral)}.{" "}
            {savedAt === null
              ? "Rien n’est encore saisi."
              : `Dernier enregistrement le ${instant(new Date(savedAt))}${sheet.complete ? ", toutes les dépenses de l’année saisies" : ""}.`}
          </p>
          {page.mayWrite ? (
            <SpendingForm
              key={`${yearRefText(year)} ${sheet.version}`}
              action={spendingAction.bind(null, slug, { contractNo: year.contractNo, year: year.year })}
              sheet={sheet}
            />
          ) : (
            <SpendingRead sheet={sheet} totals={totals} />
          )}
        </>
      )}
    </>
  );
}
