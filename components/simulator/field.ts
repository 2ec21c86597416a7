import { typeset } from "@/lib/format/typography";
import type { Ignored } from "@/lib/schemas/address";

/** The id of a field, from its name in the address. */
export function fieldId(name: string): string {
  return `sim-${name.replaceAll(".", "-")}`;
}

/** What is wrong with a field, as its own words say it. */
export function faultIn(faults: readonly Ignored[], name: string): string | null {
  const fault = faults.find(({ parameter }) => parameter === name);
  return fault ? typeset(`« ${fault.value} » ${fault.reason}`) : null;
}
