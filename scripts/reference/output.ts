import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { PointRow } from "./interior-points";
import { ATTRIBUTION, GEO, REFERENCE, VINTAGES } from "./places";
import { HELD_BY } from "./succession";
import type { Tables } from "./tables";

interface Written {
  readonly path: string;
  readonly bytes: number;
  readonly gzipped: number;
  readonly sha256: string;
}

/** Writes the files of a build, then says what was written: in the manifest, and on the terminal. */
export class Output {
  readonly #written: Written[] = [];

  constructor() {
    // A file of an earlier build that this one no longer makes must not stay and be served.
    rmSync(GEO, { recursive: true, force: true });
    mkdirSync(REFERENCE, { recursive: true });
  }

  /** One row to a line, so that a change of one commune is a change of one line. */
  tables({ communes, epci, departments, regions }: Tables): void {
    const columns = Object.keys(communes[0] ?? {});
    const rows = communes.map((commune) => Object.values(commune));
    this.#write(REFERENCE, "communes.json", `{"columns":${JSON.stringify(columns)},"rows":${lines(rows)}}\n`);
    this.#write(REFERENCE, "epci.json", `${lines(epci)}\n`);
    this.#write(REFERENCE, "departments.json", `${lines(departments)}\n`);
    this.#write(REFERENCE, "regions.json", `${lines(regions)}\n`);
  }

  /** One commune to a line as well. */
  points(rows: readonly PointRow[]): void {
    this.#write(REFERENCE, "commune-points.json", `${lines(rows)}\n`);
  }

  reference(name: string, content: unknown): void {
    this.#write(REFERENCE, name, `${JSON.stringify(content)}\n`);
  }

  geo(path: string, content: string): void {
    this.#write(GEO, path, content);
  }

  /** Writes `manifest.json` last, with the checksum of every other file, and prints the summary. */
  finish({ communes, epci, departments, regions }: Tables): void {
    const counts = {
      communes: communes.length,
      communesWithoutPolygon: HELD_BY.size,
      epci: epci.length,
      departments: departments.length,
      regions: regions.length,
      population: communes.reduce((sum, { population }) => sum + population, 0),
    };
    const checksums = Object.fromEntries(this.#written.map(({ path, sha256 }) => [path, sha256]));
    writeFileSync(
      join(REFERENCE, "manifest.json"),
      `${JSON.stringify({ attribution: ATTRIBUTION, vintages: VINTAGES, counts, checksums }, null, 2)}\n`,
    );
    console.log(counts);
    const geo = `public/geo/${VINTAGES.cog}`;
    for (const start of [
      "prisma/reference/",
      `${geo}/departements/`,
      `${geo}/maillage/`,
      `${geo}/departements.json`,
      `${geo}/regions.json`,
      `${geo}/france.svg`,
    ]) {
      const files = this.#written.filter(({ path }) => path.startsWith(start));
      console.log(summary(start, files));
    }
  }

  #write(folder: string, path: string, content: string): void {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    this.#written.push({
      path: `${folder === GEO ? `public/geo/${VINTAGES.cog}` : "prisma/reference"}/${path}`,
      bytes: Buffer.byteLength(content),
      gzipped: gzipSync(content).byteLength,
      sha256: createHash("sha256").update(content).digest("hex"),
    });
  }
}

function lines(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
}

function summary(start: string, files: readonly Written[]): string {
  const kilobytes = (pick: (file: Written) => number) =>
    Math.round(files.reduce((sum, file) => sum + pick(file), 0) / 1000);
  const largest = files.toSorted((a, b) => b.gzipped - a.gzipped)[0];
  return (
    `${start}: ${files.length} files, ${kilobytes((f) => f.bytes)} kB, gzipped ${kilobytes((f) => f.gzipped)} kB; ` +
    `largest ${largest?.path} ${largest?.gzipped} bytes gzipped`
  );
}
