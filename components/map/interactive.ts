import { pointer, select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { fitProjection } from "@/lib/territory/projection";
import { drawCommunes } from "./communes-layer";
import type { MapControls, MapOptions } from "./model";
import { factsOf, type CommuneFacts } from "./facts";
import { scaleBar } from "./scale-bar";

const FARTHEST = 1;
const NEAREST = 24;

/**
 * Brings the server's picture to life: zoom and pan on the shapes, labels that keep their size, a scale
 * bar that tells the truth, and the facts of each commune under the pointer, the finger or the focus.
 */
export async function attach(
  frame: HTMLElement,
  options: MapOptions,
  signal: AbortSignal,
): Promise<MapControls> {
  const picture = required(frame.querySelector<SVGSVGElement>("svg.map-picture"));
  const moving = required(picture.querySelector<SVGGElement>("g.map-moving"));
  const labels = [...frame.querySelectorAll<SVGSVGElement>("svg.map-label")];
  const tip = required(frame.querySelector<HTMLElement>(".map-tip"));
  const projection = fitProjection(options.bounds, options.width);
  const { width, height } = projection;
  let transform: ZoomTransform = zoomIdentity;

  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([FARTHEST, NEAREST])
    .translateExtent([
      [0, 0],
      [width, height],
    ])
    .extent([
      [0, 0],
      [width, height],
    ])
    // The wheel scrolls the page unless Ctrl is held; one finger too, until the map is enlarged.
    .filter((event: Event) => {
      if (event.type === "wheel") return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey;
      if (event.type.startsWith("touch"))
        return transform.k > FARTHEST || (event as TouchEvent).touches.length > 1;
      return (event as MouseEvent).button === 0;
    })
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      transform = event.transform;
      show();
    });

  function show() {
    moving.setAttribute("transform", transform.toString());
    frame.classList.toggle("is-enlarged", transform.k > FARTHEST);
    for (const label of labels) place(label);
    drawScaleBar();
    tip.hidden = true;
  }

  function place(label: SVGSVGElement) {
    const x = transform.applyX(Number(label.dataset.x)) / width;
    const y = transform.applyY(Number(label.dataset.y)) / height;
    label.classList.toggle("is-away", x < 0 || x > 1 || y < 0 || y > 1);
    label.setAttribute("x", `${(100 * x).toFixed(2)}%`);
    label.setAttribute("y", `${(100 * y).toFixed(2)}%`);
  }

  function drawScaleBar() {
    const bar = frame.querySelector<SVGSVGElement>("svg.map-scale");
    const { percent, label } = scaleBar((options.metresPerUnit * width) / transform.k);
    bar?.querySelector("rect")?.setAttribute("width", `${percent.toFixed(2)}%`);
    const text = bar?.querySelector("text");
    if (text) text.textContent = label;
  }

  const surface = select(picture);
  surface.call(behaviour).on("dblclick.zoom", null);
  const layer = await drawCommunes(moving, options, projection, signal);
  frame.classList.add("has-communes");

  const facts = factsOf(options.holders, options.blankLabel);
  const tell = (event: PointerEvent | FocusEvent, pinned: boolean) => {
    const target = event.target as Element | null;
    const commune = target?.closest<SVGPathElement>("path.commune");
    if (commune) return showTip(facts.commune(layer.of(commune)), event, pinned);
    const shape = target?.closest<SVGAElement>("a.map-cpts");
    if (shape) return showTip(facts.holder(shape.dataset.slug ?? ""), event, pinned);
    if (!tip.contains(target)) tip.hidden = true;
  };

  let pinned = false;
  function showTip(told: CommuneFacts | null, event: PointerEvent | FocusEvent, pin: boolean) {
    if (!told) return;
    pinned = pin;
    tip.replaceChildren(...told.nodes(pin));
    tip.hidden = false;
    tip.classList.toggle("is-pinned", pin);
    const box = frame.getBoundingClientRect();
    const [x, y] =
      "clientX" in event && event.clientX > 0
        ? pointer(event, frame)
        : centreWithin(event.target as Element, box);
    const left = Math.min(Math.max(8, x + 14), box.width - tip.offsetWidth - 8);
    const below = y + 18 + tip.offsetHeight < box.height;
    tip.style.left = `${left}px`;
    tip.style.top = `${below ? y + 18 : Math.max(8, y - tip.offsetHeight - 12)}px`;
  }

  const listening = { signal };
  moving.addEventListener(
    "pointermove",
    (e) => e.pointerType === "mouse" && !pinned && tell(e, false),
    listening,
  );
  picture.addEventListener("pointerleave", () => !pinned && (tip.hidden = true), listening);
  picture.addEventListener("click", (e) => tell(e as PointerEvent, true), listening);
  picture.addEventListener("focusin", (e) => tell(e, false), listening);
  frame.addEventListener("focusout", (e) => !frame.contains(e.relatedTarget as Node) && hide(), listening);
  document.addEventListener("keydown", (e) => e.key === "Escape" && hide(), listening);
  function hide() {
    pinned = false;
    tip.hidden = true;
  }

  return {
    zoomBy: (factor) => behaviour.scaleBy(surface, factor),
    reset: () => behaviour.transform(surface, zoomIdentity),
    detach() {
      surface.on(".zoom", null);
      layer.remove();
    },
  };
}

function centreWithin(element: Element, frame: DOMRect): [number, number] {
  const box = element.getBoundingClientRect();
  return [box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top];
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error("the map's picture is not where its frame expects it");
  return value;
}
