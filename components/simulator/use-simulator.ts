"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import {
  atNextTier,
  compareEnvelopes,
  MISSIONS,
  simulateContract,
  type Comparison,
  type ContractSimulation,
  type Envelope,
  type NextTierStep,
  type Scenario,
} from "@/lib/funding";
import type { PickedCommune, SimulatorPage } from "@/lib/queries/simulator";
import type { Ignored } from "@/lib/schemas/address";
import { simulatorInAddress } from "@/lib/schemas/simulator/address";
import type { IndicatorDrafts } from "@/lib/schemas/simulator/indicator-fields";
import { simulatorAddress } from "@/lib/schemas/simulator/serialise";
import { changedState, scenariosOf, type SimulatorState } from "@/lib/schemas/simulator/state";
import { focusAfter } from "./field";

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
  readonly indicators: LiveIndicators;
  readonly isExample: boolean;
  /** False until something changes: the server's own answer is shown. */
  readonly isChanged: boolean;
}

/** The indicators as the form began them last; what is typed since is the browser's. */
export interface LiveIndicators {
  readonly drafts: IndicatorDrafts;
  /** Grows each time their fields are to be drawn anew. */
  readonly version: number;
  /** The id of what a button leads to. */
  readonly focus: string | null;
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
    indicators: { drafts: page.drafts, version: 0, focus: null },
    isExample: page.isExample,
    isChanged: false,
  });
  const known = useRef(new Map(page.communes.map((commune) => [commune.code, commune])));

  const show = useCallback((state: SimulatorState) => {
    const communes = state.communes.flatMap((code) => known.current.get(code) ?? []);
    const listed = [...known.current.values()];
    const isChanged = true;
    setLive(({ indicators }) => ({
      ...{ state, communes, listed, indicators, isChanged },
      faults: [],
      isExample: false,
    }));
  }, []);

  /** @param button the one pressed, of those that add or take away indicators. */
  const readForm = useCallback(
    (button?: HTMLButtonElement) => {
      if (!form.current) return;
      const query = queryOf(new FormData(form.current));
      if (button) query[button.name] = [button.value];
      const { state, drafts, ignored } = simulatorInAddress(query, page.today);
      if (ignored.length === 0) show(state);
      setLive((before) => ({
        ...before,
        faults: ignored,
        isChanged: true,
        indicators: button
          ? { drafts, version: before.indicators.version + 1, focus: focusAfter(button, drafts) }
          : asNeeded(before.indicators, drafts),
      }));
    },
    [form, page.today, show],
  );

  const add = useCallback(
    (commune: PickedCommune) => {
      known.current.set(commune.code, commune);
      show({ ...live.state, communes: [...new Set([...live.state.communes, commune.code])] });
    },
    [live.state, show],
  );

  useEffect(() => {
    if (live.indicators.focus !== null) document.getElementById(live.indicators.focus)?.focus();
  }, [live.indicators]);

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

/** Drawn anew only where rows came or went: a field being typed in stays. */
function asNeeded(before: LiveIndicators, drafts: IndicatorDrafts): LiveIndicators {
  const shape = (of: IndicatorDrafts) =>
    MISSIONS.map((mission) => (of[mission] ?? []).map(({ steps }) => steps.length).join()).join(";");
  if (shape(before.drafts) === shape(drafts)) return before;
  return { drafts, version: before.version + 1, focus: null };
}

/** A form as the query that it sends. */
function queryOf(form: FormData): Record<string, string[]> {
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
  const { a, b } = scenariosOf(state, communes);
  const contract = simulateContract(a);
  const shown = yearOf(contract, state.year);
  return {
    contract,
    shown,
    next: atNextTier(a, state.year),
    other: b && otherOf(state, b, shown),
  };
}

function otherOf(state: SimulatorState, b: Scenario, shown: Envelope): OtherScenario {
  const contract = simulateContract(b);
  const year = yearOf(contract, state.year);
  return { state: changedState(state), contract, shown: year, comparison: compareEnvelopes(shown, year) };
}

function yearOf({ years }: ContractSimulation, index: number): Envelope {
  const year = years[index - 1];
  if (!year) throw new RangeError(`no contract year ${index}`);
  return year;
}
