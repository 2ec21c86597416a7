import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { RoundsList } from "@/components/proposal/RoundsList";
import { count } from "@/lib/format/fr";
import { proposalsOf } from "@/lib/queries/proposals";
import { RecordMenu } from "../../RecordMenu";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const metadata: Metadata = { title: "Propositions" };

export default async function Rounds({ params }: PageProps) {
  const { slug } = await params;
  const viewer = await signedInViewer(`/espace/cpts/${slug}/propositions`);
  const history = await proposalsOf({ viewer }, slug);
  if (!history) notFound();
  const { name, rounds, mayPropose } = history;
  const home = `/espace/cpts/${slug}`;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(history)}
        title="Propositions"
        facts={name}
        actions={
          mayPropose && (
            <a className="btn" href={`${home}/proposer`}>
              Proposer
            </a>
          )
        }
        lead={
          rounds.length === 0
            ? "Aucune proposition n’a encore été faite pour cette CPTS."
            : `${count(rounds.length, "proposition")} : qui, quand, ce qui était proposé et ce qui a été décidé.`
        }
      />
      <RecordMenu slug={slug} current="proposals" />
      {rounds.length === 0 ? (
        <p className="note">
          Le territoire, les missions, les étapes et le contrat changent par proposition, acceptée par l’ARS
          ou la CPAM. Chacune restera lisible ici.
        </p>
      ) : (
        <RoundsList history={history} />
      )}
    </>
  );
}
