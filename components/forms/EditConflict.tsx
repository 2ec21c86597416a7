"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { instant } from "@/lib/format/instant";
import type { ContestedState } from "@/lib/schemas/form";

interface EditConflictProps {
  readonly title: string;
  /** « cette réunion », and how the sentence takes it up: « la ». */
  readonly thing: string;
  readonly pronoun: "le" | "la";
  readonly theirs: NonNullable<ContestedState<unknown>["theirs"]>;
  /** Their version, to be read. */
  readonly children: ReactNode;
}

/** What somebody else saved since, whole, above what was typed here: the writer chooses, nothing is written before. */
export function EditConflict({
  title,
  thing,
  pronoun,
  theirs: { version, by, at },
  children,
}: EditConflictProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [version]);
  return (
    <section className="callout err conflict" role="alert" tabIndex={-1} ref={box} aria-labelledby="conflit">
      <h2 id="conflit">{title}</h2>
      <p>
        {by ?? "Quelqu’un d’autre"} a enregistré {thing}
        {at && ` le ${instant(new Date(at))}`}, pendant que vous {pronoun} modifiiez. Rien n’a été écrasé
        {"\u00a0"}: voici sa version{"\u00a0"}; la vôtre est toujours dans le formulaire, plus bas.
      </p>
      <div className="theirs">{children}</div>
      <p>
        Reprenez dans le formulaire ce que vous gardez de sa version, puis enregistrez la vôtre à la place
        {"\u00a0"}; {/* The same address: the form as it is on record, what was typed here let go. */}
        <a href="?">ou gardez la sienne</a>.
      </p>
    </section>
  );
}
