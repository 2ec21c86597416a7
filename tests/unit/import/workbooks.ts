import { strToU8, zipSync, type Zippable } from "fflate";

/** Workbooks made by hand, with just what a test is about. */

export const cell = (reference: string, content: string, attributes = ""): string =>
  `<c r="${reference}"${attributes}>${content}</c>`;

export const text = (reference: string, value: string): string =>
  cell(reference, `<is><t>${value}</t></is>`, ' t="inlineStr"');

export interface XlsxParts {
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
  readonly styles?: string;
  readonly shared?: string;
  readonly date1904?: boolean;
  readonly contentType?: string;
  readonly more?: Zippable;
}

const WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function xlsx({ sheets, styles, shared, date1904, contentType, more }: XlsxParts): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${WORKSHEET}/${type}" Target="${target}"/>`;
  const files: Zippable = {
    "[Content_Types].xml": strToU8(
      `<Types><Override PartName="/xl/workbook.xml" ContentType="${contentType ?? "main+xml"}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships>${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr${date1904 ? ' date1904="1"' : ""}/><x:sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<x:sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"${state ? ` state="${state}"` : ""}/>`,
        )
        .join("")}</x:sheets></x:workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${sheets.map((_, i) => relation(`s${i}`, "worksheet", `/xl/worksheets/sheet${i}.xml`)).join("")}${relation("t", "styles", "styles.xml")}${relation("u", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    ),
    ...(styles ? { "xl/styles.xml": strToU8(styles) } : {}),
    ...(shared ? { "xl/sharedStrings.xml": strToU8(shared) } : {}),
    ...more,
  };
  sheets.forEach(({ xml }, i) => (files[`xl/worksheets/sheet${i}.xml`] = strToU8(xml)));
  return zipSync(files, { level: 6 });
}

export const sheet = (rows: readonly string[], after = ""): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows.map((cells, i) => (cells.startsWith("<row") ? cells : `<row r="${i + 1}">${cells}</row>`)).join("")}</sheetData>${after}</worksheet>`;

/** The content of an OpenDocument workbook: tables as they are given. */
export function ods(tables: string, more: Zippable = {}, styles = ""): Uint8Array {
  return zipSync(
    {
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "content.xml": strToU8(
        `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      ),
      ...more,
    },
    { level: 6 },
  );
}

export const odsTable = (name: string, rows: string, attributes = ""): string =>
  `<table:table table:name="${name}"${attributes}>${rows}</table:table>`;

export const odsRow = (cells: readonly string[], attributes = ""): string =>
  `<table:table-row${attributes}>${cells.map((one) => (one.startsWith("<") ? one : odsText(one))).join("")}</table:table-row>`;

export const odsText = (value: string, attributes = ""): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${value}</text:p></table:table-cell>`;

export const odsCell = (attributes: string, shown = ""): string =>
  `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
