import type { IsoDay } from "../../kernel/date";
import { sameData } from "../../kernel/same-data";
import type { CommuneShare, Contract, ContractIndicator, CptsRecord, PerimeterMembership } from "../cpts";
import type { KeptRecord } from "../dossier";
import { datedTermsOf } from "../indicators";
import type { Contents, Section, TerritoryContent } from "./contents";

export interface ApplyContext {
  /** The citation that what is new stands on; what does not change keeps its own. */
  readonly citation: string;
  /** The department of a commune of the reference. Throws for another. */
  readonly departmentOf: (commune: string) => string;
}

/**
 * The record with `content` in place of what its section holds. The past is kept: former perimeters are
 * closed at the day the new one holds from, former counts stay beside the new ones.
 *
 * @throws RangeError for a territory, a count or a list of structures without its day.
 */
export function applySection<S extends Section>(
  kept: KeptRecord,
  section: S,
  content: Contents[S],
  context: ApplyContext,
): KeptRecord {
  return APPLY[section](kept, content, context);
}

/**
 * The record as it would be with `content` in a section: to compute with, never to store. What is new in it
 * stands on no citation, and no department is attached to it.
 */
export function asIf<S extends Section>(kept: KeptRecord, section: S, content: Contents[S]): KeptRecord {
  return applySection(kept, section, content, { citation: "", departmentOf: () => "" });
}

type Apply<S extends Section> = (kept: KeptRecord, content: Contents[S], context: ApplyContext) => KeptRecord;

const APPLY: { readonly [S in Section]: Apply<S> } = {
  identity: ({ record, dossier }, { name, contacts, ...identity }) => ({
    record: { ...record, name },
    dossier: { ...dossier, identity, contacts },
  }),
  territory: ({ record, dossier }, content, context) => ({
    record: withTerritory(record, content, context),
    dossier,
  }),
  professionals: ({ record, dossier }, { asOf, counts }, { citation }) => {
    const day = required(asOf, "professionals");
    const when = { earliest: day, latest: day };
    return {
      record: {
        ...record,
        professionals: [
          ...record.professionals.filter((one) => one.asOf.latest < day),
          ...counts.map((one) => ({ ...one, qualifier: "exact" as const, asOf: when, citation })),
        ],
      },
      dossier,
    };
  },
  partners: ({ record, dossier }, { asOf, structures }, { citation }) => {
    const day = required(asOf, "partners");
    const when = { earliest: day, latest: day };
    return {
      record: {
        ...record,
        partners: [
          ...record.partners.filter((one) => one.asOf.latest < day),
          ...structures.map((one) => ({ ...one, asOf: when, citation })),
        ],
      },
      dossier,
    };
  },
  project: ({ record, dossier }, project) => ({ record, dossier: { ...dossier, project } }),
  missions: ({ record, dossier }, { missions }, { citation }) => ({
    record: {
      ...record,
      missions: missions.map((next) => {
        const held = record.missions.find(({ mission }) => mission === next.mission);
        const same = held && held.startedOn === next.startedOn && held.endedOn === next.endedOn;
        return {
          ...next,
          citation: same ? held.citation : citation,
          objectives: next.objectives.map(
            (text) => held?.objectives.find((one) => one.text === text) ?? { text, citation },
          ),
        };
      }),
    },
    dossier,
  }),
  contract: ({ record, dossier }, { steps, contracts }, { citation }) => ({
    record: {
      ...record,
      events: steps.map(({ kind, earliest, latest, note }) => {
        const held = record.events.find(
          ({ kind: k, when }) => k === kind && when.earliest === earliest && when.latest === latest,
        );
        return held && held.note === note ? held : { kind, when: { earliest, latest }, note, citation };
      }),
      contracts: contracts.map((next, index) => ({
        ...contractOf(record, next, citation),
        indicators: indicatorsKept(record, contracts, index),
      })),
    },
    dossier,
  }),
  indicators: ({ record, dossier }, { indicators }, { citation }) => ({
    record: {
      ...record,
      contracts: record.contracts.map((held, index) => ({
        ...held,
        indicators: indicators
          .filter(({ contract }) => contract === index + 1)
          .map((next) => indicatorOf(held, datedTermsOf(next), citation)),
      })),
    },
    dossier,
  }),
};

