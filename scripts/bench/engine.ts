/**
 * The engine of the amounts beside publicodes on the same schedule, once both are seen to give the same amounts;
 * and its bare totals beside a loop over the amounts. Prints its measures as JSON, for engine.mjs.
 */
import Engine from "publicodes";
import {
  type Envelope,
  envelope,
  type EnvelopeInput,
  envelopeTotals,
  explainLine,
  type Schedule,
  SCHEDULES,
} from "@/lib/funding";
import { knownCases } from "./engine/cases";
import { dueRule, publicodesRules, publicodesSituation } from "./engine/publicodes-rules";
import type { Row } from "./report.mjs";

const COMPARED = 10_000;
const SEED = 20220401;
const ROUNDS = 7;
const group = "Moteur des montants";

/** What is computed is added up, so that nothing can be left out as unused. */
let kept = 0;

/** The best of some rounds, in runs a second: noise only ever slows. */
function perSecond(
  cases: readonly EnvelopeInput[],
  work: (input: EnvelopeInput) => number,
  ms: number,
): number {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    let runs = 0;
    while (performance.now() - began < ms) {
      for (const input of cases) kept += work(input);
      runs += cases.length;
    }
    best = Math.max(best, (runs / (performance.now() - began)) * 1_000);
  }
  return best;
}

/** How many lines differ over as many random cases; every one is written on the error output. */
function differences(schedule: Schedule, howMany: number): number {
  const engine = new Engine(publicodesRules(schedule));
  const said = (rule: string) => engine.evaluate(rule).nodeValue;
  let wrong = 0;
  for (const input of knownCases(schedule, howMany, SEED)) {
    const { lines, totals } = envelope(input);
    engine.setSituation(publicodesSituation(input));
    const pairs: [string, unknown, unknown][] = [
      ...lines.map(({ line, part, due }): [string, unknown, unknown] => {
        const rule = dueRule(line, part);
        return [rule, said(rule), typeof due === "number" ? due : 0];
      }),
      ["maximum", said("maximum"), totals.maximumCents],
      ["dû", said("dû"), totals.dueCents],
    ];
    for (const [rule, theirs, ours] of pairs) {
      if (theirs === ours) continue;
      wrong += 1;
      console.error(`${schedule.id}, ${rule} : publicodes ${String(theirs)}, moteur ${String(ours)}`);
    }
  }
  return wrong;
}

const explained = (computed: Envelope): number =>
  computed.lines.reduce((sum, line) => sum + explainLine(line, computed).steps.length, 0);

/** The least that any program can do: each amount of the tier times what it is due for, summed. */
function bareLoop({ schedule, missions }: EnvelopeInput): number {
  let sum = 0;
  for (const { cents, place } of schedule.grid[2]) sum += (cents ?? 0) * (missions[place]?.achievement ?? 1);
  return sum;
}

const wrong = SCHEDULES.reduce(
  (sum, schedule) => sum + differences(schedule, COMPARED / SCHEDULES.length),
  0,
);
const schedule = SCHEDULES.at(-1);
if (!schedule) throw new Error("no schedule");
const cases = knownCases(schedule, 500, SEED + 1);
const engine = new Engine(publicodesRules(schedule));
const situations = new Map(cases.map((input) => [input, publicodesSituation(input)]));

const theirs = perSecond(
  cases.slice(0, 50),
  (input) => Number(engine.setSituation(situations.get(input) ?? {}).evaluate("dû").nodeValue),
  400,
);
const ours = perSecond(cases, (input) => envelope(input).totals.dueCents, 300);
const inWords = perSecond(cases, (input) => explained(envelope(input)), 300);
const totals = perSecond(cases, (input) => envelopeTotals(input).dueCents, 300);
const loop = perSecond(cases, bareLoop, 300);

const rows: Row[] = [
  {
    group,
    what: `montants différents de publicodes, ${COMPARED.toLocaleString("fr-FR")} cas tirés au sort`,
    value: wrong,
    unit: "",
    aim: 0,
    better: "less",
  },
  { group, what: "publicodes 1.10.1, le même barème", value: theirs, unit: "enveloppes/s" },
  { group, what: "enveloppe expliquée ligne par ligne", value: ours, unit: "enveloppes/s" },
  {
    group,
    what: "enveloppe expliquée / publicodes",
    value: ours / theirs,
    unit: "fois",
    aim: 200,
    better: "more",
  },
  {
    group,
    what: "enveloppe expliquée, phrases de chaque étape comprises",
    value: inWords,
    unit: "enveloppes/s",
  },
  { group, what: "avec ses phrases / publicodes", value: inWords / theirs, unit: "fois" },
  { group, what: "totaux seuls", value: totals, unit: "enveloppes/s" },
  { group, what: "boucle nue sur les montants", value: loop, unit: "boucles/s" },
  { group, what: "boucle nue / totaux seuls", value: loop / totals, unit: "fois", aim: 10, better: "less" },
];
if (!Number.isFinite(kept)) throw new Error("nothing was computed");
console.log(JSON.stringify(rows));
