import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { Done } from "@/components/dossier/Done";
import { HOME } from "@/components/espace/crumbs";
import { ImportColumns } from "@/components/imports/ImportColumns";
import { ImportProgress } from "@/components/imports/ImportProgress";
import { ImportReport } from "@/components/imports/ImportReport";
import { ImportVerdict } from "@/components/imports/ImportVerdict";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Callout, IgnoredNotice } from "@/components/ui/Notice";
import { count, day } from "@/lib/format/fr";
import { IMPORT_KIND } from "@/lib/format/imports";
import { instant } from "@/lib/format/instant";
import { typeset } from "@/lib/format/typography";
import { importFilePage, type ImportPage } from "@/lib/queries/imports/pages";
import type { Query } from "@/lib/schemas/address";
import { importInAddress } from "@/lib/schemas/imports-address";
import { confirmImportAction, mapImportAction, undoImportAction } from "../actions";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Fichier importé", robots: { index: false } };

const LIST = "/espace/imports";

export default async function ImportFilePage({ params, searchParams }: PageProps) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const path = `${LIST}/${id}`;
  const viewer = await signedInViewer(path);
  const address = importInAddress(query);
  const page = await importFilePage(viewer, id, address);
  if (!page) redirect(`${LIST}?refus=parti`);
  const { refus, ...kept } = query;
  const { standing } = page;
  const isWaiting = standing === "reported" || standing === "columns";
  return (
    <>
      <PageHead
        crumbs={[HOME, { label: "Imports", href: LIST }]}
        title={TITLE[standing]}
        facts={page.fileName}
        lead={`${IMPORT_KIND[page.kind].name}, situation au ${day(page.asOf)}, d’après ${page.statedBy}. ${LEAD[standing]}`}
      />
      {refus === "etat" && standing !== "busy" && page.fault === null && (
        <Callout kind="error">
          Rien n’a été enregistré{"\u00a0"}: ce fichier n’est plus dans l’état que vous aviez sous les yeux.
          Relisez cette page, puis recommencez.
        </Callout>
      )}
      {page.fault !== null && standing !== "busy" && <Callout kind="error">{typeset(page.fault)}</Callout>}
      <IgnoredNotice ignored={address.ignored} />
      {standing === "busy" && <ImportProgress id={id} initial={page.progress} />}
      {standing === "stopped" && (
        <Callout kind="error">
          Le travail s’est arrêté avec le serveur{"\u00a0"}: rien n’a été enregistré.{" "}
          <a href={LIST}>Renvoyez le fichier</a>.
        </Callout>
      )}
      {standing === "unreadable" && (
        <p>
          <a className="btn" href={LIST}>
            Envoyer un autre fichier
          </a>
        </p>
      )}
      {standing === "columns" && (
        <Callout kind="error">
          <b>Des colonnes ne sont pas reconnues.</b> Choisissez ci-dessous celles qui manquent, puis relisez
          le fichier.
        </Callout>
      )}
      <Outcome page={page} id={id} />
      {page.notes.length > 0 && isWaiting && (
        <ul className="note">
          {page.notes.map((note) => (
            <li key={note}>{typeset(note)}</li>
          ))}
        </ul>
      )}
      {standing !== "busy" && (
        <ImportVerdict page={page} confirm={confirmImportAction.bind(null, id, page.seen ?? "")} />
      )}
      {standing !== "busy" && page.counts !== null && (
        <Section
          id="lignes"
          title="Rapport ligne par ligne"
          actions={
            <>
              <a className="btn" href={`${path}/rapport?format=csv-fr`} download>
                CSV
              </a>{" "}
              <a className="btn" href={`${path}/rapport?format=xlsx`} download>
                XLSX
              </a>
            </>
          }
        >
          <ImportReport page={page} path={path} query={kept} />
        </Section>
      )}
      {isWaiting && (
        <Section
          id="colonnes"
          title="Colonnes"
          intro="Proposées d’après les titres du fichier ; votre choix est retenu pour les fichiers de mêmes titres."
        >
          <ImportColumns page={page} choose={mapImportAction.bind(null, id)} />
        </Section>
      )}
    </>
  );
}

/** What was written, and the way back. */
function Outcome({ page, id }: { readonly page: ImportPage; readonly id: string }) {
  if (page.standing === "undone") {
    return (
      <Done>
        Import annulé le {instant(new Date(page.undoneAt ?? ""))} par {page.undoneBy}
        {"\u00a0"}: les fiches sont revenues à ce qu’elles étaient.
      </Done>
    );
  }
  if (page.written === null) return null;
  const { cpts, created } = page.written;
  return (
    <>
      <Done>
        Enregistré le {instant(new Date(page.appliedAt ?? ""))}
        {"\u00a0"}: {count(cpts, "fiche écrite", "fiches écrites")}
        {created > 0 && `, dont ${count(created, "créée")}`}.
      </Done>
      {page.mayUndo && (
        <details className="removal">
          <summary>Annuler cet import</summary>
          <form action={undoImportAction.bind(null, id)}>
            <p>
              Chaque fiche reviendra à ce qu’elle était avant ce fichier{"\u00a0"}; celles qu’il a créées
              seront retirées. L’historique gardera les deux.
            </p>
            <button className="btn danger" type="submit">
              Annuler l’import entier
            </button>
          </form>
        </details>
      )}
    </>
  );
}

const TITLE: Readonly<Record<ImportPage["standing"], string>> = {
  busy: "Import en cours",
  stopped: "Import interrompu",
  unreadable: "Fichier illisible",
  columns: "Colonnes à choisir",
  reported: "Rapport de lecture",
  applied: "Import enregistré",
  undone: "Import annulé",
};

const LEAD: Readonly<Record<ImportPage["standing"], string>> = {
  busy: "",
  stopped: "",
  unreadable: "Rien n’est enregistré.",
  columns: "Rien n’est encore enregistré.",
  reported: "Rien n’est encore enregistré.",
  applied: "",
  undone: "",
};
