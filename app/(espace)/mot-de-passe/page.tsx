import type { Metadata } from "next";
import { AskResetForm } from "@/components/account/AskResetForm";
import { PageHead } from "@/components/layout/PageHead";
import { waysIn } from "@/lib/queries/accounts/ways-in";
import { askAction } from "./actions";

export const metadata: Metadata = { title: "Mot de passe oublié", robots: { index: false } };

export default function ForgottenPage() {
  const { mail, password } = waysIn();
  return (
    <>
      <PageHead
        crumbs={[{ label: "Connexion", href: "/connexion" }]}
        title="Mot de passe oublié"
        lead={
          mail && password
            ? "Un lien pour en choisir un autre est envoyé à l’adresse de votre compte."
            : "Demandez un lien à la personne qui vous a invité, ou à l’administrateur : la page Comptes leur permet d’en faire un."
        }
      />
      {mail && password && (
        <div className="entry">
          <AskResetForm action={askAction} />
        </div>
      )}
    </>
  );
}
