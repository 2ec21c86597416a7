import { exportFile, type Export, type ExportFile } from "../export";
import { addressWith, type Ignored, type Query } from "../schemas/address";
import { cptsInAddress, cptsListInAddress } from "../schemas/cpts-address";
import { departmentInAddress, orderInAddress } from "../schemas/department-address";
import type { ExportFormat } from "../schemas/export-format";
import { simulatorInAddress } from "../schemas/simulator/address";
import type { Ask } from "./ask";
import { cptsList } from "./cpts-list";
import { cptsPage } from "./cpts-page";
import { communeLines, sortedCpts } from "./department-lists";
import { departmentPage } from "./department-page";
import { france } from "./france";
import { orderedDepartments } from "./france-lists";
import { regionPage } from "./region-page";
import { simulatorPage } from "./simulator";
import type { Origin } from "./tables/about";
import { cptsCommunesExport } from "./tables/cpts-communes";
import { cptsListExport } from "./tables/cpts-list";
import { communesExport, departmentCptsExport } from "./tables/department";
import { departmentsExport } from "./tables/departments";
import { regionsExport } from "./tables/regions";
import { schedulesExport } from "./tables/schedules";
import { SIMULATED } from "./tables/simulator";

/** A table of a public page, to be written in any format: the very rows that the page shows, pages of a list aside. */
export interface PublicExport {
  readonly file: (format: ExportFormat) => ExportFile;
  /** What the address asks for and cannot be given: a file has no room to say so. */
  readonly ignored: readonly Ignored[];
}

/**
 * The table at an address such as `departements/63/communes`, by the query of the page that shows it; null where
 * there is none. Throws Forbidden.
 */
export async function publicExport(
  ask: Ask,
  origin: Origin,
  path: readonly string[],
  query: Query,
): Promise<PublicExport | null> {
  const [room, id, what, ...more] = path;
  if (more.length > 0) return null;
  if (room === "departements" && id === undefined) return ofDepartments(ask, origin, query);
  if (room === "departements" && id !== undefined) return ofDepartment(ask, origin, query, id, what);
  if (room === "regions" && id === undefined) return ofRegions(ask, origin, query);
  if (room === "regions" && id !== undefined && what === "departements") {
    return ofRegion(ask, origin, query, id);
  }
  if (room === "cpts" && id === undefined) return ofCptsList(ask, origin, query);
  if (room === "cpts" && id !== undefined && what === "communes") return ofCpts(ask, origin, query, id);
  if (room === "simulateur" && what === undefined) return ofSimulation(ask, origin, query, id);
  if (room === "baremes" && id === undefined) {
    return prepared(schedulesExport(ask, origin, "/methode#baremes"), []);
  }
  return null;
}

/** The page of the same figures, with what of the query it reads. */
const pageAt = (path: string, { format, ...query }: Query): string => {
  void format;
  return addressWith(path, query, {});
};

function prepared<Row>(found: Export<Row>, ignored: readonly (Ignored | null)[]): PublicExport {
  return {
    file: (format) => exportFile(found, format),
    ignored: ignored.filter((one) => one !== null),
  };
}

/** What was typed is no day to look back from: the file is of today. */
async function ofSimulation(
  ask: Ask,
  origin: Origin,
  query: Query,
  what: string | undefined,
): Promise<PublicExport | null> {
  if (what !== "lignes" && what !== "echeancier") return null;
  const address = simulatorInAddress(query, ask.today);
  const today = { ...ask, asOf: ask.today };
  const page = await simulatorPage(today, address);
  const at = pageAt("/simulateur", query);
  return what === "lignes"
    ? prepared(SIMULATED.lignes(today, origin, at, page), page.ignored)
    : prepared(SIMULATED.echeancier(today, origin, at, page), page.ignored);
}

async function ofDepartments(ask: Ask, origin: Origin, query: Query): Promise<PublicExport> {
  const model = await france(ask);
  const order = orderInAddress(query);
  const rows = orderedDepartments(model, order.value);
  return prepared(departmentsExport(ask, origin, pageAt("/departements", query), model, rows), [
    order.ignored,
  ]);
}

async function ofRegions(ask: Ask, origin: Origin, query: Query): Promise<PublicExport> {
  return prepared(regionsExport(ask, origin, `${pageAt("/", query)}#regions`, await france(ask)), []);
}

async function ofRegion(ask: Ask, origin: Origin, query: Query, code: string): Promise<PublicExport | null> {
  const page = await regionPage(ask, code);
  if (!page) return null;
  const at = pageAt(`/regions/${code}`, query);
  return prepared(departmentsExport(ask, origin, at, page, page.departments, page.region), []);
}

async function ofDepartment(
  ask: Ask,
  origin: Origin,
  query: Query,
  code: string,
  what: string | undefined,
): Promise<PublicExport | null> {
  const view = what === "cpts" ? "carte" : what;
  if (view !== "carte" && view !== "communes" && view !== "hors-perimetre") return null;
  const page = await departmentPage(ask, code);
  if (!page) return null;
  const shown = { ...query, vue: view };
  const address = departmentInAddress(shown);
  const at = pageAt(`/departements/${code}`, view === "carte" ? query : shown);
  return view === "carte"
    ? prepared(
        departmentCptsExport(ask, origin, `${at}#cpts`, page, sortedCpts(page.cpts, address.cptsBy)),
        address.ignored,
      )
    : prepared(
        communesExport(ask, origin, at, page, communeLines(page, address), view === "hors-perimetre"),
        address.ignored,
      );
}

async function ofCptsList(ask: Ask, origin: Origin, query: Query): Promise<PublicExport> {
  const list = await cptsList(ask, cptsListInAddress(query));
  return prepared(cptsListExport(ask, origin, pageAt("/cpts", query), list), list.ignored);
}

async function ofCpts(ask: Ask, origin: Origin, query: Query, slug: string): Promise<PublicExport | null> {
  const address = cptsInAddress(query);
  const page = await cptsPage(ask, slug, address);
  // A file without a row would say that it has no commune.
  if (!page || page.standing.perimeter === "unknown") return null;
  const at = `${pageAt(`/cpts/${slug}`, query)}#communes`;
  return prepared(cptsCommunesExport(ask, origin, at, page), [...address.ignored, ...page.ignored]);
}
