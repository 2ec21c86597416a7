/** A closed line, longitude then latitude of each point, the first point repeated at the end. */
export type Ring = Float64Array;

/** The outer ring, then the holes. */
export type Polygon = readonly Ring[];

export interface PolygonFeature {
  /** Its place in the file, from 1. */
  readonly row: number;
  /** Its properties as text, in the order of the headings. */
  readonly cells: readonly string[];
  /** Null where its shape cannot be used, which `fault` explains. */
  readonly polygons: readonly Polygon[] | null;
  readonly fault: string | null;
}

export interface PolygonLayer {
  readonly headings: readonly string[];
  readonly features: readonly PolygonFeature[];
  readonly notes: readonly string[];
  /** The communes whose interior point each feature holds, by its row: `communesWithin`, computed apart. */
  readonly communes: ReadonlyMap<number, readonly string[]>;
}

/** A point well inside a commune's contour, WGS84. */
export interface CommunePoint {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
  /** The commune whose contour holds this one, which has none of its own; null: its own. */
  readonly heldBy: string | null;
}
