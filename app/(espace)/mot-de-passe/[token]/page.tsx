import type { Metadata } from "next";
import { currentCaller } from "@/app/viewer";
import { NewPasswordForm } from "@/components/account/NewPasswordForm";
import { PageHead } from "@/components/layout/PageHead";
import { resettable } from "@/lib/queries/accounts/reset";
import { resetAction } from "../actions";

export const metadata: Metadata = {
  title: "Nouveau mot de passe",
  robots: { index: false },
  // The address holds a secret: it is told to nobody.
  referrer: "no-referrer",
};

interface PageProps {
  readonly params: Promise<{ readonly token: string }>;
}

export default async function ResetPage({ params }: PageProps) {
  const { token } = await params;
  const found = await resettable({ token, caller: await currentCaller(), now: new Date() });
  if (!found.ok) {
    return (
      <>
        <PageHead crumbs={[]} title="Ce lien n’ouvre rien" lead={found.error} />
        <p className="entry">
          <a className="btn" href="/mot-de-passe">
            Demander un autre lien
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Nouveau mot de passe"
        lead={`Pour le compte ${found.value.email}. Ses sessions ouvertes seront fermées.`}
      />
      <div className="entry">
        <NewPasswordForm action={resetAction.bind(null, token)} email={found.value.email} />
      </div>
    </>
  );
}
