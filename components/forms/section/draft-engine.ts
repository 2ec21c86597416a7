import { sameData } from "@/lib/kernel/same-data";
import { fingerprint, type DraftContent } from "@/lib/schemas/sections";
import {
  initialState,
  isUnsaved,
  maySend,
  reduce,
  waitBefore,
  type Answer,
  type DraftEvent,
  type DraftState,
  type Theirs,
} from "./draft-state";
import { findKeptDraft, forget, keep, keptKey } from "./kept-draft";
import { deleteDraft, postSection, putDraft, type SectionAddress } from "./section-api";

export interface EngineStart extends SectionAddress {
  /** What the server holds: the draft, or the record's content as a form where there is none. */
  readonly initial: DraftContent;
  readonly draftVersion: number;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  /** The record's content as a form: what is left once a draft is dropped. */
  readonly recordValues: DraftContent;
}

/** Runs one form's draft: requests one at a time, timers, the copy on this device. Pages own it, React only reads it. */
export class DraftEngine {
  #state: DraftState;
  #record: DraftContent;
  readonly #listeners = new Set<() => void>();
  readonly #start: EngineStart;
  readonly #key: string;
  readonly #page = Math.random().toString(36).slice(2);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last save, settled once its answer is in the state. */
  #underWay: Promise<void> = Promise.resolve();

  constructor(start: EngineStart) {
    this.#start = start;
    this.#record = start.recordValues;
    this.#key = keptKey(start.accountId, start.slug, start.section);
    this.#state = initialState({
      content: start.initial,
      version: start.draftVersion,
      savedAt: start.savedAt,
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): DraftState => this.#state;

