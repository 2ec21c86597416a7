import type { France } from "./france";

/**
 * The national map as one picture, `public/geo/<vintage>/france.svg`, so that pages need not carry the outlines
 * of a hundred departments. Two uses: as an image (grounds, borders, frames); and, shape by shape, through
 * `<use href="france.svg#d63">`, which takes its fill and stroke from the page that uses it. Hence colours on
 * the groups and none on the shapes.
 */
export function franceSvg({ viewBox, frames, departments, regions }: France): string {
  const shape = (id: string, path: string) =>
    `<path id="${id}" vector-effect="non-scaling-stroke" d="${path}"/>`;
  const boxes = frames
    .map(
      ({ rectangle: [x, y, width, height] }) =>
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2"/>`,
    )
    .join("");
  const shapes = departments.map(({ code, path }) => shape(`d${code}`, path)).join("");
  const inPlace = departments
    .flatMap(({ code, inPlace: path }) => (path === undefined ? [] : [shape(`d${code}p`, path)]))
    .join("");
  const borders = regions.map(({ code, path }) => shape(`r${code}`, path)).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox.join(" ")}" stroke-linejoin="round">` +
    `<g fill="none" stroke="#c3cdd1">${boxes}</g>` +
    `<g fill="#fff" stroke="#9dabb1" stroke-width=".7">${inPlace}${shapes}</g>` +
    `<g fill="none" stroke="#74858c" stroke-width=".9">${borders}</g>` +
    "</svg>\n"
  );
}
