import type { AbsentCell, Column, ColumnKind } from "../../export";
import { QUALIFIER } from "../../format/fr";
import { MARK, PERIMETER, SIZE_BASIS, STAGE } from "../../format/labels";
import type { Span } from "../../kernel/date";
import type { StageState } from "../../record/lifecycle";
import type { CptsSize } from "../cpts-standing";
import type { YearlyMaximum } from "../yearly-maximum";

/** The three reasons why a value is not there, as cells. */
export const NOT_TOLD: AbsentCell = { absence: "non_communique" };
export const NOT_APPLICABLE: AbsentCell = { absence: "sans_objet" };
export const TO_CONFIRM: AbsentCell = { absence: "a_confirmer" };

/** Code to word, for the columns whose texts are codes. */
export const WORDS = {
  stage: STAGE,
  perimeter: PERIMETER,
  sizeBasis: SIZE_BASIS,
  qualifier: QUALIFIER,
  pastTerm: { no: "non", possibly: "peut-être", yes: "oui" },
  mark: { V: MARK.V.name, D: MARK.D.name, H: MARK.H.name },
} as const;

type Of<Row, Value> = (row: Row) => Value | AbsentCell | null;

/** The columns of a table of `Row`, each made with a value of its own kind. */
export function columnsOf<Row>() {
  const make =
    <Value extends string | number | boolean>(kind: ColumnKind) =>
    (name: string, label: string, description: string, of: Of<Row, Value>): Column<Row> => ({
      name,
      label,
      kind,
      description,
      of,
    });
  const columns = {
    text: make<string>("text"),
    code: make<string>("code"),
    integer: make<number>("integer"),
    decimal: make<number>("decimal"),
    cents: make<number>("cents"),
    rate: make<number>("rate"),
    day: make<string>("day"),
    boolean: make<boolean>("boolean"),
    /** A text of a closed list of codes. */
    coded: (
      name: string,
      label: string,
      description: string,
      words: Readonly<Record<string, string>>,
      of: Of<Row, string>,
    ): Column<Row> => ({ name, label, kind: "text", description, words, of }),
  };
  /** A day that may be known between two bounds only: both, equal when it is known. */
  const span = (name: string, label: string, description: string, of: Of<Row, Span>): Column<Row>[] => {
    const bound = (which: keyof Span) => (row: Row) => {
      const found = of(row);
      return found === null || "absence" in found ? found : found[which];
    };
    return [
      columns.day(
        `${name}_earliest`,
        `${label}, au plus tôt`,
        `${description}, au plus tôt`,
        bound("earliest"),
      ),
      columns.day(
        `${name}_latest`,
        `${label}, au plus tard`,
        `${description}, au plus tard ; le même jour quand il est connu`,
        bound("latest"),
      ),
    ];
  };
  return { ...columns, span };
}

/** Where a CPTS stands: its stage, what an uncertain day may make it, since when, until when. */
export function stageColumns<Row>(stateOf: (row: Row) => StageState): Column<Row>[] {
  const { coded, span } = columnsOf<Row>();
  return [
    coded(
      "stage",
      "Étape",
      "Étape certaine à la date des chiffres",
      WORDS.stage,
      (row) => stateOf(row).stage,
    ),
    coded(
      "possible_stage",
      "Étape possible",
      "Étape plus haute qu’un jour incertain rend possible ; vide quand rien n’est incertain",
      WORDS.stage,
      (row) => stateOf(row).uncertain?.possibleStage ?? null,
    ),
    ...span("since", "Depuis", "Jour où l’étape a commencé", (row) => stateOf(row).since ?? NOT_APPLICABLE),
    ...span("term", "Terme", "Fin du contrat signé", (row) => stateOf(row).term ?? NOT_APPLICABLE),
    coded(
      "past_term",
      "Terme dépassé",
      "Si ce terme est passé sans renouvellement ni résiliation au dossier",
      WORDS.pastTerm,
      (row) => stateOf(row).pastTerm,
    ),
  ];
}

/**
 * The size tier, what it rests on, and what a year could reach at most in that tier, with its mark.
 * @param unknown what the page says of a tier that nothing gives.
 */
export function sizeColumns<Row>(
  of: (row: Row) => { readonly size: CptsSize; readonly maximum: YearlyMaximum | null },
  unknown: AbsentCell,
): Column<Row>[] {
  const { integer, coded, cents, text } = columnsOf<Row>();
  return [
    integer("size_tier", "Taille", "Taille de 1 à 4", (row) => of(row).size.tier ?? unknown),
    coded(
      "size_basis",
      "Taille d’après",
      "Ce dont la taille est tirée",
      WORDS.sizeBasis,
      (row) => of(row).size.basis ?? NOT_APPLICABLE,
    ),
    cents(
      "yearly_maximum",
      "Maximum annuel",
      "Euros par an : toutes les missions et une crise reconnue, par le barème en vigueur à la date des chiffres",
      (row) => of(row).maximum?.cents ?? unknown,
    ),
    coded(
      "yearly_maximum_mark",
      "Marque du maximum",
      "V vérifié, D déduit, H hypothèse : la plus faible du montant et de la taille",
      WORDS.mark,
      (row) => of(row).maximum?.mark ?? NOT_APPLICABLE,
    ),
    text(
      "schedule",
      "Barème",
      "Identifiant du barème",
      (row) => of(row).maximum?.schedule.id ?? NOT_APPLICABLE,
    ),
  ];
}
