import type { ReactNode } from "react";

export interface WhyStep {
  readonly label: string;
  readonly value: ReactNode;
  readonly note: ReactNode;
}

interface WhyProps {
  /** What is explained, after « Pourquoi ce montant ? ». */
  readonly subject: string;
  readonly steps: readonly WhyStep[];
  /** The formula in words, its article, and what is missing. */
  readonly ending: ReactNode;
  readonly question?: string;
}

/** A figure that explains itself, step by step, each with its source. Opens without JavaScript. */
export function Why({ subject, steps, ending, question = "Pourquoi ce montant\u00a0?" }: WhyProps) {
  return (
    <details className="why">
      <summary>
        {question}
        <span className="vh"> {subject}</span>
      </summary>
      <div className="why-body">
        <p className="why-subject">{subject}</p>
        <ol className="why-steps">
          {steps.map(({ label, value, note }, i) => (
            <li key={i}>
              <span className="k">{label}</span>
              <span className="v">{value}</span>
              <span className="n">{note}</span>
            </li>
          ))}
        </ol>
        <div className="note">{ending}</div>
      </div>
    </details>
  );
}
