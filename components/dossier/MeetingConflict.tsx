"use client";

import { useEffect, useRef } from "react";
import { instant } from "@/lib/format/instant";
import type { AttachedDocument } from "@/lib/queries/meetings";
import { MeetingFacts } from "./MeetingFacts";
import type { MeetingState } from "./meeting-state";

interface MeetingConflictProps {
  readonly theirs: NonNullable<MeetingState["theirs"]>;
  readonly documents: readonly AttachedDocument[];
}

/** What somebody else saved since, whole, above what was typed here: the writer chooses, nothing is written before. */
export function MeetingConflict({ theirs, documents }: MeetingConflictProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [theirs.version]);
  const { content, by, at } = theirs;
  const joined = documents.filter(({ id }) => content.documents.includes(id));
  return (
    <section className="callout err conflict" role="alert" tabIndex={-1} ref={box} aria-labelledby="conflit">
      <h2 id="conflit">Modifiée entre-temps</h2>
      <p>
        {by ?? "Quelqu’un d’autre"} a enregistré cette réunion
        {at && ` le ${instant(new Date(at))}`}, pendant que vous la modifiiez. Rien n’a été écrasé{"\u00a0"}:
        voici sa version{"\u00a0"}; la vôtre est toujours dans le formulaire, plus bas.
      </p>
      <div className="theirs">
        <MeetingFacts meeting={{ ...content, documents: joined }} slug={null} />
      </div>
      <p>
        Reprenez dans le formulaire ce que vous gardez de sa version, puis enregistrez la vôtre à la place
        {"\u00a0"}; {/* The same address: the form as it is on record, what was typed here let go. */}
        <a href="?">ou gardez la sienne</a>.
      </p>
    </section>
  );
}
