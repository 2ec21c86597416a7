import { day, money, when } from "@/lib/format/fr";
import { CARRIED } from "@/lib/format/labels-analysis";
import { typeset } from "@/lib/format/typography";
import type { FinancePage, FinanceYear } from "@/lib/queries/money/finance-page";
import { Section } from "../layout/Section";
import { Callout, IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { CarriedTable } from "./CarriedTable";
import { DuesTable } from "./DuesTable";
import { FinanceTable } from "./FinanceTable";
import { MoneyBars } from "./MoneyBars";
import { MoneyYears } from "./MoneyYears";
import { OtherPayments } from "./OtherPayments";

/** The whole page of one CPTS's money, a contract year at a time. */
export function FinanceView({ page }: { readonly page: FinancePage }) {
  const { year, slug } = page;
  if (!year) {
    return (
      <Callout kind="info">
        <b>Aucun contrat au dossier.</b> Rien n’est dû tant qu’un ACI n’est pas signé. Le contrat s’inscrit
        dans la rubrique <a href={`/espace/cpts/${slug}/contrat`}>Étapes et contrat</a>.
      </Callout>
    );
  }
  return (
    <>
      <IgnoredNotice ignored={page.ignored} />
      <MoneyYears slug={slug} page="financement" years={page.years} shown={year} />
      <p className="lead money-lead">
        <Num>{typeset(leadOf(page, year))}</Num>
      </p>
      <Notices page={page} year={year} />
      {year.lines.length > 0 && (
        <Section
          id="lignes"
          title={`Année ${year.year}\u00a0: dû, contracté, versé, dépensé`}
          intro={
            year.schedule
              ? `Barème ${year.schedule}${year.tier ? `, taille ${year.tier}` : ""}, sauf montants du contrat.`
              : undefined
          }
        >
          <MoneyBars lines={year.lines} />
          <FinanceTable year={year} />
          <p className="note">
            <strong>{CARRIED.label}.</strong> {typeset(CARRIED.meaning)}.
          </p>
        </Section>
      )}
      <Section
        id="echeancier"
        title="Échéancier"
        intro={
          year.daysKnown
            ? `De l’année ${year.year} : avances, soldes, volet variable et reprises, et ce qui est venu.`
            : undefined
        }
      >
        {year.daysKnown ? (
          <DuesTable dues={year.dues} caption={`Échéances de l’année ${year.year}`} />
        ) : (
          <Callout kind="info">
            <b>Pas d’échéancier.</b> Le jour de la signature n’est pas connu : rien ne peut être daté.
          </Callout>
        )}
      </Section>
      <OtherPayments page={page} />
      {page.carried.length > 1 && (
        <Section
          id="reports"
          title="D’une année à l’autre"
          intro="Ce qui est reçu et non dépensé passe à l’année suivante. Une dépense inconnue rend la suite inconnue."
        >
          <CarriedTable years={page.carried} shown={year} slug={slug} />
        </Section>
      )}
    </>
  );
}

/** The one sentence that answers: how much is due, paid, spent, and what comes next. */
export function leadOf({ late, next }: FinancePage, { start, end, year, totals }: FinanceYear): string {
  const due =
    totals.dueIsMinimum && totals.dueCents === 0
      ? "dû à confirmer"
      : `${totals.dueIsMinimum ? "au moins " : ""}${money(totals.dueCents)} dus`;
  const paid = totals.paidCents === null ? "versements non communiqués" : `${money(totals.paidCents)} versés`;
  const spent =
    totals.spentCents === null
      ? "dépenses non communiquées"
      : `${totals.spentIsMinimum ? "au moins " : ""}${money(totals.spentCents)} dépensés`;
  const span =
    start.earliest === start.latest
      ? ` (${day(start.earliest)} – ${day(end.earliest)})`
      : ` (ouverte ${when(start)})`;
  const waiting =
    late.count === 0
      ? ""
      : ` ${money(late.cents)} en retard sur ${late.count === 1 ? "une échéance" : `${late.count} échéances`} du contrat.`;
  const coming =
    next === null
      ? ""
      : ` Prochaine échéance le ${day(next.dueOn)}${typeof next.amount === "number" ? "" : ", montant non arrêté"}.`;
  return `Année ${year}${span} : ${due}, ${paid}, ${spent}.${waiting}${coming}`;
}

function Notices({ page, year }: { readonly page: FinancePage; readonly year: FinanceYear }) {
  const { slug } = page;
  const key = `${year.contractNo}-${year.year}`;
  return (
    <div className="notices">
      {year.pastTerm && (
        <Callout>
          <b>Terme dépassé, renouvellement non renseigné.</b> Rien n’est dû pour certain dans cette année.
        </Callout>
      )}
      {year.lines.length === 0 && (
        <Callout kind="info">
          <b>Rien à compter.</b> Ni la taille de la CPTS ni le barème ne disent ce que cette année vaut, et
          aucun versement n’y est enregistré.
        </Callout>
      )}
      {year.standing === "past" && year.review !== "settled" && (
        <Callout>
          <b>Résultats non arrêtés.</b> Le volet variable de l’année reste «&nbsp;non communiqué&nbsp;» tant
          que le <a href={`/espace/cpts/${slug}/resultats/${key}`}>dialogue de gestion</a> ne l’a pas arrêté.
        </Callout>
      )}
    </div>
  );
}
