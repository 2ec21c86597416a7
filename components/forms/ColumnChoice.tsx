import type { ReactNode } from "react";

interface ColumnChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly headings: readonly string[];
  /** The column read, from 0; null: none. */
  readonly index: number | null;
  /** Nothing can be read without it, and none is chosen. */
  readonly isMissing: boolean;
  /** What the choice of no column is called. */
  readonly none: string;
}

/** Which column of a file says one thing. */
export function ColumnChoice({ id, name, label, headings, index, isMissing, none }: ColumnChoiceProps) {
  const faultId = `${id}-fault`;
  return (
    <div className={isMissing ? "ff bad" : "ff"}>
      <label htmlFor={id}>{label}</label>
      {isMissing && (
        <p className="fault" id={faultId}>
          Choisissez la colonne.
        </p>
      )}
      <select
        id={id}
        name={name}
        defaultValue={index ?? ""}
        aria-invalid={isMissing ? true : undefined}
        aria-describedby={isMissing ? faultId : undefined}
      >
        <option value="">{none}</option>
        {headings.map((heading, i) => (
          <option key={i} value={i}>
            {heading || `Colonne ${i + 1}`}
          </option>
        ))}
      </select>
    </div>
  );
}
