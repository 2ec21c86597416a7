import type { ReactNode } from "react";

interface FilterChoiceProps {
  readonly id: string;
  /** In the address. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}

/** One choice of a form that filters a list: it shows what the address says, and is made again when that changes. */
export function FilterChoice({ id, name, label, value, children }: FilterChoiceProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select key={value} id={id} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  );
}
