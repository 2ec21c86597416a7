"use client";

import { useState } from "react";
import { searchName } from "@/lib/territory/search-name";
import { FieldFault } from "./LabelledField";

export interface Pick {
  readonly value: string;
  readonly label: string;
  readonly also: string;
}

interface PickListProps {
  readonly prefix: string;
  readonly name: string;
  readonly legend: string;
  /** Label of the field that narrows the list. */
  readonly filter: string;
  readonly choices: readonly Pick[];
  readonly picked: readonly string[];
  readonly fault: string | null;
}

/** Many boxes to tick, narrowed as one types; what is ticked stays shown. Without scripts, the whole list. */
export function PickList({ prefix, name, legend, filter, choices, picked, fault }: PickListProps) {
  const [text, setText] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(picked));
  const id = `${prefix}-${name}`;
  const wanted = searchName(text);
  const isShown = ({ value, label, also }: Pick) =>
    wanted === "" ||
    ticked.has(value) ||
    ` ${searchName(`${label} ${also} ${value}`)}`.includes(` ${wanted}`);
  const shown = choices.filter(isShown).length;

  function tick(value: string, on: boolean) {
    const next = new Set(ticked);
    if (on) next.add(value);
    else next.delete(value);
    setTicked(next);
  }

  return (
    <fieldset
      className={fault ? "ff pick bad" : "ff pick"}
      aria-describedby={fault ? `${id}-fault` : undefined}
    >
      <legend>
        {legend} <span className="hint">{ticked.size > 0 && `${ticked.size} choisis`}</span>
      </legend>
      <FieldFault id={id} fault={fault} />
      <div className="scripted narrow">
        <label className="vh" htmlFor={id}>
          {filter}
        </label>
        <input
          id={id}
          type="search"
          placeholder={filter}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
      </div>
      <div className="boxes" role="group" aria-label={legend} tabIndex={0}>
        {choices.map((choice) => (
          <label key={choice.value} className="tick" hidden={!isShown(choice)}>
            <input
              type="checkbox"
              name={name}
              value={choice.value}
              checked={ticked.has(choice.value)}
              onChange={(event) => tick(choice.value, event.target.checked)}
            />
            <span>
              {choice.label} {choice.also && <small>{choice.also}</small>}
            </span>
          </label>
        ))}
      </div>
      <p className="vh" role="status">
        {wanted !== "" && `${shown} sur ${choices.length}`}
      </p>
      {shown === 0 && <p className="hint">Rien ne correspond à «&nbsp;{text}&nbsp;».</p>}
    </fieldset>
  );
}
