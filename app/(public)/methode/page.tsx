import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Certainty } from "@/components/method/Certainty";
import { COMPLETING, CORRECTIONS, COVERAGE, LIMITS } from "@/components/method/conventions";
import { Definitions } from "@/components/method/Definitions";
import { Documents } from "@/components/method/Documents";
import { Missions } from "@/components/method/Missions";
import { Perimeters } from "@/components/method/Perimeters";
import { ReferenceData } from "@/components/method/ReferenceData";
import { Rules } from "@/components/method/Rules";
import { ScheduleTable } from "@/components/method/ScheduleTable";
import { Sentences } from "@/components/method/Sentences";
import { Sizes } from "@/components/method/Sizes";
import { Downloads } from "@/components/tables/Downloads";
import { IgnoredNotice } from "@/components/ui/Notice";
import { method } from "@/lib/queries/method";
import type { Query } from "@/lib/schemas/address";

export const metadata: Metadata = {
  title: "Méthode",
  description:
    "Ce sur quoi reposent les chiffres de Maillage : définitions, barèmes avec leurs marques, conventions de calcul, périmètres estimés, données, licences et limites.",
};

const PARTS = [
  { id: "definitions", title: "Les mots" },
  { id: "certitude", title: "Ce que disent les marques" },
  { id: "couverture", title: "Compter la couverture" },
  { id: "perimetres", title: "Les périmètres estimés" },
  { id: "tailles", title: "Les tailles" },
  { id: "missions", title: "Les missions" },
  { id: "baremes", title: "Les barèmes" },
  { id: "versement", title: "Ce qui est versé, et quand" },
  { id: "donnees", title: "Les données de référence" },
  { id: "completer", title: "Compléter un département" },
  { id: "limites", title: "Ce que Maillage ne sait pas" },
  { id: "corriger", title: "Corriger un chiffre" },
  { id: "api", title: "L’API ouverte" },
  { id: "sources", title: "Les documents" },
] as const;

const TITLES = Object.fromEntries(PARTS.map(({ id, title }) => [id, title])) as Record<
  (typeof PARTS)[number]["id"],
  string
>;

export default async function MethodPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const ask = await askFrom(await searchParams);
  const model = await method(ask);
  return (
    <>
      <IgnoredNotice ignored={[ask.ignored]} />
      <PageHead
        crumbs={[{ href: "/", label: "France" }]}
        title="Méthode"
        lead="Chaque chiffre vient d’une source nommée ou d’un calcul décrit ici. Les barèmes, les périmètres et les millésimes de cette page sont lus dans les fichiers mêmes dont le moteur se sert."
      />
      <nav className="me-toc" aria-label="Sur cette page">
        <ol>
          {PARTS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <Section id="definitions" title={TITLES.definitions}>
        <Definitions />
      </Section>
      <Section id="certitude" title={TITLES.certitude}>
        <Certainty />
      </Section>
      <Section id="couverture" title={TITLES.couverture}>
        <Sentences sentences={COVERAGE} />
      </Section>
      <Section id="perimetres" title={TITLES.perimetres}>
        <Perimeters method={model} />
      </Section>
      <Section id="tailles" title={TITLES.tailles}>
        <Sizes method={model} />
      </Section>
      <Section id="missions" title={TITLES.missions}>
        <Missions method={model} />
      </Section>
      <Section
        id="baremes"
        title={TITLES.baremes}
        intro="Euros par an. V : lu dans une source ; D : imposé par le calcul ; H : hypothèse, choisie pour que chaque total publié soit atteint."
      >
        {model.schedules.map((schedule) => (
          <ScheduleTable key={schedule.id} schedule={schedule} />
        ))}
        <Downloads href="/telecharger/baremes" what="tous les montants des barèmes" />
      </Section>
      <Section id="versement" title={TITLES.versement}>
        <Rules method={model} />
      </Section>
      <Section id="donnees" title={TITLES.donnees}>
        <ReferenceData method={model} />
      </Section>
      <Section id="completer" title={TITLES.completer}>
        <Sentences sentences={COMPLETING} />
      </Section>
      <Section id="limites" title={TITLES.limites}>
        <Sentences sentences={LIMITS} />
      </Section>
      <Section id="corriger" title={TITLES.corriger}>
        <Sentences sentences={CORRECTIONS} />
      </Section>
      <Section id="api" title={TITLES.api}>
        <p className="me-p">
          Les chiffres de ce site se lisent aussi par programme, sans compte&nbsp;: couverture des
          départements, CPTS, communes, simulation d’un financement. Les mêmes requêtes servent les pages et
          l’API, et rien n’y est plus certain qu’ici.{" "}
          <a href="/api/v1/openapi.json">Sa description, OpenAPI 3.1</a>.
        </p>
      </Section>
      <Section id="sources" title={TITLES.sources}>
        <Documents sources={model.sources} />
      </Section>
    </>
  );
}
