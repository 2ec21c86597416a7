import type { InputHTMLAttributes, ReactNode } from "react";

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

/** A field with its label, its hint and what is wrong with it, tied together for whoever does not see them. */
export function TextField({ prefix, name, label, hint, fault, initial, ...native }: TextFieldProps) {
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
      <input
        id={id}
        name={name}
        type="text"
        defaultValue={initial}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, hint, fault)}
        {...native}
      />
    </div>
  );
}

/** What is wrong with the field `id`, just above it. */
export function FieldFault({ id, fault }: { readonly id: string; readonly fault: string | null }) {
  if (!fault) return null;
  return (
    <p className="fault" id={`${id}-fault`}>
      {fault}
    </p>
  );
}

export function describedBy(id: string, hint: ReactNode, fault: string | null): string | undefined {
  return [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
}
