"use client";

import { useId, useRef, useState, type ReactNode } from "react";
import type { CommuneShare } from "@/lib/record/cpts";
import { isProperFraction } from "@/lib/territory/edit";
import type { EditorView } from "./model";

interface ExplainProps {
  readonly view: EditorView;
  readonly code: string;
  /** What is explained, in the field's name: « la présence de Châteaugay ». */
  readonly what: string;
  /** Whether the commune may be held in part. */
  readonly withShare?: boolean;
  /** The other way out, beside « Garder et expliquer ». */
  readonly children?: ReactNode;
}

const MOST = 500;

/** « Garder et expliquer »: the reason, kept with the commune, and the part of it that is held. */
export function Explain({ view, code, what, withShare = false, children }: ExplainProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const held = view.territory.communes.get(code);
  const [asked, setAsked] = useState(false);
  const note = held?.note ?? "";
  const open = asked || note !== "";
  if (!held) return null;
  return (
    <>
      {(!open || children) && (
        <p className="te-act">
          {children}
          {!open && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setAsked(true);
                requestAnimationFrame(() => field.current?.focus());
              }}
            >
              {withShare ? "Garder et expliquer" : "Expliquer"}
              <span className="vh"> {what}</span>
            </button>
          )}
        </p>
      )}
      {open && (
        <div className="te-explain">
          <label htmlFor={`${id}-note`}>Expliquer {what}</label>
          <textarea
            id={`${id}-note`}
            ref={field}
            rows={2}
            maxLength={MOST}
            aria-describedby={`${id}-aide`}
            value={note}
            onChange={(event) => view.act({ type: "note", code, note: event.target.value || null })}
          />
          <p className="note" id={`${id}-aide`}>
            L’ARS et la CPAM lisent cette explication, au plus {MOST} caractères.
          </p>
          {withShare && <Share view={view} code={code} share={held.share} />}
        </div>
      )}
    </>
  );
}

interface ShareProps {
  readonly view: EditorView;
  readonly code: string;
  readonly share: CommuneShare;
}

const HALF = { numerator: 1, denominator: 2 };

/** The part of the commune that is held: all, a fraction of its inhabitants, or nobody knows how much. */
function Share({ view, code, share }: ShareProps) {
  const id = useId();
  const kind = typeof share === "string" ? share : "fraction";
  const [typed, setTyped] = useState(typeof share === "string" ? HALF : share);
  const isProper = isProperFraction(typed);
  const set = (next: typeof typed) => {
    setTyped(next);
    if (isProperFraction(next)) view.act({ type: "share", code, share: next });
  };
  const number = (value: string) => (value === "" ? 0 : Number(value));
  return (
    <fieldset className="te-share">
      <legend>Part de la commune</legend>
      {(["whole", "unknown", "fraction"] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={`${id}-part`}
            checked={kind === one}
            onChange={() =>
              view.act({
                type: "share",
                code,
                share: one === "fraction" ? (isProper ? typed : HALF) : one,
              })
            }
          />
          {{ whole: "entière", unknown: "en partie, part inconnue", fraction: "en partie\u00a0:" }[one]}
        </label>
      ))}
      {kind === "fraction" && (
        <span className="te-fraction">
          <input
            type="number"
            min={1}
            inputMode="numeric"
            aria-label="Numérateur de la part d’habitants"
            aria-invalid={!isProper}
            aria-describedby={`${id}-faute`}
            value={typed.numerator || ""}
            onChange={(event) => set({ ...typed, numerator: number(event.target.value) })}
          />
          <span>sur</span>
          <input
            type="number"
            min={2}
            inputMode="numeric"
            aria-label="Dénominateur de la part d’habitants"
            aria-invalid={!isProper}
            aria-describedby={`${id}-faute`}
            value={typed.denominator || ""}
            onChange={(event) => set({ ...typed, denominator: number(event.target.value) })}
          />
        </span>
      )}
      <span id={`${id}-faute`} className="te-fault">
        {kind === "fraction" &&
          !isProper &&
          "La part doit être plus petite que la commune entière\u00a0: par exemple 1 sur 2."}
      </span>
    </fieldset>
  );
}
