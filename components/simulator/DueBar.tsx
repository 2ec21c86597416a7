import { integer, NBSP } from "@/lib/format/fr";
import { shareOf, type EnvelopeLine } from "@/lib/funding";
import { SHARE } from "./ShareKey";

/** The end of the scale, in cents: the first round step at or above the largest amount. */
export function scaleOf(amounts: readonly number[]): number {
  const most = Math.max(1, ...amounts);
  const steps = [25_000, 50_000, 100_000, 150_000, 200_000, 300_000, 500_000, 1_000_000];
  return (steps.find((euros) => euros * 100 >= most) ?? Math.ceil(most / 100_000_000) * 1_000_000) * 100;
}

/** Graduations of the bars below: 0, the half, the end. */
export function ScaleAxis({ scale }: { readonly scale: number }) {
  const thousands = scale / 100_000;
  return (
    <span className="sim-axis" aria-hidden="true">
      <span>0</span>
      <span>{thousands % 2 === 0 ? integer(thousands / 2) : ""}</span>
      <span>
        {integer(thousands)}
        {NBSP}k€
      </span>
    </span>
  );
}

/** What is due within what the line could earn. The figures beside it say the same. */
export function DueBar({ line, scale }: { readonly line: EnvelopeLine; readonly scale: number }) {
  const { amountCents, due } = line;
  if (amountCents === null) return null;
  const percent = (cents: number) => `${((100 * cents) / scale).toFixed(3)}%`;
  return (
    <svg className="ruler money sim-bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect className="max" width={percent(amountCents)} height="14" />
      <rect className="max-end" x={percent(amountCents)} width="1.5" height="14" />
      {typeof due === "number" && due > 0 && (
        <rect className={SHARE[shareOf(line)].look} y="1" width={percent(due)} height="12" />
      )}
    </svg>
  );
}
