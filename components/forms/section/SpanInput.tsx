"use client";

import { useState } from "react";
import { when } from "@/lib/format/fr";
import { isIsoDay } from "@/lib/kernel/date";
import { useSectionForm } from "./context";
import { fieldId, textAt, withValue, type FieldPath } from "./draft-values";
import { DayInput } from "./Field";

interface SpanInputProps {
  readonly path: FieldPath;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A day, or the two days it lies between: the record never pretends to know more than it does. */
export function SpanInput({ path, from, to, label }: SpanInputProps) {
  const { draft, readOnly } = useSectionForm();
  const [asked, setAsked] = useState(false);
  const first = [...path, from];
  const last = [...path, to];
  const earliest = textAt(draft.values, first);
  const latest = textAt(draft.values, last);
  const uncertain = asked || (latest !== "" && latest !== earliest);
  if (readOnly) {
    const known = isIsoDay(earliest) && isIsoDay(latest);
    return (
      <div className="ff read">
        <p className="fl">{label}</p>
        <p className="fv">{known ? when({ earliest, latest }) : earliest || "non renseigné"}</p>
      </div>
    );
  }
  /** One field for both bounds: they must not drift apart while the day is known. */
  const exactly = (day: string) => draft.change(withValue(withValue(draft.values, first, day), last, day));
  const box = `${fieldId(last)}-incertain`;
  return (
    <>
      {uncertain ? (
        <>
          <DayInput path={first} label={`${label}, au plus tôt`} required />
          <DayInput path={last} label={`${label}, au plus tard`} required />
        </>
      ) : (
        <DayInput path={first} label={label} required change={exactly} />
      )}
      <div className="ff tickline">
        <label className="tick" htmlFor={box}>
          <input
            id={box}
            type="checkbox"
            checked={uncertain}
            onChange={({ target }) => {
              setAsked(target.checked);
              if (!target.checked) draft.set(last, earliest);
            }}
          />
          <span>Jour incertain</span>
        </label>
      </div>
    </>
  );
}
