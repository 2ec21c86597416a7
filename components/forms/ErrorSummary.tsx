"use client";

import { useEffect, useRef } from "react";
import type { Fault } from "@/lib/schemas/form";

interface ErrorSummaryProps {
  readonly faults: readonly Fault[];
  /** The form's prefix of field ids. */
  readonly prefix: string;
}

/** What is wrong with the form, on top of it, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ faults, prefix }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  const several = faults.length > 1;
  return (
    <div className="callout err summary" ref={box} tabIndex={-1} role="alert">
      <p>
        <b>{several ? `${faults.length} points à corriger` : "Un point à corriger"}</b>
      </p>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field + message}>
            {field === "form" ? message : <a href={`#${prefix}-${field}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
