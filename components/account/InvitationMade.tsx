"use client";

import { useEffect, useRef } from "react";
import { ROLE, type AccountRole } from "@/lib/format/accounts";
import { CopyText } from "../ui/CopyText";
import { Callout } from "../ui/Notice";

/** An invitation just made. */
export interface Made {
  readonly email: string;
  readonly role: AccountRole;
  /** Null where it was mailed. */
  readonly link: string | null;
  /** As printed. */
  readonly until: string;
  /** Whether its mail left; why not, in French, where it did not. Null where no mail is configured. */
  readonly mail: { readonly sent: true } | { readonly sent: false; readonly why: string } | null;
}

/** The link, shown once: to copy where no mail took it. */
export function InvitationMade({ made }: { readonly made: Made }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [made]);
  const { email, role, link, until, mail } = made;
  return (
    <div ref={box} tabIndex={-1} role="status" className="made">
      <Callout kind={mail?.sent === false ? "warn" : "info"}>
        <p>
          <b>
            {mail?.sent ? "Invitation envoyée" : "Invitation prête"}&nbsp;: {email}
          </b>
          . Rôle&nbsp;: {ROLE[role]}. Valable jusqu’au {until}.
        </p>
        {mail?.sent === false && (
          <p>
            Le message n’est pas parti&nbsp;: {mail.why} L’invitation n’est pas perdue&nbsp;: transmettez le
            lien vous-même.
          </p>
        )}
        {mail === null && (
          <p>Aucune messagerie n’est configurée&nbsp;: copiez ce lien et transmettez-le vous-même.</p>
        )}
        {link !== null && <CopyText label="Lien d’invitation" text={link} />}
        {link !== null && (
          <p className="note">
            Le lien ne sera plus montré. Un autre peut être fait tant que la personne n’a pas répondu.
          </p>
        )}
      </Callout>
    </div>
  );
}
