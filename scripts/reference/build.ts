import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkHolders, checkTables } from "./checks";
import { readContours } from "./contours";
import { readEtalab } from "./etalab";
import { drawFrance } from "./france";
import { franceSvg } from "./france-svg";
import { simplifyOnGrid } from "./grid";
import { interiorPoints } from "./interior-points";
import { Output } from "./output";
import { readKnownEpci, readPopulations } from "./populations";
import { publish } from "./published";
import { successors } from "./succession";
import { buildTables } from "./tables";

/**
 * Builds the reference data: `prisma/reference/` and `public/geo/<vintage>/`, from `sources/` and the package
 * @etalab/decoupage-administratif. Same sources, same bytes. Run with `npx tsx scripts/reference/build.ts`.
 */
function build(folder: string): void {
  const etalab = readEtalab();
  const successor = successors(etalab.communes);
  const current = new Set(
    etalab.communes.filter(({ type }) => type === "commune-actuelle").map(({ code }) => code),
  );
  const contours = readContours(successor, current, folder);
  const tables = buildTables(etalab, readPopulations(etalab.communes), successor, contours);
  checkTables(tables, readKnownEpci());
  checkHolders(tables.communes, contours);

  const shapes = simplifyOnGrid(contours.file, folder);
  const published = publish(shapes, tables, folder);
  const france = drawFrance(published.outlines, tables.departments, folder);

  const output = new Output();
  output.tables(tables);
  output.points(interiorPoints(contours, folder));
  output.reference("bounds.json", published.bounds);
  output.reference("departments-outline.json", france);
  for (const [path, content] of published.files) output.geo(path, content);
  output.geo("france.svg", franceSvg(france));
  output.finish(tables);
}

const folder = mkdtempSync(join(tmpdir(), "maillage-reference-"));
try {
  build(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