  /** Looks for what this device kept, then listens to the page's life. Returns how to stop. */
  start(): () => void {
    this.#restore();
    const leave = () => document.visibilityState === "hidden" && void this.#send(true);
    const back = () => this.#schedule(0);
    const gone = () => void this.#send(true);
    const seen = () => (document.visibilityState === "hidden" ? leave() : back());
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("pagehide", gone);
    window.addEventListener("online", back);
    window.addEventListener("focus", back);
    return () => {
      clearTimeout(this.#timer);
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("pagehide", gone);
      window.removeEventListener("online", back);
      window.removeEventListener("focus", back);
    };
  }

  /** What is typed is on this device before anything else happens. */
  edit(values: DraftContent): void {
    this.#dispatch({ type: "edited", values });
    this.#keep();
    this.#schedule();
  }

  /** Saves what is unsaved now. @returns whether the server has all that was typed. */
  async flush(): Promise<boolean> {
    await this.#underWay;
    if (isUnsaved(this.#state)) await this.#send(false);
    return !isUnsaved(this.#state) && this.#state.trouble === null;
  }

  /** Puts the form into the record; `recorded` is the content as the record will hold it. */
  async record(recorded: DraftContent, again = true): Promise<Answer> {
    clearTimeout(this.#timer);
    await this.#underWay;
    const { version, known, values } = this.#state;
    this.#dispatch({ type: "sending" });
    const sent = { content: values, version, seen: fingerprint(known) };
    const answer = await postSection(this.#start, sent);
    // A conflict with what we meant to write ourselves: the first answer was lost on the way.
    const done =
      answer.kind === "saved" ||
      (answer.kind === "conflict" &&
        answer.theirs.what === "record" &&
        sameData(answer.theirs.content, recorded));
    if (done) {
      this.#record = recorded;
      this.#dispatch({ type: "recorded", values: recorded });
      this.#settle();
      return { kind: "saved", version: 0, at: "" };
    }
    // Faults of the form are the fields' to say, not a trouble of the draft.
    this.#dispatch({
      type: "answered",
      answer: answer.kind === "invalid" ? { kind: "unheeded" } : answer,
    });
    // The draft there is our own, whose answer was lost on the way: it is known now, and stands in no way.
    if (answer.kind === "conflict" && this.#state.trouble === null && again)
      return this.record(recorded, false);
    this.#schedule();
    return answer;
  }

  /** Drops the draft: the form is the record again. */
  async discard(again = true): Promise<Answer> {
    clearTimeout(this.#timer);
    await this.#underWay;
    const answer = await deleteDraft(this.#start, this.#state.version);
    if (answer.kind === "saved") {
      this.#dispatch({ type: "dropped", values: this.#record });
      forget(this.#key);
      return answer;
    }
    this.#dispatch({ type: "answered", answer });
    // The draft there is our own, saved meanwhile: it is the one to drop.
    if (answer.kind === "conflict" && this.#state.trouble === null && again) return this.discard(false);
    return answer;
  }

  /** The writer saw both versions and chose: the form becomes `values`, over theirs. */
  async choose(values: DraftContent): Promise<Answer> {
    const { trouble, version } = this.#state;
    if (trouble?.kind !== "conflict") return { kind: "saved", version, at: "" };
    const { theirs } = trouble;
    if (theirs.what === "record") {
      this.#record = theirs.content;
      // The draft stood on a record that is no more: it begins again on the one there is.
      const answer = version > 0 ? await deleteDraft(this.#start, version) : null;
      if (answer?.kind === "conflict") this.#dispatch({ type: "answered", answer });
      if (answer !== null && answer.kind !== "saved") return answer;
    }
    this.#dispatch({ type: "chosen", values });
    if (isUnsaved(this.#state)) this.#keep();
    await this.flush();
    this.#settle();
    return { kind: "saved", version: this.#state.version, at: "" };
  }

  /** Back to what the server held, without what this device had kept. */
  dropRestored(): void {
    this.#dispatch({ type: "restoration_dropped" });
    this.#settle();
    this.#schedule();
  }

  #restore(): void {
    const kept = findKeptDraft(this.#key);
    if (kept === null) return;
    const { known, version, savedAt } = this.#state;
    if (sameData(kept.content, known)) return forget(this.#key);
    if (kept.seen === fingerprint(known)) {
      this.#dispatch({ type: "restored", values: kept.content, at: kept.at });
    } else {
      const by = this.#start.savedBy;
      const what: Theirs["what"] = version > 0 ? "draft" : "record";
      const theirs = { what, version, content: known, by, at: savedAt };
      this.#dispatch({ type: "restored_against", values: kept.content, theirs });
    }
    this.#keep();
    this.#schedule();
  }

  #schedule(wait = waitBefore(this.#state)): void {
    clearTimeout(this.#timer);
    if (maySend(this.#state)) this.#timer = setTimeout(() => void this.#send(false), wait);
  }

  #send(leaving: boolean): Promise<void> {
    clearTimeout(this.#timer);
    if (maySend(this.#state)) this.#underWay = this.#save(leaving);
    return this.#underWay;
  }

  async #save(leaving: boolean): Promise<void> {
    const { values: content, version, known } = this.#state;
    this.#dispatch({ type: "sending" });
    // Typed back to what the record holds: there is no draft any more.
    const answer =
      version > 0 && sameData(content, this.#record)
        ? await deleteDraft(this.#start, version)
        : await putDraft(this.#start, { content, version, seen: fingerprint(known) }, leaving);
    this.#dispatch({ type: "answered", answer });
    this.#settle();
    this.#schedule();
  }

  #keep(): void {
    const { values, known } = this.#state;
    const at = new Date().toISOString();
    const here = keep(this.#key, { content: values, seen: fingerprint(known), at, page: this.#page });
    this.#dispatch({ type: "kept", here });
  }

  /** The device's copy follows the server: gone once all is there, standing on the last save otherwise. */
  #settle(): void {
    if (isUnsaved(this.#state)) this.#keep();
    else if (this.#state.trouble === null) forget(this.#key, this.#page);
  }

  #dispatch(event: DraftEvent): void {
    this.#state = reduce(this.#state, event);
    for (const listener of this.#listeners) listener();
  }
}
