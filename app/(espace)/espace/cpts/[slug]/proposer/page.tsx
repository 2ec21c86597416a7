import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { ComparisonView } from "@/components/proposal/ComparisonView";
import { DraftedSections } from "@/components/proposal/DraftedSections";
import { NothingToPropose } from "@/components/proposal/NothingToPropose";
import { ProposeForm } from "@/components/proposal/ProposeForm";
import { Quote } from "@/components/proposal/RoundFacts";
import { WaitingRound } from "@/components/proposal/WaitingRound";
import { Callout } from "@/components/ui/Notice";
import { proposalDraft } from "@/lib/queries/proposal-draft";
import { RecordMenu } from "../../RecordMenu";
import { withdrawAction } from "../../../propositions/[id]/actions";
import { proposeAction } from "./actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const metadata: Metadata = { title: "Proposer à l’ARS et à la CPAM" };

export default async function Propose({ params }: PageProps) {
  const { slug } = await params;
  const viewer = await signedInViewer(`/espace/cpts/${slug}/proposer`);
  const page = await proposalDraft({ viewer, today: await today() }, slug);
  // Whoever reads a record without proposing has nothing to do here, and is not told more.
  if (!page?.mayPropose) notFound();
  const { name, waiting, returned, sections, comparison, recordVersion } = page;
  const home = `/espace/cpts/${slug}`;
  const ready = sections.every(({ state }) => state !== "invalid");
  return (
    <>
      <PageHead
        crumbs={recordCrumbs({ slug, name })}
        title="Proposer à l’ARS et à la CPAM"
        facts={name}
        actions={
          <a className="btn" href={`${home}/propositions`}>
            Propositions précédentes
          </a>
        }
        lead={
          waiting
            ? "Une proposition attend la décision de l’ARS ou de la CPAM."
            : comparison
              ? "Voici, section par section, ce que l’agent de l’ARS ou de la CPAM lira avant de décider."
              : "Rien n’est prêt à être proposé."
        }
      />
      <RecordMenu slug={slug} current="proposals" isPage={false} />
      {waiting && <WaitingRound row={waiting} withdraw={withdrawAction.bind(null, waiting.id)} />}
      {returned && !waiting && (
        <Callout kind="error">
          <p>
            <b>La proposition n° {returned.round} a été renvoyée</b> par {returned.decidedBy}. Reprenez les
            rubriques, puis proposez de nouveau.
          </p>
          {returned.comment !== null && <Quote said="Commentaire" text={returned.comment} />}
        </Callout>
      )}
      {!waiting && sections.length > 0 && <DraftedSections slug={slug} sections={sections} />}
      {!waiting && comparison === null && ready && <NothingToPropose slug={slug} />}
      {comparison && <ComparisonView name={name} comparison={comparison} />}
      {comparison && (
        <Section id="proposer" title="Proposer">
          {ready ? (
            <ProposeForm
              action={proposeAction.bind(null, slug)}
              recordVersion={recordVersion}
              sections={sections
                .filter(({ state }) => state === "changed")
                .map(({ section, version }) => ({ section, version }))}
              again={returned !== null}
            />
          ) : (
            <p>
              Corrigez d’abord les points signalés plus haut&nbsp;: une proposition part entière, avec toutes
              les rubriques en brouillon.
            </p>
          )}
        </Section>
      )}
    </>
  );
}
