import type { Export } from "../../export";
import type { About, AbsentCell, Cell, Column, ColumnKind, Table } from "../../export/table";
import {
  formulaOf,
  indicatorWords,
  LINE_NAMES,
  simulateContract,
  type ContractSimulation,
  type Envelope,
  type EnvelopeLine,
  type ScenarioInstalment,
} from "../../funding";
import type { Absence } from "../../kernel/certainty";
import { populationOf, scenariosOf } from "../../schemas/simulator/state";
import type { Ask } from "../ask";
import type { SimulatorPage } from "../simulator";
import { aboutOf, MARKS_NOTE, type Origin } from "./about";

/** A line of one contract year of one scenario. */
export interface SimulatedRow {
  readonly scenario: ScenarioName;
  readonly year: Envelope;
  readonly line: EnvelopeLine;
}

/** A payment of one scenario. */
export interface SimulatedPayment extends ScenarioInstalment {
  readonly scenario: ScenarioName;
}

export type ScenarioName = "A" | "B";

/** The lines of the five years, those of A then those of B where it changes something: what the page computes. */
export function simulatedRows(page: Pick<SimulatorPage, "state" | "communes">): SimulatedRow[] {
  return contractsOf(page).flatMap(({ scenario, contract }) =>
    contract.years.flatMap((year) => year.lines.map((line) => ({ scenario, year, line }))),
  );
}

export function simulatedPayments(page: Pick<SimulatorPage, "state" | "communes">): SimulatedPayment[] {
  return contractsOf(page).flatMap(({ scenario, contract }) =>
    contract.instalments.map((one) => ({ scenario, ...one })),
  );
}

function contractsOf({ state, communes }: Pick<SimulatorPage, "state" | "communes">) {
  const { a, b } = scenariosOf(state, communes);
  const found: { scenario: ScenarioName; contract: ContractSimulation }[] = [
    { scenario: "A", contract: simulateContract(a) },
  ];
  if (b) found.push({ scenario: "B", contract: simulateContract(b) });
  return found;
}

const columns = <Row>(
  ...list: readonly (readonly [
    name: string,
    kind: ColumnKind,
    label: string,
    description: string,
    of: (row: Row) => Cell,
  ])[]
): Column<Row>[] =>
  list.map(([name, kind, label, description, of]) => ({ name, kind, label, description, of }));

export const SIMULATED_LINES: Table<SimulatedRow> = {
  id: "simulation-lignes",
  title: "Simulation, lignes de l’enveloppe",
  description:
    "Chaque ligne de l’enveloppe simulée, par scénario et par année du contrat : maximum, dû, certitude et calcul.",
  key: ["scenario", "contract_year", "line", "part"],
  columns: columns<SimulatedRow>(
    ["scenario", "text", "Scénario", "A, ou B où il change quelque chose", ({ scenario }) => scenario],
    ["contract_year", "integer", "Année", "Année du contrat, de 1 à 5", ({ year }) => yearOf(year).index],
    ["year_start", "day", "Du", "Premier jour de l’année du contrat", ({ year }) => yearOf(year).start],
    ["year_end", "day", "Au", "Dernier jour de l’année du contrat", ({ year }) => yearOf(year).end],
    ["schedule", "text", "Barème", "Identifiant du barème appliqué", ({ year }) => year.schedule.id],
    ["size_tier", "integer", "Taille", "Taille de la CPTS, de 1 à 4", ({ year }) => year.sizeTier],
    ["line", "text", "Code de la ligne", "Code de la ligne, celui de l’API", ({ line }) => line.line],
    ["line_name", "text", "Ligne", "Ligne ou mission", ({ line }) => LINE_NAMES[line.line].short],
    [
      "part",
      "text",
      "Volet",
      "fixed, variable, ou unknown où aucune source ne le dit",
      ({ line }) => line.part,
    ],
    [
      "amount",
      "cents",
      "Montant annuel",
      "Montant du barème pour une année pleine, en euros",
      ({ line }) => line.amountCents ?? absent("a_confirmer"),
    ],
    [
      "maximum",
      "cents",
      "Compté au maximum",
      "Ce que la ligne ajoute au maximum de ce scénario, en euros",
      ({ line }) => line.maximumCents,
    ],
    [
      "due",
      "cents",
      "Dû",
      "Ce que la ligne gagne dans l’année, en euros",
      ({ line: { due } }) => (typeof due === "number" ? due : absent(due)),
    ],
    ["amount_mark", "text", "Marque du montant", marked("Certitude du montant"), ({ line }) => line.mark],
    ["due_mark", "text", "Marque du dû", marked("Certitude du dû"), ({ line }) => line.dueMark],
    ["source", "text", "Source", "Où le montant a été lu", ({ line }) => line.source],
    [
      "formula",
      "text",
      "Calcul",
      "Comment le dû est trouvé",
      ({ line, year }) => formulaOf(line, yearOf(year)),
    ],
    [
      "indicators",
      "text",
      "Indicateurs",
      "Ce que rapporte chaque indicateur de la mission, où des indicateurs décident du volet variable",
      ({ line: { indicators } }) => indicators?.map(indicatorWords).join(" | ") ?? null,
    ],
  ),
};

