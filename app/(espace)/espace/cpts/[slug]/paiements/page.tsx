import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Done } from "@/components/dossier/Done";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { PaymentFilters } from "@/components/money/PaymentFilters";
import { PaymentsTable } from "@/components/money/PaymentsTable";
import { PaymentTotalsTable } from "@/components/money/PaymentTotalsTable";
import { Callout, IgnoredNotice } from "@/components/ui/Notice";
import { Num } from "@/components/ui/Num";
import { money } from "@/lib/format/fr";
import { paymentsPage, type PaymentsPage } from "@/lib/queries/payments";
import type { Query } from "@/lib/schemas/address";
import { paymentsInAddress } from "@/lib/schemas/payments-address";
import { RecordMenu } from "../../RecordMenu";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Versements", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  ajout: "Le versement est enregistré.",
  modification: "Le versement est modifié.",
  retrait: "Le versement est retiré. L’historique de la fiche garde ce qu’il disait.",
};

export default async function PaymentsListPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const path = `/espace/cpts/${slug}/paiements`;
  const viewer = await signedInViewer(path);
  const address = paymentsInAddress(query);
  const page = await paymentsPage(viewer, slug, address, await today());
  if (!page) notFound();
  const done = typeof query.fait === "string" ? DONE[query.fait] : undefined;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page)}
        title="Versements"
        facts={page.name}
        lead={<Lead page={page} />}
        actions={
          page.mayWrite && (
            <>
              <a className="btn pri" href={`${path}/nouveau`}>
                Enregistrer un versement
              </a>
              <a className="btn" href="/espace/paiements/importer">
                Importer un fichier
              </a>
            </>
          )
        }
      />
      <RecordMenu slug={slug} current="payments" />
      {done && <Done>{done}</Done>}
      {query.refus === "retire" && (
        <Callout kind="error">
          <b>Déjà retiré.</b> Quelqu’un d’autre avait retiré ce versement.
        </Callout>
      )}
      <IgnoredNotice ignored={address.ignored} />
      {page.count === 0 ? (
        <p className="note empty-list">
          Aucun versement enregistré.{" "}
          {page.mayWrite
            ? "Enregistrez-les un à un, ou importez le fichier de votre comptabilité."
            : "L’ARS et la CPAM les enregistrent ici."}
        </p>
      ) : (
        <>
          <Section
            id="totaux"
            title="Par ligne et par payeur"
            intro="Tous les versements enregistrés, toutes années ; les reprises sont comptées en moins."
          >
            <PaymentTotalsTable totals={page.totals} />
          </Section>
          <Section id="liste" title="Liste">
            <PaymentFilters page={page} path={path} query={query} />
            <PaymentsTable page={page} path={path} query={query} />
          </Section>
        </>
      )}
    </>
  );
}

function Lead({ page: { totals, count: all } }: { readonly page: PaymentsPage }) {
  if (all === 0) return "Ce que la CPAM, l’ARS, la MSA ou d’autres ont versé à la CPTS, ligne par ligne.";
  const { total, repaid } = totals;
  return (
    <span>
      <Num>{money(total)}</Num> versés à la CPTS
      {repaid < 0 && (
        <>
          , une fois déduits <Num>{money(-repaid)}</Num> de reprises
        </>
      )}
      .
    </span>
  );
}
