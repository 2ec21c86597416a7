import type { Viewer } from "../auth/can";
import type { FoundKept } from "../db/repositories/kept";
import type { LineCode, Part } from "../funding";
import type { IsoDay, Span } from "../kernel/date";
import type { Cents } from "../kernel/money";
import type { Contract, CptsRecord } from "../record/cpts";
import { asIf } from "../record/sections";
import { parseSection } from "../schemas/sections";
import { contractView, type YearOfContract } from "./cpts-contract";
import { yearView } from "./cpts-envelopes";
import { latestFigure } from "./cpts-figures";
import { openWorld } from "./world";
import { yearSizes } from "./year-size";

/** A year of a contract whose annex states amounts, each beside what the schedule gives. */
export interface AnnexYear {
  readonly signed: Span;
  readonly year: number;
  readonly scheduleLabel: string;
  readonly lines: readonly {
    readonly line: LineCode;
    readonly part: Part;
    readonly contractCents: Cents;
    /** Null where the schedule has no such line. */
    readonly scheduleCents: Cents | null;
    readonly differenceCents: Cents | null;
  }[];
}

/** This page numbers no sources. */
const NO_NOTES = { ref: () => 0, list: () => [] };

/**
 * The annex against the schedule, by the engine: of the draft as last saved where it is complete, else of the
 * record. Empty where no annex states amounts, or nothing but an estimate says the size.
 */
export async function annexYears(
  viewer: Viewer,
  { kept }: FoundKept,
  draft: unknown,
  today: IsoDay,
): Promise<readonly AnnexYear[]> {
  const parsed = draft === null ? null : parseSection("contract", draft);
  const { record } = parsed && "content" in parsed ? asIf(kept, "contract", parsed.content) : kept;
  const world = await openWorld(viewer);
  const sizeOf = yearSizes(world, record, today);
  return record.contracts.flatMap((contract) =>
    yearsStated(contract, record, today).flatMap((year) => {
      const population = latestFigure(record.figures, "population", today);
      const view = yearView(contract, record, year, null, sizeOf(year), population, NO_NOTES);
      const lines = view?.envelope?.lines ?? [];
      if (!view || lines.length === 0) return [];
      return [
        {
          signed: contract.signed,
          year: year.index,
          scheduleLabel: view.schedule.label,
          lines: lines.flatMap(({ line, part, contractCents, scheduleCents, differenceCents }) =>
            contractCents === null ? [] : [{ line, part, contractCents, scheduleCents, differenceCents }],
          ),
        },
      ];
    }),
  );
}

/** The years that the annex names; where it speaks of every year, the one under way. */
function yearsStated(contract: Contract, record: CptsRecord, today: IsoDay): readonly YearOfContract[] {
  const named = new Set(contract.amounts.map(({ year }) => year));
  if (named.size === 0) return [];
  const { years, currentYears } = contractView(contract, record, today, NO_NOTES);
  const inTerm = years.filter(({ pastTerm }) => !pastTerm);
  const present = inTerm.find(({ index }) => currentYears.includes(index)) ?? inTerm.at(-1);
  return years.filter((year) => named.has(year.index) || (named.has(null) && year === present));
}
