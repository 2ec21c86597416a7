import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { apart } from "@/lib/import/apart/run";
import { readTable } from "@/lib/import/read-table";
import { odsRow, ods, odsTable, sheet, text, xlsx } from "./workbooks";

const isHeading = (one: string) => one === "CPTS" || one === "Commune";
const COLUMNS = "ABCDEFGHIJ";
const ROWS = 35_000;
const line = (i: number) =>
  Array.from(COLUMNS, (_, j) => (i === 0 ? (j === 0 ? "CPTS" : `titre ${j}`) : `valeur ${i} ${j}`));
const LINES = Array.from({ length: ROWS + 1 }, (_, i) => line(i));
/** All of them where the workbook is the usual one, or where one measures: the others are as long to make as to read. */
const FEWER = process.env.MEASURE ? LINES : LINES.slice(0, 5_001);

const FILES: readonly [string, readonly string[][], () => Uint8Array][] = [
  ["csv", FEWER, () => Buffer.from(FEWER.map((cells) => cells.join(";")).join("\n"))],
  [
    "xlsx",
    LINES,
    () =>
      xlsx({
        sheets: [
          {
            name: "F",
            xml: sheet(
              LINES.map((cells, i) => cells.map((one, j) => text(`${COLUMNS[j]}${i + 1}`, one)).join("")),
            ),
          },
        ],
      }),
  ],
  ["ods", FEWER, () => ods(odsTable("F", FEWER.map((cells) => odsRow(cells)).join("")))],
];

describe("a file is read in a process apart", () => {
  // The aim is three seconds; a shared machine may be busy.
  test.each(FILES)("rows of ten columns in %s, whole and in order", async (format, lines, make) => {
    const bytes = make();
    const started = performance.now();
    const read = await readTable(bytes, `a.${format}`, isHeading);
    if (process.env.MEASURE) console.log(format, Math.round(performance.now() - started), "ms");
    if (!read.ok) throw new Error(read.error);
    expect(read.value.format).toBe(format);
    expect(read.value.rows).toHaveLength(lines.length - 1);
    expect(read.value.rows.at(-1)).toEqual({ row: lines.length, cells: lines.at(-1) });
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test("which is ended past its time, and for want of memory, while the server goes on", async () => {
    const depth = "[0,0],".repeat(2_500_000);
    const heavy = Buffer.from(
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"coordinates":[[${depth}[0,0]]]}}]}`,
    );
    const delay = monitorEventLoopDelay({ resolution: 10 });
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 20);
    delay.enable();
    const [slow, large] = await Promise.all([
      // Sides that all meet one another: nothing but the time ends it.
      apart({ kind: "polygons" }, comb(60_000), undefined, { seconds: 2 }),
      apart({ kind: "polygons" }, heavy, undefined, { megabytes: 64 }),
    ]);
    delay.disable();
    clearInterval(clock);
    expect(slow).toMatchObject({ ok: false, error: expect.stringContaining("demande trop de temps") });
    expect(large).toMatchObject({ ok: false, error: expect.stringContaining("trop de mémoire") });
    expect(ticks).toBeGreaterThan(20);
    // A reading on the server's own thread would hold it for two seconds.
    expect(delay.percentile(99) / 1e6).toBeLessThan(500);
  });

  test("two at once: the others wait their turn, and none is lost", async () => {
    const csv = Buffer.from("CPTS;Commune\na;b\n");
    const all = await Promise.all(Array.from({ length: 4 }, () => readTable(csv, "a.csv", isHeading)));
    expect(all.map((one) => one.ok && one.value.rows.length)).toEqual([1, 1, 1, 1]);
    const many = await Promise.all(
      Array.from({ length: 13 }, () => apart({ kind: "table", most: {} }, csv, () => [], { seconds: 0.001 })),
    );
    expect(many.filter((one) => !one.ok && one.error.includes("dans une minute"))).toHaveLength(1);
    expect(many.filter((one) => !one.ok && one.error.includes("trop de temps"))).toHaveLength(12);
  });
});

/** A polygon of long teeth, none of which crosses another. */
function comb(teeth: number): Uint8Array {
  const points: [number, number][] = [];
  for (let i = 0; i < teeth; i++) {
    const x = 1 + i / teeth;
    points.push([x, 44], [x + 0.5 / teeth + 1, 47]);
  }
  points.push([3.5, 43.5], [1, 43.5], [1, 44]);
  const geometry = { type: "Polygon", coordinates: [points] };
  return Buffer.from(
    JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry }] }),
  );
}
