import { money } from "@/lib/format/fr";
import type { AmountsDifference } from "@/lib/record/differences";
import { LINE_LABEL } from "../cpts/line-words";
import { DataTable, type Column } from "../tables/DataTable";
import { Num } from "../ui/Num";
import { amountPart, amountYear } from "./words";

type Amount = AmountsDifference["added"][number];

interface Row extends Omit<Amount, "amountCents"> {
  readonly before: number | null;
  readonly after: number | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "line", header: "Ligne", label: "Ligne", rowHeader: true, cell: ({ line }) => LINE_LABEL[line] },
  { key: "part", header: "Volet", label: "Volet", cell: amountPart },
  { key: "year", header: "Année du contrat", label: "Année du contrat", cell: amountYear },
  { key: "before", header: "Avant", label: "Avant", numeric: true, cell: (row) => cents(row.before) },
  { key: "after", header: "Après", label: "Après", numeric: true, cell: (row) => cents(row.after) },
];

/** The amounts of the annex that come, go or change. */
export function AmountsChange({ amounts }: { readonly amounts: AmountsDifference }) {
  const rows: Row[] = [
    ...amounts.changed.map(({ amount, ...rest }) => ({ ...rest, ...amount })),
    ...amounts.added.map(({ amountCents, ...rest }) => ({ ...rest, before: null, after: amountCents })),
    ...amounts.removed.map(({ amountCents, ...rest }) => ({ ...rest, before: amountCents, after: null })),
  ];
  return (
    <DataTable
      columns={COLUMNS}
      rows={rows}
      rowKey={({ line, part, year }) => `${line} ${part} ${year ?? ""}`}
      caption="Montants de l’annexe, par an"
      phone="cards"
    />
  );
}

function cents(value: number | null) {
  return value === null ? <span className="mut">aucun</span> : <Num>{money(value)}</Num>;
}
