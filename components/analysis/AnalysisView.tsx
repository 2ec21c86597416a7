import { count, day, money, percent } from "@/lib/format/fr";
import { CARRIED, DIMENSION, MEASURE } from "@/lib/format/labels-analysis";
import { typeset } from "@/lib/format/typography";
import type { Charts, Summary } from "@/lib/queries/analysis";
import { addressWith } from "@/lib/schemas/address";
import { analysisQuery } from "@/lib/schemas/analysis-address";
import { Section } from "../layout/Section";
import { Downloads } from "../tables/Downloads";
import { Pager } from "../tables/Pager";
import { IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { AnalysisFilters } from "./AnalysisFilters";
import { ChartSections } from "./ChartSections";
import { ANALYSIS_PATH, SummaryTable } from "./SummaryTable";

interface AnalysisViewProps {
  readonly model: Summary;
  readonly charts: Charts;
  /** Of the same view, for programs. */
  readonly apiHref: string;
}

/** The analyst's view: a sentence, what groups and narrows it, the table, then the charts. */
export function AnalysisView({ model, charts, apiHref }: AnalysisViewProps) {
  const { address, by, then, all } = model;
  const query = analysisQuery(address);
  const grouped = `par ${DIMENSION[by].within}${then ? `, puis par ${DIMENSION[then].within}` : ""}`;
  return (
    <>
      <IgnoredNotice ignored={model.ignored} />
      <p className="lead money-lead">
        <Num>{typeset(leadOf(model))}</Num>
      </p>
      <AnalysisFilters model={model} />
      <Section id="synthese" title={`Synthèse ${grouped}`} intro={count(all.length, "groupe")}>
        <SummaryTable model={model} />
        <Pager path={ANALYSIS_PATH} query={query} page={model.page} pages={model.pages} hash="#synthese" />
        <Downloads
          href={addressWith(`${ANALYSIS_PATH}/telecharger/synthese`, query, {})}
          what="cette synthèse"
          rows={all.length + 1}
        />
        <Downloads
          href={addressWith(`${ANALYSIS_PATH}/telecharger/lignes`, filtersIn(query), {})}
          what="les lignes de ces contrats"
          long
        />
        {!PAYMENTS_LACK.some((name) => name in query) && (
          <Downloads
            href={addressWith(`${ANALYSIS_PATH}/telecharger/versements`, filtersIn(query), {})}
            what="les versements"
            long
          />
        )}
        {!SPENDING_LACKS.some((name) => name in query) && (
          <Downloads
            href={addressWith(`${ANALYSIS_PATH}/telecharger/depenses`, filtersIn(query), {})}
            what="les dépenses"
            long
          />
        )}
        <p className="note on-screen">
          La même vue pour un programme&nbsp;: <a href={apiHref}>API</a>, avec une{" "}
          <a href="/espace/compte#cles">clé d’accès</a>.
        </p>
        <Measures />
      </Section>
      <ChartSections model={model} charts={charts} />
    </>
  );
}

/** What a payment does not have, and no filter can keep. */
const PAYMENTS_LACK = ["taille", "accord", "annee", "exercice"];
const SPENDING_LACKS = ["taille", "accord", "exercice"];

/** What narrows a view, without what groups and sorts it. */
const filtersIn = (query: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !["par", "puis", "tri"].includes(name)));

/** What each column measures, on the page that shows it. */
function Measures() {
  return (
    <details className="why">
      <summary>Ce que mesure chaque colonne</summary>
      <dl className="terms">
        {Object.entries(MEASURE).map(([key, { label, meaning }]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{typeset(meaning)}.</dd>
          </div>
        ))}
        <div>
          <dt>{CARRIED.label}</dt>
          <dd>{typeset(CARRIED.meaning)}. Se lit dans le financement de chaque CPTS, non dans une somme.</dd>
        </div>
      </dl>
    </details>
  );
}

function leadOf({ total, today, all, scope }: Summary): string {
  if (scope === 0) return `Au ${day(today)}, aucune CPTS n’est encore décrite dans votre périmètre.`;
  if (all.length === 0) return `Au ${day(today)}, aucun chiffre ne répond à ces filtres.`;
  const { dueCents, dueIsMinimum, toConfirmCents, paidCents, paidIsMinimum, spentCents, spentIsMinimum } =
    total;
  const least = (isMinimum: boolean) => (isMinimum ? "au moins " : "");
  const due =
    dueCents === null
      ? "dû à confirmer"
      : `${least(dueIsMinimum)}${money(dueCents)} dus${toConfirmCents > 0 ? `, dont ${money(toConfirmCents)} à confirmer` : ""}`;
  const paid =
    paidCents === null ? "versements non communiqués" : `${least(paidIsMinimum)}${money(paidCents)} versés`;
  const spent =
    spentCents === null
      ? "dépenses non communiquées"
      : `${least(spentIsMinimum)}${money(spentCents)} dépensés`;
  const share = percent(total.consumption);
  const consumed = share === null ? "" : ` ; consommation de ${share} là où tout est connu`;
  return `Au ${day(today)}, pour ${count(total.cptsCount, "CPTS", "CPTS")} : ${due} ; ${paid} ; ${spent}${consumed}.`;
}
