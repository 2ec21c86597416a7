import { ROLE } from "../format/accounts";
import { instant } from "../format/instant";
import type { AccountRole } from "../auth/viewer";
import type { Message } from "./send";

interface InvitationLetter {
  readonly to: string;
  readonly role: AccountRole;
  readonly link: string;
  readonly expiresAt: Date;
}

export function invitationMessage({ to, role, link, expiresAt }: InvitationLetter): Message {
  return {
    to,
    subject: "Votre invitation à Maillage",
    text: [
      "Bonjour,",
      `Vous êtes invité à ouvrir un compte Maillage, tableau de bord des CPTS. Rôle proposé\u00a0: ${ROLE[role]}.`,
      `Ouvrez ce lien pour choisir votre mot de passe. Il sert une fois, jusqu’au ${instant(expiresAt)}\u00a0:`,
      link,
      "Si vous n’attendiez pas cette invitation, ignorez ce message\u00a0: aucun compte n’est créé sans vous.",
    ].join("\n\n"),
  };
}

interface ResetLetter {
  readonly to: string;
  readonly link: string;
  readonly expiresAt: Date;
}

export function resetMessage({ to, link, expiresAt }: ResetLetter): Message {
  return {
    to,
    subject: "Votre mot de passe Maillage",
    text: [
      "Bonjour,",
      `Quelqu’un, sans doute vous, a demandé à changer le mot de passe de votre compte Maillage. Ce lien le permet une fois, jusqu’au ${instant(expiresAt)}\u00a0:`,
      link,
      "Si ce n’était pas vous, ignorez ce message\u00a0: votre mot de passe n’a pas changé.",
    ].join("\n\n"),
  };
}
