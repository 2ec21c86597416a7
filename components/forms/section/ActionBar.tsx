"use client";

import { useRef, useState } from "react";
import { SECTION_SLUG } from "@/lib/format/labels-record";
import type { Section } from "@/lib/record/sections";
import { DiscardDialog } from "./DiscardDialog";
import { DraftStatus } from "./DraftStatus";
import type { SectionRights } from "./rights";
import type { SectionDraft } from "./use-section-draft";

interface ActionBarProps {
  readonly slug: string;
  readonly section: Section;
  readonly rights: SectionRights;
  readonly draft: SectionDraft;
}

/** State of the draft, and what one does with it: put it into the record, propose it, or drop it. */
export function ActionBar({ slug, section, rights, draft }: ActionBarProps) {
  const [busy, setBusy] = useState(false);
  const { state, changed } = draft;
  const here = `/espace/cpts/${slug}/${SECTION_SLUG[section]}`;
  const stuck = state.trouble?.kind === "conflict";

  async function run(work: () => Promise<unknown>) {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  }
  const link = useRef<HTMLAnchorElement>(null);
  const saved = useRef(false);
  /** What is proposed is read from the server: all must be there before the page is left. */
  async function propose(event: React.MouseEvent) {
    if (saved.current) return;
    event.preventDefault();
    if (busy || stuck || !(await draft.ready())) return;
    saved.current = true;
    link.current?.click();
  }

  return (
    <div className="sf-bar">
      <DraftStatus state={state} signIn={`/connexion?retour=${encodeURIComponent(here)}`} />
      <div className="sf-acts">
        {(changed || state.version > 0) && <DiscardDialog discard={draft.discard} />}
        {rights.save && (
          <button
            type="button"
            className="btn pri"
            disabled={busy || stuck}
            onClick={() => void run(draft.save)}
          >
            Enregistrer dans la fiche
          </button>
        )}
        {!rights.save && rights.propose && (
          <a
            ref={link}
            className="btn pri"
            href={`/espace/cpts/${slug}/proposer`}
            onClick={(event) => void propose(event)}
          >
            Relire et proposer
          </a>
        )}
      </div>
      {draft.lastAnswer === "away" && (
        <p role="alert" className="sf-failed">
          Le serveur n’a pas répondu&nbsp;: rien n’a été enregistré dans la fiche. Votre saisie est
          gardée&nbsp;; réessayez.
        </p>
      )}
    </div>
  );
}
