import { z } from "zod";
import {
  contractYear,
  indicatorMismatches,
  isPastTerm,
  LINES,
  MISSIONS,
  PARTS,
  scheduleById,
  scheduleInForce,
  SCHEDULES,
} from "../../funding";
import { isIsoDay, type IsoDay } from "../../kernel/date";
import { isoDaySchema } from "../address";
import { must, SimulatedIndicator } from "./indicator";
import { named } from "./registry";
import { day, Mark, SizeTier } from "./values";

const LAST_YEAR = 5;
const MOST_INHABITANTS = 70_000_000;

const dayField = z
  .string(must("une date écrite AAAA-MM-JJ, par exemple 2024-10-14"))
  .pipe(isoDaySchema)
  .meta({ format: "date", examples: ["2024-10-14"] });

const WHOLE_PEOPLE = must(`un nombre entier d’habitants, de 0 à 70 000 000`);

const MOST_INDICATORS = 6;

export const SimulatedMission = named(
  "SimulatedMission",
  "A mission engaged, and how far.",
  z.strictObject(
    {
      mission: z
        .enum(MISSIONS, must(`une mission de l’ACI : ${MISSIONS.join(", ")}`))
        .describe("Code of the mission."),
      startedOn: dayField.optional().describe("Within the contract; absent: the day of signature."),
      achievement: z
        .number(must("un taux de 0 à 1, par exemple 0.8"))
        .min(0, "doit être un taux de 0 à 1, par exemple 0.8")
        .max(1, "doit être un taux de 0 à 1, par exemple 0.8")
        .optional()
        .describe("Results of the year, 0 to 1; absent: 1. Not with `indicators`."),
      indicators: z
        .array(SimulatedIndicator, must("une liste d’indicateurs"))
        .max(MOST_INDICATORS, `tient au plus ${MOST_INDICATORS} indicateurs par mission`)
        .optional()
        .describe(
          "They decide the variable share instead of `achievement`: their last steps sum exactly to its yearly amount (`maximumCents` of the line). Absent or empty: `achievement` decides.",
        ),
    },
    must('un objet, par exemple { "mission": "parcours" }'),
  ),
);

export const SimulationRequest = named(
  "SimulationRequest",
  "One contract year to simulate. The five years of a contract are five requests.",
  z
    .strictObject(
      {
        population: z
          .int(WHOLE_PEOPLE)
          .min(0, "doit être un nombre entier d’habitants, de 0 à 70 000 000")
          .max(MOST_INHABITANTS, "doit être un nombre entier d’habitants, de 0 à 70 000 000")
          .describe("Inhabitants covered."),
        schedule: z
          .enum(
            SCHEDULES.map(({ id }) => id),
            must(`un barème connu : ${SCHEDULES.map(({ id }) => id).join(", ")}`),
          )
          .optional()
          .describe("Absent: the one in force on the first day of the contract year."),
        signedOn: dayField.describe("Day of signature of the ACI."),
        contractYear: z
          .int(must("une année du contrat, de 1 à 5"))
          .min(1, "doit être une année du contrat, de 1 à 5")
          .max(
            LAST_YEAR,
            "doit être une année du contrat, de 1 à 5 : au-delà, rien n’est dû sans renouvellement",
          )
          .optional()
          .describe("1 to 5; absent: 1."),
        missions: z
          .array(SimulatedMission, must("une liste de missions"))
          .optional()
          .describe("Absent or empty: all those of the schedule, started at signature, fully achieved."),
        crisisRecognised: z
          .boolean(must("true ou false"))
          .optional()
          .describe("Whether the ARS recognised a health crisis in the year; absent: false."),
      },
      must("un objet JSON"),
    )
    .superRefine(checkTogether),
);
export type SimulationRequest = z.infer<typeof SimulationRequest>;

interface Together {
  readonly population: number;
  readonly schedule?: string | undefined;
  readonly signedOn: IsoDay;
  readonly contractYear?: number | undefined;
  readonly missions?: readonly SimulatedMission[] | undefined;
}
type SimulatedMission = z.output<typeof SimulatedMission>;

