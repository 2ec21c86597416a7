import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { DateForm } from "@/components/forms/DateForm";
import { DepartmentsTable } from "@/components/france/DepartmentsTable";
import { DescribedDepartments } from "@/components/france/DescribedDepartments";
import { FranceLead } from "@/components/france/FranceLead";
import { FranceMap } from "@/components/france/FranceMap";
import { Missing } from "@/components/france/Missing";
import { PublishedNation } from "@/components/france/PublishedNation";
import { RegionsTable } from "@/components/france/RegionsTable";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Downloads } from "@/components/tables/Downloads";
import { IgnoredNotice } from "@/components/ui/Notice";
import { Num } from "@/components/ui/Num";
import { SourceList } from "@/components/ui/SourceList";
import { count } from "@/lib/format/fr";
import { france } from "@/lib/queries/france";
import { franceMap } from "@/lib/queries/france-map";
import { addressWith, type Query } from "@/lib/schemas/address";

export const metadata: Metadata = {
  title: { absolute: "France · Maillage, couverture et financement des CPTS" },
  description:
    "La couverture de la France par les CPTS : ce que le Sénat publie et ce que Maillage décrit, région par région et département par département.",
};

/** Rows of the table here; the rest is one link away. */
const SHOWN = 8;

export default async function FrancePage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const query = await searchParams;
  const ask = await askFrom(query);
  const model = await france(ask);
  const { departments, regions, population, national, footnotes, asOf } = model;
  const described = departments.filter(({ state }) => state !== "none");
  const shown = departments.slice(0, Math.max(SHOWN, described.length));
  const all = addressWith("/departements", { date: query.date }, {});
  return (
    <>
      <IgnoredNotice ignored={[ask.ignored]} />
      <PageHead
        crumbs={[]}
        title="France"
        facts={<Num>{`${count(departments.length, "département")} · ${count(population, "habitant")}`}</Num>}
        actions={<DateForm path="/" query={query} asOf={asOf} today={ask.today} {...model.changes} />}
        lead={<FranceLead national={national} cpts={model.cpts.total} footnotes={footnotes} />}
      />
      <div className="fr-first">
        <FranceMap map={franceMap(departments)} query={query} />
        <div className="fr-side">
          <PublishedNation national={national} regions={regions} footnotes={footnotes} />
          <DescribedDepartments
            asOf={asOf}
            rows={described}
            awaiting={departments.length - described.length}
            footnotes={footnotes}
            query={query}
          />
        </div>
      </div>
      <Section
        id="departements"
        title="Tous les départements"
        intro="La carte en tableau. « Aucune CPTS décrite » dit l’état de Maillage, pas celui du département."
      >
        <DepartmentsTable
          caption={`Les départements, d’abord ceux qui ont des données : ${shown.length} sur ${departments.length}`}
          rows={shown}
          footnotes={footnotes}
          query={query}
        />
        <p className="fr-more">
          <span>
            1 à {shown.length} sur {departments.length}, d’abord ceux qui ont des données
          </span>
          <a className="btn" href={all}>
            Afficher les {departments.length} départements
          </a>
        </p>
      </Section>
      <Section
        id="regions"
        title="Par région"
        intro="Sommes des départements, jamais moyennes de leurs taux. « Au moins » : une partie de la région n’est pas décrite."
      >
        <RegionsTable rows={regions} footnotes={footnotes} query={query} />
        <Downloads
          href={addressWith("/telecharger/regions", { date: query.date }, {})}
          what="les régions"
          rows={regions.length}
        />
      </Section>
      <Section id="aller-plus-loin" title="Aller plus loin">
        <p>
          <a href="/simulateur">Simuler un ACI</a>, ligne par ligne et sur cinq ans&nbsp;; reprendre les{" "}
          <a href="/donnees">données ouvertes</a>&nbsp;; et, avec un compte, <a href="/analyse">analyser</a>{" "}
          ce qui est dû, versé et dépensé.
        </p>
      </Section>
      <Section id="manque" title="Ce qui manque, et où le trouver">
        <Missing cpts={model.cpts} national={national} footnotes={footnotes} />
      </Section>
      <Section id="sources" title="Sources">
        <SourceList footnotes={footnotes.list} />
      </Section>
    </>
  );
}
