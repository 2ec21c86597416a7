import { integer } from "@/lib/format/fr";
import { BLANK, PERIMETER, STAGE } from "@/lib/format/labels";
import type { CommuneLine } from "@/lib/queries/department-lists";
import type { DepartmentPage } from "@/lib/queries/department-page";
import { addressWith, pageInAddress, type Query } from "@/lib/schemas/address";
import type { CommuneLineColumn, DepartmentAddress } from "@/lib/schemas/department-address";
import { DataTable, type Column } from "../tables/DataTable";
import { Downloads } from "../tables/Downloads";
import { Absent } from "../ui/Absent";
import { IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { StageSwatch } from "../ui/StageSwatch";

interface CommunesTableProps {
  readonly page: DepartmentPage;
  readonly path: string;
  readonly query: Query;
  readonly address: DepartmentAddress;
  /** What the address asks for, in its order. */
  readonly lines: readonly CommuneLine[];
}

const PAGE_SIZE = 100;

/** Every commune of the department and its facts: the map's equal, for the keyboard, the reader, the printer. */
export function CommunesTable({ page, path, query, address, lines }: CommunesTableProps) {
  const sort = address.communesBy;
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
  const shown = pageInAddress(query, "page", pages);
  const rows = lines.slice((shown.page - 1) * PAGE_SIZE, shown.page * PAGE_SIZE);
  const nameOf = new Map(page.cpts.map(({ slug, name }) => [slug, name]));
  const onlyBlank = address.view === "hors-perimetre";
  const file = `/telecharger${path}/${onlyBlank ? "hors-perimetre" : "communes"}`;
  const sortOf = (column: CommuneLineColumn): Column<CommuneLine>["sort"] => {
    const now = sort.by === column ? (sort.descending ? "descending" : "ascending") : null;
    const value = now === "ascending" ? `-${column}` : column;
    return { now, href: addressWith(path, query, { tri: value, page: null }) };
  };
  return (
    <>
      <IgnoredNotice ignored={[shown.ignored]} />
      <DataTable<CommuneLine>
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
        caption={`${integer(lines.length)} communes, ${integer((shown.page - 1) * PAGE_SIZE + 1)} à ${integer((shown.page - 1) * PAGE_SIZE + rows.length)}`}
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
      <Downloads
        href={addressWith(file, query, { vue: null, page: null })}
        what={
          onlyBlank
            ? `les communes ${page.blankLabel === "zone_blanche" ? "en zone blanche" : BLANK[page.blankLabel]}`
            : "les communes"
        }
        rows={lines.length}
      />
    </>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
