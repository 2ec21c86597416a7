/**
 * A schedule of the ACI written in publicodes, the State's language of computed rules: the yardstick of the engine.
 * Made from the schedule's own grid, so that only the way of computing differs.
 */
import type { RawPublicodes } from "publicodes";
import { type EnvelopeInput, missionsOf, type Part, type Schedule, SIZE_TIERS } from "@/lib/funding";
import { daysBetween, type IsoDay } from "@/lib/kernel/date";

/** Results are said in thousandths: an amount of the schedules times one is then a whole number of cents. */
export const RESULTS = 1_000;

const PART_WORDS: Readonly<Record<Part, string>> = { fixed: "fixe", variable: "variable", unknown: "reste" };
const words = (line: string) => line.replaceAll("_", " ");
const engaged = (mission: string) => `${words(mission)} engagée`;
const days = (mission: string) => `${words(mission)} jours`;
const result = (mission: string) => `${words(mission)} résultat`;
const daysIncluding = (from: IsoDay, to: IsoDay) => daysBetween(from, to) + 1;

/** The name of what a line earns, in cents. */
export const dueRule = (line: string, part: Part): string => `${words(line)} ${PART_WORDS[part]} dû`;
const maximumRule = (line: string, part: Part): string => `${words(line)} ${PART_WORDS[part]} maximum`;

/** Rules `dû` and `maximum` in cents, of a contract year in which everything is known. */
export function publicodesRules(schedule: Schedule): RawPublicodes<string> {
  const rules: Record<string, unknown> = {
    population: null,
    "durée année": null,
    "crise reconnue": null,
    taille: {
      variations: [
        ...schedule.sizes.flatMap(({ tier, to }) =>
          to === null ? [] : [{ si: `population <= ${to}`, alors: tier }],
        ),
        { sinon: schedule.sizes.at(-1)?.tier },
      ],
    },
  };
  for (const mission of missionsOf(schedule)) {
    for (const name of [engaged, days, result]) rules[name(mission)] = null;
  }
  const entries = schedule.grid[1];
  const missions = entries.filter(({ mission }) => mission !== null);
  for (const [place, { line, part, mission, crisisOnly }] of entries.entries()) {
    const amount = `${words(line)} ${PART_WORDS[part]} montant`;
    rules[amount] = {
      variations: [
        ...SIZE_TIERS.slice(0, -1).map((tier) => ({
          si: `taille = ${tier}`,
          alors: schedule.grid[tier][place]?.cents,
        })),
        { sinon: schedule.grid[4][place]?.cents },
      ],
    };
    const counts = [
      ...(mission ? [engaged(mission)] : []),
      ...(crisisOnly ? ["crise reconnue"] : []),
      ...(line === "non_ventile" ? missionsOf(schedule, "complementaire").map(engaged) : []),
    ];
    const maximum = maximumRule(line, part);
    rules[maximum] =
      counts.length === 0
        ? amount
        : { condition: { si: { "toutes ces conditions": counts }, alors: amount, sinon: 0 } };
    rules[dueRule(line, part)] = { valeur: shareOf(maximum, part, mission), arrondi: "oui" };
  }
  rules["missions dû"] = { somme: missions.map(({ line, part }) => dueRule(line, part)) };
  rules["missions maximum"] = { somme: missions.map(({ line, part }) => maximumRule(line, part)) };
  rules["maximum"] = { somme: entries.map(({ line, part }) => maximumRule(line, part)) };
  rules["dû"] = { somme: entries.map(({ line, part }) => dueRule(line, part)) };
  return rules as RawPublicodes<string>;
}

function shareOf(maximum: string, part: Part, mission: string | null): string {
  if (part === "unknown") return `${maximum} * missions dû / missions maximum`;
  if (mission === null) return maximum;
  return part === "fixed"
    ? `${maximum} * ${days(mission)} / durée année`
    : `${maximum} * ${result(mission)} / ${RESULTS}`;
}

/** The same case, said to publicodes. Every start and every result must be known. */
export function publicodesSituation(input: EnvelopeInput): Record<string, string | number> {
  const { schedule, contractYear, population, missions, crisisRecognised } = input;
  const yesNo = (is: boolean) => (is ? "oui" : "non");
  const situation: Record<string, string | number> = {
    population: population ?? 0,
    "durée année": daysIncluding(contractYear.start, contractYear.end),
    "crise reconnue": yesNo(crisisRecognised === true),
  };
  for (const mission of missionsOf(schedule)) {
    const state = missions.find((one) => one.mission === mission);
    const started = state?.startedOn ?? contractYear.start;
    const from = started > contractYear.start ? started : contractYear.start;
    situation[engaged(mission)] = yesNo(state !== undefined);
    situation[days(mission)] = from > contractYear.end ? 0 : daysIncluding(from, contractYear.end);
    // A result supposes that the mission was at work.
    situation[result(mission)] =
      started > contractYear.end ? 0 : Math.round((state?.achievement ?? 0) * RESULTS);
  }
  return situation;
}
