import { addMonths, type IsoDay, type Span } from "../kernel/date";
import type { CptsRecord } from "../record/cpts";
import { stageChangeDays } from "../record/lifecycle";

/** The record as it was known on a day: what a source states of a later day changes nothing before. */
export function knownBy(record: CptsRecord, asOf: IsoDay): CptsRecord {
  const stated = <T extends { readonly asOf: Span }>(items: readonly T[]) =>
    items.filter((item) => item.asOf.earliest <= asOf);
  const isSigned = record.contracts.some(({ signed }) => signed.earliest <= asOf);
  return {
    ...record,
    figures: stated(record.figures),
    professionals: stated(record.professionals),
    partners: stated(record.partners),
    funding: stated(record.funding),
    missions: isSigned ? record.missions : [],
  };
}

/** The days on which the page changes: stages, terms, territory. */
export function changesAround(
  record: CptsRecord,
  asOf: IsoDay,
): { previous: IsoDay | null; next: IsoDay | null } {
  const days = [
    ...stageChangeDays(record.events),
    ...record.contracts.map(({ signed, termMonths }) => addMonths(signed.latest, termMonths)),
    ...record.memberships.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ].sort();
  return {
    previous: days.findLast((day) => day < asOf) ?? null,
    next: days.find((day) => day > asOf) ?? null,
  };
}
