/**
 * Writes 100,000 rows of 20 columns in the format named first, to the file named second or to nowhere, and says
 * what it took: `{ bytes, peakMegabytes, growthMegabytes, seconds }`.
 */
import { createWriteStream } from "node:fs";
import { devNull } from "node:os";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { exported, type Column } from "../../../../lib/export";
import { EXPORT_FORMATS } from "../../../../lib/schemas/export-format";
import { ABOUT, AMBERIEU, SAMPLES, UNKNOWN, type Sample } from "../sample";

const ROWS = 100_000;

const format = EXPORT_FORMATS.find((one) => one === process.argv[2]) ?? "csv";
const columns: Column<Sample>[] = [0, 1, 2]
  .flatMap((round) => SAMPLES.columns.map((column) => ({ ...column, name: `${column.name}_${round}` })))
  .slice(0, 20);

async function* rows(): AsyncGenerator<Sample> {
  for (let i = 0; i < ROWS; i++) {
    const from = i % 10 === 0 ? UNKNOWN : AMBERIEU;
    yield { ...from, code: String(i).padStart(5, "0"), name: `Saint-Éloy n° ${i}`, share: i / 7 };
  }
}

const before = process.memoryUsage().rss;
const started = performance.now();
const stream = exported({ table: { ...SAMPLES, columns }, about: ABOUT, rows: rows() }, format);
let bytes = 0;
const counted = Readable.fromWeb(stream as NodeReadableStream<Uint8Array>).map((piece: Uint8Array) => {
  bytes += piece.byteLength;
  return piece;
});
await pipeline(counted, createWriteStream(process.argv[3] ?? devNull));
const peak = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({
    bytes,
    peakMegabytes: Math.round(peak),
    growthMegabytes: Math.round(peak - before / 1024 / 1024),
    seconds: Math.round(performance.now() - started) / 1000,
  }),
);
