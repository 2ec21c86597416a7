import { integer } from "@/lib/format/fr";
import { neighboursWithin } from "@/lib/territory/borders";
import { searchName } from "@/lib/territory/search-name";
import { holdersOf, type Epci } from "./atlas";
import type { EditorView } from "./model";

export type Scope = "near" | "held" | "all";

export interface ListRow {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly held: boolean;
  readonly state: string;
  /** How much it asks to be seen: plain words, a chip, a warning, a fault. */
  readonly look: "" | "said" | "warn" | "err";
}

export interface ListGroup {
  readonly epci: Epci;
  readonly rows: readonly ListRow[];
  /** Communes of the EPCI in the territory. */
  readonly held: number;
}

export interface Asked {
  readonly scope: Scope;
  readonly text: string;
  /** Shown whatever the scope: what was just ticked or unticked does not leave under one's hand. */
  readonly kept: ReadonlySet<string>;
  /** The territory when the page opened: its EPCI come first, and stay there. */
  readonly first: ReadonlySet<string>;
}

/** The communes asked for, by EPCI. A text looks through all of them. */
export function listGroups(view: EditorView, { scope, text, kept, first }: Asked): ListGroup[] {
  const { atlas, territory } = view;
  const sought = searchName(text);
  const held = new Set(territory.communes.keys());
  const near = scope === "near" && atlas.borders ? neighboursWithin(atlas.borders, held) : new Set<string>();
  const isAsked = (code: string, name: string) => {
    if (sought !== "")
      return ` ${searchName(name)}`.includes(` ${sought}`) || code.toLowerCase().startsWith(sought);
    return scope === "all" || held.has(code) || kept.has(code) || near.has(code);
  };
  const weight = ({ communes }: Epci) => communes.filter((code) => first.has(code)).length;
  return [...atlas.epcis.values()]
    .sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1))
    .map((epci) => ({
      epci,
      held: epci.communes.filter((code) => held.has(code)).length,
      rows: epci.communes.flatMap((code) => {
        const commune = atlas.communes.get(code);
        return commune && isAsked(code, commune.name) ? [rowOf(view, code)] : [];
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowOf(view: EditorView, code: string): ListRow {
  const { atlas, territory, day, figures, nameOf } = view;
  const holding = territory.communes.get(code);
  const population = atlas.communes.get(code)?.population ?? 0;
  const base = { code, name: nameOf(code), population, held: holding !== undefined };
  const others = holdersOf(atlas, code, day);
  const who = others && `${others.names.join(", ")}${others.estimated ? ", estimé" : ""}`;
  if (holding) {
    if (who === null) {
      const part = holding.share === "whole" ? "" : ", en partie";
      return { ...base, state: `Dans le territoire${part}`, look: "" };
    }
    const explained = holding.note?.trim() ? ", expliqué" : "";
    return { ...base, state: `Aussi dans ${who}${explained}`, look: explained ? "said" : "err" };
  }
  const crossed = crossing(view, code);
  if (crossed !== null && figures.communes > 0)
    return { ...base, state: `Franchit ${integer(crossed)}`, look: "warn" };
  return { ...base, state: who === null ? "Libre" : `Dans ${who}`, look: "" };
}

/** The threshold that adding the commune would cross, in inhabitants. */
function crossing({ figures, figuresWith, scale }: EditorView, code: string): number | null {
  const after = figuresWith(code, "add");
  if (!figures.tier || !after.tier || after.tier.tier === figures.tier.tier) return null;
  const below = scale?.tiers.find(({ tier }) => tier === figures.tier?.tier);
  return below?.to == null ? null : roundUp(below.to);
}

/** « 39 999 » is the last inhabitant before 40 000. */
const roundUp = (last: number): number => (last % 10 === 9 ? last + 1 : last);
