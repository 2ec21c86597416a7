import { rateValue } from "@/lib/kernel/rate";
import type { DepartmentRow } from "@/lib/queries/territory-rows";

const HEIGHT = 18;
const TRACK = { y: 3, height: 12 };
const QUARTERS = [25, 50, 75, 100];
const SIGNED_TICK = 4;
const UNDER_WAY_TICK = 6;

/**
 * One department's rate from 0 to 100 %, the published rates as ticks. Hidden from readers: the cells
 * beside it say the same figures in words.
 */
export function RateRule({ row: { computed, published } }: { readonly row: DepartmentRow }) {
  const at = (value: number | null) => `${Math.round((value ?? 0) * 10_000) / 100}%`;
  const estimated = (computed?.estimatedShare?.numerator ?? 0) > 0;
  const possible = computed?.possibleRate ?? null;
  return (
    <svg className="rate-rule" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      <rect className="track" width="100%" {...TRACK} />
      {possible && <rect className="may" width={at(rateValue(possible))} {...TRACK} />}
      {computed && (
        <rect className={estimated ? "est" : "dec"} width={at(rateValue(computed.signedRate))} {...TRACK} />
      )}
      {QUARTERS.map((x) => (
        <rect key={x} className="quarter" x={`${x}%`} transform="translate(-1)" width={1} {...TRACK} />
      ))}
      <rect className="zero" width={1} {...TRACK} />
      {published?.signedRate != null && (
        <rect
          className="pub"
          x={at(published.signedRate / 10_000)}
          transform={`translate(${-SIGNED_TICK / 2})`}
          width={SIGNED_TICK}
          height={HEIGHT}
        />
      )}
      {published?.signedOrUnderWayRate != null && (
        <rect
          className="pub hollow"
          x={at(published.signedOrUnderWayRate / 10_000)}
          y={0.75}
          transform={`translate(${-UNDER_WAY_TICK / 2})`}
          width={UNDER_WAY_TICK}
          height={HEIGHT - 1.5}
        />
      )}
    </svg>
  );
}
