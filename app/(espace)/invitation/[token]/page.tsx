import type { Metadata } from "next";
import { currentCaller } from "@/app/viewer";
import { IdentityLink } from "@/components/account/IdentityLink";
import { InvitationTerms } from "@/components/account/InvitationTerms";
import { JoinForm } from "@/components/account/JoinForm";
import { NewAccountForm } from "@/components/account/NewAccountForm";
import { PageHead } from "@/components/layout/PageHead";
import { invitationBehind } from "@/lib/queries/accounts/invitation";
import { waysIn } from "@/lib/queries/accounts/ways-in";
import { acceptAction, joinAction } from "./actions";

export const metadata: Metadata = {
  title: "Invitation",
  robots: { index: false },
  // The address holds a secret: it is told to nobody.
  referrer: "no-referrer",
};

interface PageProps {
  readonly params: Promise<{ readonly token: string }>;
}

export default async function InvitationPage({ params }: PageProps) {
  const { token } = await params;
  const found = await invitationBehind({ token, caller: await currentCaller(), now: new Date() }, false);
  if (!found.ok) return <DeadLink why={found.error} />;
  const invitation = found.value;
  const { email, joins } = invitation;
  const ways = waysIn();
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Invitation"
        lead={
          joins
            ? "Vous avez déjà un compte : son mot de passe suffit pour y ajouter ce qui suit."
            : "Choisissez un mot de passe : votre compte est créé aussitôt."
        }
      />
      <div className="entry">
        <InvitationTerms invitation={invitation} />
        {ways.identity !== null && (
          <IdentityLink label={ways.identity} invitation={token} or={ways.password} />
        )}
        {!ways.password ? null : joins && email !== null ? (
          <JoinForm action={joinAction.bind(null, token)} email={email} />
        ) : (
          <NewAccountForm action={acceptAction.bind(null, token)} email={email} />
        )}
      </div>
    </>
  );
}

function DeadLink({ why }: { readonly why: string }) {
  return (
    <>
      <PageHead crumbs={[]} title="Ce lien n’ouvre rien" lead={why} />
      <p className="entry">
        <a className="btn" href="/connexion">
          Se connecter
        </a>
      </p>
    </>
  );
}
