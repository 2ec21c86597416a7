import type { Fault } from "@/lib/schemas/form";
import type { FieldIssue } from "@/lib/schemas/sections";

/**
 * What a command found wrong, as the form shows it: « Le nom de la CPTS est obligatoire… ». `names` says how each
 * field is called, article included; `fieldOf` in which field of the form an issue belongs.
 */
export function faultsOf(
  issues: readonly FieldIssue[],
  names: Readonly<Record<string, string>>,
  fieldOf: (path: FieldIssue["path"]) => string = ([first]) => String(first ?? "form"),
): Fault[] {
  return issues.map(({ path, message }) => {
    const name = names[String(path[0] ?? "")];
    return { field: fieldOf(path), message: sentence(name === undefined ? message : `${name} ${message}`) };
  });
}

const sentence = (text: string): string => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?»]$/.test(begun) ? begun : `${begun}.`;
};
