import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { HOME } from "@/components/espace/crumbs";
import { ImportsList } from "@/components/imports/ImportsList";
import { SendImportForm } from "@/components/imports/SendImportForm";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Callout } from "@/components/ui/Notice";
import { can } from "@/lib/auth/can";
import { importsPage } from "@/lib/queries/imports/pages";
import type { Query } from "@/lib/schemas/address";
import type { Fault } from "@/lib/schemas/form";

interface PageProps {
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Imports", robots: { index: false } };

/** What a form sent without scripts was refused for, by field. */
const MESSAGES: Readonly<Record<string, string>> = {
  file: "Choisissez le fichier à lire.",
  kind: "est obligatoire : choisissez ce que le fichier contient",
  asOf: "est obligatoire : indiquez le jour des faits",
  statedBy: "est obligatoire : dites qui donne ces informations",
  note: "dépasse 500 caractères : abrégez le texte",
};

export default async function ImportsPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const viewer = await signedInViewer("/espace/imports");
  const page = await importsPage(viewer);
  if (!page) notFound();
  const typed = Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const isGone = query.refus === "parti";
  const faults: Fault[] = (isGone ? "" : (typed.refus ?? "")).split(",").flatMap((field) =>
    field === ""
      ? []
      : [
          {
            field: field in MESSAGES ? field : "form",
            message: MESSAGES[field] ?? "L’envoi n’a pas abouti : recommencez.",
          },
        ],
  );
  return (
    <>
      <PageHead
        crumbs={[HOME]}
        title="Imports"
        lead="Un fichier est lu, un rapport dit ligne par ligne ce qui changera, puis vous confirmez : tout est enregistré, ou rien."
      />
      {isGone && (
        <Callout kind="error">
          Ce fichier n’est plus gardé (il l’est un jour), ou n’est pas le vôtre{"\u00a0"}: envoyez-le à
          nouveau.
        </Callout>
      )}
      <div className="entry wide">
        <SendImportForm
          key={faults.length}
          today={await today()}
          typed={isGone ? {} : typed}
          faults={faults}
        />
        <p className="note">
          Les colonnes sont proposées d’après leurs titres, puis à choisir{"\u00a0"}; anciens codes INSEE et
          anciens noms sont reconnus et dits.
          {can(viewer, "write", "payments", { departments: viewer.departments }) && (
            <>
              {" "}
              Les versements s’importent dans <a href="/espace/paiements/importer">Versements</a>.
            </>
          )}
        </p>
      </div>
      <Section id="fichiers" title="Fichiers">
        <ImportsList files={page.files} />
      </Section>
    </>
  );
}