/** What no field can tell alone; the engine would refuse or misread it. */
function checkTogether(request: Together, context: z.RefinementCtx): void {
  const { schedule, signedOn, contractYear: index = 1, missions = [] } = request;
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  // Runs even when a field alone is already refused.
  if (!isIsoDay(signedOn) || !Number.isInteger(index) || index < 1 || isPastTerm(index)) return;
  const yearStart = contractYear(signedOn, index).start;
  const [first] = SCHEDULES;
  if (schedule === undefined && scheduleInForce(yearStart) === null && first) {
    refuse(
      ["signedOn"],
      `précède le premier barème, ${first.id}, en vigueur depuis le ${first.effectiveFrom}`,
    );
  }
  if (schedule !== undefined && scheduleById(schedule) === null)
    refuse(["schedule"], "n’est pas un barème connu");
  const end = contractYear(signedOn, LAST_YEAR).end;
  const seen = new Set<string>();
  missions.forEach(({ mission, startedOn, achievement, indicators = [] }, i) => {
    if (achievement !== undefined && indicators.length > 0) {
      refuse(["missions", i, "achievement"], "ne va pas avec des indicateurs : donnez l’un ou les autres");
    }
    if (seen.has(mission)) refuse(["missions", i, "mission"], `nomme ${mission} une seconde fois`);
    seen.add(mission);
    if (startedOn !== undefined && (startedOn < signedOn || startedOn > end)) {
      refuse(["missions", i, "startedOn"], `doit être dans le contrat, du ${signedOn} au ${end}`);
    }
  });
  if (context.issues.length > 0) return;
  for (const { mission, sumCents, envelopeCents } of indicatorMismatches(request)) {
    refuse(
      ["missions", missions.findIndex((one) => one.mission === mission), "indicators"],
      `totalisent ${sumCents} centimes, pour un volet variable de ${envelopeCents} : corrigez leurs derniers paliers`,
    );
  }
}

const cents = z.int().min(0).describe("Integer euro cents.");

export const SimulatedLine = named(
  "SimulatedLine",
  "One line of the envelope. Lines sum to the totals.",
  z.strictObject({
    line: z.enum(LINES),
    part: z.enum(PARTS).describe("Fixed share, variable share, or unknown where no source says which."),
    maximumCents: cents,
    dueCents: cents,
    mark: Mark,
    source: z.string().describe("Where the amount was read, or why it is this one (French)."),
    formula: z.string().describe("How what is due was found (French)."),
    indicators: z
      .array(
        z.strictObject({
          label: z.string(),
          reached: z.number().nullable().describe("Threshold of the hardest step reached; null: none is."),
          maximumCents: cents,
          earnedCents: cents,
          words: z.string().describe("The outcome in one sentence (French)."),
        }),
      )
      .optional()
      .describe("Where indicators decide a variable share: what each earns. They sum to dueCents."),
  }),
);

export const Simulation = named(
  "Simulation",
  "What one contract year earns, line by line, and when it is paid. Amounts marked H are working values.",
  z.strictObject({
    sizeTier: SizeTier,
    schedule: z.string().describe("Id of the schedule applied."),
    contractYear: z
      .strictObject({ index: z.int().min(1), start: day, end: day })
      .describe("The year simulated; its last day is included."),
    lines: z.array(SimulatedLine),
    totals: z.strictObject({
      fixedCents: cents,
      variableCents: cents,
      notItemisedCents: cents,
      maximumCents: cents.describe("A full year at full achievement, of this input."),
      dueCents: cents.describe("What this input earns as given."),
      toConfirmCents: cents.describe("Part of dueCents that rests on hypotheses."),
    }),
    instalments: z
      .array(
        z.strictObject({
          dueOn: day,
          line: z.enum(LINES),
          kind: z.enum(["signature", "advance", "balance", "variable"]),
          amountCents: cents,
        }),
      )
      .describe("By day; they sum to totals.dueCents."),
  }),
);
export type Simulation = z.infer<typeof Simulation>;