export const SIMULATED_PAYMENTS: Table<SimulatedPayment> = {
  id: "simulation-echeancier",
  title: "Simulation, échéancier",
  description: "Chaque versement des cinq années du contrat simulé, par scénario, date et ligne.",
  key: ["scenario", "due_on", "contract_year", "line", "kind"],
  columns: columns<SimulatedPayment>(
    ["scenario", "text", "Scénario", "A, ou B où il change quelque chose", ({ scenario }) => scenario],
    ["due_on", "day", "Date", "Jour du versement", ({ dueOn }) => dueOn],
    ["contract_year", "integer", "Année", "Année du contrat que le versement règle", ({ year }) => year],
    ["line", "text", "Code de la ligne", "Code de la ligne, celui de l’API", ({ line }) => line],
    ["line_name", "text", "Ligne", "Ligne ou mission", ({ line }) => LINE_NAMES[line].short],
    ["part", "text", "Volet", "fixed, variable, ou unknown où aucune source ne le dit", ({ part }) => part],
    ["kind", "text", "Versement", "signature, advance, balance ou variable", ({ kind }) => kind],
    ["amount", "cents", "Montant", "Montant du versement, en euros", ({ amountCents }) => amountCents],
    ["mark", "text", "Marque", marked("Certitude du montant"), ({ mark }) => mark],
  ),
};

/** The two files of a simulation: its lines, its calendar. */
export const SIMULATED = {
  lignes: (ask: Ask, origin: Origin, address: string, page: SimulatorPage): Export<SimulatedRow> => ({
    table: SIMULATED_LINES,
    about: aboutOf(ask, origin, address, [...simulationNotes(page), MARKS_NOTE]),
    rows: simulatedRows(page),
  }),
  echeancier: (ask: Ask, origin: Origin, address: string, page: SimulatorPage): Export<SimulatedPayment> => ({
    table: SIMULATED_PAYMENTS,
    about: aboutOf(ask, origin, address, [...simulationNotes(page), MARKS_NOTE]),
    rows: simulatedPayments(page),
  }),
} as const;

/** What a reader of either file must know of the simulation. */
export function simulationNotes({ state, communes, vintage }: SimulatorPage): About["notes"] {
  const population = populationOf(state, communes);
  return [
    {
      label: "Population",
      text:
        communes.length === 0
          ? `${population} habitants, nombre saisi`
          : `${population} habitants : population municipale ${vintage} de ${communes.map(({ code }) => code).join(", ")}`,
    },
    { label: "Simulation", text: "Montants simulés : rien n’a été contracté ni versé à ce titre." },
    {
      label: "Hypothèses",
      text: "Une mission démarre le premier jour de son mois ; des paliers donnés en euros valent pour le scénario A, à une autre taille chaque indicateur garde sa part du volet variable ; population et taille constantes pendant cinq ans ; aucun montant d’annexe de contrat.",
    },
  ];
}

function yearOf({ input }: Envelope): Envelope["input"]["contractYear"] {
  return input.contractYear;
}

function absent(absence: Absence): AbsentCell {
  return { absence };
}

function marked(what: string): string {
  return `${what} : V vérifié, D déduit, H hypothèse à confirmer`;
}
