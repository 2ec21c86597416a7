"use client";

import { integer } from "@/lib/format/fr";
import { PROFESSION_WORDS, SCOPE_WORDS } from "@/lib/format/section-words";
import { PROFESSIONS, type Profession } from "@/lib/record/cpts";
import { countTotal } from "@/lib/record/sections";
import type { DraftContent } from "@/lib/schemas/sections";
import { useSectionForm } from "../forms/section/context";
import {
  fieldId,
  rowsAt,
  textAt,
  valueAt,
  withoutRow,
  withRow,
  withValue,
} from "../forms/section/draft-values";
import { DayInput } from "../forms/section/Field";
import { errorsOf, FieldErrors } from "../forms/section/FieldErrors";
import { FormPart } from "./FormPart";

type Scope = keyof typeof SCOPE_WORDS;
const SCOPES = ["members", "territory"] as const satisfies readonly Scope[];
const HEADERS: Readonly<Record<Scope, string>> = {
  members: "Adhérents de la CPTS",
  territory: "En exercice sur le territoire",
};

/** One table, a line per profession: an empty cell is a number nobody gave, a zero is a zero. */
export function ProfessionalsFields() {
  const { draft } = useSectionForm();
  return (
    <FormPart
      id="decompte"
      title="Décompte par profession"
      who="Public. Laissez vide ce qui n’est pas connu : vide veut dire « non communiqué », 0 veut dire « aucun »."
    >
      <DayInput path={["asOf"]} hint="Tous les nombres ci-dessous valent à cette date." required />
      <table className="counts wide" id={fieldId(["counts"])} tabIndex={-1}>
        <caption className="vh">Professionnels par profession</caption>
        <thead>
          <tr>
            <th scope="col">Profession</th>
            {SCOPES.map((scope) => (
              <th scope="col" className="num" key={scope}>
                {HEADERS[scope]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PROFESSIONS.map((profession) => (
            <tr key={profession}>
              <th scope="row">{PROFESSION_WORDS[profession]}</th>
              {SCOPES.map((scope) => (
                <CountCell key={scope} profession={profession} scope={scope} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total des nombres donnés</th>
            {SCOPES.map((scope) => (
              <Total key={scope} values={draft.values} scope={scope} />
            ))}
          </tr>
        </tfoot>
      </table>
    </FormPart>
  );
}

const placeOf = (values: DraftContent, profession: Profession, scope: Scope): number =>
  rowsAt(values, ["counts"]).findIndex(
    (_, at) =>
      valueAt(values, ["counts", at, "profession"]) === profession &&
      valueAt(values, ["counts", at, "scope"]) === scope,
  );

function CountCell({ profession, scope }: { readonly profession: Profession; readonly scope: Scope }) {
  const { draft, readOnly } = useSectionForm();
  const { values } = draft;
  const at = placeOf(values, profession, scope);
  const path = ["counts", at < 0 ? `${profession}-${scope}` : at, "count"];
  const text = at < 0 ? "" : textAt(values, path);
  const name = `${PROFESSION_WORDS[profession]}, ${SCOPE_WORDS[scope]}`;
  if (readOnly) {
    return (
      <td className="num" data-l={HEADERS[scope]}>
        {text === "" ? <span className="mut">non communiqué</span> : text}
      </td>
    );
  }
  const errors = errorsOf(draft.issues, path);
  function write(typed: string) {
    if (at < 0) draft.change(withRow(values, ["counts"], { profession, scope, count: typed }));
    else if (typed.trim() === "") draft.change(withoutRow(values, ["counts"], at));
    else draft.change(withValue(values, path, typed));
  }
  return (
    <td className="num" data-l={HEADERS[scope]}>
      <input
        id={fieldId(path)}
        inputMode="numeric"
        autoComplete="off"
        size={6}
        aria-label={name}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={errors.length > 0 ? `${fieldId(path)}-erreur` : undefined}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
      <FieldErrors path={path} label={PROFESSION_WORDS[profession]} errors={errors} />
    </td>
  );
}

function Total({ values, scope }: { readonly values: DraftContent; readonly scope: Scope }) {
  const typed = PROFESSIONS.map((profession) => {
    const at = placeOf(values, profession, scope);
    return at < 0 ? null : textAt(values, ["counts", at, "count"]);
  });
  const { sum, counted } = countTotal(typed);
  return (
    <td className="num" data-l={HEADERS[scope]}>
      {sum === null ? (
        <span className="mut">non communiqué</span>
      ) : (
        <>
          <b>{integer(sum)}</b>
          <small className="mut">
            {" "}
            ({counted} sur {PROFESSIONS.length} professions)
          </small>
        </>
      )}
    </td>
  );
}
