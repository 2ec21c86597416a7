import type { Metadata } from "next";
import { signedInPerson } from "@/app/viewer";
import { ApiKeyForm } from "@/components/account/ApiKeyForm";
import { ApiKeyTable } from "@/components/account/ApiKeyTable";
import { ChangePasswordForm } from "@/components/account/ChangePasswordForm";
import { CloseAccountForm } from "@/components/account/CloseAccountForm";
import { NameForm } from "@/components/account/NameForm";
import { SessionTable } from "@/components/account/SessionTable";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { ORGANISATION, ROLE, ROLE_MEANING } from "@/lib/format/accounts";
import { ownAccount } from "@/lib/queries/accounts/own";
import {
  changePasswordAction,
  closeAction,
  makeKeyAction,
  renameAction,
  revokeKeyAction,
  revokeOthersAction,
  revokeSessionAction,
} from "./actions";

export const metadata: Metadata = { title: "Mon compte", robots: { index: false } };

export default async function AccountPage() {
  const { viewer, sessionId, name, email } = await signedInPerson("/espace/compte");
  const account = await ownAccount(viewer, sessionId, new Date());
  const { role, scope, sessions, password, identity, keys } = account;
  return (
    <>
      <PageHead crumbs={[]} title="Mon compte" lead={`${name}, ${email}`} />
      <dl className="terms">
        <div>
          <dt>Rôle</dt>
          <dd>
            {ROLE[role]}&nbsp;: {ROLE_MEANING[role]}
          </dd>
        </div>
        {viewer.organisation !== null && viewer.organisation !== "cpts" && (
          <div>
            <dt>Organisme</dt>
            <dd>{ORGANISATION[viewer.organisation]}</dd>
          </div>
        )}
        <div>
          <dt>Périmètre</dt>
          <dd>{scope.length > 0 ? scope.join(", ") : "le pays entier"}</dd>
        </div>
        <div>
          <dt>Connexion</dt>
          <dd>
            {[password && "mot de passe", identity && "fournisseur d’identité"].filter(Boolean).join(", ")}
          </dd>
        </div>
      </dl>
      <Section
        id="nom"
        title="Mon nom"
        intro="Lu par qui partage vos fiches, à côté de ce que vous y faites, déjà fait compris."
      >
        <div className="entry">
          <NameForm action={renameAction} name={name} />
        </div>
      </Section>
      <Section
        id="sessions"
        title="Sessions ouvertes"
        intro="Une session se ferme après 8 heures sans activité, et au plus tard 7 jours après la connexion. Fermez celles que vous ne reconnaissez pas, puis changez votre mot de passe."
        actions={
          sessions.length > 1 && (
            <form action={revokeOthersAction}>
              <button className="btn" type="submit">
                Fermer les autres sessions
              </button>
            </form>
          )
        }
      >
        <SessionTable sessions={sessions} revoke={revokeSessionAction} />
      </Section>
      {password && (
        <Section id="mot-de-passe" title="Changer de mot de passe">
          <div className="entry">
            <ChangePasswordForm action={changePasswordAction} email={email} />
          </div>
        </Section>
      )}
      {keys && (
        <Section
          id="cles"
          title="Clés d’accès à l’API"
          intro="Un programme lit par une clé les chiffres réservés, avec vos droits du moment et rien d’autre. Ne la confiez qu’à lui : qui l’a lit comme vous."
        >
          <ApiKeyTable keys={keys} revoke={revokeKeyAction} />
          <div className="entry">
            <ApiKeyForm action={makeKeyAction} />
          </div>
        </Section>
      )}
      <Section
        id="donnees"
        title="Mes données personnelles"
        intro="Votre nom, votre adresse, vos droits, vos sessions et ce que vous avez fait ici, en un fichier JSON."
      >
        <form action="/api/espace/compte/donnees" method="post">
          <button className="btn" type="submit">
            Télécharger mes données
          </button>
        </form>
      </Section>
      <Section id="fermer" title="Fermer mon compte">
        <div className="entry">
          <p>
            C’est définitif. Votre nom, votre adresse, vos sessions et vos moyens de connexion sont effacés.
            Ce que vous avez saisi dans les fiches y reste, et le journal garde un numéro de compte sans nom.
          </p>
          <CloseAccountForm action={closeAction} byPassword={password} />
        </div>
      </Section>
    </>
  );
}
