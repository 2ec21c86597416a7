import type { ReactNode } from "react";
import { describedBy, FieldFault } from "../forms/TextField";

interface TextAreaProps {
  /** The form's prefix of field ids: ids are `<prefix>-<name>`. */
  readonly prefix: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault: string | null;
  readonly initial?: string;
  readonly most: number;
}

/** A text of several lines with its label, its hint and what is wrong with it. */
export function TextArea({ prefix, name, label, hint, fault, initial, most }: TextAreaProps) {
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
        rows={4}
        // A longer text is refused with words rather than cut in silence.
        maxLength={2 * most}
        defaultValue={initial}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, hint, fault)}
      />
    </div>
  );
}
