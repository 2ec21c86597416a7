import type { Metadata } from "next";
import { acceptAction } from "@/app/(espace)/invitation/[token]/actions";
import { currentCaller } from "@/app/viewer";
import { IdentityLink } from "@/components/account/IdentityLink";
import { InvitationTerms } from "@/components/account/InvitationTerms";
import { NewAccountForm } from "@/components/account/NewAccountForm";
import { PageHead } from "@/components/layout/PageHead";
import { invitationBehind } from "@/lib/queries/accounts/invitation";
import { waysIn } from "@/lib/queries/accounts/ways-in";

export const metadata: Metadata = {
  title: "Premier compte",
  robots: { index: false },
  // The address holds a secret: it is told to nobody.
  referrer: "no-referrer",
};

interface PageProps {
  readonly params: Promise<{ readonly token: string }>;
}

export default async function FirstAccountPage({ params }: PageProps) {
  const { token } = await params;
  const found = await invitationBehind({ token, caller: await currentCaller(), now: new Date() }, true);
  const ways = waysIn();
  if (!found.ok) {
    return (
      <>
        <PageHead
          crumbs={[]}
          title="Ce lien n’ouvre rien"
          lead="Il a déjà servi, a expiré ou a été remplacé. Tant qu’aucun administrateur n’existe, chaque démarrage du serveur en écrit un nouveau sur sa console."
        />
        <p className="entry">
          <a className="btn" href="/connexion">
            Se connecter
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Premier administrateur"
        lead="Ce compte invitera les agents des ARS et de l’Assurance Maladie, qui inviteront les coordinateurs."
      />
      <div className="entry">
        <InvitationTerms invitation={found.value} />
        {ways.identity !== null && (
          <IdentityLink label={ways.identity} invitation={token} or={ways.password} />
        )}
        {ways.password && <NewAccountForm action={acceptAction.bind(null, token)} email={null} />}
      </div>
    </>
  );
}
