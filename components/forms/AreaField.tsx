import type { ReactNode } from "react";
import { describedBy, FieldFault } from "./TextField";

interface AreaFieldProps {
  readonly prefix: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly rows?: number;
  readonly initial?: string | undefined;
  readonly fault: string | null;
  readonly required?: boolean;
  /** The longest that is accepted: the field takes twice as much, to be refused with words rather than cut in silence. */
  readonly most?: number;
}

/** A text of several lines. Its length is judged by the server, which keeps what was typed: nothing is cut short. */
export function AreaField({
  prefix,
  name,
  label,
  hint,
  rows = 4,
  initial,
  fault,
  required,
  most,
}: AreaFieldProps) {
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
        maxLength={most === undefined ? undefined : 2 * most}
        defaultValue={initial}
        required={required}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, hint, fault)}
      />
    </div>
  );
}
