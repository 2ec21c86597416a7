import type { Metadata } from "next";
import { currentPerson } from "@/app/viewer";
import { IdentityLink } from "@/components/account/IdentityLink";
import { SignInForm } from "@/components/account/SignInForm";
import { PageHead } from "@/components/layout/PageHead";
import { Callout } from "@/components/ui/Notice";
import { SIGNED_OUT_STATE } from "@/lib/auth/identity";
import { localPath } from "@/lib/auth/origin";
import { waysIn } from "@/lib/queries/accounts/ways-in";
import type { Query } from "@/lib/schemas/address";
import { signInAction, signOutAction } from "./actions";

export const metadata: Metadata = { title: "Connexion", robots: { index: false } };

export default async function SignInPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const query = await searchParams;
  const returnTo = localPath(query.retour);
  const person = await currentPerson();
  const ways = waysIn();
  const isOut = query.sorti !== undefined || query.state === SIGNED_OUT_STATE;
  if (person !== null) {
    return (
      <>
        <PageHead
          crumbs={[]}
          title="Vous êtes connecté"
          lead={`Ce navigateur est connecté avec le compte ${person.email}.`}
        />
        <div className="entry">
          <p>
            <a className="btn pri" href={returnTo ?? "/espace"}>
              Continuer
            </a>
          </p>
          <form action={signOutAction}>
            <button className="btn" type="submit">
              Se déconnecter
            </button>
          </form>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Connexion"
        lead="Pour tenir la fiche d’une CPTS, la valider ou administrer. Les pages publiques se lisent sans compte."
      />
      <div className="entry">
        {isOut && (
          <Callout kind="info">
            <p>Vous êtes déconnecté.</p>
          </Callout>
        )}
        {returnTo !== null && !isOut && (
          <Callout kind="info">
            <p>Connectez-vous pour continuer&nbsp;; vous reviendrez où vous étiez.</p>
          </Callout>
        )}
        {query.change !== undefined && (
          <Callout kind="info">
            <p>Votre mot de passe est changé et vos sessions sont fermées. Connectez-vous avec le nouveau.</p>
          </Callout>
        )}
        {query.clos !== undefined && (
          <Callout kind="info">
            <p>Votre compte est fermé et vos données personnelles sont effacées.</p>
          </Callout>
        )}
        {ways.identity !== null && (
          <IdentityLink label={ways.identity} returnTo={returnTo} or={ways.password} />
        )}
        {ways.password && (
          <>
            <SignInForm action={signInAction} returnTo={returnTo} />
            <p>
              <a href="/mot-de-passe">Mot de passe oublié</a>
            </p>
          </>
        )}
        <p className="note">
          Un compte s’ouvre sur invitation&nbsp;: l’administrateur de cette instance invite les agents, qui
          invitent les coordinateurs de leur territoire. Une session se ferme après 8&nbsp;heures sans
          activité, et au plus tard 7&nbsp;jours après la connexion.
        </p>
      </div>
    </>
  );
}
