import type { ImportField } from "./import-field";

export const field = <K extends string>(
  key: K,
  label: string,
  headings: readonly string[],
  required = false,
): ImportField<K> => ({ key, label, required, headings });

/** Headings that several kinds of files share. */
export const NAME = [
  "nom de la cpts",
  "nom cpts",
  "cpts",
  "denomination",
  "denomination de la cpts",
  "intitule",
  "intitule cpts",
  "libelle",
  "libelle cpts",
  "nom cpts projet",
  "nom de la structure",
  "raison sociale",
  "communaute",
  "nom",
  "name",
];
export const IDENTIFIER = [
  "identifiant",
  "identifiant cpts",
  "id cpts",
  "code cpts",
  "numero cpts",
  "n cpts",
  "slug",
  "cpts slug",
  "adresse de la fiche",
];
export const DEPARTMENT = [
  "departement",
  "departements",
  "dept",
  "dep",
  "code departement",
  "code dept",
  "code dep",
  "departement principal",
  "num dep",
  "numero de departement",
  "department",
  "departments",
];
export const AS_OF = [
  "date",
  "au",
  "date de mise a jour",
  "mise a jour",
  "date maj",
  "maj",
  "date des donnees",
  "situation au",
  "date de comptage",
  "as of",
];
