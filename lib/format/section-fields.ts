/** A field of a section's form and its value in words: errors, conflicts and differences read alike. */
import { isIsoDay } from "../kernel/date";
import type { Section } from "../record/sections";
import { day } from "./fr";
import { FIELDS, type Field, type Fields } from "./section-form";

type Path = readonly (string | number)[];

/** « Contact 2, courriel », « Nom de la CPTS »: the field at a path of the section's form. */
export function fieldLabel(section: Section, path: Path): string {
  const parts: string[] = [];
  let fields: Fields | undefined = FIELDS[section];
  let field: Field | undefined;
  for (const step of path) {
    if (typeof step === "number") {
      parts.splice(-1, 1, `${field?.item ?? "Ligne"} ${step + 1}`);
      fields = field?.fields;
    } else {
      field = fields?.[step];
      parts.push(field?.label ?? step);
    }
  }
  return parts.map((part, at) => (at === 0 ? part : lowered(part))).join(", ");
}

/** The words of the field's own label, without the row it stands in. */
export function ownLabel(section: Section, path: Path): string {
  return fieldAt(section, path)?.label ?? String(path.at(-1) ?? "");
}

const EMPTY = "non renseigné";

/** A value of the form in words, never JSON: codes by their names, days as written, rows one after the other. */
export function fieldWords(section: Section, path: Path, value: unknown): string {
  return wordsOf(fieldAt(section, path), value);
}

function wordsOf(field: Field | undefined, value: unknown): string {
  if (value === null || value === undefined || value === "") return EMPTY;
  if (typeof value === "string") return field?.words?.[value] ?? (isIsoDay(value) ? day(value) : value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return "aucune ligne";
    return value
      .map((row) => (isFields(row) ? rowWords(field?.fields, row) : wordsOf(undefined, row)))
      .join("\n");
  }
  if (!isFields(value)) return EMPTY;
  if ("numerator" in value) return `${String(value.numerator)}/${String(value.denominator)}`;
  return rowWords(field?.fields, value);
}

/** « Présidente · Dr Exemple · 04 73 00 00 00 »: what is filled of a row. */
function rowWords(fields: Fields | undefined, row: Readonly<Record<string, unknown>>): string {
  const names = fields ? Object.keys(fields) : Object.keys(row);
  const said = names.flatMap((name) => {
    const value = row[name];
    const none =
      value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    return none ? [] : [wordsOf(fields?.[name], value).replaceAll("\n", "\u00a0; ")];
  });
  return said.length === 0 ? "ligne vide" : said.join(" · ");
}

function fieldAt(section: Section, path: Path): Field | undefined {
  let fields: Fields | undefined = FIELDS[section];
  let field: Field | undefined;
  for (const step of path) {
    if (typeof step === "number") fields = field?.fields;
    else field = fields?.[step];
  }
  return field;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Acronyms keep their capitals. */
function lowered(label: string): string {
  return /^[A-ZÉ]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
