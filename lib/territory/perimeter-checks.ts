import type { Borders } from "./borders";

/** What the shape of a territory asks to be explained. Nothing here is forbidden. */

/**
 * The territory as pieces that each hold together by a shared border, the most populated first (then by
 * code): more than one, and the others are separate from the rest. Codes within a piece are sorted; communes
 * that the borders do not know are in none.
 */
export function piecesOf(
  codes: ReadonlySet<string>,
  { neighbours }: Borders,
  populationOf: (code: string) => number,
): readonly (readonly string[])[] {
  const inhabitants = (piece: readonly string[]) => piece.reduce((sum, code) => sum + populationOf(code), 0);
  return groupsOf([...codes].filter((code) => neighbours.has(code)).sort(), codes, neighbours).sort(
    (a, b) => inhabitants(b) - inhabitants(a) || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1),
  );
}

/**
 * Communes left out although the territory surrounds them on all sides, by group of neighbours: holes. What
 * touches the edge of the drawing is surrounded by nothing that is known.
 */
export function enclavesOf(
  codes: ReadonlySet<string>,
  { neighbours, rim }: Borders,
): readonly (readonly string[])[] {
  const outside = new Set([...neighbours.keys()].filter((code) => !codes.has(code)));
  return codes.size === 0
    ? []
    : groupsOf([...outside].sort(), outside, neighbours).filter(
        (group) => !group.some((code) => rim.has(code)),
      );
}

/**
 * The fewest communes that would join a piece to the rest of the territory, from the piece outwards; empty
 * where no way leads there within what is drawn.
 */
export function communesBetween(
  piece: readonly string[],
  codes: ReadonlySet<string>,
  { neighbours }: Borders,
): readonly string[] {
  const from = new Set(piece);
  const cameFrom = new Map<string, string | null>(piece.map((code) => [code, null]));
  const queue = [...piece];
  for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
    for (const next of [...(neighbours.get(code) ?? [])].sort()) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, code);
      if (codes.has(next) && !from.has(next)) return wayTo(next, cameFrom, codes);
      queue.push(next);
    }
  }
  return [];
}

function wayTo(
  end: string,
  cameFrom: ReadonlyMap<string, string | null>,
  codes: ReadonlySet<string>,
): string[] {
  const way: string[] = [];
  for (let code = cameFrom.get(end); code; code = cameFrom.get(code)) if (!codes.has(code)) way.unshift(code);
  return way;
}

/** The groups of `starts` that hold together within `among`. */
function groupsOf(
  starts: readonly string[],
  among: ReadonlySet<string>,
  neighbours: Borders["neighbours"],
): string[][] {
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of starts) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group = [start];
    for (const code of group) {
      for (const next of neighbours.get(code) ?? []) {
        if (!among.has(next) || seen.has(next)) continue;
        seen.add(next);
        group.push(next);
      }
    }
    groups.push(group.sort());
  }
  return groups;
}
