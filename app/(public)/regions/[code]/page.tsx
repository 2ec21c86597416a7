import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { askFrom } from "@/app/ask";
import { DateForm } from "@/components/forms/DateForm";
import { DepartmentsTable } from "@/components/france/DepartmentsTable";
import { RegionLead } from "@/components/france/RegionLead";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Downloads } from "@/components/tables/Downloads";
import { IgnoredNotice } from "@/components/ui/Notice";
import { Num } from "@/components/ui/Num";
import { SourceList } from "@/components/ui/SourceList";
import { count } from "@/lib/format/fr";
import { regionPage } from "@/lib/queries/region-page";
import { addressWith, type Query } from "@/lib/schemas/address";

interface Props {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: Promise<Query>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await regionPage(await askFrom(await searchParams), (await params).code);
  if (!page) return { title: "Région inconnue" };
  const { name } = page.region;
  return {
    title: name,
    description: `Couverture de la région ${name} par les CPTS, département par département, calculée et publiée.`,
  };
}

export default async function RegionRoute({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const ask = await askFrom(query);
  const page = await regionPage(ask, code);
  if (!page) notFound();
  const { region, departments, changes, footnotes, asOf } = page;
  return (
    <>
      <IgnoredNotice ignored={[ask.ignored]} />
      <PageHead
        crumbs={[{ href: addressWith("/", { date: query.date }, {}), label: "France" }]}
        title={region.name}
        facts={
          <Num>{`${count(region.departments, "département")} · ${count(region.population, "habitant")}`}</Num>
        }
        actions={
          <DateForm
            path={`/regions/${region.code}`}
            query={query}
            asOf={asOf}
            today={ask.today}
            {...changes}
          />
        }
        lead={<RegionLead region={region} footnotes={footnotes} />}
      />
      <Section id="departements" title="Ses départements">
        <DepartmentsTable
          caption={`Les départements de la région ${region.name}`}
          rows={departments}
          footnotes={footnotes}
          query={query}
        />
        <Downloads
          href={addressWith(`/telecharger/regions/${region.code}/departements`, { date: query.date }, {})}
          what="les départements de la région"
          rows={departments.length}
        />
      </Section>
      <Section id="sources" title="Sources">
        <SourceList footnotes={footnotes.list} />
      </Section>
    </>
  );
}
