import type { RefObject } from "react";
import { count, day, integer, money } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import { nextTier, SCHEDULES, tierBounds } from "@/lib/funding";
import type { PickedCommune, SimulatorPage } from "@/lib/queries/simulator";
import { FIRST_DAY, LAST_DAY } from "@/lib/schemas/address";
import { FIELD } from "@/lib/schemas/simulator/names";
import { hasChanges } from "@/lib/schemas/simulator/state";
import { LabelledField } from "../forms/LabelledField";
import { Num } from "../ui/Num";
import { ChangesFields } from "./ChangesFields";
import { CommunesField } from "./CommunesField";
import { faultIn, fieldId } from "./field";
import { MissionFields } from "./MissionFields";
import type { Live, Results } from "./use-simulator";

interface ScenarioFormProps {
  readonly page: SimulatorPage;
  readonly live: Live;
  readonly results: Results;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly readForm: (button?: HTMLButtonElement) => void;
  readonly add: (commune: PickedCommune) => void;
}

/**
 * What is simulated. Sent, it opens the address of its own answer; with scripts the answer follows each change.
 * The browser holds what is typed: `page.state` is only where the fields begin.
 */
export function ScenarioForm({ page, live, results, form, readForm, add }: ScenarioFormProps) {
  const { state: initial } = page;
  const { state, communes, faults } = live;
  return (
    <form
      ref={form}
      className="sim-form"
      action="/simulateur"
      aria-label="Données de la simulation"
      autoComplete="off"
      noValidate
      onChange={(event) => isAsked(event.target) && readForm()}
    >
      <h2 className="h">Scénario A</h2>
      <PopulationField page={page} live={live} results={results} />
      <CommunesField
        page={page}
        state={state}
        communes={communes}
        listed={live.listed}
        faults={faults}
        add={add}
      />
      <div className="sim-row">
        <LabelledField
          id={fieldId(FIELD.signedOn)}
          label="Signature de l’ACI"
          fault={faultIn(faults, FIELD.signedOn)}
        >
          {(tied) => (
            <input
              {...tied}
              name={FIELD.signedOn}
              type="date"
              min={FIRST_DAY}
              max={LAST_DAY}
              defaultValue={initial.signedOn}
            />
          )}
        </LabelledField>
        <LabelledField id={fieldId(FIELD.year)} label="Année détaillée" fault={faultIn(faults, FIELD.year)}>
          {(tied) => (
            <select {...tied} name={FIELD.year} value={state.year} onChange={() => readForm()}>
              {results.contract.years.map(({ input: { contractYear } }) => (
                <option key={contractYear.index} value={contractYear.index}>
                  Année {contractYear.index}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
      </div>
      <LabelledField id={fieldId(FIELD.schedule)} label="Barème" fault={faultIn(faults, FIELD.schedule)}>
        {(tied) => (
          <select {...tied} name={FIELD.schedule} defaultValue={initial.schedule ?? ""}>
            <option value="">En vigueur, année par année</option>
            {SCHEDULES.map(({ id, label, effectiveFrom }) => (
              <option key={id} value={id}>
                {label}, depuis le {day(effectiveFrom)}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <MissionFields
        initial={initial}
        state={state}
        faults={faults}
        indicators={live.indicators}
        shown={results.shown}
        press={readForm}
      />
      <details className="fold sim-b" open={hasChanges(initial.changes)}>
        <summary>Scénario B{"\u00a0"}: ce qui change</summary>
        <ChangesFields initial={initial} state={state} faults={faults} indicators={live.indicators} />
      </details>
      <div className="sim-send">
        <button className="btn pri unscripted" type="submit">
          Calculer
        </button>
        <p>
          <a href="#resultat">Dû, année {state.year}</a> {results.shown.totals.dueIsMinimum && "au moins "}
          <b>
            <Num>{money(results.shown.totals.dueCents)}</Num>
          </b>
        </p>
        <a className="btn low" href="/simulateur">
          Recommencer
        </a>
      </div>
    </form>
  );
}

/** A search for a commune or a list not yet read are no part of the scenario. */
function isAsked(target: EventTarget): boolean {
  const { name } = target as Partial<HTMLInputElement>;
  return name !== undefined && name !== "" && name !== FIELD.pasted;
}

function PopulationField({ page, live, results }: Pick<ScenarioFormProps, "page" | "live" | "results">) {
  const { communes, faults } = live;
  const { shown } = results;
  const population = results.contract.scenario.population;
  const isCounted = communes.length > 0;
  const { label } = tierBounds(shown.sizeTier, shown.schedule.sizes);
  const next = nextTier(population, shown.schedule.sizes);
  return (
    <>
      <LabelledField
        id={fieldId(FIELD.population)}
        label="Population, en habitants"
        fault={faultIn(faults, FIELD.population)}
        hint={
          <Num>
            {typeset(
              `Taille ${shown.sizeTier} : ${label}${next ? ` ; taille ${next.tier} à partir de ${integer(next.from)}` : ""}.`,
            )}
          </Num>
        }
      >
        {(tied) => (
          <input
            {...tied}
            name={FIELD.population}
            inputMode="numeric"
            maxLength={12}
            defaultValue={page.state.population}
            readOnly={isCounted}
          />
        )}
      </LabelledField>
      {isCounted && (
        <p className="sim-counted">
          <b>
            <Num>{count(population, "habitant")}</Num>
          </b>{" "}
          dans les {count(communes.length, "commune")} (INSEE, PMUN {page.vintage})&nbsp;: ce nombre l’emporte
          sur celui saisi.
        </p>
      )}
    </>
  );
}
