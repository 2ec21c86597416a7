import { invitationMessage, resetMessage } from "../../mail/messages";
import { isMailConfigured, sendMail, type Delivery, type Message } from "../../mail/send";
import type { Invited } from "./invite";

/**
 * Mails the link of an invitation, which is already made and stays whatever happens to the mail. Null where
 * no mail is configured.
 *
 * @param origin the trusted public address; null where only the request claims one.
 */
export function deliverInvitation(
  { email, role, path, expiresAt }: Invited,
  origin: string | null,
): Promise<Delivery | null> {
  return deliver(origin, (base) => invitationMessage({ to: email, role, link: base + path, expiresAt }));
}

export interface ResetLink {
  readonly email: string;
  readonly path: string;
  readonly expiresAt: Date;
}

export function deliverReset(
  { email, path, expiresAt }: ResetLink,
  origin: string | null,
): Promise<Delivery | null> {
  return deliver(origin, (base) => resetMessage({ to: email, link: base + path, expiresAt }));
}

async function deliver(origin: string | null, letter: (base: string) => Message): Promise<Delivery | null> {
  if (!isMailConfigured()) return null;
  // A link built on what a request claims could lead to a stranger's site.
  if (origin === null)
    return { sent: false, why: "l’adresse publique du serveur n’est pas réglée (PUBLIC_URL)." };
  return sendMail(letter(origin));
}
