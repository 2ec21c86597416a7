"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { instantInSentence } from "@/lib/format/clock";
import { fieldLabel, fieldWords } from "@/lib/format/section-fields";
import type { Section } from "@/lib/record/sections";
import { Callout } from "../../ui/Notice";
import { ActionBar } from "./ActionBar";
import { ConflictPanel, type SectionWords } from "./ConflictPanel";
import { SectionFormProvider } from "./context";
import { typedEarly } from "./early-typing";
import { ErrorSummary } from "./ErrorSummary";
import { isReadOnly, type SectionLock, type SectionRights } from "./rights";
import type { SectionDraft } from "./use-section-draft";

export interface SectionFrameProps {
  readonly slug: string;
  readonly section: Section;
  readonly rights: SectionRights;
  readonly lock: SectionLock | null;
  readonly draft: SectionDraft;
  /** Names of fields and values, where a section says more than lib/format/section-fields. */
  readonly words?: SectionWords;
  readonly children: ReactNode;
}

/**
 * Around every section's form: why it is read-only, what this device brought back, conflicts, faults, then the
 * fields, then the bar that saves. Fields under it read and write the draft by `useSectionForm`.
 */
export function SectionFrame({ slug, section, rights, lock, draft, words, children }: SectionFrameProps) {
  const readOnly = isReadOnly(rights, lock);
  const named = words ?? {
    label: (path) => fieldLabel(section, path),
    words: (path, value) => fieldWords(section, path, value),
  };
  const { state } = draft;
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Read before the draft's engine starts, handed over after it brought back what this device had kept.
    const typed = fields.current ? typedEarly(fields.current) : [];
    const timer = setTimeout(() => typed.forEach((again) => again()));
    return () => clearTimeout(timer);
  }, []);
  return (
    <SectionFormProvider value={{ section, draft, readOnly }}>
      <div className={readOnly ? "sf ro" : "sf"}>
        {readOnly && <ReadOnly lock={lock} />}
        {state.restored && !readOnly && <Restored at={state.restored.at} drop={draft.dropRestored} />}
        {state.trouble?.kind === "conflict" && (
          <ConflictPanel
            mine={draft.values}
            base={state.known}
            theirs={state.trouble.theirs}
            words={named}
            choose={draft.choose}
          />
        )}
        <ErrorSummary issues={draft.issues} refusals={draft.refusals} words={named} />
        <div className="sf-fields" ref={fields}>
          {children}
        </div>
        {!readOnly && <ActionBar slug={slug} section={section} rights={rights} draft={draft} />}
      </div>
    </SectionFormProvider>
  );
}

function ReadOnly({ lock }: { readonly lock: SectionLock | null }) {
  if (lock === null) {
    return (
      <Callout kind="info">
        <p>
          <b>Lecture seule.</b> Votre compte permet de lire cette rubrique, non de la modifier.
        </p>
      </Callout>
    );
  }
  return (
    <Callout>
      <p>
        <b>En attente de décision.</b> Cette rubrique fait partie de la proposition n°&nbsp;{lock.round},
        envoyée {instantInSentence(lock.submittedAt)}&nbsp;: elle ne peut pas changer tant que l’ARS ou la
        CPAM ne s’est pas prononcée. <a href={lock.href}>Voir la proposition</a>
      </p>
    </Callout>
  );
}

function Restored({ at, drop }: { readonly at: string; readonly drop: () => void }) {
  return (
    <Callout kind="info">
      <div className="sf-restored" role="status">
        <p>
          <b>Saisie retrouvée.</b> Cet appareil avait gardé une saisie {instantInSentence(at)} qui n’avait pas
          pu être enregistrée&nbsp;: elle est reprise ci-dessous.
        </p>
        <button type="button" className="btn" onClick={drop}>
          Écarter cette saisie
        </button>
      </div>
    </Callout>
  );
}
