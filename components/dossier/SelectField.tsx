import type { ReactNode } from "react";
import { describedBy, FieldFault } from "../forms/TextField";

interface SelectFieldProps {
  readonly prefix: string;
  /** Ids are `<prefix>-<field>`; the name sent may be shared by several fields. */
  readonly field: string;
  readonly name?: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly empty?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly initial: string;
  readonly fault: string | null;
  readonly required?: boolean;
}

export function SelectField(props: SelectFieldProps) {
  const { prefix, field, name = field, label, hint, empty, choices, initial, fault, required } = props;
  const id = `${prefix}-${field}`;
  return (
    <div className={fault ? "ff bad" : "ff"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldFault id={id} fault={fault} />
      <select
        id={id}
        name={name}
        defaultValue={initial}
        required={required}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, hint, fault)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
