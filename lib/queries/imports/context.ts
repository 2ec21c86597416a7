import { can, type Viewer } from "../../auth/can";
import { listImportedCpts } from "../../db/repositories/import-state";
import type { ImportMapping, ImportOptions, ImportTable } from "../../db/repositories/import-files";
import type { LineChange, LineFault, LineOutcome, ReportLine } from "../../db/repositories/import-lines";
import type { Tx } from "../../db/repositories/rows";
import { FIELDS_OF, type ImportKind } from "../../import/columns";
import type { CommuneIndex } from "../../import/communes";
import { dayOrderOf, readDay, type DayOrder } from "../../import/days";
import { communeReference } from "../../import/reference";
import { saysNothing } from "../../import/values";
import type { IsoDay } from "../../kernel/date";
import type { ImportedCpts } from "../../record/import-terms";
import { FIRST_DAY } from "../../schemas/address";
import { cptsFinder } from "../money/cpts-named";
import { Working } from "./working";

/** What a file is planned from. */
export interface PlanInput {
  readonly kind: ImportKind;
  readonly table: ImportTable;
  readonly mapping: ImportMapping;
  readonly options: ImportOptions;
  readonly today: IsoDay;
}

/** Says how far the work is, and lets the server answer others meanwhile. */
export type Say = (phase: string, done: number, total: number) => Promise<void>;

/** A row of the file while it is judged. */
export class Row {
  readonly faults: LineFault[] = [];
  readonly notes: string[] = [];
  readonly changes: LineChange[] = [];
  outcome: LineOutcome = "unchanged";
  cpts = "";
  subject = "";

  constructor(
    private readonly plan: PlanContext,
    readonly source: ImportTable["rows"][number],
  ) {}

  /** What a field holds; empty where no column is read for it, or where the cell says that nobody knows. */
  cell(field: string): string {
    const index = this.plan.input.mapping[field];
    const text = index === null || index === undefined ? "" : (this.source.cells[index] ?? "");
    return text === "" || saysNothing(text) ? "" : text;
  }

  fault(field: string, message: string): null {
    const column = this.plan.columnOf(field);
    this.faults.push({ column, value: this.cell(field).slice(0, 120), message });
    return null;
  }

  day(field: string): IsoDay | null {
    const text = this.cell(field);
    if (text === "") return null;
    const day = readDay(text, this.plan.order);
    if (day === null) return this.fault(field, "n’est pas une date\u00a0: écrivez par exemple 31/12/2025");
    if (day < FIRST_DAY) return this.fault(field, "est avant le 26/01/2016, qui a créé les CPTS");
    return day;
  }

  line(): ReportLine {
    const isRefused = this.faults.length > 0;
    return {
      row: this.source.row,
      outcome: isRefused ? "refused" : this.outcome,
      cpts: this.cpts,
      subject: this.subject,
      changes: isRefused ? [] : this.changes,
      faults: this.faults,
      notes: this.notes,
    };
  }
}

/** All that the rows of a file are judged against. */
export class PlanContext {
  readonly works = new Map<string, Working>();
  readonly slugs: Set<string>;
  private readonly find: (text: string) => readonly { readonly id: string }[];
  private readonly byId: ReadonlyMap<string, ImportedCpts>;
  private readonly answers = new Map<string, Working | string>();
  private readonly labels: ReadonlyMap<string, string>;
  readonly order: DayOrder;

  constructor(
    readonly viewer: Viewer,
    readonly input: PlanInput,
    readonly all: readonly ImportedCpts[],
    readonly communes: CommuneIndex,
    readonly departments: readonly { readonly code: string; readonly name: string }[],
  ) {
    this.byId = new Map(all.map((one) => [one.id, one]));
    this.slugs = new Set(all.map(({ slug }) => slug));
    this.find = cptsFinder(all.map((one) => ({ ...one, siret: one.identity.siret })));
    this.labels = new Map(FIELDS_OF[input.kind].map(({ key, label }) => [key, label]));
    const days = ["from", "to", "letterOfIntent", "projectValidated", "signature", "termination", "asOf"];
    const columns = days.flatMap((field) => input.mapping[field] ?? []);
    this.order = dayOrderOf(
      input.table.rows.flatMap(({ cells }) => columns.map((column) => cells[column] ?? "")),
    );
  }

  /** The heading of the column that a field is read in, as the file writes it. */
  columnOf(field: string): string {
    const index = this.input.mapping[field];
    const heading = index === null || index === undefined ? "" : this.input.table.headings[index];
    return heading || (this.labels.get(field) ?? field);
  }

  may(departments: readonly string[], cptsId?: string): boolean {
    return can(
      this.viewer,
      "write",
      "imports",
      cptsId === undefined ? { departments } : { cptsId, departments },
    );
  }

  workOn(cpts: ImportedCpts): Working {
    const known = this.works.get(cpts.id) ?? new Working(cpts, false);
    this.works.set(cpts.id, known);
    return known;
  }

  /** A CPTS that the file creates: later rows find it by its name. */
  create(cpts: ImportedCpts): Working {
    const work = new Working(cpts, true);
    this.works.set(cpts.id, work);
    this.slugs.add(cpts.slug);
    return work;
  }

  /**
   * The CPTS that a row names, within the viewer's territory. Undefined where none bears that name; null where it
   * is refused, which the row then says.
   */
  cptsOf(row: Row): Working | null | undefined {
    const [identifier, name] = [row.cell("identifier"), row.cell("name")];
    const siret = row.cell("siret");
    const key = `${identifier}\n${name}\n${siret}`;
    const known = this.answers.get(key);
    const found = known ?? this.search(identifier, name, siret);
    if (found === undefined) return undefined;
    if (known === undefined) this.answers.set(key, found);
    if (typeof found === "string") return row.fault(identifier === "" ? "name" : "identifier", found);
    row.cpts = found.cpts.name;
    return found;
  }

  private search(identifier: string, name: string, siret: string): Working | string | undefined {
    const byIdentifier = identifier === "" ? [] : this.find(identifier);
    const found =
      byIdentifier.length > 0
        ? byIdentifier
        : siret !== "" && this.find(siret).length > 0
          ? this.find(siret)
          : this.find(name);
    const [only, ...others] = found.flatMap(({ id }) => this.byId.get(id) ?? []);
    if (only === undefined) return undefined;
    if (others.length > 0) {
      return "désigne plusieurs CPTS\u00a0: écrivez dans une colonne «\u00a0Identifiant\u00a0» la fin de l’adresse de sa fiche, ou son SIRET";
    }
    if (!this.may(only.departments, only.id)) {
      return `est hors de votre territoire (${only.departments.join(", ")})\u00a0: un compte de ce département peut l’importer`;
    }
    return this.workOn(only);
  }
}

/** Reads what a plan stands on: every CPTS, since any may hold a commune that the file names. */
export async function planContext(tx: Tx, viewer: Viewer, input: PlanInput): Promise<PlanContext> {
  const all = await listImportedCpts(tx);
  const departments = await tx.department.findMany({ select: { code: true, name: true } });
  return new PlanContext(viewer, input, all, await communeReference(), departments);
}
