import type { Feature, Geometry, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { Borders } from "@/lib/territory/borders";
import type { DepartmentTopology } from "@/lib/territory/outline";
import { pathOf } from "@/lib/territory/paths";
import type { Projection } from "@/lib/territory/projection";

const SVG = "http://www.w3.org/2000/svg";
/** Work between two looks at the clock, and how long it may keep the main thread. */
const BATCH = 12;
const SLICE_MS = 8;

/** How a commune looks: one word, which is its class. */
export type Look = "free" | "sel" | "part" | "kept" | "conf" | "est" | "dec";

/** Patterns are named in the document, which an external stylesheet cannot reach everywhere. */
const PATTERN: Readonly<Partial<Record<Look, string>>> = {
  part: "url(#te-part)",
  conf: "url(#te-conf)",
  est: "url(#te-est)",
};

/** One path for each commune, drawn once: what changes afterwards is a class. */
export class CommunesLayer {
  readonly shapes = new Map<string, Polygon | MultiPolygon>();
  readonly #paths = new Map<string, SVGPathElement>();
  readonly #codes = new WeakMap<Element, string>();
  readonly #looks = new Map<string, Look>();
  #lines: { readonly a: string; readonly b: string | null; readonly d: string }[] = [];

  constructor(
    private readonly moving: SVGGElement,
    private readonly projection: Projection,
  ) {}

  codeOf(target: EventTarget | null): string | undefined {
    return target instanceof Element ? this.#codes.get(target) : undefined;
  }

  /** Adds the communes of a department, a few at a time so that typing and scrolling never wait. */
  async draw(topology: DepartmentTopology, signal: AbortSignal): Promise<void> {
    const group = document.createElementNS(SVG, "g");
    const geometries = topology.objects.communes.geometries;
    for (let next = 0; next < geometries.length && !signal.aborted;) {
      const until = performance.now() + SLICE_MS;
      while (next < geometries.length && performance.now() < until) {
        for (const shape of geometries.slice(next, next + BATCH)) this.#add(group, topology, shape);
        next += BATCH;
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    if (!signal.aborted) this.#within("g.te-communes")?.append(group);
  }

  #add(group: Element, topology: DepartmentTopology, shape: Parameters<typeof feature>[1]) {
    const { geometry, id } = feature(topology, shape) as Feature<Geometry>;
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return;
    const code = String(id);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", "k free");
    path.setAttribute("d", pathOf(geometry, this.projection));
    path.dataset.code = code;
    this.#paths.set(code, path);
    this.#codes.set(path, code);
    this.shapes.set(code, geometry);
    group.append(path);
  }

  /** The borders of all that is drawn, for the outlines. */
  know({ lines }: Borders): void {
    this.#lines = lines.map(({ a, b, points }) => ({
      a,
      b,
      d: pathOf({ type: "MultiLineString", coordinates: [[...points]] }, this.projection),
    }));
  }

  /** Gives each commune its look, and draws the outlines anew. Only what changed is touched. */
  paint(
    lookOf: (code: string) => Look,
    holds: (code: string) => boolean,
    claimOf: (code: string) => { readonly by: string; readonly estimated: boolean } | null,
  ): void {
    for (const [code, path] of this.#paths) {
      const look = lookOf(code);
      if (this.#looks.get(code) === look) continue;
      this.#looks.set(code, look);
      path.setAttribute("class", `k ${look}`);
      path.setAttribute("fill", PATTERN[look] ?? "none");
    }
    this.#draw("path.te-outline", this.#outline(holds));
    this.#draw("path.te-halo", this.#outline(holds));
    const claimed = (estimated: boolean) =>
      this.#edge((code) => {
        const claim = code === null ? null : claimOf(code);
        return claim && claim.estimated === estimated ? claim.by : "";
      });
    this.#draw("path.te-claims:not(.est)", claimed(false));
    this.#draw("path.te-claims.est", claimed(true));
  }

  /** The territory on record, for comparison. */
  compare(holds: (code: string) => boolean): void {
    this.#draw("path.te-present", this.#outline(holds));
  }

  /** Rings the commune under the cursor, or those pointed at from elsewhere on the page. */
  mark(codes: readonly string[]): void {
    this.#draw("path.te-mark", codes.map((code) => this.#paths.get(code)?.getAttribute("d") ?? "").join(""));
  }

  /** The box around communes, in drawing units; null where none is drawn. */
  boxOf(codes: Iterable<string>): readonly [number, number, number, number] | null {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const code of codes) {
      const box = this.#paths.get(code)?.getBBox();
      if (!box) continue;
      left = Math.min(left, box.x);
      top = Math.min(top, box.y);
      right = Math.max(right, box.x + box.width);
      bottom = Math.max(bottom, box.y + box.height);
    }
    return left < right ? [left, top, right - left, bottom - top] : null;
  }

  codes(): Iterable<string> {
    return this.#paths.keys();
  }

  lookAt(code: string): Look {
    return this.#looks.get(code) ?? "free";
  }

  #outline(holds: (code: string) => boolean): string {
    return this.#edge((code) => (code !== null && holds(code) ? "held" : ""));
  }

  /** The lines with another value on each side, where one of them is one. */
  #edge(valueOf: (code: string | null) => string): string {
    let d = "";
    for (const line of this.#lines) if (valueOf(line.a) !== valueOf(line.b)) d += line.d;
    return d;
  }

  #draw(selector: string, d: string): void {
    this.#within(selector)?.setAttribute("d", d);
  }

  #within(selector: string): Element | null {
    return this.moving.querySelector(selector);
  }
}
