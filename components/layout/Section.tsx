import type { ReactNode } from "react";
import { typeset } from "@/lib/format/typography";

interface SectionProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its two-pixel ink rule. */
export function Section({ id, title, intro, actions, children }: SectionProps) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-t`}>
      <div className="sechead">
        <h2 id={`${id}-t`}>{title}</h2>
        {intro && <p>{typeof intro === "string" ? typeset(intro) : intro}</p>}
        {actions && <div className="acts">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
