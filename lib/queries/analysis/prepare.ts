import { setTimeout as wait } from "node:timers/promises";
import { ANONYMOUS } from "../../auth/can";
import type { IsoDay } from "../../kernel/date";
import { countryCoverage } from "../country-coverage";
import { keptRecords } from "../espace/kept-records";
import { openWorld } from "../world";
import { peopleOf } from "./population";
import { factsIn } from "./summary";

/** CPTS computed without a pause: a request that comes meanwhile waits some tens of milliseconds at most. */
const AT_ONCE = 5;
/** The first answers of a process are its visitors'. */
const FIRST_AFTER_MS = 2_000;
const LOOK_EVERY_MS = 10 * 60_000;
/** So long before a day begins, it is prepared. */
const AHEAD_MS = 45 * 60_000;

/**
 * Computes what every summary of a day rests on, so that the first one asked for finds it done. Works half of the
 * time at most, and leaves the other half to whoever asks. Shows nothing to anybody: no rights are at stake.
 *
 * @param isOver asked between two steps; true ends it there.
 */
export async function prepareSummaries(today: IsoDay, isOver: () => boolean): Promise<void> {
  const world = await openWorld(ANONYMOUS);
  const scope = [...(await keptRecords(world)).values()].map(({ id, slug, departments, kept }) => ({
    id,
    slug,
    departments,
    name: kept.record.name,
  }));
  for (let i = 0; i < scope.length && !isOver(); i += AT_ONCE) {
    const began = performance.now();
    const some = scope.slice(i, i + AT_ONCE);
    await factsIn(world, some, today);
    for (const { slug } of some) {
      const record = world.cptsBySlug.get(slug);
      if (record) peopleOf(world, record, today);
    }
    await wait(performance.now() - began, undefined, { ref: false });
  }
  if (!isOver()) await countryCoverage(world, today);
}

/**
 * Prepares today's summaries in the background, then each day's shortly before it begins.
 *
 * @param dayAt the day in France at an instant, or the day that an operator fixed.
 * @returns ends it.
 */
export function keepSummariesReady(dayAt: (now: Date) => IsoDay): () => void {
  let isOver = false;
  let ready: IsoDay | null = null;
  const look = async (ahead: number): Promise<void> => {
    const day = dayAt(new Date(Date.now() + ahead));
    if (isOver || day === ready) return;
    ready = day;
    try {
      await prepareSummaries(day, () => isOver);
    } catch (error) {
      // A summary asked for computes what it needs itself: nothing is lost but time. The next look tries again.
      ready = null;
      if (!isOver) console.error("Les synthèses n’ont pas pu être préparées :", error);
    }
  };
  const first = setTimeout(() => void look(0), FIRST_AFTER_MS).unref();
  const later = setInterval(() => void look(AHEAD_MS), LOOK_EVERY_MS).unref();
  return () => {
    isOver = true;
    clearTimeout(first);
    clearInterval(later);
  };
}
