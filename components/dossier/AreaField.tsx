import type { ReactNode } from "react";
import { describedBy, FieldFault } from "../forms/TextField";

interface AreaFieldProps {
  readonly prefix: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly rows: number;
  readonly initial: string;
  readonly fault: string | null;
  readonly required?: boolean;
}

/** A text of several lines. Its length is judged by the server, which keeps what was typed: nothing is cut short. */
export function AreaField({ prefix, name, label, hint, rows, initial, fault, required }: AreaFieldProps) {
  const id = `${prefix}-${name}`;
  return (
    <div className={fault ? "ff bad" : "ff"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldFault id={id} fault={fault} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={initial}
        required={required}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, hint, fault)}
      />
    </div>
  );
}
