import type { ReactNode } from "react";
import { LabelledField } from "./LabelledField";

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
  return (
    <LabelledField id={`${prefix}-${field}`} label={label} hint={hint} fault={fault}>
      {(tied) => (
        <select {...tied} name={name} defaultValue={initial} required={required}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
}
