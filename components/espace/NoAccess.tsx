import { PageHead } from "../layout/PageHead";
import { HOME } from "./crumbs";

/** What somebody signed in may not open: why, and where to go from here. */
export function NoAccess() {
  return (
    <>
      <PageHead
        crumbs={[HOME]}
        title="Pas d’accès"
        lead="Votre compte n’ouvre pas cette page : elle est réservée à d’autres personnes, ou à d’autres territoires."
      />
      <div className="ways">
        <p>
          Un coordinateur ouvre les fiches des CPTS qui lui sont confiées, un agent de l’ARS ou de la CPAM
          celles de ses départements. Si cette page devrait vous être ouverte, demandez-le à la personne qui
          vous a invité.
        </p>
        <p className="links">
          <a href="/espace">Mon espace</a>
          <a href="/cpts">Les CPTS, telles que publiées</a>
        </p>
      </div>
    </>
  );
}
