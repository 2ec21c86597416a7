import { day, money } from "@/lib/format/fr";
import type { ContractDue } from "@/lib/queries/money/ledger";
import { LINE_LABEL } from "../cpts/line-words";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { Known } from "./Known";
import { DUE_KIND, standingOf } from "./dues";

export const DUE_COLUMNS: readonly Column<ContractDue>[] = [
  { key: "on", header: "Date", label: "Date", rowHeader: true, cell: ({ dueOn }) => day(dueOn) },
  { key: "line", header: "Ligne", label: "Ligne", cell: ({ line }) => LINE_LABEL[line] },
  { key: "kind", header: "Échéance", label: "Échéance", cell: ({ kind }) => DUE_KIND[kind] },
  {
    key: "amount",
    header: "Montant",
    label: "Montant",
    numeric: true,
    cell: ({ amount, atMostCents, mark }) =>
      typeof amount === "number" ? (
        <Money cents={amount} mark={mark} />
      ) : (
        <>
          <Absent why={amount} />
          {atMostCents > 0 && (
            <span className="from-contract">
              <Num>{`${money(atMostCents)} au plus`}</Num>
            </span>
          )}
        </>
      ),
  },
  {
    key: "paid",
    header: "Versé",
    label: "Versé",
    numeric: true,
    cell: ({ paidCents, isRecorded }) => <Known cents={isRecorded ? paidCents : null} />,
  },
  {
    key: "standing",
    header: "État",
    label: "État",
    full: true,
    cell: (due) => {
      const { tone, text } = standingOf(due);
      return <span className={`mstate ${tone}`}>{text}</span>;
    },
  },
];

/** What falls due and what came, by day. */
export function DuesTable({
  dues,
  caption,
}: {
  readonly dues: readonly ContractDue[];
  readonly caption: string;
}) {
  return (
    <DataTable
      columns={DUE_COLUMNS}
      rows={dues}
      rowKey={({ dueOn, line, part, kind, year }) => [dueOn, line, part, kind, year].join(" ")}
      caption={caption}
      captionHidden
      phone="cards"
      empty="Rien n’échoit dans cette année."
    />
  );
}
