"use client";

import { PageHead } from "@/components/layout/PageHead";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** A page that failed: what happened, what was not lost, the way on. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <>
      <PageHead
        crumbs={[]}
        title="La page n’a pas pu être affichée"
        facts="erreur 500"
        lead="Une erreur est survenue sur le serveur. Rien n’a été modifié ni perdu. Réessayez ; si l’erreur revient, signalez-la à la personne qui administre Maillage."
      />
      <div className="ways">
        <p>
          <button type="button" className="btn pri" onClick={reset}>
            Réessayer
          </button>{" "}
          <a className="btn" href="/">
            Revenir à la France
          </a>
        </p>
        {error.digest && <p className="note">Référence à communiquer : {error.digest}</p>}
      </div>
    </>
  );
}
