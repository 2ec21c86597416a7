import {
  csvPieces,
  dataPackage,
  exportFile,
  streamOf,
  zipPieces,
  type ColumnFacts,
  type Entry,
  type ExportFile,
  type PackagedTable,
  type Reference,
  type Rows,
  type Table,
} from "../../export";
import { REFERENCE_CREDITS } from "../../format/credits";
import type { IsoDay } from "../../kernel/date";
import { addressWith } from "../../schemas/address";
import type { ExportFormat } from "../../schemas/export-format";
import type { Ask } from "../ask";
import { aboutOf, ESTIMATED_NOTE, filtersNote, MARKS_NOTE, scheduleNote, type Origin } from "../tables/about";
import { cptsListExport } from "../tables/cpts-list";
import { departmentsExport } from "../tables/departments";
import { schedulesExport } from "../tables/schedules";
import { CITATIONS, PUBLISHED_COVERAGE, PUBLISHED_FIGURES, SOURCES } from "./evidence-tables";
import { openCommunes, openFacts, type OpenFacts } from "./load";
import { COMMUNES, EVENTS, FIGURES, FUNDING, LINKS, MEMBERSHIPS } from "./record-tables";

/** One public table: what it is, how many rows it has, and its files. */
export interface OpenTable extends PackagedTable {
  readonly columns: readonly ColumnFacts[];
  readonly rows: number;
  readonly file: (format: ExportFormat) => ExportFile;
  /** The RFC 4180 file, in pieces. */
  readonly csv: () => AsyncIterable<string>;
}

export interface OpenData {
  readonly asOf: IsoDay;
  readonly today: IsoDay;
  readonly changes: OpenFacts["france"]["changes"];
  readonly tables: readonly OpenTable[];
}

const TO_CPTS: Reference = { column: "cpts", table: "cpts", names: "slug" };
const TO_DEPARTMENT: Reference = { column: "department", table: "departements", names: "code" };
const TO_CITATION: Reference = { column: "citation", table: "citations", names: "id" };

/** Every public table on a day, each with what its rows name in the others. Throws Forbidden. */
export async function openData(ask: Ask, origin: Origin): Promise<OpenData> {
  const facts = await openFacts(ask);
  const address = addressOf("/donnees", ask);
  const about = aboutOf(ask, origin, address, [
    filtersNote([]),
    scheduleNote(ask.asOf),
    MARKS_NOTE,
    ESTIMATED_NOTE,
  ]);
  const open = <Row>(
    table: Table<Row>,
    of: () => Rows<Row>,
    rows: number,
    references: readonly Reference[] = [],
  ): OpenTable => ({
    ...table,
    references,
    rows,
    file: (format) => exportFile({ table, about, rows: of() }, format),
    csv: () => csvPieces("csv", table, of()),
  });
  const listed = <Row>(table: Table<Row>, rows: readonly Row[], ...references: Reference[]) =>
    open(table, () => rows, rows.length, references);
  return { asOf: ask.asOf, today: ask.today, changes: facts.france.changes, tables: tablesOf() };

  function tablesOf(): OpenTable[] {
    const cpts = cptsListExport(ask, origin, address, facts.list);
    const departments = departmentsExport(ask, origin, address, facts.france, byCode(facts));
    const schedules = schedulesExport(ask, origin, address);
    return [
      listed(cpts.table, facts.list.rows),
      listed(LINKS, facts.links, TO_CPTS, TO_DEPARTMENT, TO_CITATION),
      listed(EVENTS, facts.events, TO_CPTS, TO_CITATION),
      listed(
        MEMBERSHIPS,
        facts.memberships,
        TO_CPTS,
        { column: "commune", table: "communes", names: "code" },
        TO_CITATION,
      ),
      listed(FIGURES, facts.figures, TO_CPTS, TO_CITATION),
      listed(FUNDING, facts.funding, TO_CPTS, TO_DEPARTMENT, TO_CITATION),
      listed(departments.table, byCode(facts)),
      open(COMMUNES, () => openCommunes(ask), facts.communes, [TO_DEPARTMENT]),
      listed(PUBLISHED_COVERAGE, facts.publishedCoverage, TO_DEPARTMENT, TO_CITATION),
      listed(PUBLISHED_FIGURES, facts.publishedFigures, TO_CITATION),
      listed(schedules.table, schedules.rows),
      listed(CITATIONS, facts.evidence.citations, { column: "source", table: "sources", names: "id" }),
      listed(SOURCES, facts.evidence.sources),
    ];
  }
}

const byCode = ({ france }: OpenFacts) => france.departments.toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** An address of the day asked for; the plain one is of today. */
export function addressOf(path: string, { asOf, today }: Pick<Ask, "asOf" | "today">): string {
  return addressWith(path, {}, { date: asOf === today ? null : asOf });
}

/** The description of the tables; `pathOf` says where each file is from it. */
export function packageOf(data: OpenData, origin: Origin, pathOf: (id: string) => string) {
  return dataPackage({
    title: "Maillage : couverture et financement des CPTS",
    description:
      "Ce que Maillage publie des communautés professionnelles territoriales de santé, chaque chiffre avec sa source. " +
      "Une valeur absente est un code : non_communique, sans_objet, a_confirmer ; une case vide n’a rien à dire de sa ligne. " +
      "Un texte qu’un tableur pourrait exécuter est précédé d’une apostrophe.",
    homepage: (origin ?? "") + addressOf("/donnees", data),
    asOf: data.asOf,
    sources: REFERENCE_CREDITS.map((title) => ({ title })),
    tables: data.tables,
    pathOf,
  });
}

/** All the tables and their description in one archive. */
export function openArchive(data: OpenData, origin: Origin): ExportFile {
  const description = packageOf(data, origin, (id) => `${id}.csv`);
  const entries: Entry[] = [
    { name: "datapackage.json", pieces: [JSON.stringify(description, null, 2)] },
    ...data.tables.map(({ id, csv }) => ({ name: `${id}.csv`, pieces: csv() })),
  ];
  return {
    name: `maillage_donnees_${data.asOf}.zip`,
    type: "application/zip",
    body: streamOf(zipPieces(entries, data.today)),
  };
}
