"use client";

import { addDays, isIsoDay } from "@/lib/kernel/date";
import { count, day as written } from "@/lib/format/fr";
import type { DrawnTerritory } from "@/lib/territory/edit";
import { FieldErrors, errorsOf, fieldId, useSectionForm } from "../forms/section";
import type { EditorView } from "./model";
import { namesOf } from "./words";

interface EffectiveDateProps {
  readonly view: EditorView;
  readonly present: DrawnTerritory;
}

const PATH = ["from"] as const;
const LABEL = "Prend effet le";

/** The day of effect, what is kept until then, and what changes that day. */
export function EffectiveDate({ view, present }: EffectiveDateProps) {
  const { territory, day, act, readOnly, nameOf } = view;
  const { draft } = useSectionForm();
  const errors = errorsOf(draft.issues, PATH);
  const added = [...territory.communes.keys()].filter((code) => !present.communes.has(code));
  const removed = [...present.communes.keys()].filter((code) => !territory.communes.has(code));
  const since =
    present.from !== null && isIsoDay(present.from) ? `, en vigueur depuis le ${written(present.from)}` : "";
  return (
    <section aria-labelledby="te-effet" className="te-date">
      <h2 className="te-h" id="te-effet">
        Date d’effet
      </h2>
      <p className="te-field">
        <label htmlFor={fieldId(PATH)}>{LABEL}</label>
        <input
          id={fieldId(PATH)}
          type="date"
          readOnly={readOnly}
          aria-invalid={errors.length > 0}
          aria-describedby={`te-effet-aide ${fieldId(PATH)}-erreur`}
          value={territory.from ?? ""}
          onChange={(event) => act({ type: "date", from: event.target.value || null })}
        />
        <FieldErrors path={PATH} label="La date d’effet" errors={errors} />
      </p>
      <p className="note" id="te-effet-aide">
        {present.communes.size === 0
          ? "Aucun périmètre n’est encore enregistré pour cette CPTS."
          : `Le périmètre actuel (${count(present.communes.size, "commune")}${since}) est gardé ${
              day === null ? "jusqu’à ce jour" : `jusqu’au ${written(addDays(day, -1))}`
            }, avec la couverture et les montants d’alors.`}
      </p>
      {present.communes.size > 0 && (
        <p className="te-diff" data-figure="difference">
          {added.length === 0 && removed.length === 0 ? (
            "Mêmes communes que le périmètre actuel."
          ) : (
            <>
              Par rapport à l’actuel&nbsp;:{" "}
              {added.length > 0 && (
                <span>
                  <b>+{count(added.length, "commune")}</b> ({namesOf(added, nameOf)})
                </span>
              )}
              {added.length > 0 && removed.length > 0 && ", "}
              {removed.length > 0 && (
                <span>
                  <b>−{count(removed.length, "commune")}</b> ({namesOf(removed, nameOf)})
                </span>
              )}
              .
            </>
          )}
        </p>
      )}
    </section>
  );
}
