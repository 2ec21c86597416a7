import type { CommuneShare } from "../record/cpts";

/**
 * Inhabitants, out of `population`, in parts of these shares put together: the known shares added exactly,
 * the whole at most, rounded once to the nearest inhabitant (halves up), so that three thirds make the
 * whole and no addition ever lowers the result.
 *
 * @param unknownAs what a part of unknown share counts for: nothing, or all of the commune.
 */
export function inhabitantsIn(
  population: number,
  shares: readonly CommuneShare[],
  unknownAs: "nothing" | "whole",
): number {
  if (unknownAs === "whole" && shares.includes("unknown")) return population;
  const { numerator, denominator } = knownSum(shares);
  if (numerator >= denominator) return population;
  return Number((BigInt(population) * numerator * 2n + denominator) / (2n * denominator));
}

/** True when the known shares add up to the whole commune, even one that nobody inhabits. */
export function fillsWhole(shares: readonly CommuneShare[]): boolean {
  const { numerator, denominator } = knownSum(shares);
  return numerator >= denominator;
}

/** Exact, hence on BigInt: a rounded sum of thirds would leave inhabitants to nobody. */
function knownSum(shares: readonly CommuneShare[]): { numerator: bigint; denominator: bigint } {
  let numerator = 0n;
  let denominator = 1n;
  for (const share of shares) {
    if (share === "whole") return { numerator: 1n, denominator: 1n };
    if (share === "unknown") continue;
    const d = BigInt(share.denominator);
    numerator = numerator * d + BigInt(share.numerator) * denominator;
    denominator *= d;
  }
  return { numerator, denominator };
}
