import { Fragment } from "react";
import { day, integer, money, NBSP } from "@/lib/format/fr";
import { SHARES, type PaymentDay } from "@/lib/funding";
import { scaleOf } from "./DueBar";
import { SHARE } from "./ShareKey";

const WIDTH = 900;
const LEFT = 64;
const TOP = 22;
const HEIGHT = 150;
const WIDEST_BAR = 46;

/** One column a day of payment, stacked by what it pays. The table under it gives every amount. */
export function CalendarChart({ days }: { readonly days: readonly PaymentDay[] }) {
  const scale = scaleOf(days.map(({ sum }) => sum.cents));
  const column = (WIDTH - LEFT) / Math.max(1, days.length);
  const bar = Math.min(WIDEST_BAR, column * 0.62);
  const bottom = TOP + HEIGHT;
  const graduations = [0, 0.25, 0.5, 0.75, 1];
  return (
    <div
      className="scroll sim-cal"
      role="region"
      aria-label="Échéancier dessiné, à faire défiler"
      tabIndex={0}
    >
      <svg
        className="ruler money"
        viewBox={`0 0 ${WIDTH} ${bottom + 26}`}
        role="img"
        aria-label={`Échéancier, une colonne par date\u00a0: ${days.map(({ dueOn, sum }) => `${day(dueOn)}, ${money(sum.cents)}`).join("\u00a0; ")}`}
      >
        {graduations.map((part) => (
          <Fragment key={part}>
            <rect className="grid" x={LEFT} y={bottom - part * HEIGHT} width={WIDTH - LEFT} height="1" />
            <text x={LEFT - 8} y={bottom - part * HEIGHT + 4} textAnchor="end">
              {integer((part * scale) / 100_000)}
              {part === 1 ? `${NBSP}k€` : ""}
            </text>
          </Fragment>
        ))}
        {days.map((one, i) => (
          <Column
            key={one.dueOn}
            payment={one}
            middle={LEFT + column * (i + 0.5)}
            bar={bar}
            bottom={bottom}
            scale={scale}
          />
        ))}
        <rect className="axis" x={LEFT} y={bottom} width={WIDTH - LEFT} height="1" />
      </svg>
    </div>
  );
}

interface ColumnProps {
  readonly payment: PaymentDay;
  readonly middle: number;
  readonly bar: number;
  readonly bottom: number;
  readonly scale: number;
}

function Column({ payment: { dueOn, shares, sum }, middle, bar, bottom, scale }: ColumnProps) {
  const height = (cents: number) => (HEIGHT * cents) / scale;
  const below = SHARES.map((_, i) =>
    SHARES.slice(0, i).reduce((under, share) => under + height(shares[share].cents), 0),
  );
  return (
    <g>
      {SHARES.map((share, i) => {
        const tall = height(shares[share].cents);
        if (tall === 0) return null;
        // The hollow share is drawn by its outline, which must stay within its height.
        const inset = share === "variable" ? 1 : 0;
        return (
          <rect
            key={share}
            className={SHARE[share].look}
            x={middle - bar / 2 + inset}
            y={bottom - (below[i] ?? 0) - tall + inset}
            width={bar - 2 * inset}
            height={Math.max(0.5, tall - 2 * inset)}
          />
        );
      })}
      <text className="v" x={middle} y={bottom - height(sum.cents) - 6} textAnchor="middle">
        {integer(Math.round(sum.cents / 100))}
      </text>
      <text className="d" x={middle} y={bottom + 18} textAnchor="middle">
        {day(dueOn)}
      </text>
    </g>
  );
}
