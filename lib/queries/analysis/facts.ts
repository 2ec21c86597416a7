import type { LineCode, SizeTier } from "../../funding";
import type { Mark } from "../../kernel/certainty";
import type { IsoDay } from "../../kernel/date";
import type { Cents } from "../../kernel/money";
import type { LineMoney } from "../money/ledger";
import type { Ledger } from "../money/ledgers";
import { oneInProcess } from "../process-memory";

/** One line of one contract year of one CPTS: the grain of every summary. */
export interface Fact {
  readonly slug: string;
  /** Of the department that the CPTS is attached to first: its CPAM holds the contract, and each euro counts once. */
  readonly department: string | null;
  readonly region: string | null;
  readonly tier: SizeTier | null;
  /** Id of the schedule that the year is under. */
  readonly schedule: string | null;
  readonly contractNo: number;
  readonly year: number;
  /** Civil year in which the contract year begins. */
  readonly exercice: number;
  readonly line: LineCode;
  readonly contractedCents: Cents | null;
  readonly contractedMark: Mark;
  readonly dueCents: Cents;
  readonly dueIsMinimum: boolean;
  readonly dueMark: Mark;
  readonly toConfirmCents: Cents;
  /** Null: nobody recorded what was paid. */
  readonly paidCents: Cents | null;
  readonly spentCents: Cents | null;
  readonly spentIsMinimum: boolean;
  readonly budgetCents: Cents | null;
  /** Variable share settled: what it earned, of what it could. Both 0 where nothing is settled. */
  readonly earnedCents: Cents;
  readonly earnableCents: Cents;
}

/** Where a CPTS counts. */
export interface Place {
  readonly department: string | null;
  readonly region: string | null;
}

const KNOWN = oneInProcess(
  "facts",
  () => new WeakMap<Ledger, { readonly today: IsoDay; readonly facts: readonly Fact[] }>(),
);

/** The facts of a ledger, years to come left out; kept as long as the ledger is. */
export function factsOf(ledger: Ledger, place: Place, today: IsoDay): readonly Fact[] {
  const known = KNOWN.get(ledger);
  if (known?.today === today) return known.facts;
  const facts = ledger.contracts.flatMap(({ years }) =>
    years
      .filter(({ of }) => of.start.earliest <= today)
      .flatMap(({ of, lines }) =>
        lines.map((line): Fact => ({
          slug: ledger.slug,
          ...place,
          tier: of.tier,
          schedule: of.schedule?.id ?? null,
          contractNo: of.contractNo,
          year: of.index,
          exercice: Number(of.start.earliest.slice(0, 4)),
          line: line.line,
          contractedCents: line.contractedCents,
          contractedMark: line.contractedMark,
          dueCents: line.dueCents,
          dueIsMinimum: line.dueMissing !== null,
          dueMark: line.dueMark,
          toConfirmCents: line.toConfirmCents,
          paidCents: line.paidCents,
          spentCents: line.spentCents,
          spentIsMinimum: line.spentIsMinimum,
          budgetCents: line.budgetCents,
          ...achievementOf(line),
        })),
      ),
  );
  KNOWN.set(ledger, { today, facts });
  return facts;
}

function achievementOf({ parts }: LineMoney): Pick<Fact, "earnedCents" | "earnableCents"> {
  let earnedCents = 0;
  let earnableCents = 0;
  for (const { part, due, maximumCents } of parts) {
    if (part !== "variable" || typeof due !== "number") continue;
    earnedCents += due;
    earnableCents += maximumCents;
  }
  return { earnedCents, earnableCents };
}
