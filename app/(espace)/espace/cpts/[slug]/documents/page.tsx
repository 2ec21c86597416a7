import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { DocumentsTable, RemovedDocuments } from "@/components/dossier/DocumentsTable";
import { DocumentUpload } from "@/components/dossier/DocumentUpload";
import { Done } from "@/components/dossier/Done";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Callout } from "@/components/ui/Notice";
import { count } from "@/lib/format/fr";
import { fileSize } from "@/lib/format/labels-dossier";
import { documentsPage } from "@/lib/queries/documents";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../RecordMenu";
import { removeDocumentAction } from "./actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Documents", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  ajout: "Ajouté à la fiche.",
  retrait: "Le document est retiré et son contenu effacé. Sa ligne reste dans l’historique.",
};

/** Why an envoi without scripts was refused; with them, each file says so itself. */
const REFUSED: Readonly<Record<string, string>> = {
  aucun: "Choisissez au moins un fichier.",
  vide: "L’un des fichiers est vide\u00a0: vérifiez-le sur votre poste.",
  taille: "L’un des fichiers dépasse 10\u00a0Mo\u00a0: réduisez-le, ou partagez-le.",
  macros: "L’un des fichiers contient des macros\u00a0: enregistrez-le sans macros.",
  double: "L’un des fichiers est déjà dans la fiche.",
  type: "L’un des fichiers n’est pas d’un type admis, d’après son contenu.",
  nombre: "La fiche a atteint 200 documents\u00a0: retirez-en avant d’en ajouter.",
  droit: "Votre compte ne permet pas d’ajouter un document ici.",
  retire: "Quelqu’un d’autre avait déjà retiré ce document.",
  autre: "L’envoi n’a pas pu être lu. Recommencez.",
};

export default async function DocumentsPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const home = `/espace/cpts/${slug}`;
  const viewer = await signedInViewer(`${home}/documents`);
  const page = await documentsPage(viewer, slug);
  if (!page) notFound();
  const [done, refused] = [DONE[wordOf(query.fait)], REFUSED[wordOf(query.refus)]];
  const { documents } = page;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page)}
        title="Documents"
        facts={
          documents.length > 0
            ? `${count(documents.length, "document")}, ${fileSize(page.totalBytes)}`
            : page.name
        }
        lead="Vus par la coordination de la CPTS, l’ARS et la CPAM de ses départements, par personne d’autre. Chaque téléchargement est inscrit à l’historique."
      />
      <RecordMenu slug={slug} current="documents" />
      {done && <Done>{done}</Done>}
      {refused && (
        <Callout kind="error">
          <b>Rien n’a changé.</b> {refused}
        </Callout>
      )}
      <Section id="liste" title="Dans la fiche">
        <DocumentsTable page={page} remove={(id) => removeDocumentAction.bind(null, slug, id)} />
        <RemovedDocuments removed={page.removed} />
      </Section>
      {page.mayAdd && (
        <Section id="ajouter" title="Ajouter">
          <div className="entry wide">
            <DocumentUpload slug={slug} meetings={page.meetings} meeting={wordOf(query.reunion)} />
          </div>
        </Section>
      )}
    </>
  );
}

const wordOf = (value: Query[string]): string => (typeof value === "string" ? value : "");
