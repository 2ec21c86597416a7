import { pointer, select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { fitProjection, MAP_WIDTH, type Bounds } from "@/lib/territory/projection";
import { around, NEAREST, viewOf, WINDOW, type Box } from "@/lib/territory/view";
import { CommunesLayer } from "./map-layer";
import { MapLabels } from "./map-labels";

export type Tool = "add" | "remove" | "move";

export interface MapEvents {
  readonly tool: () => Tool;
  /** The commune under the cursor; null when none is. */
  readonly pointed: (code: string | null) => void;
  /** A click or a stroke of the brush ended over these. */
  readonly brushed: (codes: readonly string[]) => void;
  /** What the tip says of a commune. */
  readonly told: (code: string) => readonly (readonly [tag: "b" | "p", text: string])[];
  /** The view is at rest: names may be chosen again. */
  readonly settled: () => void;
}

export interface TerritoryMapControls {
  readonly layer: CommunesLayer;
  readonly labels: MapLabels;
  transform(): ZoomTransform;
  zoomBy(factor: number): void;
  show(box: Box): void;
  /** Widens what one may move over to all that is drawn. */
  widen(): void;
  detach(): void;
}

const STEP = 6;
/** Scale at which patterns were drawn. */
const PATTERNS = ["te-est", "te-part", "te-conf"] as const;

/** Brings the server's picture to life: zoom, brush, tip. The state of the communes stays with React. */
export function attach(
  frame: HTMLElement,
  bounds: Bounds,
  start: Box,
  events: MapEvents,
): TerritoryMapControls {
  const picture = required(frame.querySelector<SVGSVGElement>("svg.te-picture"));
  const moving = required(picture.querySelector<SVGGElement>("g.map-moving"));
  const tip = required(frame.querySelector<HTMLElement>(".te-tip"));
  const projection = fitProjection(bounds, MAP_WIDTH);
  const layer = new CommunesLayer(moving, projection);
  const labels = new MapLabels(required(frame.querySelector<SVGSVGElement>("svg.te-labels")), projection);
  const leaving = new AbortController();
  const listening = { signal: leaving.signal };
  let transform: ZoomTransform = zoomIdentity;
  let whole: Box = [0, 0, projection.width, projection.height];

  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent([
      [0, 0],
      [WINDOW.width, WINDOW.height],
    ])
    // The wheel scrolls the page unless Ctrl is held, and so does one finger unless it moves the map.
    .filter((event: Event) => {
      if (event.type === "wheel") return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey;
      const moves = events.tool() === "move";
      if (event.type.startsWith("touch")) return moves || (event as TouchEvent).touches.length > 1;
      return (event as MouseEvent).button === 1 || (moves && (event as MouseEvent).button === 0);
    })
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      transform = event.transform;
      moving.setAttribute("transform", transform.toString());
      for (const id of PATTERNS) {
        const turned = id === "te-conf" ? "" : "rotate(45) ";
        picture
          .querySelector(`#${id}`)
          ?.setAttribute("patternTransform", `${turned}scale(${1 / transform.k})`);
      }
      labels.move(transform);
      tip.hidden = true;
    })
    .on("end", () => events.settled());

  const surface = select(picture);
  surface.call(behaviour).on("dblclick.zoom", null);
  bound();
  show(start);

  function bound() {
    const [x, y, width, height] = whole;
    const farthest = Math.min(1, viewOf(whole, NEAREST).k);
    behaviour.scaleExtent([farthest * 0.9, NEAREST]).translateExtent([
      [x - WINDOW.width / 4, y - WINDOW.height / 4],
      [x + width + WINDOW.width / 4, y + height + WINDOW.height / 4],
    ]);
  }
  function show(box: Box) {
    const { k, x, y } = viewOf(box);
    behaviour.transform(surface, zoomIdentity.translate(x, y).scale(k));
  }

  // ---- brush
  let stroke: Set<string> | null = null;
  let last: [number, number] = [0, 0];
  let downAt: [number, number] = [0, 0];
  picture.addEventListener(
    "pointerdown",
    (event) => {
      downAt = [event.clientX, event.clientY];
      if (event.button !== 0 || events.tool() === "move" || event.pointerType !== "mouse") return;
      event.preventDefault();
      stroke = new Set();
      last = downAt;
      over(event.clientX, event.clientY);
    },
    listening,
  );
  document.addEventListener("pointerup", () => finish(), listening);
  document.addEventListener("pointercancel", () => finish(), listening);
  picture.addEventListener(
    "click",
    (event) => {
      const touched = (event as PointerEvent).pointerType !== "mouse";
      const still = Math.hypot(event.clientX - downAt[0], event.clientY - downAt[1]) < 8;
      const code = layer.codeOf(event.target);
      if (!touched || !still || code === undefined) return;
      tell(code, event);
      if (events.tool() !== "move") events.brushed([code]);
      events.pointed(code);
    },
    listening,
  );

  function over(x: number, y: number) {
    const [fromX, fromY] = last;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / STEP));
    for (let i = 1; i <= steps; i += 1) {
      const at = i / steps;
      const under = document.elementFromPoint(fromX + (x - fromX) * at, fromY + (y - fromY) * at);
      const code = layer.codeOf(under);
      if (code !== undefined) stroke?.add(code);
    }
    last = [x, y];
    layer.mark([...(stroke ?? [])]);
  }
  function finish() {
    if (stroke && stroke.size > 0) events.brushed([...stroke]);
    stroke = null;
  }

  // ---- tip
  picture.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType !== "mouse") return;
      if (stroke) over(event.clientX, event.clientY);
      const code = layer.codeOf(event.target) ?? null;
      events.pointed(code);
      if (!stroke) layer.mark(code === null ? [] : [code]);
      if (code === null) tip.hidden = true;
      else tell(code, event);
    },
    listening,
  );
  picture.addEventListener(
    "pointerleave",
    () => {
      tip.hidden = true;
      events.pointed(null);
      layer.mark([]);
    },
    listening,
  );
  document.addEventListener("keydown", (event) => event.key === "Escape" && (tip.hidden = true), listening);
  const resized = new ResizeObserver(() => events.settled());
  resized.observe(frame);

  function tell(code: string, event: MouseEvent) {
    tip.replaceChildren(
      ...events.told(code).map(([tag, text]) => {
        const element = document.createElement(tag);
        element.textContent = text;
        return element;
      }),
    );
    tip.hidden = false;
    const box = frame.getBoundingClientRect();
    const [x, y] = pointer(event, frame);
    const left = Math.min(Math.max(8, x + 16), Math.max(8, box.width - tip.offsetWidth - 8));
    const below = y + 22 + tip.offsetHeight < box.height;
    tip.style.left = `${left}px`;
    tip.style.top = `${below ? y + 22 : Math.max(8, y - tip.offsetHeight - 14)}px`;
  }

  return {
    layer,
    labels,
    transform: () => transform,
    zoomBy: (factor) => behaviour.scaleBy(surface, factor),
    show,
    widen() {
      const drawn = layer.boxOf(layer.codes());
      if (drawn) whole = around(whole, drawn);
      bound();
    },
    detach() {
      leaving.abort();
      resized.disconnect();
      surface.on(".zoom", null);
      moving.querySelector("g.te-communes")?.replaceChildren();
    },
  };
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error("the map's picture is not where its frame expects it");
  return value;
}
