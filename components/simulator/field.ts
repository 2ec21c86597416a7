import { typeset } from "@/lib/format/typography";
import { isMission, type Mission } from "@/lib/funding";
import type { Ignored } from "@/lib/schemas/address";
import type { IndicatorDrafts } from "@/lib/schemas/simulator/indicator-fields";
import { FIELD } from "@/lib/schemas/simulator/names";

/** The id of a field, from its name in the address. */
export function fieldId(name: string): string {
  return `sim-${name.replaceAll(".", "-")}`;
}

/** What is wrong with a field, as its own words say it. */
export function faultIn(faults: readonly Ignored[], name: string): string | null {
  const fault = faults.find(({ parameter }) => parameter === name);
  return fault ? typeset(`« ${fault.value} » ${fault.reason}`) : null;
}

/** The block of a mission's indicators. */
export const indicatorsId = (mission: Mission): string => fieldId(`indicateurs.${mission}`);

/** The threshold of a step, from 1. */
export const thresholdId = (mission: Mission, index: number, step: number): string =>
  `${fieldId(FIELD.steps(mission, index))}-${step}`;

/** Where one goes on after a button: what it added, or the button that adds where something went. */
export function focusAfter({ name, value }: HTMLButtonElement, drafts: IndicatorDrafts): string | null {
  const [mission = "", index] = value.split(".");
  if (!isMission(mission)) return null;
  if (name === FIELD.remove) return `${indicatorsId(mission)}-add`;
  const own = drafts[mission] ?? [];
  if (index === undefined) return fieldId(FIELD.label(mission, own.length));
  return thresholdId(mission, Number(index), own[Number(index) - 1]?.steps.length ?? 1);
}
