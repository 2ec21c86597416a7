"use client";

import { useState } from "react";
import { alphabetical, count, integer, list } from "@/lib/format/fr";
import type { PickedCommune, SimulatorPage } from "@/lib/queries/simulator";
import type { Ignored } from "@/lib/schemas/address";
import { FIELD } from "@/lib/schemas/simulator/names";
import { simulatorAddress } from "@/lib/schemas/simulator/serialise";
import type { SimulatorState } from "@/lib/schemas/simulator/state";
import { FieldFault } from "../forms/LabelledField";
import { CommuneFinder, type FoundCommune } from "../territory/CommuneFinder";
import { Num } from "../ui/Num";
import { faultIn, fieldId } from "./field";

interface CommunesFieldProps {
  readonly page: SimulatorPage;
  readonly state: SimulatorState;
  readonly communes: readonly PickedCommune[];
  readonly listed: readonly PickedCommune[];
  readonly faults: readonly Ignored[];
  readonly add: (commune: PickedCommune) => void;
}

/** The communes whose inhabitants are counted: found one by one, or pasted as a list that the server reads. */
export function CommunesField({ page, state, communes, listed, faults, add }: CommunesFieldProps) {
  // As the page began: what the reader opens or folds since is theirs.
  const [isOpen] = useState(page.communes.length > 0 || page.report !== null);
  const [failed, setFailed] = useState<string | null>(null);
  async function pick({ code, name }: FoundCommune) {
    const found = await populationOf(code);
    if (found) add(found);
    setFailed(found ? null : name);
  }
  const fault = faultIn(faults, FIELD.communes) ?? faultIn(faults, FIELD.pasted);
  return (
    <details className="fold sim-communes" open={isOpen}>
      <summary>
        {communes.length === 0
          ? "Choisir des communes au lieu d’un nombre"
          : count(communes.length, "commune choisie", "communes choisies")}
      </summary>
      <FieldFault id={fieldId(FIELD.communes)} fault={fault} />
      <div className="scripted">
        <CommuneFinder label="Ajouter une commune" isRepeated pick={(commune) => void pick(commune)} />
      </div>
      {failed && (
        <p className="fault" role="alert">
          La population de {failed} n’a pas pu être lue&nbsp;: réessayez, ou collez son code ci-dessous.
        </p>
      )}
      {listed.length > 0 && (
        <div className="boxes" role="group" aria-label="Communes comptées" tabIndex={0}>
          {[...listed]
            .sort((a, b) => alphabetical(a.name, b.name))
            .map(({ code, name, department, population }) => (
              <label key={code} className="tick">
                <input type="checkbox" name={FIELD.communes} value={code} defaultChecked />
                <span>
                  {name}{" "}
                  <small className="inline">
                    <Num>{`${department}, ${integer(population)} hab.`}</Num>
                  </small>
                </span>
              </label>
            ))}
        </div>
      )}
      {listed.length > 0 && (
        <p className="hint">
          Décochez une commune pour la retirer&nbsp;; sans aucune, la population saisie compte de nouveau.
        </p>
      )}
      <div className="ff">
        <label htmlFor={fieldId(FIELD.pasted)}>Coller une liste</label>
        <p className="hint" id={`${fieldId(FIELD.pasted)}-hint`}>
          Codes INSEE ou noms, un par ligne ou séparés par des virgules.
        </p>
        <textarea
          id={fieldId(FIELD.pasted)}
          name={FIELD.pasted}
          rows={2}
          aria-describedby={`${fieldId(FIELD.pasted)}-hint`}
        />
        <button className="btn" type="submit">
          Lire la liste
        </button>
      </div>
      <Report page={page} state={state} />
    </details>
  );
}

/** What became of the pasted list, each thing once; an ambiguous name is settled by a link. */
function Report({ page: { report }, state }: Pick<CommunesFieldProps, "page" | "state">) {
  if (!report) return null;
  const { recognised, replaced, duplicates, ambiguous, unknown } = report;
  return (
    <div className="callout inf sim-report" role="status">
      <p>
        <b>{count(recognised.length + replaced.length, "commune reconnue", "communes reconnues")}</b> dans la
        liste collée.
      </p>
      {replaced.length > 0 && (
        <p>
          Codes anciens, remplacés&nbsp;:{" "}
          {list(replaced.map(({ typed, code, name }) => `${typed} devient ${code}, ${name}`))}.
        </p>
      )}
      {duplicates.length > 0 && (
        <p>En double, comptées une fois&nbsp;: {list(duplicates.map(({ name }) => name))}.</p>
      )}
      {ambiguous.map(({ typed, options }) => (
        <p key={typed}>
          Plusieurs communes s’appellent «&nbsp;{typed}&nbsp;»&nbsp;:{" "}
          {options.map(({ code, name, departmentCode }, i) => (
            <span key={code}>
              {i > 0 && ", "}
              <a href={simulatorAddress({ ...state, communes: [...new Set([...state.communes, code])] })}>
                {name} ({departmentCode})
              </a>
            </span>
          ))}
          . Choisissez.
        </p>
      ))}
      {unknown.length > 0 && (
        <p>
          <b>Non reconnus, non comptés</b>&nbsp;: {list(unknown.map((one) => `«\u00a0${one}\u00a0»`))}.
          Vérifiez le nom, ou collez le code INSEE.
        </p>
      )}
    </div>
  );
}

interface Answer {
  readonly commune?: {
    readonly code: string;
    readonly name: string;
    readonly population: number;
    readonly department: { readonly code: string };
  };
}

async function populationOf(code: string): Promise<PickedCommune | null> {
  try {
    const response = await fetch(`/api/v1/communes/${encodeURIComponent(code)}`);
    if (!response.ok) return null;
    const { commune } = (await response.json()) as Answer;
    if (!commune) return null;
    const { name, population, department } = commune;
    return { code: commune.code, name, population, department: department.code };
  } catch {
    return null;
  }
}
