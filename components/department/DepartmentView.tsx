import { count, integer } from "@/lib/format/fr";
import { BLANK } from "@/lib/format/labels";
import type { IsoDay } from "@/lib/kernel/date";
import type { CommuneLine } from "@/lib/queries/department-lists";
import type { DepartmentCptsRow, DepartmentPage } from "@/lib/queries/department-page";
import { addressWith, type Ignored, type Query } from "@/lib/schemas/address";
import type {
  DepartmentAddress,
  DepartmentCptsColumn,
  DepartmentViewName,
} from "@/lib/schemas/department-address";
import { CoverageHistory, HistoryTable } from "../charts/CoverageHistory";
import { DateForm } from "../forms/DateForm";
import { DateSlider } from "../forms/DateSlider";
import { PageHead } from "../layout/PageHead";
import { Section } from "../layout/Section";
import { DepartmentMap } from "../map/DepartmentMap";
import type { Column } from "../tables/DataTable";
import { Downloads } from "../tables/Downloads";
import { CopyLink } from "../ui/CopyLink";
import { IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { SourceList } from "../ui/SourceList";
import { Tabs, type Tab } from "../ui/Tabs";
import { BlankCommunes } from "./BlankCommunes";
import { CommunesTable } from "./CommunesTable";
import { CptsTable } from "./CptsTable";
import { CptsList } from "./CptsList";
import { DepartmentLead } from "./DepartmentLead";
import { EmptyDepartment } from "./EmptyDepartment";
import { FundingSummary } from "./FundingSummary";
import { KeyFigures } from "./KeyFigures";
import { StageLegend } from "./StageLegend";

interface DepartmentViewProps {
  readonly page: DepartmentPage;
  readonly query: Query;
  readonly address: DepartmentAddress;
  /** The rows that the address asks for, in its order; communes are not listed beside the map. */
  readonly communes: readonly CommuneLine[];
  readonly cpts: readonly DepartmentCptsRow[];
  readonly today: IsoDay;
  readonly ignored: readonly (Ignored | null)[];
}

/** A department: its answer, its map, its figures, its tables. */
export function DepartmentView(props: DepartmentViewProps) {
  const { page, query, address, communes, ignored } = props;
  const { department, coverage } = page;
  const path = `/departements/${department.code}`;
  return (
    <>
      <PageHead
        crumbs={[
          { href: "/", label: "France" },
          { href: `/departements#r${department.regionCode}`, label: department.regionName },
        ]}
        title={department.name}
        facts={
          <Num>
            {`${department.code} · ${count(coverage.communes.total, "commune")} · ${integer(coverage.population.total)} habitants`}
          </Num>
        }
        actions={<CopyLink />}
        lead={<DepartmentLead page={page} />}
      />
      <IgnoredNotice ignored={ignored} />
      <Tabs label="Vues du département" tabs={tabsOf(page, path, query, address.view)} />
      {address.view === "carte" ? (
        <Overview {...props} path={path} />
      ) : (
        <CommunesTable page={page} path={path} query={query} address={address} lines={communes} />
      )}
    </>
  );
}

function Overview({
  page,
  path,
  query,
  today,
  address,
  cpts: rows,
}: Omit<DepartmentViewProps, "ignored"> & { path: string }) {
  const { coverage, cpts, asOf, history } = page;
  const sort = address.cptsBy;
  const sortOf = (column: DepartmentCptsColumn): Column<never>["sort"] => {
    const now = sort.by === column ? (sort.descending ? "descending" : "ascending") : null;
    const value = now === "descending" ? column : `-${column}`;
    return { now, href: `${addressWith(path, query, { tri: value })}#cpts` };
  };
  const blank = BLANK[page.blankLabel];
  const before = history.filter(({ day }) => day < asOf).at(-1)?.day ?? null;
  const after = history.find(({ day }) => day > asOf)?.day ?? null;
  return (
    <>
      <div className="first" id="carte">
        <figure className="mapcol">
          <DepartmentMap map={page.map} cpts={cpts} blankLabel={blank} asOf={asOf} />
          <div className="date">
            <DateForm path={path} query={query} asOf={asOf} today={today} previous={before} next={after} />
            <DateSlider from={page.historyFrom} to={page.historyTo} asOf={asOf} today={today} />
          </div>
        </figure>
        <div className="figs">
          <KeyFigures page={page} />
          <section aria-label="Étapes">
            <StageLegend page={page} />
          </section>
        </div>
        {cpts.length > 0 ? <CptsList cpts={cpts} /> : <EmptyDepartment />}
      </div>

      {cpts.length > 0 && (
        <Section
          id="temps"
          title="La couverture dans le temps"
          intro="Part de la population sous contrat signé. Hachuré : possible, le jour exact de la signature n’étant pas publié."
        >
          <CoverageHistory
            steps={history}
            from={page.historyFrom}
            to={page.historyTo}
            asOf={asOf}
            subject={page.department.name}
          />
          <details className="how">
            <summary>Les mêmes valeurs en tableau</summary>
            <HistoryTable steps={history} />
          </details>
        </Section>
      )}

      <Section
        id="cpts"
        title="Tableau des CPTS"
        intro="Les mêmes données que la carte. Quand la taille vient d’un périmètre estimé, le maximum aussi : il est alors une hypothèse."
      >
        <CptsTable page={page} rows={rows} sortOf={sortOf} />
        {rows.length > 0 && (
          <Downloads
            href={addressWith(`/telecharger${path}/cpts`, query, { vue: null, page: null })}
            what="les CPTS du département"
            rows={rows.length}
          />
        )}
      </Section>

      {cpts.length > 0 && (
        <Section
          id="hors-perimetre"
          title={`${count(coverage.blank.communes, "commune")} ${page.blankLabel === "zone_blanche" ? "en zone blanche" : blank}`}
          intro={
            page.blankLabel === "zone_blanche"
              ? "Communes d’aucune CPTS à cette date, toutes les CPTS signées ayant déclaré leur territoire."
              : "Une commune blanche ici n’est pas forcément une zone blanche : des CPTS signées ne sont pas encore localisées, ou ne le sont que par estimation. Aucune n’est attribuée sans source."
          }
        >
          <BlankCommunes
            page={page}
            allHref={addressWith(path, query, { vue: "hors-perimetre", tri: null, page: null })}
          />
        </Section>
      )}

      <FundingSummary page={page} />

      <Section id="sources" title="Sources">
        {page.footnotes.list.length > 0 ? (
          <SourceList footnotes={page.footnotes.list} />
        ) : (
          <p className="note">
            Aucune source sur ce département pour l’instant. La page <a href="/methode">Méthode</a> dit d’où
            viennent les populations et les contours.
          </p>
        )}
      </Section>
    </>
  );
}

function tabsOf(
  { coverage, cpts, blankLabel, footnotes }: DepartmentPage,
  path: string,
  query: Query,
  view: DepartmentViewName,
): Tab[] {
  const at = (vue: string | null) => addressWith(path, query, { vue, tri: null, page: null });
  const inPage = (id: string) => (view === "carte" ? `#${id}` : `${at(null)}#${id}`);
  return [
    { href: at(null), label: "Carte et chiffres", current: view === "carte" },
    { href: inPage("cpts"), label: "Tableau des CPTS", count: cpts.length },
    {
      href: at("communes"),
      label: "Communes",
      count: integer(coverage.communes.total),
      current: view === "communes",
    },
    {
      href: at("hors-perimetre"),
      label: blankLabel === "zone_blanche" ? "Zone blanche" : "Hors périmètre",
      count: integer(coverage.blank.communes),
      current: view === "hors-perimetre",
    },
    ...(cpts.length > 0 ? [{ href: inPage("financement"), label: "Financement" }] : []),
    { href: inPage("sources"), label: "Sources", count: footnotes.list.length },
  ];
}
