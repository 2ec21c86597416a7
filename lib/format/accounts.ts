import type { AccountRole, Organisation } from "../auth/viewer";

export type { AccountRole };

/** The French words of accounts. */
export const ROLE: Readonly<Record<AccountRole, string>> = {
  coordinator: "Coordination de CPTS",
  agent: "Agent ARS ou Assurance Maladie",
  analyst: "Lecture nationale",
  administrator: "Administration",
};

/** What each role may do, in a sentence. */
export const ROLE_MEANING: Readonly<Record<AccountRole, string>> = {
  coordinator: "tient la fiche de ses CPTS et soumet ce qui engage le contrat",
  agent: "suit les CPTS de son territoire, compare, accepte ou renvoie",
  analyst: "lit toutes les fiches, sans donnée personnelle ni modification",
  administrator: "invite, retire les accès, lit le journal et importe des fichiers",
};

export const ORGANISATION: Readonly<Record<Organisation, string>> = {
  ars: "ARS",
  cpam: "Assurance Maladie (CPAM)",
  cpts: "CPTS",
  other: "Autre organisme",
};
