"use client";

import type { ReactNode } from "react";
import { fieldWords, ownLabel } from "@/lib/format/section-fields";
import { useSectionForm } from "./context";
import { fieldId, textAt, valueAt, type FieldPath } from "./draft-values";
import { errorsOf, FieldErrors } from "./FieldErrors";

export interface FieldProps {
  readonly path: FieldPath;
  /** By default the field's name in lib/format/section-fields. */
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  /** Takes the whole width of the form's grid. */
  readonly wide?: boolean;
  /** In place of writing the value at the path. */
  readonly change?: (value: string) => void;
  /** What an empty field means, to whoever only reads. */
  readonly unset?: string;
}

/** What an input needs to be tied to its label, hint and faults. */
interface Control {
  readonly id: string;
  readonly value: string;
  readonly autoComplete: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
  readonly "aria-required"?: true;
}

/** Label, hint, the control and its faults; in a section that is only read, the value in words. */
function Field({
  path,
  label,
  hint,
  required,
  wide,
  change,
  unset,
  control,
}: FieldProps & { readonly control: (given: Control) => ReactNode }) {
  const { section, draft, readOnly } = useSectionForm();
  const name = label ?? ownLabel(section, path);
  const look = wide ? "ff wide" : "ff";
  if (readOnly) {
    return (
      <div className={`${look} read`}>
        <p className="fl">{name}</p>
        <p className="fv">
          {unset !== undefined && textAt(draft.values, path) === ""
            ? unset
            : fieldWords(section, path, valueAt(draft.values, path))}
        </p>
      </div>
    );
  }
  const id = fieldId(path);
  const errors = errorsOf(draft.issues, path);
  const bad = errors.length > 0;
  const described = [hint && `${id}-aide`, bad && `${id}-erreur`].filter(Boolean).join(" ");
  return (
    <div className={bad ? `${look} bad` : look}>
      <label htmlFor={id}>
        {name}
        {required && <span className="req"> (obligatoire)</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-aide`}>
          {hint}
        </span>
      )}
      <FieldErrors path={path} label={name} errors={errors} />
      {control({
        id,
        value: textAt(draft.values, path),
        // What a browser puts back by itself after a reload is not what the person typed.
        autoComplete: "off",
        onChange: ({ target }) => (change ? change(target.value) : draft.set(path, target.value || null)),
        ...(bad ? { "aria-invalid": true as const } : {}),
        ...(described ? { "aria-describedby": described } : {}),
        ...(required ? { "aria-required": true as const } : {}),
      })}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "email" | "tel" | "url";
  readonly inputMode?: "numeric" | "decimal";
  readonly autoComplete?: string;
}

/** Browsers must not check these: what is unfinished is kept, and the schema speaks French. */
export function TextInput({ type = "text", inputMode, autoComplete, ...field }: TextFieldProps) {
  return (
    <Field
      {...field}
      control={(given) => (
        <input type={type} inputMode={inputMode} {...given} {...(autoComplete ? { autoComplete } : {})} />
      )}
    />
  );
}

export function LongText({ rows = 4, ...field }: FieldProps & { readonly rows?: number }) {
  return <Field {...field} control={(given) => <textarea rows={rows} {...given} />} />;
}

export function DayInput(field: FieldProps) {
  return (
    <Field
      {...field}
      control={(given) => <input type="date" min="2016-01-26" max="2099-12-31" {...given} />}
    />
  );
}

interface SelectProps extends FieldProps {
  readonly options: Readonly<Record<string, string>>;
  /** What no choice is called. */
  readonly none: string;
}

export function SelectInput({ options, none, ...field }: SelectProps) {
  return (
    <Field
      {...field}
      control={(given) => (
        <select {...given}>
          <option value="">{none}</option>
          {Object.entries(options).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    />
  );
}
