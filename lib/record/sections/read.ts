import type { IsoDay, Span } from "../../kernel/date";
import { MISSIONS } from "../cpts";
import { datedTermsOf } from "../indicators";
import type { KeptRecord } from "../dossier";
import type { Contents, Section } from "./contents";

/** What a section of the record holds today, in the shape of its form. */
export function readSection<S extends Section>(kept: KeptRecord, section: S): Contents[S] {
  return READ[section](kept) as Contents[S];
}

const READ: { readonly [S in Section]: (kept: KeptRecord) => Contents[S] } = {
  identity: ({ record, dossier }) => ({
    name: record.name,
    ...dossier.identity,
    contacts: dossier.contacts,
  }),
  territory: ({ record }) => {
    const held = record.memberships.filter(({ to }) => to === null);
    return {
      from: lastDay(held.map(({ from }) => from)),
      communes: held
        .map(({ commune, share, note }) => ({ code: commune, share, note: note ?? null }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    };
  },
  professionals: ({ record }) => {
    const latest = latestOf(record.professionals);
    return {
      asOf: dayOf(latest),
      counts: latest.map(({ profession, scope, count }) => ({ profession, scope, count })),
    };
  },
  partners: ({ record }) => {
    const latest = latestOf(record.partners);
    return {
      asOf: dayOf(latest),
      structures: latest.map(({ kind, name, count, beds }) => ({ kind, name, count, beds })),
    };
  },
  project: ({ dossier }) => dossier.project,
  missions: ({ record }) => ({
    missions: MISSIONS.flatMap((mission) => record.missions.filter((one) => one.mission === mission)).map(
      ({ mission, startedOn, endedOn, objectives }) => ({
        mission,
        startedOn,
        endedOn,
        objectives: objectives.map(({ text }) => text),
      }),
    ),
  }),
  contract: ({ record }) => ({
    steps: [...record.events]
      .sort((a, b) => (a.when.earliest < b.when.earliest ? -1 : 1))
      .map(({ kind, when, note }) => ({ kind, ...when, note })),
    contracts: record.contracts.map(({ signed, termMonths, endedOn, scheduleId, parties, amounts }) => ({
      signedEarliest: signed.earliest,
      signedLatest: signed.latest,
      termMonths,
      endedOn,
      scheduleId,
      parties: parties.map(({ kind, name }) => ({ kind, name })),
      amounts: amounts.map(({ line, part, year, amountCents }) => ({ line, part, year, amountCents })),
    })),
  }),
  indicators: ({ record }) => ({
    indicators: record.contracts.flatMap(({ indicators }, index) =>
      indicators.map((one) => ({ contract: index + 1, ...datedTermsOf(one) })),
    ),
  }),
};

interface Counted {
  readonly asOf: Span;
}

/** What was counted last: all that shares the latest day. */
function latestOf<T extends Counted>(items: readonly T[]): readonly T[] {
  const day = lastDay(items.map(({ asOf }) => asOf.latest));
  return items.filter(({ asOf }) => asOf.latest === day);
}

const dayOf = (items: readonly Counted[]): IsoDay | null => items[0]?.asOf.latest ?? null;

const lastDay = (days: readonly IsoDay[]): IsoDay | null =>
  days.reduce<IsoDay | null>((last, day) => (last === null || day > last ? day : last), null);
