import type { IsoDay, Span } from "../../kernel/date";
import type { Cents } from "../../kernel/money";
import type { LifecycleKind } from "../lifecycle";
import type { ContractContent } from "../sections";
import { changeOf, pairBy, pairByEither, type Change } from "./change";

type Step = ContractContent["steps"][number];
type ContractTerms = ContractContent["contracts"][number];
type Amount = ContractTerms["amounts"][number];
type Party = ContractTerms["parties"][number];

export interface ChangedStep {
  readonly kind: LifecycleKind;
  /** When it happens, after the change. */
  readonly when: Span;
  readonly moved: Change<Span> | null;
  readonly note: Change<string | null> | null;
}

export interface ChangedContract {
  /** When it is signed, after the change. */
  readonly signed: Span;
  readonly moved: Change<Span> | null;
  readonly termMonths: Change<number> | null;
  readonly endedOn: Change<IsoDay | null> | null;
  readonly scheduleId: Change<string | null> | null;
  readonly parties: { readonly added: readonly Party[]; readonly removed: readonly Party[] } | null;
  readonly amounts: AmountsDifference | null;
}

export interface AmountsDifference {
  readonly added: readonly Amount[];
  readonly removed: readonly Amount[];
  readonly changed: readonly (Omit<Amount, "amountCents"> & { readonly amount: Change<Cents> })[];
}

/** The order of steps, contracts, parties and amounts says nothing: only what they are counts. */
export interface ContractDifference {
  readonly steps: {
    readonly added: readonly Step[];
    readonly removed: readonly Step[];
    readonly changed: readonly ChangedStep[];
  };
  readonly contracts: {
    readonly added: readonly ContractTerms[];
    readonly removed: readonly ContractTerms[];
    readonly changed: readonly ChangedContract[];
  };
}

/** Null when both have the same steps and the same contracts. */
export function contractDifference(
  before: ContractContent,
  after: ContractContent,
): ContractDifference | null {
  const steps = pairByEither(before.steps, after.steps, stepKey, ({ kind }) => kind);
  const contracts = pairByEither(before.contracts, after.contracts, signedKey, () => "");
  const difference: ContractDifference = {
    steps: {
      added: steps.added,
      removed: steps.removed,
      changed: steps.both.flatMap((pair) => changedStep(pair) ?? []),
    },
    contracts: {
      added: contracts.added,
      removed: contracts.removed,
      changed: contracts.both.flatMap((pair) => changedContract(pair) ?? []),
    },
  };
  const parts = [difference.steps, difference.contracts];
  const isEmpty = parts.every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  );
  return isEmpty ? null : difference;
}

function changedStep({ before, after }: Change<Step>): ChangedStep | null {
  const moved = changeOf(stepSpan(before), stepSpan(after));
  const note = changeOf(before.note, after.note);
  return moved || note ? { kind: after.kind, when: stepSpan(after), moved, note } : null;
}

function changedContract({ before, after }: Change<ContractTerms>): ChangedContract | null {
  const parties = pairBy(before.parties, after.parties, ({ kind, name }) => `${kind} ${name}`);
  const changed = {
    moved: changeOf(signedSpan(before), signedSpan(after)),
    termMonths: changeOf(before.termMonths, after.termMonths),
    endedOn: changeOf(before.endedOn, after.endedOn),
    scheduleId: changeOf(before.scheduleId, after.scheduleId),
    parties:
      parties.added.length + parties.removed.length > 0
        ? { added: parties.added, removed: parties.removed }
        : null,
    amounts: amountsDifference(before.amounts, after.amounts),
  };
  if (Object.values(changed).every((one) => one === null)) return null;
  return { signed: signedSpan(after), ...changed };
}

function amountsDifference(before: readonly Amount[], after: readonly Amount[]): AmountsDifference | null {
  const { added, removed, both } = pairBy(before, after, amountKey);
  const changed = both.flatMap((pair) => {
    const amount = changeOf(pair.before.amountCents, pair.after.amountCents);
    const { line, part, year } = pair.after;
    return amount ? [{ line, part, year, amount }] : [];
  });
  return added.length + removed.length + changed.length === 0 ? null : { added, removed, changed };
}

const stepSpan = ({ earliest, latest }: Step): Span => ({ earliest, latest });
const signedSpan = ({ signedEarliest, signedLatest }: ContractTerms): Span => ({
  earliest: signedEarliest,
  latest: signedLatest,
});
const stepKey = ({ kind, earliest, latest }: Step) => `${kind} ${earliest} ${latest}`;
const signedKey = ({ signedEarliest, signedLatest }: ContractTerms) => `${signedEarliest} ${signedLatest}`;
const amountKey = ({ line, part, year }: Amount) => `${line} ${part} ${year ?? "*"}`;
