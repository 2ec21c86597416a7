"use client";

import { useEffect, useRef, useState } from "react";
import { count, list, money } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import { tierBounds } from "@/lib/funding";
import type { SimulatorPage } from "@/lib/queries/simulator";
import type { Ignored } from "@/lib/schemas/address";
import { isOfIndicator } from "@/lib/schemas/simulator/names";
import { simulatorQuery } from "@/lib/schemas/simulator/serialise";
import type { WhyBasis } from "../cpts/LineWhy";
import { Section } from "../layout/Section";
import { Downloads } from "../tables/Downloads";
import { Callout, IgnoredNotice } from "../ui/Notice";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { Answer } from "./Answer";
import { Assumptions } from "./Assumptions";
import { Calendar } from "./Calendar";
import { IndicatorsTable } from "./IndicatorsTable";
import { LinesTable } from "./LinesTable";
import { NextTier } from "./NextTier";
import { ScenarioForm } from "./ScenarioForm";
import { Scenarios } from "./Scenarios";
import { useResults, useSimulator, type Results } from "./use-simulator";
import { YearsTable } from "./YearsTable";

/** Said once the reader stops typing. */
const SAID_AFTER_MS = 800;

/** The form and its answer: drawn by the server from the address, then by the browser at each change. */
export function Simulator({ page }: { readonly page: SimulatorPage }) {
  const form = useRef<HTMLFormElement>(null);
  const { live, readForm, show, add } = useSimulator(page, form);
  const results = useResults(live);
  const { state, communes, faults, isExample, isChanged } = live;
  const { shown, contract } = results;
  const basis = basisOf(page, results, communes.length);
  return (
    <>
      {isExample && (
        <p className="chips">
          <span className="chip ex">Exemple</span> Valeurs fictives, à remplacer par les vôtres. Les barèmes
          sont réels&nbsp;; les montants en italique pointillé sont des hypothèses de travail.
        </p>
      )}
      {!isChanged && <Faults faults={faults} />}
      <div className="sim">
        <ScenarioForm page={page} live={live} results={results} form={form} readForm={readForm} add={add} />
        <div className="sim-results">
          {isChanged && faults.length > 0 && (
            <p className="callout err" role="status">
              <b>Saisie à corriger.</b> Les chiffres affichés sont ceux d’avant cette saisie.
            </p>
          )}
          <section aria-labelledby="resultat">
            <Answer results={results} />
            <LinesTable shown={shown} basis={basis} />
            <IndicatorsTable shown={shown} />
            <LeftNotes results={results} />
            <Downloads
              href={`/telecharger/simulateur/lignes?${simulatorQuery(state)}`}
              what="les lignes des cinq années"
            />
          </section>
          <Section
            id="annees"
            title="Cinq années"
            intro="Le contrat dure cinq ans. Chaque année mène à ses lignes, ci-dessus."
          >
            <YearsTable
              results={results}
              state={state}
              refs={page.refs}
              showYear={(year) => show({ ...state, year })}
            />
          </Section>
          <Section
            id="echeancier"
            title="Échéancier"
            intro="Fonctionnement à la signature, avances au démarrage puis à chaque anniversaire, soldes l’année d’après."
          >
            <Calendar results={results} />
            <Downloads
              href={`/telecharger/simulateur/echeancier?${simulatorQuery(state)}`}
              what="l’échéancier des cinq années"
            />
          </Section>
          <Section id="taille" title="Ce que changerait la taille supérieure">
            <NextTier results={results} />
          </Section>
          <Section id="scenarios" title="Scénarios A et B">
            <Scenarios results={results} state={state} />
          </Section>
          <Section id="hypotheses" title="Ce sur quoi repose la simulation">
            <Assumptions
              page={page}
              state={state}
              communes={communes}
              population={contract.scenario.population}
            />
          </Section>
        </div>
      </div>
      <Said results={results} />
    </>
  );
}

/** What the address says that makes no sense; of an indicator, it is all still in the form. */
function Faults({ faults }: { readonly faults: readonly Ignored[] }) {
  const own = faults.filter(({ parameter }) => isOfIndicator(parameter)).length;
  return (
    <>
      <IgnoredNotice ignored={faults.filter(({ parameter }) => !isOfIndicator(parameter))} />
      {own > 0 && (
        <Callout kind="error">
          <p>
            <b>Indicateurs à corriger</b>&nbsp;:{" "}
            {count(own, "saisie n’est pas comprise", "saisies ne sont pas comprises")}, dite près de son
            champ. L’indicateur ne compte pas tant qu’elle n’est pas corrigée.
          </p>
        </Callout>
      )}
    </>
  );
}

/** A mission of the scenario that the year's schedule does not have; several schedules over the years. */
function LeftNotes({ results: { shown, contract } }: { readonly results: Results }) {
  const offered = new Set(shown.input.missions.map(({ mission }) => mission));
  const absent = contract.scenario.missions.filter(({ mission }) => !offered.has(mission));
  if (absent.length === 0) return null;
  return (
    <p className="note">
      {shown.schedule.label}, sans mission de ce nom&nbsp;:{" "}
      {list(absent.map(({ mission }) => MISSION[mission].short))}. Rien n’est dû à ce titre cette année.
    </p>
  );
}

function basisOf(page: SimulatorPage, { shown }: Results, communes: number): WhyBasis {
  const scheduleRef = page.refs.schedules[shown.schedule.id] ?? null;
  return {
    populationQualifier: "exact",
    populationNote:
      communes === 0 ? (
        "habitants, nombre saisi"
      ) : (
        <>
          habitants des communes choisies, PMUN {page.vintage}
          <SourceRef n={page.refs.population} />
        </>
      ),
    sizeNote: (
      <>
        <Num>{typeset(tierBounds(shown.sizeTier, shown.schedule.sizes).label)}</Num>
        {scheduleRef !== null && <SourceRef n={scheduleRef} />}
      </>
    ),
    scheduleRef,
  };
}

const least = (isMinimum: boolean): string => (isMinimum ? "au moins " : "");

/** What changed, for whoever does not see it change. */
function Said({ results: { shown, contract } }: { readonly results: Results }) {
  const words = `Année ${shown.input.contractYear.index}\u00a0: dû ${least(shown.totals.dueIsMinimum)}${money(shown.totals.dueCents)}. Cinq années\u00a0: ${least(contract.dueIsMinimum)}${money(contract.dueCents)}.`;
  const [said, setSaid] = useState("");
  const first = useRef(words);
  useEffect(() => {
    // What the page began with is read with the page.
    if (first.current === words && said === "") return;
    const timer = setTimeout(() => setSaid(words), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, said]);
  return (
    <p className="vh" role="status">
      {said}
    </p>
  );
}
