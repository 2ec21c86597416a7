import type { TerritoryFigures, TierScale } from "@/lib/coverage";
import type { DrawnTerritory, Edit } from "@/lib/territory/edit";
import type { Remark } from "@/lib/territory/review";
import type { Atlas } from "./atlas";
import type { Cursor } from "./cursor";

/** What every part of the editor draws from. */
export interface EditorView {
  readonly territory: DrawnTerritory;
  /** The day it takes effect, once it is a day. */
  readonly day: string | null;
  readonly atlas: Atlas;
  readonly figures: TerritoryFigures;
  readonly scale: TierScale | null;
  readonly remarks: readonly Remark[];
  readonly cursor: Cursor;
  readonly readOnly: boolean;
  readonly act: (action: Edit) => void;
  readonly nameOf: (code: string) => string;
  /** What the territory would hold with a commune in or out of it. */
  readonly figuresWith: (code: string, does: "add" | "remove") => TerritoryFigures;
  /** Shows communes on the map, from elsewhere on the page. */
  readonly point: (codes: readonly string[]) => void;
}
