import os from "node:os";
import type { Fault } from "./check";

export interface EngineRun {
  readonly engine: string;
  readonly acknowledged: number;
  readonly faults: readonly Fault[];
}

/** The run as a table in French, for the console and the document. */
export function report(runs: readonly EngineRun[], rounds: number): string {
  const day = new Date().toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" });
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return [
    `Mesuré le ${day} : Node ${process.versions.node}, ${os.cpus().length} cœurs, ${memory} Gio.`,
    "",
    "| base | arrêts brutaux | enregistrements acquittés | perdus ou à moitié écrits |",
    "| --- | ---: | ---: | ---: |",
    ...runs.map(
      ({ engine, acknowledged, faults }) =>
        `| ${engine} | ${rounds} | ${acknowledged.toLocaleString("fr-FR")} | ${faults.length} |`,
    ),
  ].join("\n");
}
