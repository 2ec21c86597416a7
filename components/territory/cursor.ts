"use client";

import { useSyncExternalStore } from "react";

/** The commune under the cursor, and what would become of it: apart from React's state, for it changes at each move. */
export interface Cursor {
  get(): Pointed | null;
  set(pointed: Pointed | null): void;
  subscribe(listener: () => void): () => void;
}

export interface Pointed {
  readonly code: string;
  readonly does: "add" | "remove";
}

export function createCursor(): Cursor {
  let now: Pointed | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(next) {
      if (next?.code === now?.code && next?.does === now?.does) return;
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const NOWHERE = () => null;

export function usePointed(cursor: Cursor): Pointed | null {
  return useSyncExternalStore(cursor.subscribe, cursor.get, NOWHERE);
}
