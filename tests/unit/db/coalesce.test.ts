import { expect, test } from "vitest";
import { coalesce } from "@/lib/db/coalesce";

/** A read whose runs end when told, each with its number. */
function controlled() {
  const ends: ((fails: boolean) => void)[] = [];
  const read = coalesce(
    () =>
      new Promise<number>((resolve, reject) => {
        const run = ends.length + 1;
        ends.push((fails) => (fails ? reject(new Error(`run ${run}`)) : resolve(run)));
      }),
  );
  const end = async (run: number, fails = false) => {
    ends[run - 1]?.(fails);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { read, end, runs: () => ends.length };
}

test("calls that come during a run share the next one, never the run that began before them", async () => {
  const { read, end, runs } = controlled();
  const first = read();
  const late = [read(), read(), read()];
  expect(runs()).toBe(1);
  await end(1);
  expect(await first).toBe(1);
  expect(runs()).toBe(2);
  const later = read();
  await end(2);
  expect(await Promise.all(late)).toEqual([2, 2, 2]);
  await end(3);
  expect(await later).toBe(3);
  expect(runs()).toBe(3);
});

test("a run that fails fails its own callers only", async () => {
  const { read, end } = controlled();
  const first = read();
  const second = read();
  const refused = expect(first).rejects.toThrow("run 1");
  await end(1, true);
  await refused;
  await end(2);
  expect(await second).toBe(2);
});

test("after a rest, a call begins at once", async () => {
  const { read, end, runs } = controlled();
  const first = read();
  await end(1);
  await first;
  const second = read();
  expect(runs()).toBe(2);
  await end(2);
  expect(await second).toBe(2);
});
