import { setImmediate as turn } from "node:timers/promises";
import type { Viewer } from "@/lib/auth/can";
import { analysisFile } from "@/lib/queries/analysis-exports";
import type { Row } from "./report.mjs";

const MEGABYTE = 1024 * 1024;
/** Pieces between two measures of what is held. */
const EVERY = 10;

/** A whole export, read as a client does, piece after piece: once for its speed, once for the memory it holds. */
export async function measureExport(
  viewer: Viewer,
  today: string,
  table: string,
  group: string,
): Promise<Row[]> {
  const body = async () => {
    const found = await analysisFile(viewer, today, null, table, {});
    if (!found) throw new Error(`no table ${table}`);
    return found.file("csv").body;
  };
  let lines = 0;
  let taken = 0;
  const resting = await held();
  const restingRss = process.memoryUsage.rss();
  let peak = restingRss;
  const began = performance.now();
  for await (const piece of await body()) {
    for (const byte of piece as Uint8Array) if (byte === 10) lines += 1;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - began) / 1000;
  let most = 0;
  for await (const piece of await body()) {
    taken += (piece as Uint8Array).length > 0 ? 1 : 0;
    if (taken % EVERY === 0) most = Math.max(most, (await held()) - resting);
  }
  const left = (await held()) - resting;
  const named = `export « ${table} »`;
  return [
    { group, what: `${named}, lignes`, value: lines - 1, unit: "" },
    { group, what: `${named}, débit`, value: (lines - 1) / seconds, unit: "lignes/s" },
    {
      group,
      what: `${named}, mémoire du processus en plus`,
      value: (peak - restingRss) / MEGABYTE,
      unit: "Mo",
    },
    {
      group,
      what: `${named}, mémoire tenue en cours de route`,
      value: Math.max(0, most, left) / MEGABYTE,
      unit: "Mo",
      aim: 50,
      better: "less",
    },
  ];
}

/** Bytes that something still holds, once what nobody holds is collected. */
async function held(): Promise<number> {
  for (let i = 0; i < 2; i += 1) {
    global.gc?.();
    await turn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
