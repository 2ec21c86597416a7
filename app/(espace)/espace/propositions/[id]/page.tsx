import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { Done } from "@/components/dossier/Done";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { ComparisonView } from "@/components/proposal/ComparisonView";
import { DecisionForm } from "@/components/proposal/DecisionForm";
import { RoundFacts } from "@/components/proposal/RoundFacts";
import { StatusChip } from "@/components/proposal/StatusChip";
import { summaryOf } from "@/components/proposal/words";
import { WithdrawForm } from "@/components/proposal/WithdrawForm";
import { proposalPage } from "@/lib/queries/proposal-page";
import type { ProposalRow } from "@/lib/queries/proposals";
import { RecordMenu } from "../../cpts/RecordMenu";
import type { Query } from "@/lib/schemas/address";
import { decideAction, withdrawAction } from "./actions";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Query>;
}

interface JustDoneProps {
  readonly fait: Query[string];
  readonly status: ProposalRow["status"];
  readonly slug: string;
}

export const metadata: Metadata = { title: "Proposition" };

export default async function Proposal({ params, searchParams }: PageProps) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams]);
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
      <JustDone fait={fait} status={row.status} slug={row.slug} />
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

/** What the act that led here did; what the round has become since says the rest. */
function JustDone({ fait, status, slug }: JustDoneProps) {
  if (fait === "envoi" && status === "submitted") {
    return (
      <Done>La proposition est envoyée. L’ARS et la CPAM du territoire la trouvent dans leur espace.</Done>
    );
  }
  if (fait === "retrait" && status === "withdrawn") {
    return (
      <Done>
        La proposition est retirée. Ses rubriques, gardées en brouillon, peuvent de nouveau changer.
      </Done>
    );
  }
  if (fait !== "decision") return null;
  if (status === "returned")
    return <Done>La proposition est renvoyée à la CPTS, avec votre commentaire.</Done>;
  if (status !== "accepted") return null;
  return (
    <Done>
      La proposition est acceptée, la fiche est à jour{"\u00a0"}: voir{" "}
      <a href={`/cpts/${slug}`}>la page publique</a>.
    </Done>
  );
}
