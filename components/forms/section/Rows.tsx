"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import type { DraftValue } from "@/lib/schemas/sections";
import { Icon } from "../../ui/Icon";
import { useSectionForm } from "./context";
import {
  fieldId,
  rowsAt,
  withoutRow,
  withRow,
  withRowMoved,
  withValue,
  type FieldPath,
} from "./draft-values";
import { errorsOf, FieldErrors } from "./FieldErrors";

interface RowsProps {
  readonly path: FieldPath;
  /** « contact », with its article for buttons: « un contact ». */
  readonly item: string;
  readonly one: string;
  /** « retiré » or « retirée ». */
  readonly removed: string;
  readonly empty: string;
  readonly blank: () => DraftValue;
  readonly children: (path: FieldPath, index: number) => ReactNode;
  /** Whether order means something, and may be changed. */
  readonly movable?: boolean;
  /** False where nothing more can be added. */
  readonly more?: boolean;
  /** Small rows stand on one line where there is room. */
  readonly compact?: boolean;
  /** One field a row, which names it well enough. */
  readonly single?: boolean;
  readonly title?: (index: number) => string;
}

/** Where the focus goes once the list has changed. */
type Next = { readonly row: number; readonly on: "field" | "up" | "down" | "remove" } | "add" | null;

/** A list whose rows are added, removed and moved: the focus follows, the change is said, a removal is undone. */
export function Rows(props: RowsProps) {
  const { path, item, one, removed, empty, blank, children, movable, more = true } = props;
  const { draft, readOnly } = useSectionForm();
  const box = useRef<HTMLDivElement>(null);
  const next = useRef<Next>(null);
  const [said, setSaid] = useState("");
  const [undo, setUndo] = useState<{ readonly row: DraftValue; readonly at: number } | null>(null);
  // What a row keeps to itself (a day said uncertain, not yet typed) must not pass to the one that takes its place.
  const [order, setOrder] = useState(0);
  const rows = rowsAt(draft.values, path);
  const title = props.title ?? ((index: number) => `${capital(item)} ${index + 1}`);
  const id = fieldId(path);

  useEffect(() => {
    if (next.current === null || box.current === null) return;
    focusOn(box.current, next.current);
    next.current = null;
  });

  function add() {
    next.current = { row: rows.length, on: "field" };
    draft.change(withRow(draft.values, path, blank()));
    setSaid(`${title(rows.length)} à remplir`);
    setUndo(null);
  }
  function remove(at: number) {
    const row = rows[at];
    next.current = rows.length > 1 ? { row: Math.min(at, rows.length - 2), on: "remove" } : "add";
    draft.change(withoutRow(draft.values, path, at));
    setOrder(order + 1);
    setSaid(`${title(at)} ${removed}.`);
    setUndo(row === undefined ? null : { row, at });
  }
  function restore() {
    if (undo === null) return;
    const { row, at } = undo;
    next.current = { row: at, on: "field" };
    draft.change(withValue(draft.values, path, [...rows.slice(0, at), row, ...rows.slice(at)]));
    setOrder(order + 1);
    setSaid(`${title(at)} de retour.`);
    setUndo(null);
  }
  function move(from: number, to: number, on: "up" | "down") {
    next.current = { row: to, on };
    draft.change(withRowMoved(draft.values, path, from, to));
    setOrder(order + 1);
    setSaid(`${title(from)} déplacé en position ${to + 1}`);
  }

  const errors = errorsOf(draft.issues, path);
  const dense = props.compact || props.single;
  return (
    <div className={dense ? "rows compact" : "rows"} ref={box} id={id} tabIndex={-1}>
      <FieldErrors path={path} label="La liste" errors={errors} />
      {rows.length === 0 && <p className="mut">{empty}</p>}
      {rows.map((_, index) => (
        <fieldset className="row" key={`${order}-${index}`} data-row={index}>
          <legend className={props.single ? "vh" : undefined}>{title(index)}</legend>
          <div className="row-fields">{children([...path, index], index)}</div>
          {!readOnly && (
            <div className="row-acts">
              {movable && (
                <>
                  <RowButton
                    on="up"
                    words={`Monter ${title(index)}`}
                    disabled={index === 0}
                    act={() => move(index, index - 1, "up")}
                  />
                  <RowButton
                    on="down"
                    words={`Descendre ${title(index)}`}
                    disabled={index === rows.length - 1}
                    act={() => move(index, index + 1, "down")}
                  />
                </>
              )}
              <button type="button" className="btn low" data-on="remove" onClick={() => remove(index)}>
                Retirer <span className={dense ? "vh" : undefined}>«&nbsp;{title(index)}&nbsp;»</span>
              </button>
            </div>
          )}
        </fieldset>
      ))}
      {!readOnly && (
        <p className="rows-add">
          {more && (
            <button type="button" className="btn" data-on="add" onClick={add}>
              <Icon name="plus" /> Ajouter {one}
            </button>
          )}
          {undo && (
            <span className="rows-undo">
              {title(undo.at)} {removed}.{" "}
              <button type="button" className="btn low" onClick={restore}>
                Rétablir
              </button>
            </span>
          )}
        </p>
      )}
      <span className="vh" role="status">
        {said}
      </span>
    </div>
  );
}

interface RowButtonProps {
  readonly on: "up" | "down";
  readonly words: string;
  readonly disabled: boolean;
  readonly act: () => void;
}

/** Not `disabled`: a button that has the focus must not lose it at the end of the list. */
function RowButton({ on, words, disabled, act }: RowButtonProps) {
  return (
    <button
      type="button"
      className="btn sq"
      data-on={on}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && act()}
    >
      <Icon name={on} />
      <span className="vh">{words}</span>
    </button>
  );
}

function focusOn(box: HTMLElement, next: Exclude<Next, null>) {
  const row = next === "add" ? null : box.querySelector(`:scope > [data-row="${next.row}"]`);
  const target =
    next === "add"
      ? box.querySelector<HTMLElement>(':scope > .rows-add [data-on="add"]')
      : next.on === "field"
        ? row?.querySelector<HTMLElement>("input, select, textarea")
        : row?.querySelector<HTMLElement>(`:scope > .row-acts [data-on="${next.on}"]`);
  (target ?? box).focus();
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
