"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import {
  atNextTier,
  compareEnvelopes,
  simulateContract,
  type Comparison,
  type ContractSimulation,
  type Envelope,
  type NextTierStep,
} from "@/lib/funding";
import type { PickedCommune, SimulatorPage } from "@/lib/queries/simulator";
import type { Ignored, Query } from "@/lib/schemas/address";
import { simulatorInAddress } from "@/lib/schemas/simulator/address";
import { simulatorAddress } from "@/lib/schemas/simulator/serialise";
import {
  changedState,
  hasChanges,
  populationOf,
  scenarioOf,
  type SimulatorState,
} from "@/lib/schemas/simulator/state";

/** The address follows what is typed, but not letter by letter: browsers refuse too many changes. */
const ADDRESS_WAIT_MS = 250;

export interface Live {
  readonly state: SimulatorState;
  /** Communes counted, in the order of the state. */
  readonly communes: readonly PickedCommune[];
  /** Those and the ones left out since, which may be ticked again. */
  readonly listed: readonly PickedCommune[];
  /** What is wrong in the form: the figures shown are then those of before. */
  readonly faults: readonly Ignored[];
  readonly isExample: boolean;
  /** False until something changes: the server's own answer is shown. */
  readonly isChanged: boolean;
}

/**
 * The simulator in the browser. Its form is read exactly as the server reads the address that it would send, so
 * that what is shown at once is what the address will show.
 */
export function useSimulator(page: SimulatorPage, form: RefObject<HTMLFormElement | null>) {
  const [live, setLive] = useState<Live>({
    state: page.state,
    communes: page.communes,
    listed: page.communes,
    faults: page.ignored,
    isExample: page.isExample,
    isChanged: false,
  });
  const known = useRef(new Map(page.communes.map((commune) => [commune.code, commune])));

  const show = useCallback((state: SimulatorState, faults: readonly Ignored[] = []) => {
    const communes = state.communes.flatMap((code) => known.current.get(code) ?? []);
    const listed = [...known.current.values()];
    setLive({ state, communes, listed, faults, isExample: false, isChanged: true });
  }, []);

  const readForm = useCallback(() => {
    if (!form.current) return;
    const { state, ignored } = simulatorInAddress(queryOf(new FormData(form.current)), page.today);
    if (ignored.length === 0) show(state);
    else setLive((before) => ({ ...before, faults: ignored, isChanged: true }));
  }, [form, page.today, show]);

  const add = useCallback(
    (commune: PickedCommune) => {
      known.current.set(commune.code, commune);
      show({ ...live.state, communes: [...new Set([...live.state.communes, commune.code])] });
    },
    [live.state, show],
  );

  // A pasted list is in the address that the server answered: its communes replace it.
  const mustShorten = live.isChanged || page.report !== null;
  useEffect(() => {
    if (!mustShorten) return;
    const timer = setTimeout(() => {
      window.history.replaceState(null, "", simulatorAddress(live.state) + window.location.hash);
    }, ADDRESS_WAIT_MS);
    return () => clearTimeout(timer);
  }, [live.state, mustShorten]);

  return { live, readForm, show, add };
}

/** A form as the query that it sends. */
function queryOf(form: FormData): Query {
  const query: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === "string") (query[name] ??= []).push(value);
  return query;
}

export interface Results {
  readonly contract: ContractSimulation;
  readonly shown: Envelope;
  readonly next: NextTierStep | null;
  /** Scenario B; null while it changes nothing. */
  readonly other: OtherScenario | null;
}

export interface OtherScenario {
  readonly state: SimulatorState;
  readonly contract: ContractSimulation;
  readonly shown: Envelope;
  readonly comparison: Comparison;
}

/** Everything the page shows of a state, by the engine that answers the API. */
export function useResults({ state, communes }: Pick<Live, "state" | "communes">): Results {
  return useMemo(() => resultsOf(state, communes), [state, communes]);
}

function resultsOf(state: SimulatorState, communes: readonly PickedCommune[]): Results {
  const scenario = scenarioOf(state, populationOf(state, communes));
  const contract = simulateContract(scenario);
  const shown = contract.years[state.year - 1];
  if (!shown) throw new RangeError(`no contract year ${state.year}`);
  return {
    contract,
    shown,
    next: atNextTier(scenario, state.year),
    other: hasChanges(state.changes) ? otherOf(state, communes, shown) : null,
  };
}

function otherOf(state: SimulatorState, communes: readonly PickedCommune[], shown: Envelope): OtherScenario {
  const changed = changedState(state);
  const counted = communes.filter(({ code }) => changed.communes.includes(code));
  const contract = simulateContract(scenarioOf(changed, populationOf(changed, counted)));
  const year = contract.years[state.year - 1];
  if (!year) throw new RangeError(`no contract year ${state.year}`);
  return { state: changed, contract, shown: year, comparison: compareEnvelopes(shown, year) };
}
