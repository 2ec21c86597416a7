import { readFile } from "node:fs/promises";
import path from "node:path";
import { communeIndex, type CommuneIndex, type ReferenceCommune } from "./communes";
import type { CommunePoint } from "./layers/layer";

/** The reference data that imports are read against, from `prisma/reference`: read once, then kept. */
const FOLDER = "prisma/reference";
let points: Promise<readonly CommunePoint[]> | undefined;
let index: Promise<CommuneIndex> | undefined;

/** A point well inside each commune, in the order of their codes. */
export function communePoints(): Promise<readonly CommunePoint[]> {
  points ??= read<readonly [string, number, number, string?][]>("commune-points.json").then((rows) =>
    rows.map(([code, longitude, latitude, heldBy = null]) => ({ code, longitude, latitude, heldBy })),
  );
  return points;
}

/** The communes of today by their codes and names, former ones too, for `resolveCommune`. */
export function communeReference(): Promise<CommuneIndex> {
  index ??= read<{ readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }>(
    "communes.json",
  ).then(({ columns, rows }) =>
    communeIndex(
      rows.map(
        (row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])) as unknown as ReferenceCommune,
      ),
    ),
  );
  return index;
}

async function read<T>(name: string): Promise<T> {
  const file = path.join(/*turbopackIgnore: true*/ process.cwd(), FOLDER, name);
  return JSON.parse(await readFile(file, "utf8")) as T;
}
