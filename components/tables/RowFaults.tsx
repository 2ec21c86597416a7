import { typeset } from "@/lib/format/typography";

interface RowFaultsProps {
  /** The heading of the column, null for the row itself; what is wrong there, without its full stop. */
  readonly faults: readonly { readonly column: string | null; readonly message: string }[];
}

/** What is wrong in a row of a file, cell by cell. */
export function RowFaults({ faults }: RowFaultsProps) {
  if (faults.length === 0) return null;
  return (
    <ul className="row-faults">
      {faults.map(({ column, message }) => (
        <li key={`${column} ${message}`}>
          <b>{column}</b> {typeset(message)}.
        </li>
      ))}
    </ul>
  );
}
