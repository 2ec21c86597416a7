import { integer, money, NBSP } from "@/lib/format/fr";
import type { FinanceLine } from "@/lib/queries/money/finance-page";
import { euroTicks } from "../charts/money-scale";
import { MoneyLegend } from "../charts/MoneyLegend";
import { LINE_LABEL } from "../cpts/line-words";

const ROW = 34;

/** Per line: the contract's amount as a pale track closed by a tick, and on it due, paid and spent. */
export function MoneyBars({ lines }: { readonly lines: readonly FinanceLine[] }) {
  const whole = Math.max(0, ...lines.flatMap(valuesOf));
  if (whole === 0) return null;
  const ticks = euroTicks(whole);
  const width = (cents: number) => `${((100 * Math.max(0, cents)) / whole).toFixed(3)}%`;
  return (
    <figure className="mbars">
      <MoneyLegend className="mleg" looks={["track", "due", "paid", "spent"]} />
      <div className="mrows">
        {lines.map((line) => (
          <div className="mrow" key={line.line}>
            <span>{LINE_LABEL[line.line]}</span>
            <svg width="100%" height={ROW} role="img" aria-label={wordsOf(line)}>
              {line.contractedCents !== null && (
                <>
                  <rect className="track" y="2" width={width(line.contractedCents)} height={ROW - 4} />
                  <rect className="end" x={width(line.contractedCents)} y="0" width="1.5" height={ROW} />
                </>
              )}
              <rect className="due" y="4" width={width(line.dueCents)} height="8" />
              {line.paidCents !== null && (
                <rect className="paid" y="13" width={width(line.paidCents)} height="8" />
              )}
              {line.spentCents !== null && (
                <rect className="spent" x="1" y="23" width={width(line.spentCents)} height="7" />
              )}
            </svg>
          </div>
        ))}
        <div className="mrow axis" aria-hidden="true">
          <span />
          <svg width="100%" height="24">
            <rect className="line" width="100%" height="1" />
            {ticks.map((euros, i) => {
              const at = (100 * euros * 100) / whole;
              return (
                <g key={euros}>
                  <rect className="line" x={`${at.toFixed(3)}%`} width="1" height="6" />
                  <text
                    x={`${at.toFixed(3)}%`}
                    y="20"
                    textAnchor={at <= 2 ? "start" : at >= 92 ? "end" : "middle"}
                  >
                    {integer(Math.round(euros / 1000))}
                    {i === ticks.length - 1 ? `${NBSP}k€` : ""}
                  </text>
                </g>
              );
            })}
          </svg>
        </div>
      </div>
    </figure>
  );
}

const valuesOf = ({ contractedCents, dueCents, paidCents, spentCents }: FinanceLine): number[] => [
  contractedCents ?? 0,
  dueCents,
  paidCents ?? 0,
  spentCents ?? 0,
];

function wordsOf({
  line,
  contractedCents,
  dueCents,
  dueMissing,
  paidCents,
  spentCents,
}: FinanceLine): string {
  return [
    `${LINE_LABEL[line]}${NBSP}:`,
    contractedCents === null ? "contracté à confirmer" : `contracté ${money(contractedCents)}`,
    `, ${dueWords(dueCents, dueMissing !== null)}, ${paidCents === null ? "versements non communiqués" : `versé ${money(paidCents)}`}`,
    spentCents === null ? ", dépenses non communiquées" : `, dépensé ${money(spentCents)}`,
  ].join(" ");
}

/** Nothing known of a due is no zero. */
function dueWords(cents: number, isMinimum: boolean): string {
  if (isMinimum && cents === 0) return "dû à confirmer";
  return `dû ${isMinimum ? "au moins " : ""}${money(cents)}`;
}
