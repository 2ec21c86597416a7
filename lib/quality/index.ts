/**
 * lib/quality: what is missing, odd or late in a record, each with why it matters and how to mend it. Pure:
 * no clock, no storage, and what other rooms compute is passed in.
 */
import { rate, type Rate } from "../kernel/rate";
import { SECTIONS, type Section } from "../record/sections";
import { REQUIREMENTS } from "./requirements";
import type { About, Rule, Severity } from "./rule";
import { CONTRACT_RULES } from "./rules/contract";
import { INDICATOR_RULES } from "./rules/indicators";
import { MISSION_RULES, PROJECT_RULES } from "./rules/missions";
import { PEOPLE_RULES } from "./rules/people";
import { TERRITORY_RULES } from "./rules/territory";
import type { Subject } from "./subject";

export type { About, Rule, Severity } from "./rule";
export { NO_FACTS, type Facts, type Subject } from "./subject";
export type { Requirement } from "./requirements";

/** By section, in the order of the sections; within one, what matters most first. */
export const RULES: readonly Rule[] = SECTIONS.flatMap((section) =>
  [
    ...TERRITORY_RULES,
    ...PEOPLE_RULES,
    ...PROJECT_RULES,
    ...MISSION_RULES,
    ...CONTRACT_RULES,
    ...INDICATOR_RULES,
  ].filter((rule) => rule.section === section),
);

/** A rule that the record does not satisfy. */
export interface Finding extends Pick<Rule, "id" | "section" | "severity" | "title" | "reason" | "mend"> {
  readonly about: readonly About[];
}

export interface Quality {
  readonly findings: readonly Finding[];
  /** Rules satisfied, of those that apply. */
  readonly whole: Rate;
  readonly bySection: Readonly<Record<Section, Rate>>;
}

/** Whether the question arises for this record. */
export function applies({ requires }: Pick<Rule, "requires">, subject: Subject): boolean {
  return requires.every((requirement) => REQUIREMENTS[requirement](subject));
}

export function qualityOf(subject: Subject, rules: readonly Rule[] = RULES): Quality {
  const asked = rules.filter((rule) => applies(rule, subject));
  const findings = asked.flatMap((rule): Finding[] => {
    const about = rule.trips(subject);
    const { id, section, severity, title, reason, mend } = rule;
    return about === null ? [] : [{ id, section, severity, title, reason, mend, about }];
  });
  const over = (isWithin: (one: { readonly section: Section }) => boolean): Rate => {
    const denominator = asked.filter(isWithin).length;
    return rate(denominator - findings.filter(isWithin).length, denominator);
  };
  return {
    findings,
    whole: over(() => true),
    bySection: Object.fromEntries(
      SECTIONS.map((section) => [section, over((one) => one.section === section)]),
    ) as Record<Section, Rate>,
  };
}

const URGENCY: Readonly<Record<Severity, number>> = { late: 0, missing: 1, odd: 2 };

/** What is most useful to mend: deadlines past, then what is missing, then what is odd. */
export function mostUseful(findings: readonly Finding[], most: number): readonly Finding[] {
  return [...findings].sort((a, b) => URGENCY[a.severity] - URGENCY[b.severity]).slice(0, most);
}
