/** The window of the editor's map, in drawing units: its shape does not follow the departments'. */
export const WINDOW = { width: 1000, height: 800 } as const;

/** [x, y, width, height], in drawing units. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const MARGIN = 0.09;
export const NEAREST = 24;
/** A territory of one commune is shown among its neighbours, not alone. */
const NEAREST_FRAME = 9;

/** What brings a box to the middle of the window, as large as fits. */
export function viewOf([x, y, width, height]: Box, nearest = NEAREST_FRAME): View {
  const room = 1 - 2 * MARGIN;
  const fit = Math.min(
    (WINDOW.width * room) / Math.max(width, 1),
    (WINDOW.height * room) / Math.max(height, 1),
  );
  const k = Math.min(fit, nearest);
  return {
    k,
    x: WINDOW.width / 2 - k * (x + width / 2),
    y: WINDOW.height / 2 - k * (y + height / 2),
  };
}

/** The smallest box around two. */
export function around([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): Box {
  const [x, y] = [Math.min(ax, bx), Math.min(ay, by)];
  return [x, y, Math.max(ax + aw, bx + bw) - x, Math.max(ay + ah, by + bh) - y];
}

/** As SVG writes it. */
export function transformOf({ k, x, y }: View): string {
  return `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${k.toFixed(4)})`;
}
