import type { HistoryStep } from "@/lib/coverage";
import { day, integer, percent } from "@/lib/format/fr";
import { daysBetween, partsOf, type IsoDay } from "@/lib/kernel/date";
import { rateValue } from "@/lib/kernel/rate";

interface CoverageHistoryProps {
  readonly steps: readonly HistoryStep[];
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly asOf: IsoDay;
  /** What the chart is of, for its accessible name. */
  readonly subject: string;
}

const HEIGHT = 132;
const BASE = 104;
const TOP = 14;

/**
 * Share of the population under a signed contract, as steps: solid where certain, hatched where an
 * uncertain day makes it only possible. Drawn in percent across and pixels down, so that it fits any width.
 */
export function CoverageHistory({ steps, from, to, asOf, subject }: CoverageHistoryProps) {
  const length = Math.max(1, daysBetween(from, to));
  const x = (at: IsoDay) => (100 * Math.min(length, Math.max(0, daysBetween(from, at)))) / length;
  const height = (share: number | null) => (share ?? 0) * (BASE - TOP);
  const years = Array.from(
    { length: partsOf(to).year - partsOf(from).year },
    (_, i) => partsOf(from).year + 1 + i,
  );
  const last = steps.at(-1);
  const label = `${subject}, part de la population sous contrat signé, du ${day(from)} au ${day(to)}\u00a0: ${
    last ? (percent(last.rates.signed.certain) ?? "") : ""
  } au ${day(to)}. Le tableau qui suit donne chaque changement.`;
  return (
    <svg className="history" width="100%" height={HEIGHT} role="img" aria-label={label}>
      {[0, 50, 100].map((share) => (
        <g key={share}>
          <rect
            className={share === 0 ? "axis" : "grid"}
            width="100%"
            height="1"
            y={BASE - height(share / 100)}
          />
          <text x="0" y={BASE - height(share / 100) - 3}>
            {share}
            {share === 100 && "\u00a0%"}
          </text>
        </g>
      ))}
      {steps.map((step, i) => {
        const start = x(step.day);
        const end = x(steps[i + 1]?.day ?? to);
        const certain = height(rateValue(step.rates.signed.certain));
        const possible = height(rateValue(step.rates.signed.possible));
        const width = `${(end - start).toFixed(3)}%`;
        return (
          <g key={step.day}>
            <rect
              className="certain"
              x={`${start.toFixed(3)}%`}
              width={width}
              y={BASE - certain}
              height={certain}
            />
            {possible > certain && (
              <rect
                className="possible"
                fill="url(#hatch-possible)"
                x={`${start.toFixed(3)}%`}
                width={width}
                y={BASE - possible}
                height={possible - certain}
              />
            )}
          </g>
        );
      })}
      {years.map((year) => (
        <g key={year}>
          <rect className="tick" x={`${x(`${year}-01-01`).toFixed(3)}%`} y={BASE} width="1" height="6" />
          <text className="year" x={`${x(`${year}-01-01`).toFixed(3)}%`} y={BASE + 20} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      <g>
        <rect
          className="cursor"
          x={`${x(asOf).toFixed(3)}%`}
          width="2"
          y={TOP - 6}
          height={BASE - TOP + 12}
        />
        <text
          className="now"
          x={`${x(asOf).toFixed(3)}%`}
          dx={x(asOf) > 50 ? -6 : 8}
          y={TOP + 2}
          textAnchor={x(asOf) > 50 ? "end" : "start"}
        >
          {day(asOf)}
        </text>
      </g>
    </svg>
  );
}

/** The same steps as a table. */
export function HistoryTable({ steps }: { readonly steps: readonly HistoryStep[] }) {
  return (
    <table className="cards">
      <caption>Chaque changement, jour par jour</caption>
      <thead>
        <tr>
          <th scope="col">À partir du</th>
          <th scope="col" className="num">
            CPTS signées
          </th>
          <th scope="col" className="num">
            Habitants signés
          </th>
          <th scope="col" className="num">
            Part signée
          </th>
          <th scope="col" className="num">
            Signé ou en cours
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ day: since, rates, signedCpts }) => (
          <tr key={since}>
            <th scope="row">{day(since)}</th>
            <td className="num" data-l="CPTS signées">
              {between(signedCpts.certain, signedCpts.possible, integer)}
            </td>
            <td className="num" data-l="Habitants signés">
              {between(rates.signed.certain.numerator, rates.signed.possible.numerator, integer)}
            </td>
            <td className="num" data-l="Part signée">
              {betweenText(percent(rates.signed.certain), percent(rates.signed.possible))}
            </td>
            <td className="num" data-l="Signé ou en cours">
              {betweenText(percent(rates.signedOrUnderWay.certain), percent(rates.signedOrUnderWay.possible))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function between(certain: number, possible: number, write: (value: number) => string): string {
  return betweenText(write(certain), write(possible));
}

function betweenText(certain: string | null, possible: string | null): string {
  return certain === possible ? (certain ?? "") : `${certain ?? ""} à ${possible ?? ""}`;
}
