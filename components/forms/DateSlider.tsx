"use client";

import { useState } from "react";
import { day } from "@/lib/format/fr";
import { addDays, daysBetween, type IsoDay } from "@/lib/kernel/date";

interface DateSliderProps {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly asOf: IsoDay;
  readonly today: IsoDay;
}

/** The same day as the form's, by sliding: the page of that day opens when the slider is let go. */
export function DateSlider({ from, to, asOf, today }: DateSliderProps) {
  const length = daysBetween(from, to);
  const [offset, setOffset] = useState(Math.min(length, Math.max(0, daysBetween(from, asOf))));
  const chosen = addDays(from, offset);

  function open() {
    if (chosen === asOf) return;
    const address = new URL(window.location.href);
    if (chosen === today) address.searchParams.delete("date");
    else address.searchParams.set("date", chosen);
    window.location.assign(address);
  }

  return (
    <label className="slider">
      <span className="vh">Faire glisser la date</span>
      <input
        type="range"
        min={0}
        max={length}
        step={1}
        value={offset}
        aria-valuetext={day(chosen)}
        onChange={(event) => setOffset(Number(event.target.value))}
        onPointerUp={open}
        onKeyUp={(event) => (event.key === "Enter" || event.key === " ") && open()}
        onBlur={open}
      />
      <output>{chosen === asOf ? "" : `${day(chosen)}, relâchez pour afficher`}</output>
    </label>
  );
}
