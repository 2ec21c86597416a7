import { SCHEDULES } from "../funding";
import type { IsoDay } from "../kernel/date";
import type { Ignored } from "../schemas/address";
import { MOST_COMMUNES } from "../schemas/simulator/fields";
import type { SimulatorAddress } from "../schemas/simulator/address";
import type { IndicatorDrafts } from "../schemas/simulator/indicator-fields";
import type { SimulatorState } from "../schemas/simulator/state";
import { readPaste, type PasteReport } from "../territory/paste";
import type { Ask } from "./ask";
import { evidenceFor, notesOver, RULES, scheduleCitation } from "./cpts-notes";
import type { Footnote } from "./footnotes";
import { directoryOf } from "./recognise-communes";
import { vintagesOf } from "./vintages";
import { openWorld, type World } from "./world";

export interface PickedCommune {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly population: number;
}

export interface SimulatorPage {
  /** That of the address, with the communes recognised in what was pasted. */
  readonly state: SimulatorState;
  readonly communes: readonly PickedCommune[];
  /** The indicators as typed. */
  readonly drafts: IndicatorDrafts;
  /** What became of a pasted list; null where none was. */
  readonly report: PasteReport | null;
  readonly isExample: boolean;
  readonly ignored: readonly Ignored[];
  readonly today: IsoDay;
  /** Year of the populations municipales that communes are counted with. */
  readonly vintage: number;
  /** Footnote numbers. */
  readonly refs: {
    readonly population: number;
    /** By schedule id. */
    readonly schedules: Readonly<Record<string, number>>;
  };
  readonly footnotes: readonly Footnote[];
}

/**
 * What the simulator needs beside the engine: the communes of its address and the sources. Nothing is kept
 * under the address, which holds what one reader typed. Throws Forbidden.
 */
export async function simulatorPage(ask: Ask, address: SimulatorAddress): Promise<SimulatorPage> {
  const world = await openWorld(ask.viewer);
  const [found, evidence] = await Promise.all([
    communesOf(world, address),
    evidenceFor(world.db.prisma, { citations: [], sources: [] }),
  ]);
  const notes = notesOver(evidence);
  // The schedule in force first: it is the one most pages rest on.
  const schedules = SCHEDULES.toReversed().map(({ id }) => [id, notes.ref(scheduleCitation(id))] as const);
  const population = notes.ref(RULES.population);
  return {
    state: { ...address.state, communes: found.communes.map(({ code }) => code) },
    ...found,
    drafts: address.drafts,
    isExample: address.isExample,
    ignored: [...address.ignored, ...found.ignored],
    today: ask.today,
    vintage: vintagesOf().population,
    refs: { population, schedules: Object.fromEntries(schedules) },
    footnotes: notes.list(),
  };
}

async function communesOf(
  world: World,
  { state, pasted }: SimulatorAddress,
): Promise<Pick<SimulatorPage, "communes" | "report" | "ignored">> {
  if (state.communes.length === 0 && pasted === "") return { communes: [], report: null, ignored: [] };
  const directory = await directoryOf(world);
  const ignored: Ignored[] = [];
  const known = state.communes.flatMap((code) => {
    const successors = directory.successorsOf(code);
    const [only] = successors;
    const commune = directory.byCode(code) ?? (successors.length === 1 ? only : undefined);
    if (!commune) {
      const reason = only
        ? "a été partagé entre plusieurs communes : choisissez-les"
        : "n’est aucune commune";
      ignored.push({ parameter: "communes", value: code, reason });
    }
    return commune ?? [];
  });
  const near = new Set(known.map(({ departmentCode }) => departmentCode));
  const report = pasted === "" ? null : readPaste(pasted, directory, near);
  const named = [...known, ...(report?.recognised ?? []), ...(report?.replaced ?? [])];
  const codes = [...new Set(named.map(({ code }) => code))];
  if (codes.length > MOST_COMMUNES) {
    const reason = `dépasse ${MOST_COMMUNES} communes : les suivantes ne sont pas comptées`;
    ignored.push({ parameter: "coller", value: `${codes.length} communes`, reason });
  }
  const communes = codes.slice(0, MOST_COMMUNES).flatMap((code) => {
    const row = world.commune.get(code);
    if (!row) return [];
    return [{ code, name: row.name, department: row.departmentCode, population: row.population }];
  });
  return { communes, report, ignored };
}
