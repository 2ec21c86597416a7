import { integer, percent } from "@/lib/format/fr";
import { DIMENSION, MEASURE } from "@/lib/format/labels-analysis";
import type { Rate } from "@/lib/kernel/rate";
import type { Summary, SummaryRow } from "@/lib/queries/analysis";
import { addressWith } from "@/lib/schemas/address";
import { analysisQuery, type MeasureColumn } from "@/lib/schemas/analysis-address";
import { SumCell } from "../money/SumCell";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";

export const ANALYSIS_PATH = "/analyse";

/** The summary as a table, one page of its rows and the total of all; sorted by links. */
export function SummaryTable({ model }: { readonly model: Summary }) {
  const { by, then, rows, total } = model;
  const columns = columnsOf(model);
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={({ codes }) => codes.join(" ")}
      caption={`Par ${DIMENSION[by].within}${then ? `, puis ${DIMENSION[then].within}` : ""}`}
      captionHidden
      phone="scroll"
      label="Synthèse"
      className="synthesis"
      empty="Aucun chiffre ne répond à ces filtres. Retirez-en un, ou affichez tout."
      foot={
        <tr>
          {columns.map((column, i) =>
            i === 0 ? (
              <th key={column.key} scope="row">
                Total
              </th>
            ) : (
              <td key={column.key} className={column.numeric ? "num" : undefined} data-l={column.label}>
                {column.cell(total)}
              </td>
            ),
          )}
        </tr>
      }
    />
  );
}

function columnsOf(model: Summary): readonly Column<SummaryRow>[] {
  const { by, then } = model;
  const measure = (
    key: Exclude<MeasureColumn, "nom">,
    cell: (row: SummaryRow) => React.ReactNode,
  ): Column<SummaryRow> => ({
    key,
    header: <abbr title={MEASURE[key].meaning}>{MEASURE[key].label}</abbr>,
    label: MEASURE[key].label,
    numeric: true,
    cell,
    sort: sortBy(model, key),
  });
  return [
    {
      key: "nom",
      header: DIMENSION[by].label,
      label: DIMENSION[by].label,
      rowHeader: true,
      cell: (row) => <Name row={row} model={model} />,
      sort: sortBy(model, "nom"),
    },
    ...(then
      ? [
          {
            key: "puis",
            header: DIMENSION[then].label,
            label: DIMENSION[then].label,
            cell: ({ codes, labels }: SummaryRow) =>
              codes.length > 1 && codes[1] === null ? <Absent why="non_communique" /> : labels[1],
          },
        ]
      : []),
    measure("cpts", ({ cptsCount }) => <Num>{integer(cptsCount)}</Num>),
    measure("population", (row) => <Population row={row} />),
    measure("couverture", ({ coverage }) =>
      coverage === null ? <Absent why="sans_objet" /> : <Share of={coverage} />,
    ),
    measure("contracte", (row) => (
      <SumCell
        cents={row.contractedCents}
        isMinimum={row.contractedIsMinimum}
        mark={row.contractedMark}
        absent="a_confirmer"
      />
    )),
    measure("du", (row) => (
      <SumCell cents={row.dueCents} isMinimum={row.dueIsMinimum} mark={row.dueMark} absent="a_confirmer" />
    )),
    measure("a_confirmer", ({ toConfirmCents }) => <Money cents={toConfirmCents} />),
    measure("verse", (row) => (
      <SumCell cents={row.paidCents} isMinimum={row.paidIsMinimum} absent="non_communique" />
    )),
    measure("depense", (row) => (
      <SumCell cents={row.spentCents} isMinimum={row.spentIsMinimum} absent="non_communique" />
    )),
    measure("consommation", ({ consumption }) => <Share of={consumption} />),
    measure("atteinte", ({ achievement }) => <Share of={achievement} />),
  ];
}

/** A CPTS leads to its money; another group to the CPTS that make it up. */
function Name({ row: { codes, labels }, model }: { readonly row: SummaryRow; readonly model: Summary }) {
  const [code, label] = [codes[0] ?? null, labels[0]];
  if (code === null) return <Absent why="non_communique" />;
  if (model.by === "cpts") return <a href={`/espace/cpts/${code}/financement`}>{label}</a>;
  // « Hors mission » is two lines: no filter keeps both.
  if (model.by === "mission") return label;
  const within = { ...analysisQuery(model.address), [model.by]: code, par: "cpts", puis: "" };
  return <a href={addressWith(ANALYSIS_PATH, within, {})}>{label}</a>;
}

function Population({ row: { population, populationUnknown } }: { readonly row: SummaryRow }) {
  if (population === null) return <Absent why="non_communique" />;
  return (
    <>
      {populationUnknown > 0 && <span className="mut">au moins </span>}
      <span className="nb">
        <Num>{integer(population)}</Num>
      </span>
    </>
  );
}

/** A rate whose base is empty is known of nobody. */
function Share({ of }: { readonly of: Rate }) {
  const words = percent(of);
  return words === null ? <Absent why="non_communique" /> : <Num>{words}</Num>;
}

/** Names from A, figures from the largest; the same link again turns the order. */
function sortBy({ address, sort }: Summary, column: MeasureColumn): NonNullable<Column<SummaryRow>["sort"]> {
  const isNow = sort.by === column;
  const descending = isNow ? !sort.descending : column !== "nom";
  const query = { ...analysisQuery(address), tri: `${descending ? "-" : ""}${column}` };
  return {
    href: `${addressWith(ANALYSIS_PATH, query, {})}#synthese`,
    now: isNow ? (sort.descending ? "descending" : "ascending") : null,
  };
}
