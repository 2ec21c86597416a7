"use client";

import { LongText, TextInput } from "../forms/section/Field";
import { Rows } from "../forms/section/Rows";
import { FormPart } from "./FormPart";

/** Who the CPTS is and how to reach it: what is public, and what is not, said part by part. */
export function IdentityFields({ contactsHidden }: { readonly contactsHidden: boolean }) {
  return (
    <>
      <FormPart id="nom" title="Nom" who="Public : affiché sur la page de la CPTS et dans les listes.">
        <TextInput path={["name"]} required wide />
      </FormPart>
      <FormPart
        id="structure"
        title="Structure"
        who="Non publié : lisible par la CPTS, l’ARS, la CPAM et les comptes nationaux de Maillage."
      >
        <TextInput path={["legalForm"]} hint="Association loi 1901, SISA…" />
        <TextInput path={["siret"]} hint="14 chiffres" inputMode="numeric" />
      </FormPart>
      <FormPart
        id="coordonnees"
        title="Coordonnées"
        who="Public : affiché sur la page de la CPTS. Celles de la structure, jamais celles d’une personne."
      >
        <LongText path={["address"]} rows={3} wide />
        <TextInput path={["email"]} type="email" hint="Adresse générique, par exemple contact@cpts.fr" />
        <TextInput path={["phone"]} type="tel" hint="Par exemple 04 73 00 00 00" />
        <TextInput path={["website"]} type="url" hint="Par exemple https://www.cpts.fr" wide />
      </FormPart>
      <FormPart
        id="contacts"
        title="Contacts"
        who="Données personnelles, jamais publiées : lisibles par la CPTS et par les agents de l’ARS et de la CPAM de ses départements."
      >
        {contactsHidden ? <p className="mut">Votre compte n’ouvre pas les contacts.</p> : <Contacts />}
      </FormPart>
    </>
  );
}

function Contacts() {
  return (
    <Rows
      path={["contacts"]}
      item="contact"
      one="un contact"
      removed="retiré"
      empty="Aucun contact."
      movable
      blank={() => ({ function: null, name: null, email: null, phone: null })}
    >
      {(path) => (
        <>
          <TextInput path={[...path, "function"]} hint="Présidence, coordination, trésorerie…" required />
          <TextInput path={[...path, "name"]} required />
          <TextInput path={[...path, "email"]} type="email" />
          <TextInput path={[...path, "phone"]} type="tel" />
        </>
      )}
    </Rows>
  );
}
