import type { ReactNode } from "react";
import { typeset } from "@/lib/format/typography";

interface FormPartProps {
  readonly id: string;
  readonly title: string;
  /** Who reads what is typed here. */
  readonly who?: string;
  readonly children: ReactNode;
}

/** A part of a section's form: its title, who will read it, its fields on a grid. */
export function FormPart({ id, title, who, children }: FormPartProps) {
  return (
    <section className="fp" aria-labelledby={`${id}-t`}>
      <div className="fp-head">
        <h2 id={`${id}-t`}>{title}</h2>
        {who && <p>{typeset(who)}</p>}
      </div>
      <div className="fp-fields">{children}</div>
    </section>
  );
}
