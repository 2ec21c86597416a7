import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { ListFilters } from "@/components/cpts/ListFilters";
import { ListTable } from "@/components/cpts/ListTable";
import { DateForm } from "@/components/forms/DateForm";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Downloads } from "@/components/tables/Downloads";
import { Flag } from "@/components/ui/Flag";
import { IgnoredNotice } from "@/components/ui/Notice";
import { SourceList } from "@/components/ui/SourceList";
import { count, day } from "@/lib/format/fr";
import { cptsList } from "@/lib/queries/cpts-list";
import { addressWith, type Query } from "@/lib/schemas/address";
import { cptsListInAddress } from "@/lib/schemas/cpts-address";

export const metadata: Metadata = {
  title: "CPTS",
  description:
    "Les CPTS décrites par les documents publics : étape, date de signature, taille, population, périmètre connu ou non, maximum annuel, chaque chiffre avec sa source.",
};

interface PageProps {
  readonly searchParams: Promise<Query>;
}

export default async function CptsListPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const ask = await askFrom(query);
  const list = await cptsList(ask, cptsListInAddress(query));
  const { counts, rows, total } = list;
  return (
    <>
      <PageHead
        crumbs={[{ label: "France", href: "/" }]}
        title="CPTS"
        facts={`au ${day(list.asOf)}`}
        actions={
          <DateForm
            path="/cpts"
            query={query}
            asOf={list.asOf}
            today={list.today}
            previous={list.previous}
            next={list.next}
          />
        }
        lead={
          <>
            <strong>{count(total, "CPTS décrite")} par des documents publics</strong>, dont{" "}
            {counts.byStage.signed} avec un ACI signé et {counts.unknownPerimeter} sans périmètre connu
            {counts.pastTerm > 0 && (
              <>
                &nbsp;; <Flag /> {counts.pastTerm} au terme dépassé ou peut-être dépassé, renouvellement non
                renseigné
              </>
            )}
            .
          </>
        }
      />
      <IgnoredNotice ignored={[ask.ignored, ...list.ignored]} />
      <ListFilters list={list} query={query} />
      <p className="note found" role="status">
        {rows.length === total ? `${total} CPTS.` : `${rows.length} CPTS sur ${total}.`} Maximum annuel&nbsp;:
        barème en vigueur, toutes missions et crise reconnue comprises&nbsp;; une taille estimée en fait une
        hypothèse.
      </p>
      <ListTable list={list} query={query} />
      {rows.length > 0 && (
        <Downloads href={addressWith("/telecharger/cpts", query, {})} what="cette liste" rows={rows.length} />
      )}
      <Section id="sources" title="Sources">
        <div className="sources-flow">
          <SourceList footnotes={list.footnotes} />
        </div>
      </Section>
    </>
  );
}
