import { count, day, list, money } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { DueOfCpts, TerritoryDues } from "@/lib/queries/money/territory-dues";
import type { Query } from "@/lib/schemas/address";
import { DUE_HORIZONS, DUE_VIEWS, type DueView } from "@/lib/schemas/dues-address";
import { DepartmentChoice } from "../forms/ListChoices";
import { Section } from "../layout/Section";
import { DataTable, type Column } from "../tables/DataTable";
import { Pager } from "../tables/Pager";
import { Callout, IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { DUE_COLUMNS } from "./DuesTable";
import { MonthsTable } from "./MonthsTable";

const PATH = "/espace/echeancier";
const VIEWS: Readonly<Record<DueView, string>> = {
  a_venir: "À venir",
  retard: "En retard",
  reprises: "À reprendre",
};

const COLUMNS: readonly Column<DueOfCpts>[] = [
  {
    key: "cpts",
    header: "CPTS",
    label: "CPTS",
    rowHeader: true,
    cell: ({ slug, name, contractNo, due }) => (
      <a href={`/espace/cpts/${slug}/financement?annee=${contractNo}-${due.year}#echeancier`}>{name}</a>
    ),
  },
  ...DUE_COLUMNS.map((column): Column<DueOfCpts> => ({
    ...column,
    rowHeader: false,
    cell: ({ due }) => column.cell(due),
  })),
];

/** The calendar of a territory: a sentence, the months, then every due. */
export function TerritoryDuesView({
  model,
  query,
}: {
  readonly model: TerritoryDues;
  readonly query: Query;
}) {
  return (
    <>
      <IgnoredNotice ignored={model.ignored} />
      <Filters model={model} />
      <p className="lead money-lead">
        <Num>{typeset(leadOf(model))}</Num>
      </p>
      {model.undated.length > 0 && (
        <Callout kind="info">
          <b>{count(model.undated.length, "CPTS", "CPTS")} sans échéancier.</b> Aucun contrat signé à une date
          connue, ou taille inconnue&nbsp;: {list(model.undated.slice(0, 8).map(({ name }) => name))}
          {model.undated.length > 8 ? "…" : "."}
        </Callout>
      )}
      {model.view !== "a_venir" && model.unrecorded.length > 0 && (
        <Callout kind="info">
          <b>{count(model.unrecorded.length, "CPTS", "CPTS")} sans versement enregistré.</b> Nul ne peut dire
          ce qui est en retard&nbsp;: {list(model.unrecorded.slice(0, 8).map(({ name }) => name))}
          {model.unrecorded.length > 8 ? "…" : "."}
        </Callout>
      )}
      {model.months.length > 0 && (
        <Section id="mois" title="Mois par mois">
          <MonthsTable months={model.months} />
        </Section>
      )}
      <Section id="echeances" title={VIEWS[model.view]} intro={count(model.found, "échéance")}>
        <DataTable
          columns={COLUMNS}
          rows={model.rows}
          rowKey={({ slug, contractNo, due: { dueOn, line, part, kind, year } }) =>
            [slug, contractNo, dueOn, line, part, kind, year].join(" ")
          }
          caption="Échéances"
          captionHidden
          phone="cards"
          empty={EMPTY[model.view]}
        />
        <Pager path={PATH} query={query} page={model.page} pages={model.pages} hash="#echeances" />
      </Section>
    </>
  );
}

const EMPTY: Readonly<Record<DueView, string>> = {
  a_venir: "Rien n’échoit dans cette période.",
  retard: "Aucun versement en retard.",
  reprises: "Rien à reprendre.",
};

function leadOf({ view, found, cents, unknown, monthsAhead, late, today, cpts }: TerritoryDues): string {
  const some = `${count(found, "échéance")} pour ${count(cpts, "CPTS", "CPTS")}`;
  const apart =
    unknown === 0 ? "" : ` ; ${count(unknown, "montant")} non arrêté${unknown > 1 ? "s" : ""} en plus`;
  if (view !== "a_venir" && found === 0) return EMPTY[view];
  if (view === "retard") return `Au ${day(today)} : ${money(cents)} en retard, ${some}.`;
  if (view === "reprises") return `Au ${day(today)} : ${money(-cents)} à reprendre, ${some}.`;
  if (found === 0)
    return `Rien n’échoit dans les ${monthsAhead} mois pour ${count(cpts, "CPTS", "CPTS")}.${behindWords(late)}`;
  return `Dans les ${monthsAhead} mois : ${money(cents)} à verser, ${some}${apart}.${behindWords(late)}`;
}

const behindWords = ({ count: many, cents }: TerritoryDues["late"]): string =>
  many === 0 ? "" : ` ${money(cents)} déjà en retard.`;

function Filters({ model }: { readonly model: TerritoryDues }) {
  return (
    <form className="filters" action={PATH} role="search" aria-label="Filtrer l’échéancier">
      <div>
        <label htmlFor="d-vue">Montrer</label>
        <select id="d-vue" name="vue" defaultValue={model.view}>
          {DUE_VIEWS.map((view) => (
            <option key={view} value={view}>
              {VIEWS[view]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="d-mois">Période à venir</label>
        <select id="d-mois" name="mois" defaultValue={String(model.monthsAhead)}>
          {[...DUE_HORIZONS]
            .sort((a, b) => Number(a) - Number(b))
            .map((months) => (
              <option key={months} value={months}>
                {months} mois
              </option>
            ))}
        </select>
      </div>
      <DepartmentChoice id="d-departement" departments={model.departments} value={model.department} />
      <button className="btn" type="submit">
        Filtrer
      </button>
    </form>
  );
}
