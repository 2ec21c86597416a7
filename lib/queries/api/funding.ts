import { contractYear, simulate } from "@/lib/funding";
import type { Simulation, SimulationRequest } from "@/lib/schemas/api/funding";

/** `POST /api/v1/funding/simulate`, on a request that its schema accepted. Nothing stored is read. */
export function simulationAnswer(request: SimulationRequest): Simulation {
  const { sizeTier, schedule, lines, totals, instalments } = simulate(request);
  const { index, start, end } = contractYear(request.signedOn, request.contractYear ?? 1);
  return {
    sizeTier,
    schedule,
    contractYear: { index, start, end },
    lines: lines.map(({ indicators, ...line }) => ({
      ...line,
      ...(indicators === undefined ? {} : { indicators: [...indicators] }),
    })),
    totals,
    instalments: [...instalments],
  };
}
