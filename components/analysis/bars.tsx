"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { integer, money, NBSP } from "@/lib/format/fr";
import type { SpreadRow, YearRow } from "@/lib/queries/analysis";
import { tenthWords } from "@/lib/format/spread";

/** Drawn by the browser alone: this file is loaded once the page is there (see Drawn.tsx). */

interface YearBarsProps {
  readonly rows: readonly YearRow[];
  /** Every year of the view, so that groups are read against one another. */
  readonly years: readonly number[];
  /** Cents at the top of every group's scale. */
  readonly top: number;
}

const MARGIN = { top: 6, right: 4, bottom: 0, left: 0 };

export function YearBars({ rows, years, top }: YearBarsProps) {
  const data = years.map((year) => {
    const row = rows.find((one) => one.year === year);
    return { year, du: row?.dueCents, verse: row?.paidCents, depense: row?.spentCents };
  });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} margin={MARGIN} barCategoryGap="18%" barGap={1} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis dataKey="year" tickLine={false} stroke="var(--line)" interval="preserveStartEnd" />
        <YAxis
          domain={[0, top]}
          tickCount={4}
          width={62}
          axisLine={false}
          tickLine={false}
          tickFormatter={(cents: number) => `${integer(Math.round(cents / 100_000))}${NBSP}k€`}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--money-max)" }}
          formatter={(cents) => money(Number(cents))}
        />
        <Bar dataKey="du" name="Dû" fill="var(--money-base)" isAnimationActive={false} />
        <Bar dataKey="verse" name="Versé" fill="var(--money-fixed)" isAnimationActive={false} />
        <Bar
          dataKey="depense"
          name="Dépensé"
          fill="var(--money-variable)"
          stroke="var(--money-line)"
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

interface SpreadBarsProps {
  readonly rows: readonly SpreadRow[];
  readonly of: "consumption" | "achievement";
}

export function SpreadBars({ rows, of }: SpreadBarsProps) {
  const data = rows.map((row) => ({ words: tenthWords(row.tenth), from: bound(row.tenth), count: row[of] }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} margin={MARGIN} barCategoryGap={2} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis dataKey="from" tickLine={false} stroke="var(--line)" interval="preserveStartEnd" />
        <YAxis allowDecimals={false} width={36} axisLine={false} tickLine={false} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--money-max)" }}
          labelFormatter={(_, [first]) => (first?.payload as { words?: string } | undefined)?.words ?? ""}
        />
        <Bar
          dataKey="count"
          name="CPTS"
          fill={of === "consumption" ? "var(--money-variable)" : "var(--money-base)"}
          stroke="var(--money-line)"
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

const bound = (tenth: number): string => (tenth >= 10 ? "> 100" : String(tenth * 10));
