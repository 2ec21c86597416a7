import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { Done } from "@/components/dossier/Done";
import { HOME } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { ImportedFiles } from "@/components/money/ImportedFiles";
import { SendPaymentsForm } from "@/components/money/SendPaymentsForm";
import { Callout } from "@/components/ui/Notice";
import { count } from "@/lib/format/fr";
import { MOST_FILE_BYTES } from "@/lib/import/csv";
import { importPage } from "@/lib/queries/payment-files";
import type { Query } from "@/lib/schemas/address";
import { removePaymentsAction, sendPaymentsAction } from "./actions";

interface PageProps {
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Versements par fichier", robots: { index: false } };

const REFUSED: Readonly<Record<string, string>> = {
  parti: "Ce fichier n’est plus gardé (il l’est un jour) : envoyez-le à nouveau. Rien n’a été enregistré.",
  modifie:
    "Rien n’a été retiré : un versement de ce fichier a été modifié depuis. Retirez ses versements un à un, dans les fiches.",
  retire: "Quelqu’un d’autre avait retiré ce fichier.",
};

export default async function SendPaymentsPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const viewer = await signedInViewer("/espace/paiements/importer");
  const page = await importPage(viewer);
  if (!page) notFound();
  const done = page.files.find(({ id }) => id === query.fait);
  const refused = typeof query.refus === "string" ? REFUSED[query.refus] : undefined;
  return (
    <>
      <PageHead
        crumbs={[HOME]}
        title="Versements par fichier"
        lead="Le fichier est lu, un rapport dit ligne par ligne ce qui en sera fait, puis vous confirmez : rien n’est écrit avant."
      />
      {done && (
        <Done>
          {count(done.rows, "versement enregistré", "versements enregistrés")} du fichier «&nbsp;
          {done.fileName}
          &nbsp;».
        </Done>
      )}
      {query.retrait === "fait" && <Done>Les versements de ce fichier sont retirés.</Done>}
      {refused && <Callout kind="error">{refused}</Callout>}
      <div className="entry wide">
        <SendPaymentsForm action={sendPaymentsAction} mostBytes={MOST_FILE_BYTES} />
        <p className="note">
          Une ligne par versement{"\u00a0"}: CPTS (nom, SIRET ou adresse de sa fiche), payeur, ligne de
          l’accord, date, montant (négatif pour une reprise)&nbsp;; référence, année du contrat et note si
          vous les avez.{" "}
          <a href="/modeles/versements.csv" download>
            Télécharger un modèle (CSV)
          </a>
          . Le fichier envoyé est gardé un jour au plus, le temps de confirmer.
        </p>
      </div>
      {page.files.length > 0 && (
        <Section id="fichiers" title="Fichiers enregistrés">
          <ImportedFiles files={page.files} remove={removePaymentsAction} />
        </Section>
      )}
    </>
  );
}
