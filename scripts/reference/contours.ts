import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { MAPSHAPER, SOURCES } from "./places";
import { squareMetres } from "./surface";

export interface Contours {
  /** One feature per current commune that has a polygon, `properties.code`; every detail of the source. */
  readonly file: string;
  /** Area of each of them, square metres on the ellipsoid, before any simplification. */
  readonly areas: ReadonlyMap<string, number>;
  /** Names that the contours give to the codes of their own vintage. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The contours of COG 2018 under the codes of today.
 *
 * @param successor current commune of each former code.
 * @param current codes of the current communes.
 * @param folder an empty temporary folder, left with the extracted files in it.
 * @throws Error when `tar` or `xz` is missing, or a contour matches no current commune.
 */
export function readContours(
  successor: ReadonlyMap<string, string>,
  current: ReadonlySet<string>,
  folder: string,
): Contours {
  extract(join(SOURCES, "communes-all-101.tar.xz"), folder);
  const areas = new Map<string, number>();
  const names = new Map<string, string>();
  const lines: string[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".geojson"));
  if (files.length !== 101) throw new Error(`the archive holds ${files.length} departments, not 101`);
  for (const file of files.sort()) {
    const collection = JSON.parse(readFileSync(join(folder, file), "utf8")) as SourceFile;
    for (const { properties, geometry } of collection.features) {
      const code = current.has(properties.code) ? properties.code : successor.get(properties.code);
      if (code === undefined) throw new Error(`${properties.code} (${file}) is no commune, past or present`);
      if (names.has(properties.code)) throw new Error(`${properties.code} has two contours`);
      names.set(properties.code, properties.nom);
      areas.set(code, (areas.get(code) ?? 0) + squareMetres(geometry));
      lines.push(JSON.stringify({ type: "Feature", properties: { code }, geometry } satisfies Feature));
    }
  }
  const file = join(folder, "contours.json");
  writeFileSync(file, `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}`);
  return { file, areas, names };
}

type SourceFile = FeatureCollection<Polygon | MultiPolygon, { code: string; nom: string }>;

/** Runs mapshaper, whose messages are shown only when it fails. */
export function mapshaper(args: readonly string[]): void {
  execFileSync(process.execPath, [MAPSHAPER, ...args], { stdio: ["ignore", "ignore", "pipe"] });
}

function extract(archive: string, folder: string): void {
  try {
    execFileSync("tar", ["-xJf", archive, "-C", folder], { stdio: ["ignore", "ignore", "pipe"] });
  } catch (cause) {
    throw new Error(`cannot extract ${archive}: the programs tar and xz must be installed`, { cause });
  }
}
