import { alphabetical } from "../../format/fr";
import { LINES, LINE_NAMES, SCHEDULES, type LineCode } from "../../funding";
import { DIMENSIONS, type Dimension } from "../../schemas/analysis-address";
import type { InLedger } from "../money/scope";
import type { World } from "../world";
import type { Fact } from "./facts";
import { codeOf, NO_MISSION } from "./sums";

export interface Choice {
  readonly code: string;
  readonly label: string;
}

/** What the codes of a summary are called, and in which order they come. */
export interface Labels {
  readonly of: (dimension: Dimension, code: string | null) => string;
  readonly compare: (dimension: Dimension, a: string | null, b: string | null) => number;
  /** The codes that facts have, for filters. */
  readonly choices: (facts: readonly Fact[]) => Readonly<Record<Dimension, readonly Choice[]>>;
}

const UNKNOWN = "Non communiqué";

export function labelsOver(world: World, scope: readonly InLedger[]): Labels {
  const regions = new Map(world.regions.map(({ code, name }) => [code, name]));
  const names = new Map(scope.map(({ slug, name }) => [slug, name]));
  const of = (dimension: Dimension, code: string | null): string => {
    if (code === null) return UNKNOWN;
    switch (dimension) {
      case "region":
        return regions.get(code) ?? code;
      case "departement":
        return `${code} ${world.departmentOf.get(code)?.name ?? ""}`.trim();
      case "cpts":
        return names.get(code) ?? code;
      case "taille":
        return `Taille ${code}`;
      case "accord":
        return SCHEDULES.find(({ id }) => id === code)?.label ?? code;
      case "annee":
        return `Année ${code}`;
      case "exercice":
        return code;
      case "mission":
        return code === NO_MISSION ? "Hors mission" : LINE_NAMES[code as LineCode].short;
      case "ligne":
        return LINE_NAMES[code as LineCode].short;
    }
  };
  const compare = (dimension: Dimension, a: string | null, b: string | null): number => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    if (dimension === "ligne" || dimension === "mission") {
      // What is no mission is no line either, and comes first, where running costs are.
      return LINES.indexOf(a as LineCode) - LINES.indexOf(b as LineCode);
    }
    if (dimension === "accord") return rankOf(a) - rankOf(b);
    if (dimension === "annee" || dimension === "exercice" || dimension === "taille")
      return Number(a) - Number(b);
    return alphabetical(of(dimension, a), of(dimension, b));
  };
  const choices = (facts: readonly Fact[]) => {
    const codes = new Map(DIMENSIONS.map((dimension) => [dimension, new Set<string>()]));
    for (const fact of facts) {
      for (const dimension of DIMENSIONS) {
        const code = codeOf(fact, dimension);
        if (code !== null) codes.get(dimension)?.add(code);
      }
    }
    const listed = (dimension: Dimension): readonly Choice[] =>
      [...(codes.get(dimension) ?? [])]
        .sort((a, b) => compare(dimension, a, b))
        .map((code) => ({ code, label: of(dimension, code) }));
    return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, listed(dimension)])) as Record<
      Dimension,
      readonly Choice[]
    >;
  };
  return { of, compare, choices };
}

const rankOf = (id: string): number => SCHEDULES.findIndex((schedule) => schedule.id === id);
