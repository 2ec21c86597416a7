import type { Stage } from "@/lib/record/lifecycle";

/** What the map of a department shows, ready to draw: nothing here is computed by the components. */
export interface DepartmentMapModel {
  readonly code: string;
  readonly name: string;
  /** Drawing units of the viewBox, and metres on the ground under one of them. */
  readonly width: number;
  readonly height: number;
  readonly metresPerUnit: number;
  /** [west, south, east, north]: with the width, all the projection needs. */
  readonly bounds: readonly [number, number, number, number];
  readonly geometryHref: string;
  readonly meshHref: string;
  /** The department's own surface. */
  readonly ground: string;
  /** CPTS with a known perimeter, lowest stage first: the highest is drawn last. */
  readonly shapes: readonly MapShape[];
  /** Towns named to find one's way. */
  readonly towns: readonly { readonly name: string; readonly at: readonly [number, number] }[];
  /** What one says of a commune in no known perimeter. */
  readonly blankLabel: string;
}

export interface MapShape {
  readonly slug: string;
  readonly name: string;
  readonly stage: Exclude<Stage, "none">;
  readonly stageLabel: string;
  readonly estimated: boolean;
  readonly pastTerm: boolean;
  readonly path: string;
  readonly at: readonly [number, number];
  /** Inhabitants of its communes in this department. */
  readonly population: number;
  /** INSEE codes of its communes in this department. */
  readonly communes: readonly string[];
}
