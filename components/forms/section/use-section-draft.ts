"use client";

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { sameData } from "@/lib/kernel/same-data";
import type { Contents, Section } from "@/lib/record/sections";
import {
  formValues,
  parseSection,
  type DraftContent,
  type DraftValue,
  type FieldIssue,
} from "@/lib/schemas/sections";
import { DraftEngine } from "./draft-engine";
import type { Answer, DraftState } from "./draft-state";
import { withValue, type FieldPath } from "./draft-values";

/** What the server says of a section when its page is asked for: `SectionPage["draft"]` of the query gives it. */
export interface SectionDraftStart {
  readonly slug: string;
  readonly section: Section;
  /** Who types. */
  readonly accountId: string;
  /** What the form shows first: the draft, or `recordValues` where there is none. */
  readonly initial: DraftContent;
  /** What the record holds, as the form shows it (`formValues`). */
  readonly recordValues: DraftContent;
  /** Version of the draft; 0 where there is none. */
  readonly draftVersion: number;
  /** Instant of the draft's last save, and who made it; null where there is none. */
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  /** True: nothing is typed, saved or brought back. */
  readonly readOnly?: boolean;
}

/** One form's draft, as its components use it. */
export interface SectionDraft {
  readonly values: DraftContent;
  readonly state: DraftState;
  /** Whether the form differs from what the record holds. */
  readonly changed: boolean;
  /** Faults to show: none until the first try to save, then as one types. */
  readonly issues: readonly FieldIssue[];
  /** How many times saving was refused for its faults: each moves the focus to the summary. */
  readonly refusals: number;
  /** What the last save into the record met, where that was neither success nor faults. */
  readonly lastAnswer: Answer["kind"] | null;
  /** Puts another form in place of the one there is. */
  readonly change: (values: DraftContent) => void;
  /** Puts a value in place of another. */
  readonly set: (path: FieldPath, value: DraftValue) => void;
  /** Checks the form by the section's schema, then puts it into the record. @returns whether it is there. */
  readonly save: () => Promise<boolean>;
  /** Checks the form and saves the draft: before leaving to propose it. @returns whether it may be proposed. */
  readonly ready: () => Promise<boolean>;
  readonly discard: () => Promise<boolean>;
  /** After a conflict: the form becomes `values`, over theirs knowingly. @returns whether the server agreed. */
  readonly choose: (values: DraftContent) => Promise<boolean>;
  readonly dropRestored: () => void;
}

/**
 * Keeps a section's form as a draft: on this device at each key, on the server when typing pauses. The form is
 * plain JSON as `formValues` gives; the schema is asked only when it goes into the record.
 */
export function useSectionDraft(start: SectionDraftStart): SectionDraft {
  const [engine] = useState(() => new DraftEngine(start));
  const [record, setRecord] = useState(start.recordValues);
  const [checked, setChecked] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [fromServer, setFromServer] = useState<readonly FieldIssue[]>([]);
  const [lastAnswer, setLastAnswer] = useState<Answer["kind"] | null>(null);
  const state = useSyncExternalStore(engine.subscribe, engine.snapshot, engine.snapshot);
  const readOnly = start.readOnly ?? false;
  useEffect(() => (readOnly ? undefined : engine.start()), [engine, readOnly]);

  const { section } = start;
  const { values } = state;
  const issues = useMemo(() => {
    const own = checked ? issuesOf(section, values) : [];
    return own.length > 0 ? own : fromServer;
  }, [checked, fromServer, section, values]);

  const change = useCallback(
    (next: DraftContent) => {
      setFromServer([]);
      setLastAnswer(null);
      engine.edit(next);
    },
    [engine],
  );
  const set = useCallback(
    (path: FieldPath, value: DraftValue) => change(withValue(engine.snapshot().values, path, value)),
    [change, engine],
  );

  function refuse(found: readonly FieldIssue[]): false {
    setChecked(true);
    setFromServer(found);
    setRefusals((count) => count + 1);
    return false;
  }
  function accept() {
    setChecked(false);
    setFromServer([]);
  }

  return {
    values,
    state,
    changed: !sameData(values, record),
    issues,
    refusals,
    lastAnswer,
    change,
    set,
    save: async () => {
      const parsed = parseSection(section, engine.snapshot().values);
      if ("issues" in parsed) return refuse(parsed.issues);
      const recorded = formValues(section, parsed.content as Contents[Section]);
      const answer = await engine.record(recorded);
      setLastAnswer(answer.kind);
      if (answer.kind === "invalid") return refuse(answer.issues);
      if (answer.kind !== "saved") return false;
      accept();
      setRecord(recorded);
      return true;
    },
    ready: async () => {
      const found = issuesOf(section, engine.snapshot().values);
      if (found.length > 0) return refuse(found);
      accept();
      return engine.flush();
    },
    discard: async () => {
      const answer = await engine.discard();
      if (answer.kind !== "saved") return false;
      accept();
      setRecord(engine.snapshot().values);
      return true;
    },
    choose: async (chosen) => (await engine.choose(chosen)).kind === "saved",
    dropRestored: () => engine.dropRestored(),
  };
}

function issuesOf(section: Section, values: DraftContent): readonly FieldIssue[] {
  const parsed = parseSection(section, values);
  return "issues" in parsed ? parsed.issues : [];
}
