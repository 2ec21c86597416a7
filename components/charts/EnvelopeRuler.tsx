import { integer, money, NBSP } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { EnvelopeView, TotalView } from "@/lib/queries/cpts-envelope-view";
import { Mark } from "../ui/Mark";
import { Num } from "../ui/Num";
import { euroTicks } from "./money-scale";

const TRACK = 22;

interface Share {
  readonly look: string;
  readonly label: string;
  readonly total: TotalView;
}

/** A year's maximum on a rule graduated in euros: what is base, fixed, variable, not itemised, and only in a crisis. */
export function EnvelopeRuler({ envelope }: { readonly envelope: EnvelopeView }) {
  const shares = sharesOf(envelope);
  const whole = shares.reduce((sum, { total }) => sum + total.cents, 0);
  const ticks = euroTicks(whole);
  const words = shares.map(({ label, total }) => `${label} ${money(total.cents)}`).join(", ");
  const starts = shares.map((_, i) => shares.slice(0, i).reduce((sum, { total }) => sum + total.cents, 0));
  const percent = (cents: number) => `${((100 * cents) / whole).toFixed(3)}%`;
  if (whole === 0) return null;
  return (
    <>
      <svg
        className="ruler money"
        width="100%"
        height={TRACK + 24}
        role="img"
        aria-label={`Maximum de l’année\u00a0: ${words}`}
      >
        <defs>
          <pattern id="er-rest" width="4" height="8" patternUnits="userSpaceOnUse">
            <rect className="rest-ground" width="4" height="8" />
            <rect className="rest-line" width="1" height="8" />
          </pattern>
        </defs>
        {shares.map(({ look, total }, i) => (
          <rect
            key={look}
            className={look}
            x={percent(starts[i] ?? 0)}
            width={percent(total.cents)}
            y="1"
            height={TRACK - 2}
          />
        ))}
        <rect className="axis" width="100%" y={TRACK} height="1" />
        {ticks.map((euros, i) => {
          const at = (100 * euros * 100) / whole;
          const anchor = at <= 2 ? "start" : at >= 96 ? "end" : "middle";
          const last = i === ticks.length - 1;
          return (
            <g key={euros}>
              <rect className="tick" x={`${at.toFixed(3)}%`} y={TRACK} width="1" height="6" />
              <text x={`${at.toFixed(3)}%`} y={TRACK + 19} textAnchor={anchor}>
                {integer(euros / 1000)}
                {last ? `${NBSP}k€` : ""}
              </text>
            </g>
          );
        })}
      </svg>
      <ul className="mleg">
        {shares.map(({ look, label, total }) => (
          <li key={look}>
            <svg className="ruler money key" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
              <rect className={look} x="1" y="1" width="12" height="12" />
            </svg>
            <span>
              {typeset(label)}{" "}
              <b className={total.mark === "H" ? "hyp" : undefined}>
                <Num>{money(total.cents)}</Num>
              </b>{" "}
              <Mark mark={total.mark} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function sharesOf({ fonctionnement, missionsFixed, variable, notItemised, crisis }: EnvelopeView): Share[] {
  const shares: (Share | null)[] = [
    { look: "m1", label: "Fonctionnement", total: fonctionnement },
    { look: "m2", label: "Missions, volet fixe", total: missionsFixed },
    { look: "m3", label: "Missions, volet variable", total: variable },
    { look: "m4", label: "Non ventilé", total: notItemised },
    crisis && { look: "m5", label: "Seulement si crise reconnue", total: crisis },
  ];
  return shares.filter((share): share is Share => share !== null && share.total.cents > 0);
}
