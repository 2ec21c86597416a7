import type { InputHTMLAttributes, ReactNode } from "react";
import { LabelledField } from "./LabelledField";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "inputMode" | "max" | "maxLength" | "required" | "readOnly" | "spellCheck"
>;

interface TextFieldProps extends Native {
  /** The form's prefix of field ids: ids are `<prefix>-<name>`. */
  readonly prefix: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault: string | null;
  readonly initial?: string;
}

export function TextField({ prefix, name, label, hint, fault, initial, ...native }: TextFieldProps) {
  return (
    <LabelledField id={`${prefix}-${name}`} label={label} hint={hint} fault={fault}>
      {(tied) => <input {...tied} name={name} type="text" defaultValue={initial} {...native} />}
    </LabelledField>
  );
}
