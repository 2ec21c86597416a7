import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Simulator } from "@/components/simulator/Simulator";
import { CopyLink } from "@/components/ui/CopyLink";
import { SourceList } from "@/components/ui/SourceList";
import { simulatorPage } from "@/lib/queries/simulator";
import type { Query } from "@/lib/schemas/address";
import { simulatorInAddress } from "@/lib/schemas/simulator/address";

export const metadata: Metadata = {
  title: "Simulateur",
  description:
    "Ce qu’un ACI rapporte à une CPTS, ligne par ligne et année par année : population, missions, résultats, échéancier, taille supérieure, deux scénarios côte à côte.",
};

interface PageProps {
  readonly searchParams: Promise<Query>;
}

export default async function SimulatorRoute({ searchParams }: PageProps) {
  const query = await searchParams;
  // What was typed is no day to look back from: the reference is today's.
  const ask = await askFrom({});
  const page = await simulatorPage(ask, simulatorInAddress(query, ask.today));
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Simulateur"
        facts="ce qu’un ACI rapporte, ligne par ligne"
        actions={<CopyLink />}
      />
      {/* Fields hold what the browser typed: another address begins them anew. */}
      <Simulator key={JSON.stringify(query)} page={page} />
      <Section id="sources" title="Sources">
        <div className="sources-flow">
          <SourceList footnotes={page.footnotes} />
        </div>
      </Section>
    </>
  );
}
