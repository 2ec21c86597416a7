import { typeset } from "@/lib/format/typography";
import type { FieldIssue } from "@/lib/schemas/sections";
import { fieldId, type FieldPath } from "./draft-values";

/** The faults of exactly this field. */
export function errorsOf(issues: readonly FieldIssue[], path: FieldPath): readonly string[] {
  const id = fieldId(path);
  return issues.filter((issue) => fieldId(issue.path) === id).map(({ message }) => message);
}

interface FieldErrorsProps {
  readonly path: FieldPath;
  /** The field's name begins each sentence: « Nom est obligatoire… ». */
  readonly label: string;
  readonly errors: readonly string[];
}

/** What is wrong with a field, under it; name its id in the field's `aria-describedby`. */
export function FieldErrors({ path, label, errors }: FieldErrorsProps) {
  if (errors.length === 0) return null;
  return (
    <span className="fe" id={`${fieldId(path)}-erreur`}>
      {errors.map((message) => (
        <span key={message}>{typeset(`${label} ${message}`)}</span>
      ))}
    </span>
  );
}
