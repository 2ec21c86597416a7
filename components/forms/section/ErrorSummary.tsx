"use client";

import { useEffect, useRef } from "react";
import { count } from "@/lib/format/fr";
import type { FieldIssue } from "@/lib/schemas/sections";
import type { SectionWords } from "./ConflictPanel";
import { fieldId } from "./draft-values";

interface ErrorSummaryProps {
  readonly issues: readonly FieldIssue[];
  /** Each refusal brings the focus here again. */
  readonly refusals: number;
  readonly words: SectionWords;
}

/** All that is wrong, each a link to its field. */
export function ErrorSummary({ issues, refusals, words }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) box.current?.focus();
  }, [refusals]);
  if (issues.length === 0) return null;
  return (
    <div className="sf-errors" tabIndex={-1} ref={box} role="group" aria-labelledby="erreurs-t">
      <h2 id="erreurs-t">
        {issues.length === 1
          ? "Une saisie est à corriger"
          : `${count(issues.length, "saisie")} sont à corriger`}
      </h2>
      <p>Rien n’a été enregistré dans la fiche. Votre brouillon, lui, est gardé.</p>
      <ul>
        {issues.map(({ path, message }) => (
          <li key={`${fieldId(path)} ${message}`}>
            <a href={`#${fieldId(path)}`} onClick={(event) => goTo(event, fieldId(path))}>
              {path.length > 0 ? `${words.label(path)} ${message}` : message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The address stays as it is: going back in the history must not walk through the faults. */
function goTo(event: React.MouseEvent, id: string) {
  const field = document.getElementById(id);
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: "center" });
}
