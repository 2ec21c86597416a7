import { DateForm } from "@/components/forms/DateForm";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { CopyLink } from "@/components/ui/CopyLink";
import { IgnoredNotice } from "@/components/ui/Notice";
import { Num } from "@/components/ui/Num";
import { SourceList } from "@/components/ui/SourceList";
import { day, integer } from "@/lib/format/fr";
import type { IsoDay } from "@/lib/kernel/date";
import type { CommunePage } from "@/lib/queries/commune-page";
import { addressWith, type Ignored, type Query } from "@/lib/schemas/address";
import { CommuneFacts } from "./CommuneFacts";
import { CommuneHistory } from "./CommuneHistory";
import { CommuneHolders } from "./CommuneHolders";
import { CommuneLead } from "./CommuneLead";
import { CommuneMap } from "./CommuneMap";
import { Unknown } from "./Unknown";

interface CommuneViewProps {
  readonly page: CommunePage;
  readonly query: Query;
  readonly today: IsoDay;
  readonly ignored: readonly (Ignored | null)[];
}

/** A commune: who covers it and since when, what is not known, what it is. */
export function CommuneView({ page, query, today, ignored }: CommuneViewProps) {
  const { commune, holders, history, footnotes, asOf, map } = page;
  const { department } = commune;
  const path = `/communes/${commune.code}`;
  return (
    <>
      <IgnoredNotice ignored={ignored} />
      <PageHead
        crumbs={[
          { href: addressWith("/", { date: query.date }, {}), label: "France" },
          {
            href: addressWith(`/departements/${department.code}`, { date: query.date }, {}),
            label: department.name,
          },
        ]}
        title={commune.name.replaceAll("'", "’")}
        facts={<Num>{`${commune.code} · ${integer(commune.population)} habitants`}</Num>}
        actions={<CopyLink />}
        lead={<CommuneLead page={page} />}
      />
      <div className="co-first">
        <div>
          <DateForm path={path} query={query} asOf={asOf} today={today} {...page.changes} />
          <section className="sec" id="couverture" aria-labelledby="couverture-t">
            <div className="sechead">
              <h2 id="couverture-t">Qui la couvre, au {day(asOf)}</h2>
            </div>
            {holders.length > 0 ? (
              <CommuneHolders holders={holders} footnotes={footnotes} query={query} />
            ) : (
              <p>Aucune CPTS dont le territoire est connu ne tient cette commune à cette date.</p>
            )}
          </section>
          <Section id="inconnu" title="Ce qui n’est pas connu">
            <Unknown page={page} query={query} />
          </Section>
        </div>
        <div>
          {map && <CommuneMap map={map} page={page} />}
          <h2 className="fr-h">La commune</h2>
          <CommuneFacts page={page} populationSource={page.populationSource} query={query} />
        </div>
      </div>
      <Section
        id="histoire"
        title="Dans quels territoires, depuis quand"
        intro="Tous les territoires connus, présents et passés. Changer un territoire aujourd’hui ne change pas ce qu’il était hier."
      >
        <CommuneHistory history={history} footnotes={footnotes} query={query} />
      </Section>
      <Section id="sources" title="Sources">
        <SourceList footnotes={footnotes.list} />
      </Section>
    </>
  );
}