type ContractTerms = Contents["contract"]["contracts"][number];

/**
 * The indicators that a contract had before: those of the contract of the same days; where none has them, its
 * date was corrected, and as long as no contract came or went it is the one of the same rank.
 */
function indicatorsKept(
  { contracts: held }: CptsRecord,
  next: readonly ContractTerms[],
  index: number,
): readonly ContractIndicator[] {
  const own = next[index];
  const same = own && held.find((one) => isSigned(one, own));
  if (same) return same.indicators;
  const ranked = held.length === next.length ? held[index] : undefined;
  return ranked && !next.some((other) => isSigned(ranked, other)) ? ranked.indicators : [];
}

function isSigned({ signed }: Contract, next: ContractTerms): boolean {
  return signed.earliest === next.signedEarliest && signed.latest === next.signedLatest;
}

function indicatorOf(
  { indicators }: Contract,
  next: Omit<ContractIndicator, "citation">,
  citation: string,
): ContractIndicator {
  return indicators.find((held) => sameData(datedTermsOf(held), next)) ?? { ...next, citation };
}

function contractOf(record: CptsRecord, next: ContractTerms, citation: string): Omit<Contract, "indicators"> {
  const { signedEarliest, signedLatest, termMonths, endedOn, scheduleId, parties, amounts } = next;
  const held = record.contracts.find((one) => isSigned(one, next));
  const same =
    held && held.termMonths === termMonths && held.endedOn === endedOn && held.scheduleId === scheduleId;
  return {
    signed: { earliest: signedEarliest, latest: signedLatest },
    termMonths,
    endedOn,
    scheduleId,
    citation: same ? held.citation : citation,
    parties,
    amounts: amounts.map((amount) => {
      const known = held?.amounts.find(
        ({ line, part, year, amountCents }) =>
          line === amount.line &&
          part === amount.part &&
          year === amount.year &&
          amountCents === amount.amountCents,
      );
      return known ?? { ...amount, citation };
    }),
  };
}

/** Yesterday's coverage stays: what held before `from` is closed there, what is unchanged is left open. */
function withTerritory(record: CptsRecord, content: TerritoryContent, context: ApplyContext): CptsRecord {
  const from = required(content.from, "territory");
  const unchanged = new Set<string>();
  const past = record.memberships.flatMap((held): PerimeterMembership[] => {
    if (held.to !== null && held.to <= from) return [held];
    const next = content.communes.find(({ code }) => code === held.commune);
    if (next && held.to === null && held.from <= from && isSame(held, next)) {
      unchanged.add(held.commune);
      return [held];
    }
    return held.from < from ? [{ ...held, to: from }] : [];
  });
  const added = content.communes
    .filter(({ code }) => !unchanged.has(code))
    .map(({ code, share, note }): PerimeterMembership => ({
      commune: code,
      from,
      to: null,
      share,
      basis: "declared",
      note,
      citation: context.citation,
    }));
  return {
    ...record,
    departments: withDepartments(record, content, context),
    memberships: [...past, ...added],
  };
}

function isSame(held: PerimeterMembership, next: TerritoryContent["communes"][number]): boolean {
  return held.basis === "declared" && sameShare(held.share, next.share) && (held.note ?? null) === next.note;
}

function sameShare(a: CommuneShare, b: CommuneShare): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** A CPTS counts in every department that its territory reaches; those already attached keep their rank. */
function withDepartments(
  { departments }: CptsRecord,
  { communes }: TerritoryContent,
  { citation, departmentOf }: ApplyContext,
): CptsRecord["departments"] {
  const reached = new Map<string, number>();
  for (const { code } of communes) {
    const department = departmentOf(code);
    reached.set(department, (reached.get(department) ?? 0) + 1);
  }
  const attached = new Set(departments.map(({ code }) => code));
  const last = Math.max(0, ...departments.map(({ rank }) => rank));
  const added = [...reached]
    .filter(([code]) => !attached.has(code))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code], index) => ({ code, rank: last + index + 1, citation }));
  return [...departments, ...added];
}

function required(day: IsoDay | null, section: Section): IsoDay {
  if (day === null) throw new RangeError(`${section} takes effect on a day`);
  return day;
}
