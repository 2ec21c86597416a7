"use client";

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { DraftContent } from "@/lib/schemas/sections";
import {
  edit,
  formOf,
  territoryIn,
  type DrawnTerritory,
  type Edit,
  type Editing,
} from "@/lib/territory/edit";

/** The draft of a section, as the editor needs it. */
export interface EditedDraft {
  readonly values: DraftContent;
  readonly change: (values: DraftContent) => void;
}

export interface Territory {
  readonly now: DrawnTerritory;
  readonly last: Editing["last"];
  readonly undoable: boolean;
  readonly act: (action: Edit) => void;
}

type Trail = Pick<Editing, "before" | "last">;

const UNTOUCHED: Trail = { before: [], last: null };

/** The territory that a draft holds, with what can be undone: the draft itself stays the one state. */
export function useTerritory({ values, change }: EditedDraft): Territory {
  const now = useMemo(() => territoryIn(values), [values]);
  const [trail, setTrail] = useState<Trail>(UNTOUCHED);
  // Several strokes may come before React draws again: each goes on from the one before.
  const latest = useRef<Editing>({ now, ...trail });
  useLayoutEffect(() => {
    latest.current = { now, ...trail };
  }, [now, trail]);
  const act = useCallback(
    (action: Edit) => {
      const next = edit(latest.current, action);
      if (next === latest.current) return;
      latest.current = next;
      setTrail({ before: next.before, last: next.last });
      change(formOf(next.now));
    },
    [change],
  );
  return { now, last: trail.last, undoable: trail.before.length > 0, act };
}
