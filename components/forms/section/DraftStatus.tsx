"use client";

import { clock } from "@/lib/format/clock";
import type { DraftState } from "./draft-state";
import { isUnsaved } from "./draft-state";

interface DraftStatusProps {
  readonly state: DraftState;
  /** Where to sign in again; opens beside this page, which goes on. */
  readonly signIn: string;
}

/** Where what is typed stands now: one live region, which speaks when that changes. */
export function DraftStatus({ state, signIn }: DraftStatusProps) {
  const { tone, words } = said(state);
  return (
    <div className={`sf-status ${tone}`}>
      <p role="status" className="sf-said">
        {words}
        {state.trouble?.kind === "signed_out" && (
          <>
            {" "}
            <a href={signIn} target="_blank" rel="noopener">
              Se reconnecter (nouvel onglet)
            </a>
          </>
        )}
      </p>
      {state.sending !== null && state.trouble === null && (
        <span className="sf-busy" aria-hidden="true">
          enregistrement…
        </span>
      )}
    </div>
  );
}

function said(state: DraftState): { tone: "ok" | "warn" | "err"; words: string } {
  const { trouble, savedAt, version, keptHere, inRecord } = state;
  const here = keptHere
    ? "votre saisie est gardée sur cet appareil"
    : "cet appareil ne peut pas garder votre saisie, ne fermez pas cette page";
  switch (trouble?.kind) {
    case "away":
      return {
        tone: "warn",
        words: `Hors ligne ou serveur injoignable\u00a0: ${here}. Nouvel essai automatique.`,
      };
    case "signed_out":
      return { tone: "warn", words: `Session expirée\u00a0: ${here}. Continuez, ou` };
    case "refused":
      return { tone: "err", words: `Brouillon non enregistré\u00a0: ${trouble.why}` };
    case "conflict":
      return {
        tone: "err",
        words: "Conflit\u00a0: cette rubrique a changé entre-temps. Choisissez en haut de la page.",
      };
    case undefined:
  }
  if (inRecord) return { tone: "ok", words: "Enregistré dans la fiche." };
  if (savedAt !== null && version > 0)
    return { tone: "ok", words: `Brouillon enregistré à ${clock(savedAt)}` };
  if (isUnsaved(state)) return { tone: "ok", words: "Brouillon en cours" };
  return { tone: "ok", words: "Aucun brouillon\u00a0: la rubrique est telle que dans la fiche." };
}
