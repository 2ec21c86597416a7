import type { Metadata } from "next";
import { PageHead } from "@/components/layout/PageHead";
import type { Query } from "@/lib/schemas/address";

export const metadata: Metadata = { title: "Connexion", robots: { index: false } };

const ASK =
  "Demandez une invitation à l’agent ARS ou Assurance Maladie de votre territoire, ou à l’administrateur.";
const UNKNOWN = {
  title: "Aucun compte pour cette identité",
  lead: `Vous êtes bien identifié, mais une identité ne donne aucun droit par elle-même. ${ASK} Rien n’a été créé.`,
};

/** What stopped a sign-in by identity, and the way on. */
const SAID: Readonly<Record<string, { readonly title: string; readonly lead: string }>> = {
  signup_disabled: UNKNOWN,
  account_not_linked: UNKNOWN,
  lien: {
    title: "Cette invitation n’est plus valable",
    lead: "Elle a déjà servi, a expiré ou a été remplacée. Demandez-en une autre à la personne qui vous a invité. Rien n’a été créé.",
  },
  adresse: {
    title: "Cette invitation est pour une autre adresse",
    lead: "L’adresse de votre identité n’est pas celle de l’invitation. Demandez une invitation à cette adresse, ou acceptez celle-ci avec un mot de passe. Rien n’a été créé.",
  },
  "non-verifiee": {
    title: "Votre adresse n’est pas vérifiée",
    lead: "Votre fournisseur d’identité ne confirme pas votre adresse électronique. Faites-la vérifier chez lui, ou acceptez l’invitation avec un mot de passe. Rien n’a été créé.",
  },
  "autre-compte": {
    title: "Cette identité ou cette adresse a déjà un compte",
    lead: "L’invitation ne peut pas lui être ajoutée\u00a0: le rôle diffère, l’accès a été retiré, ou l’identité est liée à un autre compte. Voyez avec la personne qui vous a invité. Rien n’a été changé.",
  },
  unable_to_create_session: {
    title: "Votre accès a été retiré",
    lead: "Demandez à la personne qui vous a invité de le rétablir.",
  },
  access_denied: {
    title: "Connexion abandonnée",
    lead: "Vous n’avez pas terminé chez votre fournisseur d’identité. Rien n’a changé\u00a0: recommencez quand vous voulez.",
  },
};

const FAILED = {
  title: "La connexion n’a pas abouti",
  lead: "L’échange avec votre fournisseur d’identité a échoué ou a pris plus de dix minutes. Recommencez\u00a0; si l’échec revient, signalez-le à la personne qui administre Maillage.",
};

export default async function IdentityPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { error } = await searchParams;
  const { title, lead } = (typeof error === "string" ? SAID[error] : undefined) ?? FAILED;
  return (
    <>
      <PageHead crumbs={[]} title={title} lead={lead} />
      <p className="entry">
        <a className="btn" href="/connexion">
          Revenir à la connexion
        </a>
      </p>
    </>
  );
}
