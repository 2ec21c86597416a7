import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { InviteForm } from "@/components/account/InviteForm";
import { PageHead } from "@/components/layout/PageHead";
import { invitationChoices, mayInvite } from "@/lib/queries/accounts/invitation-choices";
import { inviteAction } from "./actions";

export const metadata: Metadata = { title: "Inviter", robots: { index: false } };

export default async function InvitePage() {
  const viewer = await signedInViewer("/espace/comptes/inviter");
  if (!mayInvite(viewer)) notFound();
  return (
    <>
      <PageHead
        crumbs={[{ label: "Comptes", href: "/espace/comptes" }]}
        title="Inviter"
        lead="La personne reçoit un lien valable 7 jours, pour un seul usage, et choisit elle-même son mot de passe."
      />
      <div className="entry wide">
        <InviteForm action={inviteAction} choices={await invitationChoices(viewer)} />
      </div>
    </>
  );
}
