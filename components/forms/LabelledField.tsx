import type { ReactNode } from "react";

interface LabelledFieldProps {
  /** Of the control; the hint is `<id>-hint`, what is wrong `<id>-fault`. */
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault: string | null;
  /** The control, with the id and the descriptions it is given. */
  readonly children: (tied: Tied) => ReactNode;
}

export interface Tied {
  readonly id: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
}

/** A control with its label, its hint and what is wrong with it, tied together for whoever does not see them. */
export function LabelledField({ id, label, hint, fault, children }: LabelledFieldProps) {
  return (
    <div className={fault ? "ff bad" : "ff"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldFault id={id} fault={fault} />
      {children({
        id,
        "aria-invalid": fault ? true : undefined,
        "aria-describedby": describedBy(id, hint, fault),
      })}
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
