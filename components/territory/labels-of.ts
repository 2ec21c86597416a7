import { holdersOf } from "./atlas";
import type { TerritoryMapControls } from "./interactive";
import type { Label } from "./map-labels";
import type { EditorView } from "./model";

/** Communes whose name is considered at most: the rest are too small to find one's way by. */
const MOST = 220;

/** Places considered for the name of a CPTS, of which one is taken: the first that is in sight. */
const MOST_PLACES = 12;

const WRITTEN = { free: "", sel: "w", part: "c", kept: "w", conf: "e", est: "o", dec: "o" } as const;
const WEIGHT = { conf: 1e9, kept: 1e8, sel: 0, part: 0, free: 0, est: -1e6, dec: -1e6 } as const;

/** Names to write, heaviest first: conflicts, other CPTS, then the most populated communes. */
export function labelsOf(view: EditorView, { layer, labels }: TerritoryMapControls): Label[] {
  const { atlas, territory, day } = view;
  const communes = [...atlas.communes.values()]
    .filter(({ code }) => layer.shapes.has(code))
    .map((commune) => ({ ...commune, look: layer.lookAt(commune.code) }))
    .sort((a, b) => b.population + WEIGHT[b.look] - (a.population + WEIGHT[a.look]));
  const others = new Map<string, number>();
  const found: Label[] = [];
  for (const { code, name, population, look } of communes) {
    if (found.length >= MOST) break;
    const shape = layer.shapes.get(code);
    if (!shape) continue;
    const at = labels.centre(code, shape);
    found.push({ key: code, text: name, look: WRITTEN[look], weight: population + WEIGHT[look], at });
  }
  for (const { code, look } of communes) {
    const holders = look === "est" || look === "dec" ? holdersOf(atlas, code, day) : null;
    const places = others.get(holders?.by ?? "") ?? 0;
    if (!holders || places === MOST_PLACES || territory.communes.has(code)) continue;
    others.set(holders.by, places + 1);
    const shape = layer.shapes.get(code);
    if (!shape) continue;
    const text = holders.estimated ? `${holders.names.join(", ")}, estimé` : holders.names.join(", ");
    found.push({ key: `cpts ${holders.by}`, text, look: "o", weight: 1e7, at: labels.centre(code, shape) });
  }
  return found.sort((a, b) => b.weight - a.weight);
}
