"use client";

import { useEffect, useRef, useState } from "react";
import { instantInSentence } from "@/lib/format/clock";
import type { DraftContent } from "@/lib/schemas/sections";
import { differingFields, mergedForm } from "./conflict-fields";
import type { Theirs } from "./draft-state";
import { fieldId, valueAt, type FieldPath } from "./draft-values";

/** How a section names its fields and says their values; by default lib/format/section-fields. */
export interface SectionWords {
  readonly label: (path: FieldPath) => string;
  readonly words: (path: FieldPath, value: unknown) => string;
}

interface ConflictPanelProps {
  readonly mine: DraftContent;
  /** What both started from, where this page still knows it: fields I left alone are theirs first. */
  readonly base: DraftContent;
  readonly theirs: Theirs;
  readonly words: SectionWords;
  readonly choose: (values: DraftContent) => Promise<boolean>;
}

/** Two versions side by side, and three ways on: nothing is overwritten unless somebody says so here. */
export function ConflictPanel({ mine, base, theirs, words, choose }: ConflictPanelProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, "mine" | "theirs">>>({});
  const [state, setState] = useState<"asked" | "sending" | "failed">("asked");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const paths = differingFields(mine, theirs.content);
  const who = theirs.by ?? (theirs.what === "draft" ? "quelqu’un d’autre" : "la fiche");
  const sideOf = (path: FieldPath): "mine" | "theirs" =>
    chosen[fieldId(path)] ?? (differingAt(mine, base, path) ? "mine" : "theirs");

  async function take(values: DraftContent) {
    setState("sending");
    setState((await choose(values)) ? "asked" : "failed");
  }
  const mixed = () =>
    mergedForm(
      mine,
      theirs.content,
      paths.filter((path) => sideOf(path) === "theirs"),
    );
  const busy = state === "sending";

  return (
    <section className="sf-conflict" aria-labelledby="conflit-t">
      <h2 id="conflit-t" tabIndex={-1} ref={title}>
        Cette rubrique a changé pendant votre saisie
      </h2>
      <p>
        {introOf(theirs)} Rien n’a été écrasé&nbsp;: votre saisie est gardée sur cet appareil. Comparez, puis
        choisissez.
      </p>
      {paths.length === 0 ? (
        <p>Les deux versions disent la même chose.</p>
      ) : (
        <div className="sf-sides">
          {paths.map((path) => (
            <fieldset key={fieldId(path)}>
              <legend>{words.label(path)}</legend>
              <Side
                path={path}
                side="mine"
                now={sideOf(path)}
                title="Votre version"
                words={words.words(path, valueAt(mine, path))}
                pick={() => setChosen({ ...chosen, [fieldId(path)]: "mine" })}
              />
              <Side
                path={path}
                side="theirs"
                now={sideOf(path)}
                title={theirs.what === "draft" ? `Version de ${who}` : "Version de la fiche"}
                words={words.words(path, valueAt(theirs.content, path))}
                pick={() => setChosen({ ...chosen, [fieldId(path)]: "theirs" })}
              />
            </fieldset>
          ))}
        </div>
      )}
      {state === "failed" && (
        <p role="alert" className="sf-failed">
          Le serveur n’a pas pu enregistrer ce choix. Votre saisie reste sur cet appareil&nbsp;: réessayez.
        </p>
      )}
      <p className="sf-ways">
        <button type="button" className="btn pri" disabled={busy} onClick={() => void take(mixed())}>
          Continuer avec ce qui est coché
        </button>
        <button type="button" className="btn" disabled={busy} onClick={() => void take(mine)}>
          Garder toute ma version
        </button>
        <button type="button" className="btn" disabled={busy} onClick={() => void take(theirs.content)}>
          Prendre toute l’autre version
        </button>
      </p>
    </section>
  );
}

function introOf({ what, by, at }: Theirs): string {
  if (what === "record") return "La fiche elle-même a été modifiée depuis que vous avez ouvert cette page.";
  const when = at === null ? "" : ` ${instantInSentence(at)}`;
  return `${by ?? "Quelqu’un d’autre"} a enregistré un brouillon${when}.`;
}

function differingAt(mine: DraftContent, base: DraftContent, path: FieldPath): boolean {
  const one = valueAt(mine, path) ?? null;
  const other = valueAt(base, path) ?? null;
  return differingFields({ at: one }, { at: other }).length > 0;
}

interface SideProps {
  readonly path: FieldPath;
  readonly side: "mine" | "theirs";
  readonly now: "mine" | "theirs";
  readonly title: string;
  readonly words: string;
  readonly pick: () => void;
}

function Side({ path, side, now, title, words, pick }: SideProps) {
  return (
    <label className="sf-side">
      <input type="radio" name={`conflit-${fieldId(path)}`} checked={now === side} onChange={pick} />
      <span>
        <b>{title}</b>
        <span className="sf-value">{words}</span>
      </span>
    </label>
  );
}
