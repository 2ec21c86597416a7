import { DataTable } from "../tables/DataTable";

interface Kept {
  readonly what: string;
  readonly why: string;
  readonly howLong: string;
}

const KEPT: readonly Kept[] = [
  {
    what: "Nom, adresse électronique, rôle et périmètre",
    why: "savoir qui peut faire quoi (mission d’intérêt public ou intérêt légitime de l’exploitant)",
    howLong: "jusqu’à la fermeture du compte, qui les efface",
  },
  {
    what: "Mot de passe",
    why: "se connecter\u00a0; gardé sous forme de condensé (scrypt), illisible",
    howLong: "jusqu’à son changement ou à la fermeture du compte",
  },
  {
    what: "Identifiant donné par un fournisseur d’identité",
    why: "reconnaître le compte lié\u00a0; aucun jeton n’est gardé",
    howLong: "jusqu’à la fermeture du compte",
  },
  {
    what: "Sessions\u00a0: dates, adresse IP, navigateur",
    why: "permettre à chacun de reconnaître et de fermer ses sessions",
    howLong: "jusqu’à la fin de la session\u00a0: 8 heures sans activité, 7 jours au plus",
  },
  {
    what: "Invitations\u00a0: adresse invitée, rôle proposé",
    why: "ouvrir un compte",
    howLong: "sans réponse, 30 jours après l’expiration\u00a0; acceptée, jusqu’à la fermeture du compte",
  },
  {
    what: "Essais de connexion, sous forme de condensés",
    why: "empêcher de deviner un mot de passe",
    howLong: "un jour",
  },
  {
    what: "Indemnités des professionnels\u00a0: montants annuels seuls",
    why: "vérifier le plafond du décret 2022-375\u00a0; ni nom, ni profession, ni numéro, du plus grand au plus petit",
    howLong: "la durée de vie de l’instance\u00a0; rien n’y désigne une personne",
  },
  {
    what: "Journal des écritures\u00a0: numéro de compte, date, ce qui a changé",
    why: "savoir qui a modifié une fiche ou accordé un accès",
    howLong: "la durée de vie de l’instance\u00a0; sans nom ni adresse",
  },
];

/** Which personal data accounts need, why, and how long they are kept. */
export function PersonalDataTable() {
  return (
    <DataTable
      columns={[
        { key: "what", header: "Donnée", label: "Donnée", rowHeader: true, cell: ({ what }) => what },
        { key: "why", header: "Pourquoi", label: "Pourquoi", full: true, cell: ({ why }) => why },
        {
          key: "howLong",
          header: "Combien de temps",
          label: "Durée",
          full: true,
          cell: (row) => row.howLong,
        },
      ]}
      rows={KEPT}
      rowKey={({ what }) => what}
      caption="Données personnelles des comptes, pourquoi et combien de temps"
      captionHidden
      phone="cards"
    />
  );
}
