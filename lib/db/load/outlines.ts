import { type DepartmentTopology, outlineOf } from "../../territory/outline";
import { type DatedCommune, stablePeriods } from "../../territory/periods";
import { type StoredOutline, replaceOutlines } from "../repositories/outlines";
import { type Tx, dayOf, dayOrNull } from "../repositories/rows";
import type { Dataset } from "./dataset";
import { fingerprint, shippedText } from "./files";

const FORM = "1";

/** Contours by department, read once each from `public/geo`. */
export type Contours = (department: string) => DepartmentTopology;

interface Manifest {
  readonly vintages: { readonly cog: number };
  readonly checksums: Readonly<Record<string, string>>;
}

/**
 * The outline of every known perimeter, over each period when it does not change. Computed again for all
 * when the contours or the public records change; a command that changes a territory calls
 * {@link storeOutlines} for its own.
 *
 * @param records checksum of the public records.
 */
export function outlinesDataset(root: string, records: string): Dataset {
  const manifest = manifestOf(root);
  const contourFiles = Object.entries(manifest.checksums).filter(([file]) => file.includes("/departements/"));
  return {
    name: "outlines",
    checksum: fingerprint([FORM, records, JSON.stringify(contourFiles)]),
    load: async (tx) => {
      const contours = contoursOf(root);
      const cpts = await tx.cpts.findMany({ where: { memberships: { some: {} } }, select: { id: true } });
      await tx.perimeterOutline.deleteMany();
      let outlines = 0;
      for (const { id } of cpts) outlines += await storeOutlines(tx, id, contours);
      return { cpts: cpts.length, outlines };
    },
  };
}

/** The contours that go with the reference, by department code. Throws StartupFault `data_missing`. */
export function contoursOf(root: string): Contours {
  const vintage = String(manifestOf(root).vintages.cog);
  const known = new Map<string, DepartmentTopology>();
  return (department) => {
    const found = known.get(department);
    if (found) return found;
    const text = shippedText(root, "public", "geo", vintage, "departements", `${department}.json`);
    const topology = JSON.parse(text) as DepartmentTopology;
    known.set(department, topology);
    return topology;
  };
}

/** Computes and stores the outlines of one CPTS from its memberships. @returns how many periods it has. */
export async function storeOutlines(tx: Tx, cptsId: string, contours: Contours): Promise<number> {
  const rows = await tx.perimeterMembership.findMany({
    where: { cptsId },
    select: { communeCode: true, from: true, to: true, commune: { select: { departmentCode: true } } },
  });
  const departments = new Map(rows.map((row) => [row.communeCode, row.commune.departmentCode]));
  const members = rows.map((row): DatedCommune => ({
    commune: row.communeCode,
    from: dayOf(row.from),
    to: dayOrNull(row.to),
  }));
  const outlines = stablePeriods(members).map(({ from, to, communes }): StoredOutline => {
    const codes = [...new Set(communes.map((commune) => departments.get(commune) ?? ""))].sort();
    return { from, to, geometry: outlineOf(codes.map(contours), new Set(communes)).geometry };
  });
  await replaceOutlines(tx, cptsId, outlines);
  return outlines.length;
}

function manifestOf(root: string): Manifest {
  return JSON.parse(shippedText(root, "prisma", "reference", "manifest.json")) as Manifest;
}
