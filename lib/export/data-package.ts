import { LICENCE } from "../format/credits";
import type { IsoDay } from "../kernel/date";
import type { ColumnFacts, ColumnKind } from "./table";

/**
 * The description of a set of tables as a Frictionless Tabular Data Package (version 1): each table a resource
 * with its Table Schema, so that any tool of that family reads and checks the files without being told more.
 */
export interface PackagedTable {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly ColumnFacts[];
  readonly key: readonly string[];
  readonly references: readonly Reference[];
}

/** A column that names a row of another table (of the same one: `table` is its own id). */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly names: string;
}

/** Absent values are these codes in every column; an empty cell has nothing to say of its row. */
export const MISSING_VALUES = ["", "non_communique", "sans_objet", "a_confirmer"] as const;

const TYPE: Readonly<Record<ColumnKind, string>> = {
  text: "string",
  code: "string",
  integer: "integer",
  decimal: "number",
  cents: "number",
  rate: "number",
  day: "date",
  boolean: "boolean",
};

/** RFC 4180, as `csv.ts` writes it. */
const DIALECT = { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true };

interface Package {
  readonly title: string;
  readonly description: string;
  /** Page that shows the tables. */
  readonly homepage: string;
  readonly asOf: IsoDay;
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly tables: readonly PackagedTable[];
  /** Where the file of a table is, from the description. */
  readonly pathOf: (id: string) => string;
}

export function dataPackage({ title, description, homepage, asOf, sources, tables, pathOf }: Package) {
  const licenses = [{ name: LICENCE.id, title: LICENCE.title, path: LICENCE.url }];
  return {
    profile: "tabular-data-package",
    name: "maillage",
    title,
    description,
    // A path alone, where the product does not know its own address, is no address.
    ...(URL.canParse(homepage) && { homepage }),
    version: asOf,
    licenses,
    sources,
    keywords: ["CPTS", "ACI", "santé", "couverture", "financement", "communes"],
    resources: tables.map((table) => ({
      profile: "tabular-data-resource",
      name: table.id,
      path: pathOf(table.id),
      title: table.title,
      description: table.description,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: DIALECT,
      licenses,
      schema: schemaOf(table),
    })),
  };
}

function schemaOf({ columns, key, references }: PackagedTable) {
  return {
    fields: columns.map((column) => fieldOf(column, key)),
    missingValues: MISSING_VALUES,
    ...(key.length > 0 && { primaryKey: key }),
    ...(references.length > 0 && {
      foreignKeys: references.map(({ column, table, names }) => ({
        fields: column,
        reference: { resource: table, fields: names },
      })),
    }),
  };
}

function fieldOf({ name, label, kind, description, words }: ColumnFacts, key: readonly string[]) {
  const constraints = {
    ...(key.includes(name) && { required: true }),
    ...(key.length === 1 && key[0] === name && { unique: true }),
    ...(words && { enum: Object.keys(words) }),
    ...(kind === "rate" && { minimum: 0 }),
  };
  const told = words
    ? ` Codes : ${Object.entries(words)
        .map(([code, word]) => `${code} (${word})`)
        .join(", ")}.`
    : "";
  return {
    name,
    title: label,
    type: TYPE[kind],
    description: `${description}.${told}`,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
