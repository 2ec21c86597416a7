import { AS_OF, DEPARTMENT, field, IDENTIFIER, NAME } from "./field-words";
import { CPTS, type CptsField } from "./fields-cpts";
import type { ImportField } from "./import-field";
import { PROFESSION_HEADINGS, type ProfessionField } from "./professions";

/** What files an import reads; each has its fields. Payments have theirs in payment-columns.ts. */
export const IMPORT_KINDS = ["cpts", "territory", "polygons", "professionals"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type { CptsField } from "./fields-cpts";

export type TerritoryField =
  | "name"
  | "identifier"
  | "communeCode"
  | "communeName"
  | "postalCode"
  | "department"
  | "from"
  | "to"
  | "share"
  | "note";

export type ProfessionalsField =
  "name" | "identifier" | "profession" | "count" | "scope" | "asOf" | ProfessionField;

/** The fields of each kind of file. */
export interface FieldOf {
  readonly cpts: CptsField;
  readonly territory: TerritoryField;
  readonly polygons: CptsField;
  readonly professionals: ProfessionalsField;
}

const TERRITORY: readonly ImportField<TerritoryField>[] = [
  field("communeCode", "Code INSEE", [
    "code insee",
    "insee",
    "code commune",
    "code insee commune",
    "code insee de la commune",
    "codes insee",
    "code commune insee",
    "codgeo",
    "code geo",
    "depcom",
    "com",
    "insee com",
    "codeinsee",
    "commune code",
  ]),
  field("communeName", "Commune", [
    "commune",
    "nom commune",
    "nom de la commune",
    "libelle commune",
    "libelle de la commune",
    "communes",
    "libgeo",
    "nom com",
    "commune nom",
    "ville",
    "commune name",
  ]),
  field("identifier", "Identifiant", IDENTIFIER),
  field("name", "Nom de la CPTS", NAME, true),
  field("postalCode", "Code postal", ["code postal", "cp", "codepostal", "code postaux", "postal code"]),
  field("department", "Département", [...DEPARTMENT, "departement de la commune"]),
  field("from", "Depuis le", [
    "depuis",
    "depuis le",
    "date d entree",
    "date entree",
    "date de rattachement",
    "date d effet",
    "a compter du",
    "debut",
    "date de debut",
    "from",
  ]),
  field("to", "Jusqu’au", ["jusqu au", "date de sortie", "date sortie", "fin", "date de fin", "to"]),
  field("share", "Part", [
    "part",
    "part de la commune",
    "commune partielle",
    "partielle",
    "partiel",
    "commune entiere",
    "quote part",
    "share",
  ]),
  field("note", "Note", ["note", "notes", "commentaire", "commentaires", "observation", "observations"]),
];

/** One row CPTS × profession, or one row a CPTS and a column a profession. */
const PROFESSIONALS: readonly ImportField<ProfessionalsField>[] = [
  field("identifier", "Identifiant", IDENTIFIER),
  field("profession", "Profession", [
    "profession",
    "profession de sante",
    "categorie",
    "categorie professionnelle",
    "metier",
    "specialite",
    "libelle profession",
  ]),
  field("count", "Nombre", [
    "nombre",
    "effectif",
    "effectifs",
    "nb",
    "nombre de professionnels",
    "nb professionnels",
    "nombre de ps",
    "nb ps",
    "total",
    "count",
  ]),
  field("scope", "Membres ou territoire", [
    "perimetre",
    "champ",
    "membres ou territoire",
    "adherents ou territoire",
    "type",
    "type d effectif",
    "scope",
  ]),
  field("asOf", "Date des chiffres", AS_OF),
  field("name", "Nom de la CPTS", NAME, true),
  ...PROFESSION_HEADINGS.map(({ key, label, headings }) => field(key, label, headings)),
];

export const FIELDS_OF: { readonly [K in ImportKind]: readonly ImportField<FieldOf[K]>[] } = {
  cpts: CPTS,
  territory: TERRITORY,
  polygons: CPTS,
  professionals: PROFESSIONALS,
};
