import type { ReactNode } from "react";
import { FieldFault } from "./LabelledField";

interface RadioFieldProps {
  readonly prefix: string;
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly detail?: ReactNode;
  }[];
  readonly initial?: string;
  readonly fault: string | null;
}

/** One of a few, all in sight. */
export function RadioField({ prefix, name, legend, choices, initial, fault }: RadioFieldProps) {
  const id = `${prefix}-${name}`;
  return (
    <fieldset className={fault ? "ff bad" : "ff"} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{legend}</legend>
      <FieldFault id={id} fault={fault} />
      {choices.map(({ value, label, detail }, i) => (
        <label key={value} className="tick">
          <input
            id={i === 0 ? id : undefined}
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === initial}
          />
          <span>
            {label} {detail && <small>{detail}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
