"use client";

import { useRef, useState } from "react";
import { Icon } from "../ui/Icon";

const SVG = "http://www.w3.org/2000/svg";
/** What a drawing takes from the page's styles, and would lose away from it. */
const STYLES = ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "text-anchor"];
const TITLE = 22;
const GAP = 24;

/** Saves the charts of its section as one SVG picture, styles in it. */
export function TakePicture({ name, what }: { readonly name: string; readonly what: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState("");
  function take() {
    const figures = [...(button.current?.closest("section")?.querySelectorAll("figure") ?? [])];
    const picture = pictureOf(figures);
    if (picture === null) {
      setSaid("Le graphique n’est pas encore dessiné\u00a0: réessayez dans un instant.");
      return;
    }
    const file = new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" });
    const address = URL.createObjectURL(file);
    const link = document.createElement("a");
    Object.assign(link, { href: address, download: name });
    link.click();
    // Revoked at once, some browsers would find nothing to save.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    setSaid("Image enregistrée par le navigateur.");
  }
  return (
    <p className="scripted on-screen">
      <button ref={button} type="button" className="btn low" onClick={take}>
        <Icon name="save" /> Image (SVG)<span className="vh">{` : ${what}`}</span>
      </button>{" "}
      <span role="status" className="mut">
        {said}
      </span>
    </p>
  );
}

/** Each figure where the page has it, its title above; null while one is not drawn. */
function pictureOf(figures: readonly HTMLElement[]): SVGSVGElement | null {
  const boxes = figures.map((figure) => figure.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const picture = document.createElementNS(SVG, "svg");
  for (const [i, figure] of figures.entries()) {
    const drawing = figure.querySelector<SVGSVGElement>("svg.recharts-surface");
    const box = boxes[i];
    if (drawing === null || box === undefined) return null;
    const title = document.createElementNS(SVG, "text");
    title.textContent = figure.querySelector("figcaption")?.textContent ?? "";
    set(title, { x: box.x - left, y: box.y - top + 14, "font-size": 13, "font-family": "sans-serif" });
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    dress(drawing, copy);
    set(copy, { x: box.x - left, y: box.y - top + TITLE });
    picture.append(title, copy);
  }
  if (figures.length === 0) return null;
  const width = Math.max(...boxes.map(({ right }) => right)) - left;
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - top + GAP;
  set(picture, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  return picture;
}

function dress(from: Element, to: Element): void {
  const styles = getComputedStyle(from);
  for (const name of STYLES) to.setAttribute(name, styles.getPropertyValue(name));
  [...from.children].forEach((child, i) => {
    const copy = to.children[i];
    if (copy) dress(child, copy);
  });
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
