import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { DateForm } from "@/components/forms/DateForm";
import { DepartmentsTable } from "@/components/france/DepartmentsTable";
import { RegionGroups } from "@/components/france/RegionGroups";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Downloads } from "@/components/tables/Downloads";
import { IgnoredNotice } from "@/components/ui/Notice";
import { Num } from "@/components/ui/Num";
import { SourceList } from "@/components/ui/SourceList";
import { Tabs } from "@/components/ui/Tabs";
import { count } from "@/lib/format/fr";
import { france } from "@/lib/queries/france";
import { orderedDepartments } from "@/lib/queries/france-lists";
import { addressWith, type Query } from "@/lib/schemas/address";
import { DEPARTMENT_ORDERS, orderInAddress, type DepartmentOrder } from "@/lib/schemas/department-address";

export const metadata: Metadata = {
  title: "Les 101 départements",
  description:
    "Les 101 départements par région : population couverte par les CPTS, calculée sur les périmètres connus, et couverture publiée, chaque chiffre avec sa source.",
};

const ORDER_NAMES: Readonly<Record<DepartmentOrder, string>> = {
  region: "Par région",
  taux: "Données d’abord",
  nom: "Par nom",
  habitants: "Par population",
};

export default async function DepartmentsPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const query = await searchParams;
  const ask = await askFrom(query);
  const order = orderInAddress(query);
  const model = await france(ask);
  const { departments, regions, cpts, changes, footnotes, asOf } = model;
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
        tabs={DEPARTMENT_ORDERS.map((one) => ({
          href: addressWith("/departements", query, { tri: one === DEPARTMENT_ORDERS[0] ? null : one }),
          label: ORDER_NAMES[one],
          current: one === order.value,
        }))}
      />
      {order.value === "region" ? (
        <RegionGroups regions={regions} departments={departments} footnotes={footnotes} query={query} />
      ) : (
        <DepartmentsTable
          caption={`Les ${departments.length} départements, ${ORDER_NAMES[order.value].toLowerCase()}`}
          rows={orderedDepartments(model, order.value)}
          footnotes={footnotes}
          query={query}
        />
      )}
      <Downloads
        href={addressWith("/telecharger/departements", query, {})}
        what="les départements"
        rows={departments.length}
      />
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
