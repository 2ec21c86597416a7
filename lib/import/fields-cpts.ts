import { AS_OF, DEPARTMENT, field, IDENTIFIER, NAME } from "./field-words";
import type { ImportField } from "./import-field";

export type CptsField =
  | "name"
  | "identifier"
  | "siret"
  | "department"
  | "stage"
  | "letterOfIntent"
  | "projectValidated"
  | "signature"
  | "termination"
  | "asOf"
  | "population"
  | "sizeTier"
  | "communes"
  | "professionals"
  | "legalForm"
  | "address"
  | "email"
  | "phone"
  | "website";

/** Of one row a CPTS, and of the properties of a layer. */
export const CPTS: readonly ImportField<CptsField>[] = [
  field("identifier", "Identifiant", [...IDENTIFIER, "objectid", "gid", "fid", "id"]),
  field("name", "Nom de la CPTS", NAME, true),
  field("siret", "SIRET", ["siret", "siret cpts", "siret de la cpts", "n siret", "numero siret"]),
  field("department", "Département", DEPARTMENT),
  field("stage", "Étape", [
    "etape",
    "stade",
    "stade d avancement",
    "stade avancement",
    "etat d avancement",
    "etat",
    "avancement",
    "statut",
    "statut cpts",
    "statut du projet",
    "phase",
    "maturite",
    "niveau de maturite",
    "stage",
  ]),
  field("letterOfIntent", "Lettre d’intention", [
    "date de la lettre d intention",
    "date lettre d intention",
    "lettre d intention",
    "date de lettre d intention",
    "date loi",
    "date li",
    "loi",
    "letter of intent",
  ]),
  field("projectValidated", "Projet validé", [
    "date de validation du projet de sante",
    "date validation du projet de sante",
    "date de validation du projet",
    "date validation projet",
    "date de validation",
    "date validation",
    "projet de sante valide",
    "projet de sante valide le",
    "projet valide",
    "projet valide le",
    "validation du projet",
    "date ps",
    "project validated",
  ]),
  field("signature", "Signature de l’ACI", [
    "date de signature de l aci",
    "date signature de l aci",
    "date signature aci",
    "date de signature aci",
    "date de signature du contrat",
    "date de signature",
    "date signature",
    "signature aci",
    "signature de l aci",
    "signature",
    "aci signe le",
    "date aci",
    "date de contractualisation",
    "date d adhesion",
    "signed on",
  ]),
  field("termination", "Fin du contrat", [
    "date de resiliation",
    "date resiliation",
    "resiliation",
    "date de fin de contrat",
    "date de fin",
    "date fin",
    "fin du contrat",
    "date de dissolution",
    "termination",
  ]),
  field("asOf", "Date des chiffres", AS_OF),
  field("population", "Population", [
    "population",
    "population couverte",
    "population du territoire",
    "population totale",
    "nombre d habitants",
    "nb habitants",
    "nb d habitants",
    "habitants",
    "pop",
    "pop couverte",
    "population municipale",
    "pmun",
  ]),
  field("sizeTier", "Taille", [
    "taille",
    "taille de la cpts",
    "taille cpts",
    "categorie de taille",
    "taille aci",
    "tranche de population",
    "size tier",
  ]),
  field("communes", "Nombre de communes", [
    "nombre de communes",
    "nb communes",
    "nb de communes",
    "nbre de communes",
    "communes",
  ]),
  field("professionals", "Professionnels", [
    "nombre de professionnels",
    "nombre de professionnels de sante",
    "nombre de ps",
    "nb ps",
    "nb professionnels",
    "nb de professionnels",
    "professionnels",
    "professionnels membres",
    "nombre de membres",
    "nb membres",
    "membres",
    "nb adherents",
    "nombre d adherents",
    "adherents",
  ]),
  field("legalForm", "Forme juridique", ["forme juridique", "statut juridique", "legal form"]),
  field("address", "Adresse", ["adresse", "adresse postale", "siege", "adresse du siege"]),
  field("email", "Courriel", [
    "courriel",
    "email",
    "e mail",
    "mail",
    "adresse mail",
    "adresse electronique",
    "contact mail",
  ]),
  field("phone", "Téléphone", ["telephone", "tel", "numero de telephone", "n telephone", "phone"]),
  field("website", "Site", ["site", "site internet", "site web", "url", "web", "website"]),
];
