import type { Borders } from "./borders";
import { overlapsOf, type Claim } from "./claims";
import type { DrawnTerritory } from "./edit";
import { communesBetween, enclavesOf, piecesOf } from "./perimeter-checks";

/** What stands between a territory and its proposal, or asks to be explained. */
export type Remark =
  /** Refused by the record as it is. */
  | { readonly kind: "no_day" }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown"; readonly code: string }
  | {
      readonly kind: "overlap";
      readonly code: string;
      readonly claims: readonly Claim[];
      readonly kept: boolean;
    }
  /** Permitted, to be explained. */
  | {
      readonly kind: "piece";
      readonly codes: readonly string[];
      /** The commune that bears the explanation: the most populated. */
      readonly bearer: string;
      readonly between: readonly string[];
      readonly kept: boolean;
    }
  | { readonly kind: "enclave"; readonly codes: readonly string[] };

export interface Known {
  readonly borders: Borders | null;
  readonly populationOf: (code: string) => number | null;
  readonly claimsOf: (code: string) => readonly Claim[];
  /** False until all the communes are known: nothing is called unknown before. */
  readonly complete: boolean;
}

/** What a person must settle first comes first; what is explained already, last. */
export function remarksOn(territory: DrawnTerritory, day: string | null, known: Known): readonly Remark[] {
  const { communes } = territory;
  const codes = new Set(communes.keys());
  const noteOf = (code: string) => communes.get(code)?.note?.trim() || null;
  const remarks: Remark[] = [];
  if (day === null) remarks.push({ kind: "no_day" });
  if (codes.size === 0) remarks.push({ kind: "empty" });
  if (known.complete) {
    for (const code of codes) if (known.populationOf(code) === null) remarks.push({ kind: "unknown", code });
  }
  for (const { code, claims } of overlapsOf(codes, known.claimsOf, day)) {
    remarks.push({ kind: "overlap", code, claims, kept: noteOf(code) !== null });
  }
  if (known.borders) {
    const inhabitants = (code: string) => known.populationOf(code) ?? 0;
    const [, ...pieces] = piecesOf(codes, known.borders, inhabitants);
    for (const piece of pieces) {
      const bearer = [...piece].sort((a, b) => inhabitants(b) - inhabitants(a))[0] ?? "";
      const between = communesBetween(piece, codes, known.borders);
      remarks.push({ kind: "piece", codes: piece, bearer, between, kept: noteOf(bearer) !== null });
    }
    for (const group of enclavesOf(codes, known.borders)) remarks.push({ kind: "enclave", codes: group });
  }
  return remarks.sort((a, b) => rank(a) - rank(b));
}

/** Whether somebody still has something to do or to say about it. */
export function isOpen(remark: Remark): boolean {
  return !("kept" in remark && remark.kept);
}

/** Whether the record refuses the territory as long as this stands. */
export function isRefused({ kind }: Remark): boolean {
  return kind === "no_day" || kind === "empty" || kind === "unknown" || kind === "overlap";
}

function rank(remark: Remark): number {
  return isOpen(remark) ? (isRefused(remark) ? 0 : 1) : 2;
}
