import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { askFrom, today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { ContractFrise } from "@/components/charts/ContractFrise";
import { Done } from "@/components/dossier/Done";
import { StepForm } from "@/components/dossier/StepForm";
import { StepList } from "@/components/dossier/StepList";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Callout } from "@/components/ui/Notice";
import { day, whenInSentence } from "@/lib/format/fr";
import { instant } from "@/lib/format/instant";
import { STAGE } from "@/lib/format/labels";
import { cptsPage } from "@/lib/queries/cpts-page";
import { cptsSteps, type CptsSteps } from "@/lib/queries/cpts-steps";
import type { Query } from "@/lib/schemas/address";
import { cptsInAddress } from "@/lib/schemas/cpts-address";
import { RecordMenu } from "../../RecordMenu";
import { stepAction } from "./actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Suivi des étapes", robots: { index: false } };

export default async function StepsPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const home = `/espace/cpts/${slug}`;
  const viewer = await signedInViewer(`${home}/etapes`);
  const steps = await cptsSteps(viewer, slug, await today());
  if (!steps) notFound();
  const page = await cptsPage(await askFrom({}), slug, cptsInAddress({}));
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(steps)}
        title="Suivi des étapes"
        facts={steps.name}
        lead={standing(steps)}
      />
      <RecordMenu slug={slug} current="steps" />
      <Welcome steps={steps} fait={query.fait} />
      <Section id="frise" title="De la lettre d’intention au contrat">
        <StepList steps={steps.steps} />
        {page?.contract && (
          <ContractFrise contract={page.contract} missions={page.missions} asOf={steps.today} />
        )}
      </Section>
      <Section
        id="ajouter"
        title="Enregistrer une étape"
        intro="Pour corriger ou retirer une étape, ouvrez la rubrique « Étapes et contrat »."
      >
        <Next steps={steps} home={home} />
      </Section>
    </>
  );
}

function standing({ state, today: now }: CptsSteps): string {
  const since = state.since && state.stage !== "none" ? `, ${whenInSentence(state.since)}` : "";
  return `Au ${day(now)} : ${STAGE[state.stage].toLowerCase().replace("aci", "ACI")}${since}.`;
}

function Welcome({ steps, fait }: { readonly steps: CptsSteps; readonly fait: Query[string] }) {
  if (fait === "etape") return <Done>L’étape est enregistrée. La page publique la montre déjà.</Done>;
  if (fait !== "creation") return null;
  return (
    <Done>
      <b>{steps.name} est créée</b>, et paraît déjà sur <a href={`/cpts/${steps.slug}`}>sa page publique</a>.
      {steps.mayInvite && (
        <>
          {" "}
          Pour que sa fiche se complète,{" "}
          <a href="/espace/comptes/inviter">invitez la personne qui la coordonne</a>.
        </>
      )}
    </Done>
  );
}

function Next({ steps, home }: { readonly steps: CptsSteps; readonly home: string }) {
  const contract = <a href={`${home}/contrat`}>rubrique «&nbsp;Étapes et contrat&nbsp;»</a>;
  if (!steps.mayRecord) {
    return <p className="note">Une nouvelle étape se propose à l’ARS et à la CPAM dans la {contract}.</p>;
  }
  const { blockedBy } = steps;
  if (blockedBy?.kind === "proposal") {
    return (
      <Callout>
        <b>Une proposition attend votre décision</b> sur cette rubrique{"\u00a0"}:{" "}
        <a href={`/espace/propositions/${blockedBy.submission}`}>examinez-la</a> d’abord.
      </Callout>
    );
  }
  if (blockedBy?.kind === "draft") {
    return (
      <Callout>
        <b>La rubrique est en cours de saisie</b>
        {blockedBy.by && ` par ${blockedBy.by}`} ({instant(new Date(blockedBy.at))}). Pour ne rien perdre de
        ce qui y est tapé, ajoutez l’étape dans la {contract}, ou abandonnez-y d’abord le brouillon.
      </Callout>
    );
  }
  return (
    <div className="entry wide">
      <StepForm action={stepAction.bind(null, steps.slug)} next={steps.next} />
      <p className="note">
        Après une signature ou un renouvellement, complétez les parties, la durée et les montants du contrat
        dans la {contract}.
      </p>
    </div>
  );
}
