import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { ComparisonView } from "@/components/proposal/ComparisonView";
import { DecisionForm } from "@/components/proposal/DecisionForm";
import { RoundFacts } from "@/components/proposal/RoundFacts";
import { StatusChip } from "@/components/proposal/StatusChip";
import { summaryOf } from "@/components/proposal/words";
import { WithdrawForm } from "@/components/proposal/WithdrawForm";
import { proposalPage } from "@/lib/queries/proposal-page";
import { RecordMenu } from "../../cpts/RecordMenu";
import { decideAction, withdrawAction } from "./actions";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export const metadata: Metadata = { title: "Proposition" };

export default async function Proposal({ params }: PageProps) {
  const { id } = await params;
  const viewer = await signedInViewer(`/espace/propositions/${id}`);
  const page = await proposalPage({ viewer, today: await today() }, id);
  if (!page) notFound();
  const { row, recordVersion, mayDecide, mayWithdraw, mayPropose, comparison } = page;
  const home = `/espace/cpts/${row.slug}`;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(row, { label: "Propositions", href: `${home}/propositions` })}
        title={`Proposition n° ${row.round}`}
        facts={row.name}
        lead={summaryOf(comparison.changes)}
        chips={<StatusChip status={row.status} />}
        actions={
          mayDecide && (
            <a className="btn" href="#decision">
              Décider
            </a>
          )
        }
      />
      <RecordMenu slug={row.slug} current="proposals" isPage={false} />
      <RoundFacts row={row} mendHref={mayPropose ? `${home}/proposer` : null} />
      <ComparisonView name={row.name} comparison={comparison} />
      {mayDecide && (
        <Section
          id="decision"
          title="Votre décision"
          intro="Accepter écrit ces changements dans la fiche : la page publique, la couverture et l’enveloppe suivent. La première décision, de l’ARS ou de la CPAM, vaut pour les deux."
        >
          <DecisionForm action={decideAction.bind(null, id)} recordVersion={recordVersion} />
        </Section>
      )}
      {mayWithdraw && (
        <Section id="retrait" title="Retirer la proposition">
          <WithdrawForm action={withdrawAction.bind(null, id)} />
        </Section>
      )}
    </>
  );
}
