import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { HOME } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { ColumnChoices } from "@/components/money/ColumnChoices";
import { ConfirmImport } from "@/components/money/ConfirmImport";
import { ReportTable } from "@/components/money/ReportTable";
import { Callout, IgnoredNotice } from "@/components/ui/Notice";
import { paymentFilePage } from "@/lib/queries/payment-files";
import { addressWith, type Query } from "@/lib/schemas/address";
import { paymentFileInAddress } from "@/lib/schemas/payment-file";
import { confirmPaymentsAction } from "../actions";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Rapport de lecture", robots: { index: false } };

const REFUSED: Readonly<Record<string, string>> = {
  rapport:
    "Ce qui est enregistré a changé depuis ce rapport. Rien n’a été écrit : relisez-le ci-dessous, puis confirmez.",
  refusees:
    "Rien n’a été écrit : des lignes sont refusées. Corrigez-les dans votre tableur, ou cochez la case qui les laisse de côté.",
  rien: "Rien n’a été écrit : ce fichier n’ajoute aucun versement.",
};

export default async function PaymentFileReportPage({ params, searchParams }: PageProps) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const list = "/espace/paiements/importer";
  const path = `${list}/${id}`;
  const viewer = await signedInViewer(path);
  const address = paymentFileInAddress(query);
  const page = await paymentFilePage(viewer, id, address, await today());
  // Confirmed already, or let go: where files are sent says so.
  if (!page) redirect(`${list}?refus=parti`);
  const { mapping, order, report } = page;
  const { refus, ...kept } = query;
  const refused = typeof refus === "string" ? REFUSED[refus] : undefined;
  const back = addressWith("", kept, {}).slice(1);
  return (
    <>
      <PageHead
        crumbs={[HOME, { label: "Versements par fichier", href: list }]}
        title="Rapport de lecture"
        facts={page.fileName}
        lead="Rien n’est encore enregistré."
      />
      {refused && <Callout kind="error">{refused}</Callout>}
      <IgnoredNotice ignored={address.ignored} />
      {report === null ? (
        <Callout kind="error">
          <b>Des colonnes ne sont pas reconnues.</b> Choisissez ci-dessous celles qui manquent, puis relisez
          le fichier.
        </Callout>
      ) : (
        <ConfirmImport
          page={page}
          confirm={confirmPaymentsAction.bind(null, id, back, { mapping, order, seen: report.seen })}
        />
      )}
      {report !== null && (
        <Section id="lignes" title="Lignes">
          <ReportTable page={page} path={path} query={kept} />
        </Section>
      )}
      <Section
        id="colonnes"
        title="Colonnes"
        intro="Proposées d’après les titres du fichier ; à changer si besoin."
      >
        <ColumnChoices page={page} />
      </Section>
    </>
  );
}
