import type { ReactNode } from "react";
import { integer } from "@/lib/format/fr";
import { Num } from "../ui/Num";

export interface CountBar {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** At the end of the row: its share of the whole. */
  readonly end: ReactNode;
}

interface CountBarsProps {
  readonly caption: string;
  readonly what: string;
  readonly bars: readonly CountBar[];
}

/** Counts as bars from 0, each with its number: the table is the chart. */
export function CountBars({ caption, what, bars }: CountBarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <table className="bars">
      <caption className="vh">{caption}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">Nombre</th>
          <th scope="col">Barre</th>
          <th scope="col">Part</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, count, end }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="num">
              <Num>{integer(count)}</Num>
            </td>
            <td className="bar">
              <svg width="100%" height="14" aria-hidden="true" focusable="false">
                <rect width={`${((100 * count) / most).toFixed(2)}%`} height="14" />
              </svg>
            </td>
            <td className="num mut">{end}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
