import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { DateForm } from "@/components/forms/DateForm";
import { DepartmentsTable } from "@/components/france/DepartmentsTable";
import { RegionGroups } from "@/components/france/RegionGroups";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { IgnoredNotice } from "@/components/ui/Notice";
import { Num } from "@/components/ui/Num";
import { SourceList } from "@/components/ui/SourceList";
import { Tabs } from "@/components/ui/Tabs";
import { alphabetical, count } from "@/lib/format/fr";
import { france } from "@/lib/queries/france";
import type { DepartmentRow } from "@/lib/queries/territory-rows";
import { addressWith, choiceInAddress, type Query } from "@/lib/schemas/address";

export const metadata: Metadata = {
  title: "Les 101 départements",
  description:
    "Les 101 départements par région : population couverte par les CPTS, calculée sur les périmètres connus, et couverture publiée, chaque chiffre avec sa source.",
};

const ORDERS = ["region", "taux", "nom", "habitants"] as const;
type Order = (typeof ORDERS)[number];

const ORDER_NAMES: Readonly<Record<Order, string>> = {
  region: "Par région",
  taux: "Données d’abord",
  nom: "Par nom",
  habitants: "Par population",
};

export default async function DepartmentsPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const query = await searchParams;
  const ask = await askFrom(query);
  const order = choiceInAddress(query, "tri", ORDERS);
  const { departments, regions, cpts, changes, footnotes, asOf } = await france(ask);
  const described = departments.filter(({ state }) => state !== "none").length;
  return (
    <>
      <IgnoredNotice ignored={[ask.ignored, order.ignored]} />
      <PageHead
        crumbs={[{ label: "France", href: addressWith("/", { date: query.date }, {}) }]}
        title="Départements"
        facts={`${count(departments.length, "département")} · ${count(regions.length, "région")}`}
        actions={<DateForm path="/departements" query={query} asOf={asOf} today={ask.today} {...changes} />}
        lead={
          <span>
            Maillage décrit <strong>{count(cpts.total, "CPTS", "CPTS")}</strong> dans{" "}
            <strong>{count(described, "département")}</strong>. Les autres attendent leurs données&nbsp;: rien
            n’y est compté, et rien n’y vaut zéro.
          </span>
        }
      />
      <Tabs
        label="Ordre de la liste"
        tabs={ORDERS.map((one) => ({
          href: addressWith("/departements", query, { tri: one === ORDERS[0] ? null : one }),
          label: ORDER_NAMES[one],
          current: one === order.value,
        }))}
      />
      {order.value === "region" ? (
        <RegionGroups regions={regions} departments={departments} footnotes={footnotes} query={query} />
      ) : (
        <DepartmentsTable
          caption={`Les ${departments.length} départements, ${ORDER_NAMES[order.value].toLowerCase()}`}
          rows={departments.toSorted(COMPARE[order.value])}
          footnotes={footnotes}
          query={query}
        />
      )}
      <p className="note fr-after">
        <Num>
          {
            "Couverts : habitants dont la commune est dans le périmètre d’une CPTS signée. Hors périmètre connu : tous les autres. Le taux est calculé sur les périmètres connus, estimés pour la plupart ; le chiffre publié a sa propre base et sa propre date, les deux ne se mêlent pas."
          }
        </Num>{" "}
        <a href="/methode#couverture">Comment la couverture est comptée</a>
      </p>
      <Section id="sources" title="Sources">
        <SourceList footnotes={footnotes.list} />
      </Section>
    </>
  );
}

/** `departments` already come with those that hold data first. */
const COMPARE: Readonly<Record<Exclude<Order, "region">, (a: DepartmentRow, b: DepartmentRow) => number>> = {
  taux: () => 0,
  nom: (a, b) => alphabetical(a.name, b.name),
  habitants: (a, b) => b.population - a.population,
};
