import type { MultiPolygon, Polygon } from "geojson";
import type { ZoomTransform } from "d3-zoom";
import { centreOf } from "@/lib/territory/paths";
import type { Projection } from "@/lib/territory/projection";
import { WINDOW } from "@/lib/territory/view";

const SVG = "http://www.w3.org/2000/svg";
const MOST = 16;
const HEIGHT = 16;
const WIDTH_PER_LETTER = 6.4;
/** Pixels from the edge within which a name would be cut. */
const EDGE = 4;

export interface Label {
  /** What it names: written once, at the first of its places that is free. */
  readonly key: string;
  readonly text: string;
  /** Its class: how it is written. */
  readonly look: string;
  /** The higher, the sooner it is written. */
  readonly weight: number;
  readonly at: readonly [x: number, y: number];
}

interface Written {
  readonly label: Label;
  readonly element: SVGTextElement;
}

/** Names above the shapes, in CSS pixels whatever the zoom: the weightiest that fit without touching. */
export class MapLabels {
  readonly #centres = new Map<string, readonly [number, number]>();
  #written: Written[] = [];

  constructor(
    private readonly surface: SVGSVGElement,
    private readonly projection: Projection,
  ) {}

  /** Where a commune's name stands; computed once. */
  centre(code: string, shape: Polygon | MultiPolygon): readonly [number, number] {
    const known = this.#centres.get(code);
    if (known) return known;
    const made = centreOf(shape, this.projection);
    this.#centres.set(code, made);
    return made;
  }

  /** Chooses the names again: after a zoom, a change, a department. `labels` by weight, heaviest first. */
  write(labels: Iterable<Label>, transform: ZoomTransform): void {
    const box = this.surface.getBoundingClientRect();
    const taken: { x: number; y: number; w: number }[] = [];
    const chosen: Label[] = [];
    for (const label of labels) {
      if (chosen.length === MOST) break;
      const [x, y] = this.#pixels(label.at, transform, box);
      const w = label.text.length * WIDTH_PER_LETTER;
      const inside = x - w / 2 > EDGE && x + w / 2 < box.width - EDGE && y > HEIGHT && y < box.height - EDGE;
      if (!inside || chosen.some(({ key }) => key === label.key)) continue;
      if (taken.some((one) => Math.abs(one.x - x) < (one.w + w) / 2 + 4 && Math.abs(one.y - y) < HEIGHT))
        continue;
      taken.push({ x, y, w });
      chosen.push(label);
    }
    this.surface.replaceChildren();
    this.#written = chosen.map((label) => {
      const element = document.createElementNS(SVG, "text");
      element.setAttribute("class", `kl ${label.look}`);
      element.textContent = label.text;
      this.surface.append(element);
      return { label, element };
    });
    this.move(transform);
  }

  /** Keeps the names over their places while the map moves. */
  move(transform: ZoomTransform): void {
    const box = this.surface.getBoundingClientRect();
    for (const { label, element } of this.#written) {
      const [x, y] = this.#pixels(label.at, transform, box);
      element.setAttribute("x", x.toFixed(1));
      element.setAttribute("y", (y + 4).toFixed(1));
    }
  }

  #pixels([x, y]: Label["at"], transform: ZoomTransform, box: DOMRect): [number, number] {
    const scale = box.width / WINDOW.width;
    return [transform.applyX(x) * scale, transform.applyY(y) * scale];
  }
}
