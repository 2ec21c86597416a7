import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Done } from "@/components/dossier/Done";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { CeilingSource, CeilingVerdict, IndemnitiesTable } from "@/components/money/IndemnitiesCheck";
import { IndemnitiesForm } from "@/components/money/IndemnitiesForm";
import { IgnoredNotice } from "@/components/ui/Notice";
import { instant } from "@/lib/format/instant";
import { indemnitiesPage, type IndemnitiesPage } from "@/lib/queries/indemnities";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../RecordMenu";
import { indemnitiesAction } from "./actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Plafond des indemnités", robots: { index: false } };

export default async function IndemnitiesOfYearPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const path = `/espace/cpts/${slug}/indemnites`;
  const viewer = await signedInViewer(path);
  const asked = typeof query.annee === "string" && query.annee !== "" ? query.annee : null;
  const page = await indemnitiesPage(viewer, slug, asked, await today());
  if (!page) notFound();
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page, { label: "Dépenses", href: `/espace/cpts/${slug}/depenses` })}
        title="Plafond des indemnités"
        facts={page.name}
        lead="Ce que chaque professionnel reçoit de la CPTS dans une année civile, sans nom, face au plafond du décret 2022-375."
      />
      <RecordMenu slug={slug} current="spending" isPage={false} />
      {query.fait === "enregistrement" && <Done>Les montants sont enregistrés.</Done>}
      <IgnoredNotice ignored={[page.ignored]} />
      <Years page={page} path={path} />
      <div className="ceiling">
        <CeilingVerdict page={page} />
        <CeilingSource ceiling={page.ceiling} />
        {page.told === null && !page.mayWrite && (
          <p className="empty">La CPTS n’a rien saisi pour {page.year}.</p>
        )}
      </div>
      {page.totals && (
        <div className="entry wide">
          <IndemnitiesForm
            key={`${page.year} ${page.version}`}
            action={indemnitiesAction.bind(null, slug, page.year)}
            year={page.year}
            totals={page.totals}
            version={page.version}
          />
          <p className="note">
            Maillage ne garde que des montants{"\u00a0"}: ni nom, ni profession, ni numéro. L’ARS, la CPAM et
            les analystes ne voient que le nombre, le total, le plus élevé et les dépassements.
            {page.savedAt && ` Dernier enregistrement le ${instant(new Date(page.savedAt))}.`}
          </p>
        </div>
      )}
      {page.all.length > 0 && (
        <Section id="annees" title="Années saisies">
          <IndemnitiesTable page={page} />
        </Section>
      )}
    </>
  );
}

function Years({ page, path }: { readonly page: IndemnitiesPage; readonly path: string }) {
  return (
    <nav className="seg years" aria-label="Année civile">
      {page.years.map((year) => (
        <a
          key={year}
          className={year === page.year ? "btn pri" : "btn"}
          aria-current={year === page.year ? "true" : undefined}
          href={`${path}?annee=${year}`}
        >
          {year}
        </a>
      ))}
    </nav>
  );
}
