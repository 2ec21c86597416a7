import { integer } from "@/lib/format/fr";
import { BLANK, PERIMETER, STAGE } from "@/lib/format/labels";
import type { CommuneCoverage } from "@/lib/coverage";
import type { DepartmentPage } from "@/lib/queries/department-page";
import { addressWith, pageInAddress, sortInAddress, type Query } from "@/lib/schemas/address";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { StageSwatch } from "../ui/StageSwatch";

interface CommunesTableProps {
  readonly page: DepartmentPage;
  readonly path: string;
  readonly query: Query;
  /** Only the communes in no known perimeter. */
  readonly onlyBlank: boolean;
}

interface Line extends CommuneCoverage {
  readonly name: string;
  readonly epciName: string | null;
}

const COLUMNS = ["nom", "code", "epci", "habitants", "etape"] as const;
const PAGE_SIZE = 100;
const STAGE_ORDER = { signed: 0, validated: 1, intent: 2, none: 3 } as const;

/** Every commune of the department and its facts: the map's equal, for the keyboard, the reader, the printer. */
export function CommunesTable({ page, path, query, onlyBlank }: CommunesTableProps) {
  const { sort, ignored } = sortInAddress(query, "tri", COLUMNS, { by: "habitants", descending: true });
  const lines = linesOf(page).filter(({ stage }) => !onlyBlank || stage === "none");
  const sorted = lines.sort(
    (a, b) => compare(a, b, sort.by) * (sort.descending ? -1 : 1) || a.code.localeCompare(b.code),
  );
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const shown = pageInAddress(query, "page", pages);
  const rows = sorted.slice((shown.page - 1) * PAGE_SIZE, shown.page * PAGE_SIZE);
  const nameOf = new Map(page.cpts.map(({ slug, name }) => [slug, name]));
  const sortOf = (column: (typeof COLUMNS)[number]): Column<Line>["sort"] => {
    const now = sort.by === column ? (sort.descending ? "descending" : "ascending") : null;
    const value = now === "ascending" ? `-${column}` : column;
    return { now, href: addressWith(path, query, { tri: value, page: null }) };
  };
  return (
    <>
      <IgnoredNotice ignored={[ignored, shown.ignored]} />
      <DataTable<Line>
        columns={[
          {
            key: "nom",
            header: "Commune",
            label: "Commune",
            rowHeader: true,
            sort: sortOf("nom"),
            cell: ({ code, name }) => <a href={`/communes/${code}`}>{name}</a>,
          },
          {
            key: "code",
            header: "Code",
            label: "Code INSEE",
            sort: sortOf("code"),
            cell: ({ code }) => code,
          },
          {
            key: "epci",
            header: "EPCI",
            label: "EPCI",
            sort: sortOf("epci"),
            cell: ({ epciName }) => epciName ?? <Absent why="sans_objet" />,
          },
          {
            key: "habitants",
            header: "Habitants",
            label: "Habitants",
            numeric: true,
            sort: sortOf("habitants"),
            cell: ({ population }) => <Num>{integer(population)}</Num>,
          },
          {
            key: "etape",
            header: "Étape",
            label: "Étape",
            className: "nb",
            sort: sortOf("etape"),
            cell: ({ stage, estimated }) => (
              <>
                <StageSwatch stage={stage} perimeter={estimated ? "estimated" : "declared"} small />{" "}
                {stage === "none" ? capitalised(BLANK[page.blankLabel]) : STAGE[stage]}
              </>
            ),
          },
          {
            key: "cpts",
            header: "CPTS",
            label: "CPTS",
            full: true,
            cell: ({ holders }) =>
              holders.length === 0 ? (
                <Absent why={page.blankLabel === "zone_blanche" ? "sans_objet" : "non_communique"} />
              ) : (
                holders.map(({ id, basis, share }, i) => (
                  <span key={id}>
                    {i > 0 && ", "}
                    <a href={`/cpts/${id}`}>{nameOf.get(id) ?? id}</a>, {PERIMETER[basis].toLowerCase()}
                    {share !== "whole" &&
                      (share === "unknown" ? ", en partie" : `, ${share.numerator}/${share.denominator}`)}
                  </span>
                ))
              ),
          },
        ]}
        rows={rows}
        rowKey={({ code }) => code}
        caption={`${integer(sorted.length)} communes, ${integer((shown.page - 1) * PAGE_SIZE + 1)} à ${integer((shown.page - 1) * PAGE_SIZE + rows.length)}`}
        phone="cards"
      />
      {pages > 1 && (
        <nav className="pager" aria-label="Pages de la liste">
          {Array.from({ length: pages }, (_, i) => i + 1).map((number) => (
            <a
              key={number}
              className="btn sq"
              href={addressWith(path, query, { page: number === 1 ? null : String(number) })}
              aria-current={number === shown.page ? "page" : undefined}
            >
              <span className="vh">Page </span>
              {number}
            </a>
          ))}
        </nav>
      )}
    </>
  );
}

function linesOf({ coverage, communes }: DepartmentPage): Line[] {
  const rowOf = new Map(communes.map((commune) => [commune.code, commune]));
  return coverage.byCommune.map((commune) => {
    const row = rowOf.get(commune.code);
    return { ...commune, name: row?.name ?? commune.code, epciName: row?.epciName ?? null };
  });
}

function compare(a: Line, b: Line, by: (typeof COLUMNS)[number]): number {
  switch (by) {
    case "nom":
      return a.name.localeCompare(b.name, "fr");
    case "code":
      return a.code.localeCompare(b.code);
    case "epci":
      return (a.epciName ?? "").localeCompare(b.epciName ?? "", "fr");
    case "habitants":
      return a.population - b.population;
    case "etape":
      return STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage];
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
