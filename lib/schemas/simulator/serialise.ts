import { MISSIONS, type Mission } from "../../funding";
import { IN_FORCE } from "./fields";
import { DIRECTION_CODE } from "./indicator-fields";
import type { MissionIndicators, StateIndicator } from "./indicators";
import { FIELD, JOINED, NO_CRISIS } from "./names";
import { CONTRACT_YEARS, WHOLE, type Changes, type Hundredths, type SimulatorState } from "./state";

/** The address that reproduces a state, as short as it can be: read back, it gives the same state. */
export function simulatorAddress(state: SimulatorState): string {
  return `/simulateur?${simulatorQuery(state)}`;
}

export function simulatorQuery(state: SimulatorState): string {
  return fieldsOf(state)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
}

type Field = readonly [name: string, value: string];

function fieldsOf(state: SimulatorState): Field[] {
  const { population, communes, schedule, signedOn, missions, crisisYears, year, changes } = state;
  // The typed population is kept beside communes: it comes back when the last of them is left out.
  return [
    [FIELD.population, String(population)],
    ...some(FIELD.communes, communes.join(",")),
    [FIELD.signedOn, signedOn],
    ...some(FIELD.schedule, schedule ?? ""),
    [FIELD.missions, missions.map(({ mission }) => mission).join(",")],
    ...missions.flatMap(({ mission, start, rate, rates, indicators }) => [
      ...some(FIELD.start(mission), start ?? ""),
      ...(rate === WHOLE ? [] : [[FIELD.rate(mission), rateText(rate)] as const]),
      ...CONTRACT_YEARS.flatMap((index) => {
        const own = rates[index];
        return own === undefined ? [] : [[FIELD.rate(mission, index), rateText(own)] as const];
      }),
      ...(indicators ? indicatorFields(mission, indicators) : []),
    ]),
    ...some(FIELD.crisis, crisisYears.join(",")),
    ...(year === 1 ? [] : [[FIELD.year, String(year)] as const]),
    ...changeFields(changes),
  ];
}

function indicatorFields(mission: Mission, { basis, list }: MissionIndicators): Field[] {
  return [
    [FIELD.basis(mission), basis],
    ...list.flatMap((one, i) => [
      ...some(FIELD.label(mission, i + 1), one.label),
      ...some(FIELD.unit(mission, i + 1), one.unit),
      ...(one.direction === "rising"
        ? []
        : [[FIELD.direction(mission, i + 1), DIRECTION_CODE[one.direction]] as const]),
      [FIELD.steps(mission, i + 1), stepsText(one)] as const,
      ...some(FIELD.values(mission, i + 1), valuesText(one)),
    ]),
  ];
}

/** « 70_10000_80_25000 »: each threshold, then its amount in euros or in percent. */
function stepsText({ steps }: StateIndicator): string {
  return steps.flatMap(({ threshold, amount }) => [threshold, amount / 100]).join(JOINED);
}

/** « 82 », « 82__70 »: every year's value, then those of the years that have their own. */
function valuesText({ value, values }: StateIndicator): string {
  return [value, ...CONTRACT_YEARS.map((year) => values[year])]
    .map((one) => one ?? "")
    .join(JOINED)
    .replace(/_+$/, "");
}

function changeFields({ population, schedule, signedOn, crisisYears, missions }: Changes): Field[] {
  const { b } = FIELD;
  return [
    ...(population === undefined ? [] : [[b(FIELD.population), String(population)] as const]),
    ...(schedule === undefined ? [] : [[b(FIELD.schedule), schedule ?? IN_FORCE] as const]),
    ...some(b(FIELD.signedOn), signedOn ?? ""),
    ...(crisisYears === undefined ? [] : [[b(FIELD.crisis), crisisYears.join(",") || NO_CRISIS] as const]),
    ...MISSIONS.flatMap((mission) => missionFields(mission, missions[mission])),
  ];
}

function missionFields(mission: Mission, change: Changes["missions"][Mission]): Field[] {
  if (!change) return [];
  const { engaged, start, rate, values = {} } = change;
  return [
    ...(engaged === undefined ? [] : [[FIELD.b(FIELD.engaged(mission)), engaged ? "oui" : "non"] as const]),
    ...some(FIELD.b(FIELD.start(mission)), start ?? ""),
    ...(rate === undefined ? [] : [[FIELD.b(FIELD.rate(mission)), rateText(rate)] as const]),
    ...Object.entries(values).map(
      ([index, value]) => [FIELD.b(FIELD.values(mission, Number(index))), String(value)] as const,
    ),
  ];
}

function some(name: string, value: string): Field[] {
  return value === "" ? [] : [[name, value]];
}

/** « 80 », « 87.5 »: as fields of numbers take it. */
export function rateText(rate: Hundredths): string {
  return String(rate / 100);
}
