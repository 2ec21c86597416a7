import { Unreadable } from "../unreadable";
import { builtInKind, kindOfFormat, type NumberKind } from "./numbers";
import { attribute, readXml } from "./xml";
import { DAMAGED, type ZipEntry } from "./zip";

/** What the parts of a workbook say of its sheets. */
export interface XlsxBook {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly entry: ZipEntry }[];
  readonly from1904: boolean;
  /** By the number of a cell's style. */
  readonly kinds: readonly NumberKind[];
  readonly texts: ZipEntry | undefined;
}

type Entries = ReadonlyMap<string, ZipEntry>;

const MOST_SHEETS = 200;
const MACROS =
  "Ce classeur contient des macros\u00a0: enregistrez-le dans votre tableur en «\u00a0Classeur Excel (.xlsx)\u00a0», sans macros, puis renvoyez-le.";
const BINARY =
  "Ce classeur est au format binaire d’Excel (.xlsb)\u00a0: enregistrez-le en «\u00a0Classeur Excel (.xlsx)\u00a0», puis renvoyez-le.";

/** @throws Unreadable where it is damaged, or of a kind that is not read. */
export async function readBook(entries: Entries): Promise<XlsxBook> {
  if (entries.has("xl/workbook.bin")) throw new Unreadable(BINARY);
  if ([...entries.keys()].some((name) => /vbaProject\.bin$/i.test(name))) throw new Unreadable(MACROS);
  await refuseMacros(entries);
  const root = await relations(entries, "");
  const path = [...root.values()].find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  const parts = await relations(entries, path);
  const of = (type: string): ZipEntry | undefined => {
    const part = [...parts.values()].find((one) => one.type === type);
    return part && entries.get(part.path);
  };
  let from1904 = false;
  const sheets: { name: string; isHidden: boolean; entry: ZipEntry }[] = [];
  await readXml(required(entries, path), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = isTrue(attributes["date1904"]);
      if (name !== "sheet") return;
      const part = parts.get(attribute(attributes, "id") ?? "");
      const entry = part?.type === "worksheet" ? entries.get(part.path) : undefined;
      if (part?.type === "worksheet" && !entry) throw new Unreadable(DAMAGED);
      if (!entry || sheets.length >= MOST_SHEETS) return;
      const state = attributes["state"] ?? "visible";
      sheets.push({ name: (attributes["name"] ?? "").slice(0, 100), isHidden: state !== "visible", entry });
    },
  });
  return { sheets, from1904, kinds: await kindsOf(of("styles")), texts: of("sharedStrings") };
}

async function refuseMacros(entries: Entries): Promise<void> {
  const types = entries.get("[Content_Types].xml");
  if (!types) return;
  await readXml(types, {
    open(_, attributes) {
      if (/macroEnabled/i.test(attributes["ContentType"] ?? "")) throw new Unreadable(MACROS);
    },
  });
}

interface Part {
  readonly type: string;
  readonly path: string;
}

/** The parts that a part refers to, by the name it gives them. A part outside the file is none. */
async function relations(entries: Entries, of: string): Promise<ReadonlyMap<string, Part>> {
  const folder = of.slice(0, of.lastIndexOf("/") + 1);
  const entry = entries.get(`${folder}_rels/${of.slice(folder.length)}.rels`);
  const parts = new Map<string, Part>();
  if (!entry) return parts;
  await readXml(entry, {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (name !== "Relationship" || !id || !type || !target || mode === "External") return;
      parts.set(id, { type: type.slice(type.lastIndexOf("/") + 1), path: pathOf(folder, target) });
    },
  });
  return parts;
}

/** The name of an entry from a target beside another: only ever looked up among the entries. */
function pathOf(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

async function kindsOf(styles: ZipEntry | undefined): Promise<NumberKind[]> {
  const formats = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  if (!styles) return kinds;
  await readXml(styles, {
    open(name, attributes) {
      if (name === "numFmt") {
        formats.set(
          Number(attributes["numFmtId"]),
          kindOfFormat((attributes["formatCode"] ?? "").slice(0, 255)),
        );
      } else if (name === "cellXfs") isInCells = true;
      else if (name === "xf" && isInCells) {
        const id = Number(attributes["numFmtId"] ?? 0);
        kinds.push(formats.get(id) ?? builtInKind(id));
      }
    },
    close(name) {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return kinds;
}

export const isTrue = (value: string | undefined): boolean =>
  value === "1" || value === "true" || value === "on";

function required(entries: Entries, path: string): ZipEntry {
  const entry = entries.get(path);
  if (entry) return entry;
  throw new Unreadable(DAMAGED);
}
