import { headingOf, proposeMapping, type FieldMapping, type ImportField } from "./columns";

/** What a file of payments says, column by column. */
export const PAYMENT_FIELDS = [
  "cpts",
  "payer",
  "line",
  "paidOn",
  "amount",
  "reference",
  "year",
  "note",
] as const;
export type PaymentField = (typeof PAYMENT_FIELDS)[number];

export const FIELD_NAME: Readonly<Record<PaymentField, string>> = {
  cpts: "CPTS",
  payer: "Payeur",
  line: "Ligne",
  paidOn: "Date",
  amount: "Montant",
  reference: "Référence",
  year: "Année du contrat",
  note: "Note",
};

export const REQUIRED_FIELDS = [
  "cpts",
  "payer",
  "line",
  "paidOn",
  "amount",
] as const satisfies readonly PaymentField[];

/** Which column of the file each field is read in, from 0; null: in none. */
export type ColumnMapping = FieldMapping<PaymentField>;

/** Headings as one writes them, compared without accents nor capitals; the first found wins. */
const HEADINGS: Readonly<Record<PaymentField, readonly string[]>> = {
  cpts: [
    "cpts",
    "nom de la cpts",
    "nom cpts",
    "siret",
    "siret cpts",
    "siret de la cpts",
    "slug",
    "beneficiaire",
    "structure",
    "communaute",
    "tiers",
  ],
  payer: ["payeur", "financeur", "payer", "organisme payeur", "organisme", "caisse", "emetteur", "origine"],
  line: [
    "ligne",
    "ligne de l accord",
    "ligne aci",
    "mission",
    "line",
    "objet",
    "volet",
    "enveloppe",
    "poste",
  ],
  paidOn: [
    "date",
    "date de versement",
    "date du versement",
    "date de paiement",
    "date du paiement",
    "date paiement",
    "date versement",
    "jour",
    "paid on",
    "date de virement",
    "date virement",
    "date de mandatement",
  ],
  amount: [
    "montant",
    "montant verse",
    "montant en euros",
    "montant euros",
    "montant eur",
    "montant ttc",
    "somme",
    "amount",
    "verse",
    "montant paye",
  ],
  reference: [
    "reference",
    "ref",
    "reference du versement",
    "numero de mandat",
    "n mandat",
    "mandat",
    "virement",
    "numero de virement",
    "n virement",
    "piece",
    "libelle reference",
  ],
  year: [
    "annee du contrat",
    "annee de contrat",
    "annee contrat",
    "annee aci",
    "annee",
    "contract year",
    "exercice du contrat",
  ],
  note: [
    "note",
    "notes",
    "commentaire",
    "commentaires",
    "observation",
    "observations",
    "remarque",
    "comment",
  ],
};

const FIELDS: readonly ImportField<PaymentField>[] = PAYMENT_FIELDS.map((key) => ({
  key,
  label: FIELD_NAME[key],
  required: REQUIRED_FIELDS.some((one) => one === key),
  headings: HEADINGS[key],
}));

export const isPaymentHeading = headingOf(FIELDS);

/** The column proposed for each field, from the headings; one column is proposed once. */
export const proposeColumns = (headings: readonly string[]): ColumnMapping =>
  proposeMapping(headings, FIELDS);
