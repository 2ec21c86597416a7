import type { CommuneProperties } from "@/lib/territory/outline";

/** Who holds which communes, as the interactive layer needs it. */
export interface Holder {
  readonly slug: string;
  readonly name: string;
  /** Stage, perimeter, inhabitants: what one says of it in a line. */
  readonly facts: string;
  readonly communes: readonly string[];
}

export interface Commune extends CommuneProperties {
  readonly code: string;
}

/** What the browser adds to the server's picture needs. */
export interface MapOptions {
  readonly geometryHref: string;
  readonly bounds: readonly [number, number, number, number];
  readonly width: number;
  readonly metresPerUnit: number;
  /** What one says of a commune that no known perimeter holds. */
  readonly blankLabel: string;
  readonly holders: readonly Holder[];
}

export interface MapControls {
  zoomBy(factor: number): void;
  reset(): void;
  detach(): void;
}
