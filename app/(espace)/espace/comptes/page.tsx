import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedInViewer } from "@/app/viewer";
import { AccountFilters } from "@/components/account/AccountFilters";
import { AccountsTable } from "@/components/account/AccountsTable";
import { InvitationsTable } from "@/components/account/InvitationsTable";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { IgnoredNotice } from "@/components/ui/Notice";
import { count } from "@/lib/format/fr";
import { accountList } from "@/lib/queries/accounts/list";
import { mayInvite } from "@/lib/queries/accounts/invitation-choices";
import { accountsInAddress } from "@/lib/schemas/accounts-address";
import type { Query } from "@/lib/schemas/address";
import { renewAction, resetLinkAction, restoreAction, revokeAction, withdrawAction } from "./actions";

export const metadata: Metadata = { title: "Comptes", robots: { index: false } };

export default async function AccountsPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const viewer = await signedInViewer("/espace/comptes");
  if (!mayInvite(viewer)) notFound();
  const address = accountsInAddress(await searchParams);
  const { accounts, invitations, total } = await accountList(viewer, address, new Date());
  const agent = viewer.role === "agent";
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Comptes"
        lead={
          agent
            ? "Les coordinateurs des CPTS de votre territoire, et les invitations qui attendent."
            : "Qui peut entrer, avec quels droits, et les invitations qui attendent."
        }
        actions={
          <a className="btn pri" href="/espace/comptes/inviter">
            Inviter
          </a>
        }
      />
      <IgnoredNotice ignored={address.ignored} />
      {total === 0 ? (
        <p className="entry">
          Aucun compte sur votre territoire encore. Invitez le coordinateur d’une CPTS&nbsp;: il tiendra sa
          fiche, vous la validerez.
        </p>
      ) : (
        <>
          <AccountFilters address={address} oneRole={agent} />
          <p className="note found" role="status">
            {accounts.length === total
              ? `${count(total, "compte")}.`
              : `${accounts.length} sur ${count(total, "compte")}.`}
          </p>
          <AccountsTable
            accounts={accounts}
            revoke={revokeAction}
            restore={restoreAction}
            resetLink={resetLinkAction}
          />
        </>
      )}
      <Section id="invitations" title="Invitations en attente">
        {invitations.length === 0 ? (
          <p className="mut">Aucune invitation n’attend de réponse.</p>
        ) : (
          <InvitationsTable invitations={invitations} renew={renewAction} withdraw={withdrawAction} />
        )}
      </Section>
    </>
  );
}
