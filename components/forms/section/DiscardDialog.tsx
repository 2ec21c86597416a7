"use client";

import { useRef } from "react";

interface DiscardDialogProps {
  readonly discard: () => Promise<boolean>;
}

/** Dropping a draft is asked twice: what was typed is gone from here, though the history keeps it. */
export function DiscardDialog({ discard }: DiscardDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="btn low" onClick={() => dialog.current?.showModal()}>
        Abandonner le brouillon
      </button>
      <dialog ref={dialog} className="sf-dialog" aria-labelledby="abandon-t">
        <h2 id="abandon-t">Abandonner ce brouillon&nbsp;?</h2>
        <p>La rubrique redevient telle que dans la fiche. Ce qui a été saisi ici ne sera plus proposé.</p>
        <p className="sf-ways">
          <button
            type="button"
            className="btn pri"
            onClick={() => {
              dialog.current?.close();
              void discard();
            }}
          >
            Abandonner le brouillon
          </button>
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            Continuer la saisie
          </button>
        </p>
      </dialog>
    </>
  );
}
