import type { ReactNode } from "react";
import { Icon } from "../ui/Icon";

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** Plain words for a phone's card, where the header is not shown. */
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The cell that names the row. One column has it. */
  readonly rowHeader?: boolean;
  /** Takes a card's whole width. */
  readonly full?: boolean;
  readonly className?: string;
  /** Address that sorts by this column, and how it sorts now. */
  readonly sort?: { readonly href: string; readonly now: "ascending" | "descending" | null };
}

interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly caption: ReactNode;
  /** The caption is shown unless a heading just above says the same. */
  readonly captionHidden?: boolean;
  /** On a phone: cards for few fields, a scrolled region with its first column held for many. */
  readonly phone: "cards" | "scroll";
  readonly cardColumns?: 2 | 3;
  /** Names the scrolled region. */
  readonly label?: string;
  readonly foot?: ReactNode;
  readonly empty?: ReactNode;
  readonly className?: string;
}

/** The one table: sorted by links, so that it works without JavaScript and the address says the order. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, caption, captionHidden, phone, cardColumns = 2, label, foot, empty } = props;
  const look = [
    phone === "cards" && "cards",
    phone === "cards" && cardColumns === 3 && "c3",
    props.className,
  ];
  const table = (
    <table className={look.filter(Boolean).join(" ") || undefined}>
      <caption className={captionHidden ? "vh" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td className="full mut" colSpan={columns.length}>
              {empty ?? "Aucune ligne."}
            </td>
          </tr>
        )}
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot && rows.length > 0 && <tfoot>{foot}</tfoot>}
    </table>
  );
  if (phone === "cards") return table;
  // Its section often has the same name: two regions of one name could not be told apart.
  const name = `${label ?? "Tableau"}, à faire défiler`;
  return (
    <div className="scroll sticky" role="region" aria-label={name} tabIndex={0}>
      {table}
    </div>
  );
}

function HeaderCell<Row>({ column }: { readonly column: Column<Row> }) {
  const { header, numeric, sort } = column;
  return (
    <th scope="col" className={numeric ? "num" : undefined} aria-sort={sort?.now ?? undefined}>
      {sort ? (
        <a className="sort" href={sort.href}>
          <span>{header}</span>
          {sort.now && <Icon name={sort.now === "ascending" ? "up" : "down"} />}
        </a>
      ) : (
        header
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { cell, numeric, rowHeader, full, label, className } = column;
  if (rowHeader) return <th scope="row">{cell(row)}</th>;
  const look = [numeric && "num", full && "full", className].filter(Boolean).join(" ");
  return (
    <td className={look || undefined} data-l={label}>
      {cell(row)}
    </td>
  );
}
