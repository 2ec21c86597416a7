import type { ReactNode } from "react";
import { LabelledField } from "./LabelledField";

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
export function AreaField(props: AreaFieldProps) {
  const { prefix, name, label, hint, rows = 4, initial, fault, required, most } = props;
  return (
    <LabelledField id={`${prefix}-${name}`} label={label} hint={hint} fault={fault}>
      {(tied) => (
        <textarea
          {...tied}
          name={name}
          rows={rows}
          maxLength={most === undefined ? undefined : 2 * most}
          defaultValue={initial}
          required={required}
        />
      )}
    </LabelledField>
  );
}
