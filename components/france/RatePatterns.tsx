import type { RateClass } from "@/lib/queries/france-map";

/** The classes of the map, in words. */
export const RATE_CLASSES: readonly { readonly rateClass: RateClass; readonly words: string }[] = [
  { rateClass: 1, words: "moins de 25\u00a0%" },
  { rateClass: 2, words: "25 à 50" },
  { rateClass: 3, words: "50 à 75" },
  { rateClass: 4, words: "75 à 100" },
];

const SIZE = 5;

/** Hatchings of what rests on estimated perimeters, one per class of rate; colours are in the stylesheet. */
export function RatePatterns() {
  return (
    <defs>
      {RATE_CLASSES.map(({ rateClass }) => (
        <pattern
          key={rateClass}
          id={`rate-${rateClass}`}
          width={SIZE}
          height={SIZE}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={`ground-${rateClass}`} width={SIZE} height={SIZE} />
          <rect className={`hatch-${rateClass}`} width="1.2" height={SIZE} />
        </pattern>
      ))}
      <pattern
        id="rate-may"
        width={SIZE}
        height={SIZE}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="hatch-may" width="1.2" height={SIZE} />
      </pattern>
    </defs>
  );
}
