import type { PrintedDocument } from "@/lib/format/document";
import type { DialogueFile } from "@/lib/queries/money";
import { yearKey } from "@/lib/schemas/money-address";
import { MoneyYears } from "../money/MoneyYears";
import { Callout, IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { DocumentContents, DocumentView } from "./DocumentView";
import { PrintButton } from "./PrintButton";

interface DialogueViewProps {
  readonly file: DialogueFile;
  /** Null where the CPTS has no contract on record. */
  readonly document: PrintedDocument | null;
}

/** The file of the dialogue de gestion on a screen; printed, the sheet that the three parties bring. */
export function DialogueView({ file, document }: DialogueViewProps) {
  const { slug, finance } = file;
  const { year } = finance;
  if (!document || !year) {
    return (
      <Callout kind="info">
        <b>Aucun contrat au dossier.</b> Il n’y a pas de dialogue de gestion tant qu’un ACI n’est pas signé.
        Le contrat s’inscrit dans la rubrique <a href={`/espace/cpts/${slug}/contrat`}>Étapes et contrat</a>.
      </Callout>
    );
  }
  return (
    <div className="doc">
      <IgnoredNotice ignored={finance.ignored} />
      <MoneyYears slug={slug} page="dialogue" years={finance.years} shown={year} />
      {document.draft && (
        <p className="doc-draft">
          <b>{document.draft}</b>
        </p>
      )}
      <p className="lead money-lead">
        <Num>{document.lead}</Num>
      </p>
      <p className="doc-acts">
        <a className="btn pri" href={`/api/espace/cpts/${slug}/dialogue?annee=${yearKey(year)}`}>
          Télécharger le PDF
        </a>
        <PrintButton />
      </p>
      <DocumentContents parts={document.parts} />
      <DocumentView parts={document.parts} kept={keptOf(file, yearKey(year))} />
      <p className="doc-made">{document.made}</p>
    </div>
  );
}

/** Where what each part says is entered and corrected. */
function keptOf({ slug, of }: DialogueFile, year: string) {
  const at = (page: string, label: string) => ({ href: `/espace/cpts/${slug}/${page}`, label });
  return {
    identite: at("identite", "Ouvrir l’identité"),
    contrat: at("contrat", "Ouvrir le contrat"),
    territoire: at("territoire", "Ouvrir le territoire"),
    resultats: at(`resultats/${year}`, "Ouvrir les résultats"),
    montants: at(`financement?annee=${year}`, "Ouvrir le financement"),
    echeancier: at("paiements", "Ouvrir les versements"),
    depenses: at(`depenses?annee=${year}`, "Ouvrir les dépenses"),
    ...(of?.meetings && { decisions: at("reunions", "Ouvrir les réunions") }),
  };
}
