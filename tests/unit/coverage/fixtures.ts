import type { CoverageCpts, Membership } from "@/lib/coverage";
import { span } from "@/lib/kernel/date";
import type { LifecycleEvent } from "@/lib/record/lifecycle";

/** Four communes of one department, three recent stages and a contract past its term at TODAY. */
export const TODAY = "2026-11-23";
export const letter: LifecycleEvent = { kind: "letter_of_intent", when: span("2026-01-01") };
export const validated: LifecycleEvent = { kind: "project_validated", when: span("2026-02-01") };
export const signature: LifecycleEvent = { kind: "signature", when: span("2026-03-01") };
export const old: LifecycleEvent = { kind: "signature", when: span("2020-02-19") };

export const member = (commune: string, more: Partial<Membership> = {}): Membership => ({
  commune,
  from: "2020-01-01",
  to: null,
  share: "whole",
  basis: "declared",
  ...more,
});
export const cpts = (
  id: string,
  event: LifecycleEvent | null,
  ...memberships: Membership[]
): CoverageCpts => ({
  id,
  events: event ? [event] : [],
  memberships,
});
export const part = (numerator: number, denominator: number) => ({ share: { numerator, denominator } });

export const A = { code: "26001", population: 1000, areaHectares: 100 };
export const B = { code: "26002", population: 500, areaHectares: 200 };
export const C = { code: "26003", population: 250, areaHectares: null };
export const D = { code: "26004", population: 250, areaHectares: 400 };
export const ALL = [A, B, C, D];
