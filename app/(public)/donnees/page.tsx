import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { OpenTableSection } from "@/components/donnees/OpenTableSection";
import { OpenTablesList } from "@/components/donnees/OpenTablesList";
import { DateForm } from "@/components/forms/DateForm";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { IgnoredNotice } from "@/components/ui/Notice";
import { LICENCE } from "@/lib/format/credits";
import { count, day } from "@/lib/format/fr";
import { addressOf, openData } from "@/lib/queries/open-data";
import type { Query } from "@/lib/schemas/address";

export const metadata: Metadata = {
  title: "Données ouvertes",
  description:
    "Les tableaux publics de Maillage en fichiers : CPTS, étapes, périmètres, communes, barèmes, financements, sources. Licence Ouverte, paquet de données Frictionless.",
};

/** Beyond that many rows a file takes a while. */
const LONG = 10_000;

export default async function OpenDataPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const query = await searchParams;
  const ask = await askFrom(query);
  const { tables, changes } = await openData(ask, null);
  const at = (file: string) => addressOf(`/donnees/${file}`, ask);
  return (
    <>
      <IgnoredNotice ignored={[ask.ignored]} />
      <PageHead
        crumbs={[{ label: "France", href: "/" }]}
        title="Données ouvertes"
        facts={`au ${day(ask.asOf)}`}
        actions={<DateForm path="/donnees" query={query} asOf={ask.asOf} today={ask.today} {...changes} />}
        lead={
          <>
            <strong>{count(tables.length, "tableau", "tableaux")}</strong>, les mêmes chiffres que les pages,
            sous <a href={LICENCE.url}>Licence Ouverte 2.0</a>&nbsp;: chacun peut les reprendre, à condition
            d’en citer la source et la date.
          </>
        }
      />
      <Section id="tout" title="Tout prendre">
        <ul className="od-all">
          <li>
            <a href={at("maillage.zip")} download>
              Tous les tableaux (ZIP)
            </a>{" "}
            <span className="mut">les fichiers CSV et leur description</span>
          </li>
          <li>
            <a href={at("datapackage.json")}>datapackage.json</a>{" "}
            <span className="mut">
              paquet de données Frictionless&nbsp;: types, clés, valeurs absentes, licence de chaque tableau
            </span>
          </li>
          <li>
            <a href="/api/v1/openapi.json">API ouverte</a>{" "}
            <span className="mut">les mêmes requêtes, pour un département, une CPTS ou une commune</span>
          </li>
        </ul>
        <OpenTablesList tables={tables.map((table) => ({ ...table, stable: at(`${table.id}.csv`) }))} />
      </Section>
      <Section id="lire" title="Comment les lire">
        <div className="prose">
          <p>
            <b>Une valeur absente n’est pas zéro.</b> Dans le CSV et le JSON elle est un code,{" "}
            <code>non_communique</code>, <code>sans_objet</code> ou <code>a_confirmer</code>&nbsp;; dans le
            CSV pour Excel et le classeur, le mot. Une case vide n’a rien à dire de sa ligne.
          </p>
          <p>
            <b>Un montant porte sa marque</b>&nbsp;: V vérifié, D déduit, H hypothèse. Il est en euros à deux
            décimales, en centimes entiers dans le JSON. <b>Un taux</b> va de 0 à 1. <b>Un jour incertain</b>{" "}
            a deux bornes, égales quand il est connu. Les tableaux datés ligne à ligne (étapes, périmètres,
            chiffres et financements publiés) tiennent toute l’histoire&nbsp;; les autres disent la situation
            à la date choisie.
          </p>
          <p>
            <b>À citer</b>&nbsp;: «&nbsp;Maillage, données au {day(ask.asOf)}&nbsp;», avec les producteurs de
            la référence (INSEE, IGN, Etalab/DGCL) et, pour un chiffre publié, sa source, nommée dans le
            tableau <a href="#sources">Sources</a>. La <a href="/methode">méthode</a> dit comment chaque
            chiffre est obtenu.
          </p>
        </div>
      </Section>
      <Section id="tableaux" title="Les tableaux">
        {tables.map((table) => (
          <OpenTableSection
            key={table.id}
            table={table}
            href={at(table.id)}
            stable={at(`${table.id}.csv`)}
            long={table.rows > LONG}
          />
        ))}
      </Section>
    </>
  );
}
