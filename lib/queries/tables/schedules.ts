import type { Export } from "../../export";
import { LINE_NAMES, PART_NAMES } from "../../funding";
import type { Ask } from "../ask";
import { methodSchedules, type MethodAmount, type MethodSchedule } from "../method-schedules";
import { aboutOf, MARKS_NOTE, type Origin } from "./about";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD, WORDS } from "./columns";

/** One amount of one schedule for one size tier. */
export interface ScheduleAmountRow {
  readonly schedule: MethodSchedule;
  readonly kind: keyof typeof KIND;
  /** What it is the amount of. */
  readonly what: string;
  readonly line: string | null;
  readonly part: string | null;
  readonly crisisOnly: boolean | null;
  readonly tier: number;
  readonly amount: MethodAmount | null;
}

const KIND = {
  line: "ligne du barème",
  published_maximum: "maximum publié",
  published_total: "autre total publié",
  derived: "somme déduite",
  one_off_credit: "crédit versé une fois",
} as const;

const LINE_WORDS = Object.fromEntries(Object.entries(LINE_NAMES).map(([line, { short }]) => [line, short]));

const { text, coded, day, integer, cents, boolean } = columnsOf<ScheduleAmountRow>();

/** Every amount of every schedule, with its mark and where it was read. */
export function scheduleRows(): ScheduleAmountRow[] {
  return methodSchedules().flatMap(rowsOf);
}

function rowsOf(schedule: MethodSchedule): ScheduleAmountRow[] {
  const none = { schedule, line: null, part: null, crisisOnly: null };
  const tiers = (
    amounts: readonly (MethodAmount | null)[],
    row: Omit<ScheduleAmountRow, "tier" | "amount">,
  ) => amounts.map((amount, i): ScheduleAmountRow => ({ ...row, tier: i + 1, amount }));
  return [
    ...schedule.lines.flatMap(({ amounts, line, name, part, crisisOnly }) =>
      tiers(amounts, { schedule, kind: "line", what: name, line, part, crisisOnly }),
    ),
    ...tiers(schedule.maxima.amounts, {
      ...none,
      kind: "published_maximum",
      what: "Toutes les missions, crise comprise",
    }),
    ...schedule.totals.flatMap(({ amounts, reading }) =>
      tiers(amounts, { ...none, kind: "published_total", what: reading }).filter(
        ({ amount }) => amount !== null,
      ),
    ),
    ...schedule.derived.map(({ label, tier, amount }): ScheduleAmountRow => ({
      ...none,
      kind: "derived",
      what: label,
      tier,
      amount,
    })),
    ...schedule.credits.flatMap(({ amounts, label }) =>
      tiers(amounts, { ...none, kind: "one_off_credit", what: label }),
    ),
  ];
}

export function schedulesExport(
  ask: Ask,
  origin: Origin,
  address: string,
): Export<ScheduleAmountRow> & { readonly rows: readonly ScheduleAmountRow[] } {
  return {
    table: {
      id: "baremes",
      title: "Barèmes de l’ACI",
      description: "Chaque montant de chaque barème, par taille, avec sa marque et sa source. Euros par an.",
      key: [],
      columns: [
        text("schedule", "Barème", "Identifiant du barème", ({ schedule }) => schedule.id),
        text("schedule_label", "Nom du barème", "Nom", ({ schedule }) => schedule.label),
        day("from", "En vigueur du", "Premier jour", ({ schedule }) => schedule.from),
        day(
          "to",
          "En vigueur au",
          "Dernier jour ; vide pour celui en vigueur",
          ({ schedule }) => schedule.to,
        ),
        coded("kind", "Nature", "Ligne, total publié, somme déduite ou crédit", KIND, ({ kind }) => kind),
        text("what", "Quoi", "Ce dont c’est le montant", ({ what }) => what),
        coded("line", "Ligne", "Ligne du barème", LINE_WORDS, ({ line }) => line ?? NOT_APPLICABLE),
        coded("part", "Volet", "Fixe ou variable", PART_NAMES, ({ part }) => part ?? NOT_APPLICABLE),
        boolean(
          "crisis_only",
          "Si crise reconnue",
          "Dû seulement si l’ARS reconnaît une crise",
          ({ crisisOnly }) => crisisOnly ?? NOT_APPLICABLE,
        ),
        integer("size_tier", "Taille", "Taille de 1 à 4", ({ tier }) => tier),
        cents("amount", "Montant", "Euros", ({ amount }) => amount?.cents ?? NOT_TOLD),
        coded(
          "mark",
          "Marque",
          "V vérifié, D déduit, H hypothèse",
          WORDS.mark,
          ({ amount }) => amount?.mark ?? NOT_APPLICABLE,
        ),
        text(
          "source",
          "Source",
          "Où le montant a été lu, ou comment il est déduit",
          ({ amount, schedule }) =>
            amount ? (schedule.sources[amount.source - 1] ?? NOT_TOLD) : NOT_APPLICABLE,
        ),
      ],
    },
    about: aboutOf(ask, origin, address, [
      MARKS_NOTE,
      {
        label: "Date",
        text: "un barème vaut de son premier à son dernier jour : ces lignes ne changent pas avec la date des chiffres",
      },
    ]),
    rows: scheduleRows(),
  };
}
